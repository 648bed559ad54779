"""Aggression: one strike of Israel's on a named place, and with the article also a war, or who wages it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.camps import comes_by_air
from waqai.lexicon.entry import Kind, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.find import HURT

AGGRESSION: Final = "trigger.aggression"
_FIRE_AT: Final = "trigger.fire_at"
_REACH: Final = 4
_AT_WAR: Final = ("غزه", "قطا")
"""How the names of a strip of land begin where the aggression is a war that goes on."""


def is_war(row: Sequence[Chunk], k: int, hi: int, trigger: Reading) -> bool:
    """Tell whether "the aggression" at ``k`` is a war or its side, and not the strike "|the aggression| of X on the town of A"."""
    if trigger.entry.id != AGGRESSION or not trigger.form.definite:
        return False
    if k + 1 >= hi or row[k + 1].sort is not Sort.ACTOR:
        return False
    for chunk in row[k + 1 : min(hi, k + _REACH)]:
        if chunk.sort is Sort.PLACE:
            return chunk.prep != "علي" or getattr(chunk.mention, "name", "").startswith(_AT_WAR)
        if chunk.sort not in (Sort.ACTOR, Sort.DATE):
            return True
    return True


def is_from_the_air(row: Sequence[Chunk], at: int, hi: int, trigger: Reading) -> bool:
    """Tell whether the aggression at ``at`` is of somebody who flies, and comes from the air unless another word says how."""
    # "met an Israeli aggression |that targeted| A", "the Israeli aggression |targeted| A"
    if trigger.entry.id == _FIRE_AT:
        ahead = at >= _BESIDE and row[at - 2].has(AGGRESSION) and comes_by_air(row[at - 1].ids)
        return ahead or (at + _BESIDE < hi and row[at + 1].has(AGGRESSION) and comes_by_air(row[at + 2].ids))
    if trigger.entry.id != AGGRESSION:
        return False
    doer = row[at - 1]  # "|X| carried out an aggression on A"
    return (at + 1 < hi and comes_by_air(row[at + 1].ids)) or (not doer.prep and comes_by_air(doer.ids))


def is_met_in_the_air(row: Sequence[Chunk], lo: int, hi: int, at: int) -> bool:
    """Tell whether "met" at ``at`` is what air defences do about a strike told right behind: "the air defences |met| an Israeli aggression on A"."""
    if _REPEL not in row[at].readings.names:
        return False
    around = row[max(lo, at - _BESIDE) : min(hi, at + _BESIDE + 1)]
    if not any(not _AIR_DEFENCE.isdisjoint(chunk.called) or chunk.has_any(_AIR_DEFENCE) for chunk in around):
        return False
    undated = [chunk for chunk in row[at + 1 : min(hi, at + _REACH + 1)] if chunk.sort is not Sort.DATE]
    if any(chunk.prep == "ل" and chunk.has(AGGRESSION) for chunk in undated[: _REACH - 1]):
        return True
    return _cost_lives(row, lo, hi, at)


def _cost_lives(row: Sequence[Chunk], lo: int, hi: int, at: int) -> bool:
    """Tell whether the sentence goes on with whom the aggression told ahead of it killed: "carried out an aggression on A, which the air defences met, |and it cost the lives of| two"."""
    told = any(row[k].has(AGGRESSION) and not row[k].prep for k in range(lo, at))
    led = next((k for k in range(at + 1, hi) if row[k].particle == _RESULT), hi) if told else hi
    return any(row[k].entry(Kind.HARM).harm in HURT for k in range(led, min(hi, led + _REACH)))


_RESULT: Final = "result"


def is_met(row: Sequence[Chunk], lo: int, hi: int, at: int, strike: int) -> bool:
    """Tell whether "met" at ``at`` is what air defences do about a strike told right behind, or about the aggression told at ``strike``."""
    answered = strike < at and row[strike].has(AGGRESSION) and _REPEL in row[at].readings.names
    return answered or is_met_in_the_air(row, lo, hi, at)


def is_met_so(row: Sequence[Chunk], lo: int, k: int, trigger: Reading) -> bool:
    """Tell whether "to" brings the aggression that was met, and no purpose: "the air defences met |an Israeli aggression on| A"."""
    if trigger.entry.id != AGGRESSION or row[k].prep != "ل":
        return False
    return any(_REPEL in chunk.readings.names for chunk in row[max(lo, k - _REACH) : k])


def is_bare_fire(row: Sequence[Chunk], lo: int, at: int, hi: int, trigger: Reading) -> bool:
    """Tell whether no word says how an aggression on a place was made: fire, of unknown hands or of who stands right behind it (ruling 42)."""
    if trigger.entry.id != AGGRESSION:
        return False
    ahead = row[at + 1 : min(hi, at + _REACH)]
    if any(chunk.sort is Sort.ACTOR for chunk in row[lo:hi]):
        whose = [c for c in ahead if c.sort is Sort.ACTOR and not c.prep]
        return bool(whose) and any(c.sort is Sort.PLACE and c.prep == "علي" and c.place_kind in _TOWNS for c in ahead)
    return any(c.sort is Sort.PLACE and c.prep == "علي" for c in ahead) or any(c.has(_FIRE_AT) for c in ahead[:1])


_TOWNS: Final = frozenset({"city", "town", "village", "camp", "neighbourhood"})


WARDS: Final = frozenset({"trigger.clash", "trigger.ward_off"})
_REPEL: Final = "particle.repel"
_AIR_DEFENCE: Final = frozenset({"force.air_defence", "actor.syria.air_defence"})
_BESIDE: Final = 2
