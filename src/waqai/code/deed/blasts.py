"""Blasts that were only heard of a strike, which the clause tells too: "blasts rang out in A as drones targeted …"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.deed.hints import hints_of
from waqai.code.deed.refine import AIR
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk

HEARD: Final = "trigger.blast_heard"
BLASTS: Final = frozenset({"trigger.blast", HEARD})
_HITS: Final = frozenset({"trigger.fire_at", "trigger.shelling", "trigger.assault"})
_FIRE_AT: Final = "trigger.fire_at"
_AGGRESSION: Final = "trigger.aggression"
_FROM: Final = "عن"
"""Preposition of "resulting from"."""
_SOON: Final = 7
"""Chunks from blasts to what they are said to come of."""


def struck(row: Sequence[Chunk], hi: int, at: int, named: Sequence[tuple[str, int]]) -> tuple[str, int] | None:
    """Find the aircraft whose strike was heard as a blast: "blasts rang out in A as |drones| targeted …", or that itself blew up: "|a drone| exploded on the dam"."""
    for method, k in named:
        if method == "drone_strike" and k == at + 1 and not (row[k].prep or row[k].gap):
            return method, k
        if k > at and method in AIR and any(_hits(row[j]) for j in range(max(at + 1, k - 2), min(hi, k + 3))):
            return method, k
    return None


def _hits(chunk: Chunk) -> bool:
    told = chunk.entry(Kind.TRIGGER)
    return told.method == "airstrike" or told.id in _HITS


def is_heard(row: Sequence[Chunk], lo: int, at: int) -> bool:
    """Tell whether blasts are only what was heard of a strike told before: "aircraft hit A, and explosions |were heard|"."""
    return row[at].has(_FIRE_AT) and any(method in AIR and k <= at + 2 for method, k in hints_of(row, lo, at + 3))


def is_explained(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether the blasts at ``k`` are what was heard of a strike that is said to be their cause: "the blasts resulted |from the targeting| of a car"."""
    causes = (chunk for chunk in row[k + 1 : min(hi, k + _SOON)] if chunk.prep == _FROM)
    return any(_hits(chunk) or chunk.has(_AGGRESSION) for chunk in causes)


def is_made_by(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a strike is said to be the cause of the blasts at ``k``, or to have been right before them."""
    near = range(k + 1, min(hi, k + _SOON))
    return any(_hits(row[j]) and (row[j].prep == _FROM or row[j].prior or row[j - 1].particle == _CAUSE) for j in near)


_CAUSE: Final = "cause"
