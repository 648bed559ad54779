"""Tolls that no word of harm tells: whom a campaign of arrests "reached", and that nobody was hurt.

In: a row of chunks and the chunk of the phrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.count import HarmMention
from waqai.tag.harm.member import CIVILIANS, UNSPECIFIED
from waqai.values.count import Count


def is_reached(row: Sequence[Chunk], i: int, lo: int) -> bool:
    """Tell whether a campaign of arrests "reached" whom the next words name."""
    if row[i].particle != "reaches":
        return False
    return any(chunk.entry(Kind.TRIGGER).method in _ARREST_METHODS for chunk in row[max(lo, i - 7) : i])


_ARREST_METHODS: Final = frozenset({"raid", "arrest_campaign", "checkpoint_arrest"})


def zeros(row: Sequence[Chunk], i: int, hi: int) -> list[HarmMention]:
    """Read a phrase of ``tag.zero`` as explicit zeros, one for each kind of harm that it denies (codebook section 3)."""
    kinds = [r.entry.harm for r in row[i].readings if r.entry.kind is Kind.PARTICLE and r.entry.cls == "none_of"]
    if not kinds:
        return []
    who = UNSPECIFIED
    for j in range(i + 1, min(i + 4, hi)):
        victim = row[j].reading(Kind.VICTIM)
        if row[j].sort is Sort.STOP:
            break
        if victim is not None and victim.entry.who == CIVILIANS:
            who = CIVILIANS
            break
    return [HarmMention(i, i, i + 1, kind, who, Count.exactly(0)) for kind in kinds]
