"""Acts that who does them, or who wards them off, makes other acts: a road closed by demonstrators, a feud with firearms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Entry, Kind
from waqai.tag.chunks import Chunk, Sort
from waqai.values.actor import PROTESTERS

_BRAWL: Final = "trigger.brawl"
_ASSAULT: Final = "trigger.assault"
_FIRE_AT: Final = "trigger.fire_at"
_FROM_AFAR: Final = frozenset({"airstrike", "drone_strike", "barrel_bomb", "shelling", "rocket", "missile", "mortar"})
"""Methods of those who beat an attack off with aircraft or guns, which is then the act."""
_REPEL: Final = "particle.repel"
_REACH: Final = 4
"""Chunks between "repelled" and the attack: the doer stands between."""


def turned(
    row: Sequence[Chunk], lo: int, hi: int, at: int, entry: Entry, named: Sequence[tuple[str, int]]
) -> tuple[str, int] | None:
    """Give the method that an act in chunks ``[lo, hi)`` turns into, and the chunk that says so; ``None`` when it stays.

    ``named`` are the methods that the clause's words stand for. Roads that demonstrators close are blocked in protest
    (section 2); feuds with firearms are clashes (ruling 4), and so is fire
    that both sides open on each other; an attack that was beaten off was made on people who fight.
    """
    if entry.method == "closure":
        crowd = next((k for k in range(lo, hi) if _protests(row[k])), None)
        return None if crowd is None else ("road_block", crowd)
    if entry.id == _BRAWL:
        shot = next((k for method, k in named if method == "small_arms"), None)
        return None if shot is None else ("clash", shot)
    if entry.id == _FIRE_AT:
        mutual = next((k for k in (at + 1, at + 2) if k < hi and _is_mutual(row[k])), None)
        return None if mutual is None else ("clash", mutual)
    if entry.id == _ASSAULT and not any(method in _FROM_AFAR for method, _ in named):
        word = _repelled(row, lo, at)
        return None if word is None else ("clash", word)
    return None


def is_crowd(chunk: Chunk) -> bool:
    """Tell whether a chunk is demonstrators, or people of the place who may demonstrate."""
    people = chunk.reading(Kind.VICTIM)
    return _protests(chunk) or (people is not None and people.entry.who == "civilians" and people.form.number == "pl")


def _protests(chunk: Chunk) -> bool:
    return PROTESTERS in getattr(chunk.mention, "ids", ())


def _is_mutual(chunk: Chunk) -> bool:
    particle = chunk.reading(Kind.PARTICLE)
    return particle is not None and particle.entry.cls == "mutual"


def _repelled(row: Sequence[Chunk], lo: int, at: int) -> int | None:
    """Find the word ahead of an attack that says it was beaten off: "the army repelled an attack"."""
    for k in range(at - 1, max(lo, at - _REACH) - 1, -1):
        if any(reading.entry.id == _REPEL for reading in row[k].readings):
            return k
        if row[k].sort is Sort.STOP or row[k].reading(Kind.TRIGGER) is not None:
            return None
    return None
