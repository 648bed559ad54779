"""Where in the row of chunks the days, the places, the things and the acts stand: looked for once, and not in every clause by every rule."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Self

import msgspec

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort


class Standing(msgspec.Struct, frozen=True, gc=False):
    """The chunks that are days or places, that can be things, and that can name acts, each in the order of the row."""

    days: list[int]
    places: list[int]
    things: list[int]
    acts: list[int]

    @classmethod
    def of(cls, row: Sequence[Chunk]) -> Self:
        """Look through a row."""
        found = cls([], [], [], [])
        for k, chunk in enumerate(row):
            if chunk.senses:
                if Kind.OBJECT in chunk.senses:
                    found.things.append(k)
                if Kind.TRIGGER in chunk.senses:
                    found.acts.append(k)
            elif chunk.sort is Sort.DATE:
                found.days.append(k)
            elif chunk.sort is Sort.PLACE:
                found.places.append(k)
        return found


def within(chunks: list[int], lo: int, hi: int) -> list[int]:
    """Give those of some chunks in order that stand in ``[lo, hi)``."""
    return chunks[bisect_left(chunks, lo) : bisect_left(chunks, hi)]
