"""Who attacked, where the words behind or before a side of a fight say that it came: "X fought Y |while they tried| to storm A"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from waqai.code.camps import are_allies
from waqai.code.clause.attempt import tried_at
from waqai.code.clause.scene import BEATS_OFF, Part, Role, Scene
from waqai.code.deed.method import MethodFound
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.actor.camps import tables
from waqai.tag.actor_words import WAGES, head_noun
from waqai.tag.chunk import Chunk, Sort

ATTEMPTS: Final = "roles.attempts"
_PAST: Final = frozenset(
    {
        "particle.attempt",
        "particle.attempt.hers",
        "particle.attempt.they",
        "particle.attempt_of",
        "particle.tries",
        "particle.tries.noun",
    }
)
"""Words for attempts that are over, and so came to nothing."""
_COMES: Final = frozenset({"trigger.assault", "trigger.storming", "trigger.advance", "trigger.attempted_infiltration"})
"""Acts of those who come to where others are."""
_SETTING: Final = frozenset({Sort.DATE, Sort.PLACE})
_THEY: Final = "particle.attempt.they"
_ATTACKED: Final = frozenset({"open", "raid"})
"""Families of what is tried besides fights: an attack, the storming of a place."""
_ATTACKS: Final = frozenset({"method.trigger.storming", "method.trigger.assault"})
_NOUN: Final = "particle.tries.noun"
_VAIN: Final = frozenset({"clash", "open", "raid"})
"""Families of acts that "failed" right behind them says were only tried."""
_FELL: Final = "roles.victim"
_BY: Final = frozenset({"roles.agent", "roles.by"})
"""Rules by which a side killed him who tried: "a man of X's was killed |by Y's fire as he tried| to steal in"."""


def turn_attempted(scene: Scene, parts: list[Part]) -> list[Part]:
    """Give the sides of a clash that began when one of them tried something: "X fought Y |while they tried| to storm A".

    Who tried is whom the words stand right behind, or before ("after the attempt |of Y|"). Nothing when nobody did, or his
    enemy is not named, save where his men died of it.
    """
    if not (scene.is_clash or scene.family in _ATTACKED):
        return []
    tried = next((p for p in parts if p.ids and _tries(scene, p)), None)
    if tried is None:
        return []
    fighters = [p for p in parts if p.role in (Role.AGENT, Role.TARGET, Role.SIDE) and p.ids]
    if _is_behind_they(scene, tried.at) and _is_a_body(scene, tried):
        tried = next((p for p in reversed(fighters) if p.ids != tried.ids and not _is_a_body(scene, p)), tried)
    if tried.rule in _BY and not _is_hers(scene, tried.at):
        tried = next((p for p in fighters if p.at < tried.at and p.rule == _FELL), tried)
    if tried.rule == _FELL and all(p.ids == tried.ids for p in fighters):
        return [p.turned(Role.AGENT, ATTEMPTS) if p in fighters else p for p in parts]  # "X's men died |as they tried|"
    if all(p.ids == tried.ids for p in fighters):
        return []
    mates = _mates_of(scene, fighters, tried)
    return [
        p.turned(Role.AGENT, ATTEMPTS)
        if p is tried or p in mates
        else p.turned(Role.TARGET, BEATS_OFF)
        if p in fighters and p.ids != tried.ids
        else p.turned(Role.NONE, "roles.apposition")
        if p in fighters
        else p
        for p in parts
    ]


def _mates_of(scene: Scene, fighters: Sequence[Part], tried: Part) -> list[Part]:
    """Give those whom "and" joins right behind him who tried, where he stands as a side: "between X |and Y| … after the attempt of X"."""
    return [
        p
        for before, p in pairwise(fighters)
        if before.ids == tried.ids and p.at == before.at + 1 and scene.row[p.at].joined and not scene.row[p.at].gap
        if are_allies(before.ids[0], p.ids[0])
    ]


def _is_a_body(scene: Scene, part: Part) -> bool:
    """Tell whether "they" cannot mean an actor, whom the text calls "the army", "the forces": a he or a she."""
    return head_noun(scene.row[part.at].text) in tables()["fellows"]["bodies"]


def _is_behind_they(scene: Scene, k: int) -> bool:
    at = _behind(scene.row, k, scene.hi)
    return at < scene.hi and scene.row[at].has(_THEY)


def _is_hers(scene: Scene, k: int) -> bool:
    """Tell whether the attempt behind a side is hers, a force's, and no man's: "by the fire of X |as she tried|"."""
    at = _behind(scene.row, k, scene.hi)
    return at < scene.hi and scene.row[at].text.endswith("ها")


def mark_attempt(
    row: Sequence[Chunk], lo: int, method: MethodFound, parts: Sequence[Part], marks: dict[str, int]
) -> None:
    """Note the word of an attempt that is over as that of its failure; what was said to have failed stays."""
    if (tried := _failed(row, lo, method, parts)) is not None:
        marks.setdefault("failure", tried)


def _failed(row: Sequence[Chunk], lo: int, method: MethodFound, parts: Sequence[Part]) -> int | None:
    """Find the word of an attempt that is over; what was tried and is not said to have been done has failed (ruling 21)."""
    if method.family == "clash" or (method.family in ("raid", "open") and method.rule in _ATTACKS):
        if (tried := tried_at(row, lo, method.at)) is not None and _is_over(row[tried]):
            return tried
    if method.family in _VAIN and method.at + 1 < len(row) and row[method.at + 1].particle == "vain":
        return method.at + 1  # "a |failed| attempt to steal in"
    if method.family == "clash" and (vain := _in_vain(row, method.at)) is not None:
        return vain
    at = next((p.at for p in parts if p.rule == ATTEMPTS), None) if parts else None
    if at is None:
        return None
    near = (_behind(row, at, len(row)), at - 1)
    return next((k for k in near if lo <= k < len(row) and _is_over(row[k])), None)


def _in_vain(row: Sequence[Chunk], at: int) -> int | None:
    """Find the word that a fight was over an attempt that failed: "clashes with X in A in |a vain attempt of theirs to steal in|"."""
    for k in range(at + 1, min(len(row), at + _FIGHT)):
        if row[k].sort is Sort.STOP and row[k].text in _ENDS:
            return None
        if row[k].particle == "vain" and (told := row[k - 1].reading(Kind.TRIGGER)) is not None:
            return k if told.entry.method == "clash" and not row[k].gap else None
    return None


_FIGHT: Final = 14
"""Chunks of a fight, its sides and places, before the attempt that it was over."""
_ENDS: Final = frozenset({".", "\n", "؛"})


def _behind(row: Sequence[Chunk], k: int, hi: int) -> int:
    """Give the chunk right behind a side, but for when and where: "fought Y |in A yesterday| while they tried"."""
    at = k + 1
    while at < hi and not row[at].joined and (row[at].sort in _SETTING or row[at].particle == "quiet"):
        at += 1
    return at


def _is_over(chunk: Chunk) -> bool:
    return any(reading.entry.id in _PAST for reading in chunk.readings)


def _tries(scene: Scene, part: Part) -> bool:
    """Tell whether the words beside a side say that it came: "|after the attempt of| Y", "gunmen |who attacked| …"."""
    row, k = scene.row, part.at
    if k > scene.lo and not row[k].gap and (row[k - 1].particle == "attempt_of" or _is_attempt(row[k - 1])):
        return True
    at = _behind(row, k, scene.hi)
    if at < scene.hi and row[at].particle == "attempt" and not row[at].joined:
        return not row[at].gap
    if k + 1 >= scene.hi or row[k + 1].joined:
        return False
    after = row[k + 1]
    if after.particle == "tries":
        return not (after.gap or _is_attempt(after))
    return scene.is_clash and part.role is Role.SIDE and after.gap <= 1 and _comes(after)


def _is_attempt(chunk: Chunk) -> bool:
    """Tell whether a chunk is the noun, whose attempt stands behind it: "the attempt |of|"."""
    return chunk.has(_NOUN)


def _comes(chunk: Chunk) -> bool:
    """Tell whether a chunk says of whoever stands before it that he attacked: a relative verb, or "after their attack"."""
    told = chunk.reading(Kind.TRIGGER)
    if told is None or told.entry.id not in _COMES:
        return False
    if told.form.pos is Pos.PHRASE and chunk.text in WAGES:
        return chunk.gap == 1  # "X, |which launched an attack|"
    return (
        bool(told.form.suffix) if told.form.pos is not Pos.VERB else told.form.is_active_verb and not told.form.suffix
    )
