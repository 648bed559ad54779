"""Whom a raid or a wave of arrests is after, where no arrested man is said to be theirs (codebook ruling 30)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.scene import Part, Role, Scene
from waqai.lexicon.entry import Kind
from waqai.tag.actor.armed import is_armed_group
from waqai.tag.actor.camps import tables
from waqai.tag.actor_words import CELLS, NETS, THE
from waqai.tag.chunk import Chunk, Sort

_CUES: Final = frozenset({"seeks", "reaches"})
"""Particles behind which stands whom a raid is after: "in search of", "that reached"."""
_REACH: Final = 4
"""Chunks between such a word and the group: "in search of |members in| X", "of X |and| Y"."""


def is_sought(scene: Scene, k: int) -> bool:
    """Tell whether a group is whom the raid is after: "raided houses |in search of members of| X", "arrests |that reached| X and Y"."""
    row = scene.row
    if row[k].is_land:
        return False
    if _is_of_cell(scene, k) or _is_one_of(scene, k) or _fought_beside(scene, k) or _is_what_he_is(scene, k):
        return True
    for j in range(k - 1, max(scene.lo - 1, k - 1 - _REACH), -1):
        if row[j].particle in _CUES:
            return scene.trigger is not None and j > scene.trigger
        if row[j].sort in (Sort.PLACE, Sort.DATE, Sort.STOP, Sort.NUMBER) or row[j].particle == "agent":
            return False
    return False


def held_beside(scene: Scene, k: int, parts: Sequence[Part]) -> tuple[Role, str] | None:
    """Read a group behind "with" in a raid: theirs are held, and it helped nobody; ``None`` where nothing says so."""
    if scene.family != "raid":
        return None
    if any(p.role is Role.TARGET and set(p.ids) & set(scene.row[k].ids) for p in parts):
        return Role.NONE, "roles.beside"  # "broke up a cell of X |whose members fought with X|"
    return (Role.TARGET, "roles.sought") if is_sought(scene, k) else None


def _is_of_cell(scene: Scene, k: int) -> bool:
    """Tell whether a cell that is caught is said to be the group's: "broke up |a cell| in A |linked to| X"."""
    row = scene.row
    if row[k].joined or not (row[k].prep in _TO or (not row[k].prep and row[k - 1].particle == _LINK)):
        return False
    for j in range(k - 1, max(scene.lo - 1, k - 1 - _REACH), -1):
        if names_cell(row[j]) or (row[j].text in NETS and scene.trigger is not None and scene.trigger < j):
            return True
        if row[j].sort in (Sort.STOP, Sort.ACTOR) or row[j].tells:
            return False
    return False


def _fought_beside(scene: Scene, k: int) -> bool:
    """Tell whether the men who are held had fought with the group: "arrested three |who fought with| X"."""
    row, at = scene.row, scene.trigger
    if at is None or row[k].prep not in _WITH or not all(map(is_armed_group, row[k].ids)):
        return False
    fought = (j for j in range(max(at + 1, k - _REACH), k) if row[j].entry(Kind.TRIGGER).method == "clash")
    return any(not row[j].prep and row[j].sort is Sort.WORD for j in fought)


_WITH: Final = frozenset({"مع", "في"})


def _is_one_of(scene: Scene, k: int) -> bool:
    """Tell whether the man whom a raid is after is said to be of the group: "in which So-and-so hid, |one of the fighters of X|"."""
    row = scene.row
    if scene.trigger is None or k - 1 <= scene.trigger or row[k].men != "pl" or row[k].prep or row[k].gap:
        return False
    one = row[k - 1].text.removeprefix("و") in tables()["phrases"]["one_of"]
    return one and any(row[j].sort is Sort.PERSON for j in range(scene.trigger, k))


def _is_what_he_is(scene: Scene, k: int) -> bool:
    """Tell whether whoever was arrested is said to be of the group: "arrested a man in A, |who is of the men of| X"."""
    row = scene.row
    if scene.trigger is None or k - 1 <= scene.trigger or row[k].prep != "من" or row[k].gap != _WHO_IS:
        return False
    theirs = row[k].men == "pl" or names_cell(row[k]) or row[k].ids == _REMNANTS
    return theirs and row[k - 1].text == "," and all(map(is_armed_group, row[k].ids))


_WHO_IS: Final = 2
"""Words before "the men of X" in "and he is of the men of X" [wa-huwa min]."""
_REMNANTS: Final = ("ASSAD_REMNANTS",)


def names_cell(chunk: Chunk) -> bool:
    """Tell whether a chunk is or begins with "a cell", "the cell"."""
    return chunk.has(_CELL) or chunk.text.removeprefix(THE) in CELLS


_CELL: Final = "particle.cell"
_LINK: Final = "link"
_TO: Final = frozenset({"ب", "ل", "الي"})


def is_charge(scene: Scene, act: int, k: int) -> bool:
    """Tell whether an actor is only named in what men were arrested for: "arrested two |for smuggling to the areas of| X"."""
    return any(scene.row[j].particle == _GROUNDS for j in range(act + 1, k))


_GROUNDS: Final = "grounds"


def rule_of_plan(scene: Scene, k: int) -> str:
    """Give the rule by which an actor is only whom the men who were arrested meant to hit: "arrested two |who planned| an attack on a base of X"."""
    row, at = scene.row, scene.trigger
    if at is None or k <= at + 1 or row[k].joined:
        return ""
    for j in range(k - 1, at, -1):
        if row[j].particle == _PLAN:
            aimed = any(row[i].tells or row[i].reading(Kind.OBJECT) is not None for i in range(j + 1, k))
            return "roles.planned" if aimed else ""
        if row[j].particle in _BELONG or row[j].text == ".":
            return ""
    return ""


_PLAN: Final = "plan"
_BELONG: Final = frozenset({"membership", "suspected", "link"})
"""Particles behind which stands whose the arrested men are."""
