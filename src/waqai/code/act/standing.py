"""Where in the row of chunks the days, the places, the things and the acts stand: looked for once, and not in every clause by every rule."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Self

import msgspec

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.tagged import Sentence


class Standing(msgspec.Struct, frozen=True, gc=False):
    """The chunks of the story that are days, places or actors, that can be things, that can name acts, and harm, each in the order of the row."""

    days: list[int]
    places: list[int]
    actors: list[int]
    things: list[int]
    acts: list[int]
    harms: list[int]

    @classmethod
    def of(cls, row: Sequence[Chunk], sentences: Sequence[Sentence]) -> Self:
        """Look through the sentences of a row."""
        found = cls([], [], [], [], [], [])
        for sentence in sentences:
            for k, chunk in enumerate(row[sentence.lo : sentence.hi], sentence.lo):
                senses, sort = chunk.senses, chunk.sort
                if senses:
                    if Kind.OBJECT in senses:
                        found.things.append(k)
                    if chunk.tells:
                        if Kind.TRIGGER in senses:
                            found.acts.append(k)
                        if Kind.HARM in senses:
                            found.harms.append(k)
                elif sort is Sort.ACTOR:
                    found.actors.append(k)
                elif sort is Sort.PLACE:
                    found.places.append(k)
                elif sort is Sort.DATE:
                    found.days.append(k)
        return found


def within(chunks: list[int], lo: int, hi: int) -> list[int]:
    """Give those of some chunks in order that stand in ``[lo, hi)``."""
    return chunks[bisect_left(chunks, lo) : bisect_left(chunks, hi)]
