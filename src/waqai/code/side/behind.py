"""Actors behind the word of an act: those that "to" [li-] brings, and those behind a doer told before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.scene import Part, Role, Scene, behind_day
from waqai.code.deed.advance import ADVANCE
from waqai.code.side.around import is_dealt
from waqai.code.side.posts import is_of_hit_post
from waqai.lexicon.entry import Pos, Reading
from waqai.tag.chunk import Sort

_AMBUSH: Final = "trigger.ambush"
_LAID: Final = ("كمينا", "مكمنا")
"""The accusative of an ambush that somebody lays: "to" brings for whom; elsewhere "of" brings whose it was."""
_ATTACKED: Final = "trigger.assault"
"""A verb whose object is a force or what is a force's, one word between: "attacked |the command of| X"."""
_NEAR: Final = 2


def behind_to(
    scene: Scene, k: int, governor: int, trigger: Reading | None, parts: Sequence[Part], *, doer_told: bool
) -> tuple[Role, str]:
    """Give the role of an actor behind "to", "of" [li-]: for whom an ambush was laid, whose an attack was, whom a raid hit."""
    row, chunk = scene.row, scene.row[k]
    verb = trigger is not None and trigger.form.pos is Pos.VERB
    verb = verb and (doer_told or row[governor].text != ADVANCE)  # "the axis saw |an advance of| X"
    near = behind_day(row, k) - governor <= _NEAR and chunk.gap <= _NEAR
    ambush = trigger is not None and trigger.entry.id == _AMBUSH
    if (ambush and (doer_told or row[governor].text.endswith(_LAID))) or is_dealt(scene, governor, verb=verb):
        return Role.TARGET, "roles.object_with_l"
    if verb:
        return (Role.TARGET, "roles.object_with_l") if doer_told and near else (Role.NONE, "roles.aside")
    if is_of_hit_post(scene, governor, k):
        return Role.TARGET, "roles.owner_of_object"
    if not scene.family and chunk.gap:
        return Role.NONE, "roles.aside"  # "led to deaths |and more threats to| X"
    again = any(p.role is Role.AGENT and p.ids == chunk.ids for p in parts)
    upon = doer_told and not again and (not near or chunk.gap > 0)
    return (Role.TARGET, "roles.object_with_l") if upon else (Role.AGENT, "roles.act_of")


def behind_doer(
    scene: Scene, k: int, governor: int, trigger: Reading | None, parts: Sequence[Part]
) -> tuple[Role, str]:
    """Give the role of an actor behind one that is known to have done it: right behind him it is whom the verb hits."""
    row, chunk = scene.row, scene.row[k]
    start = max(parts[-1].at, governor) + 1
    if trigger is not None and trigger.form.pos is Pos.VERB and chunk.gap <= 1:
        counted = k - (row[k - 1].sort is Sort.NUMBER and not (chunk.gap or chunk.prep))  # "blew up |three tanks of X|"
        if all(c.sort in (Sort.DATE, Sort.STOP) for c in row[start:counted]):
            beside = all(c.sort is Sort.DATE for c in row[start : behind_day(row, counted)])
            direct = beside and (not chunk.gap or trigger.entry.id == _ATTACKED)
            return Role.TARGET, "roles.direct_object" if direct else "roles.object"
    men = scene.family == "raid" and chunk.men == "pl"
    return (Role.TARGET, "roles.men_sought") if men else (Role.NONE, "roles.loose")
