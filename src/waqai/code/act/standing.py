"""Where in the row of chunks the days, the things and the acts stand: looked for once, and not in every clause by every rule."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Self

import msgspec

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort


class Standing(msgspec.Struct, frozen=True, gc=False):
    """The chunks that are days, that can be things, and that can name acts, each in the order of the row."""

    days: list[int]
    things: list[int]
    acts: list[int]

    @classmethod
    def of(cls, row: Sequence[Chunk]) -> Self:
        """Look through a row."""
        days: list[int] = []
        things: list[int] = []
        acts: list[int] = []
        for k, chunk in enumerate(row):
            if chunk.sort is Sort.DATE:
                days.append(k)
            if chunk.senses:
                if Kind.OBJECT in chunk.senses:
                    things.append(k)
                if Kind.TRIGGER in chunk.senses:
                    acts.append(k)
        return cls(days, things, acts)


def within(chunks: list[int], lo: int, hi: int) -> list[int]:
    """Give those of some chunks in order that stand in ``[lo, hi)``."""
    return chunks[bisect_left(chunks, lo) : bisect_left(chunks, hi)]
