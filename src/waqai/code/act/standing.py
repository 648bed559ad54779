"""Where in a sentence the days, the places, the things and the acts stand: looked for once, and not in every clause by every rule."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Self

import msgspec

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort


class Standing(msgspec.Struct, frozen=True, gc=False):
    """The chunks of ``[lo, hi)`` that are days, places or actors, that can be things, name acts, harm, or steer how a clause is read, each in the order of the row."""

    lo: int
    hi: int
    days: list[int]
    places: list[int]
    actors: list[int]
    things: list[int]
    acts: list[int]
    harms: list[int]
    steering: list[int]

    @classmethod
    def of(cls, row: Sequence[Chunk], lo: int, hi: int) -> Self:
        """Look through chunks ``[lo, hi)`` of a row."""
        found = cls(lo, hi, [], [], [], [], [], [], [])
        for k, chunk in enumerate(row[lo:hi], lo):
            senses, sort = chunk.senses, chunk.sort
            if senses:
                if Kind.OBJECT in senses:
                    found.things.append(k)
                if chunk.tells:
                    if Kind.TRIGGER in senses:
                        found.acts.append(k)
                    if Kind.HARM in senses:
                        found.harms.append(k)
                    found.steering.append(k)
                elif chunk.particle or (chunk.joined and Kind.SOURCE in senses):
                    found.steering.append(k)
            elif sort is Sort.ACTOR:
                found.actors.append(k)
                if getattr(chunk.mention, "hedged", False):
                    found.steering.append(k)
            elif sort is Sort.PLACE:
                found.places.append(k)
            elif sort is Sort.DATE:
                found.days.append(k)
        return found

    def within(self, lo: int, hi: int) -> Standing:
        """Give those that stand in ``[lo, hi)``: most sentences are one clause, and all of them do."""
        if lo == self.lo and hi == self.hi:
            return self
        return Standing(
            lo,
            hi,
            days=_within(self.days, lo, hi),
            places=_within(self.places, lo, hi),
            actors=_within(self.actors, lo, hi),
            things=_within(self.things, lo, hi),
            acts=_within(self.acts, lo, hi),
            harms=_within(self.harms, lo, hi),
            steering=_within(self.steering, lo, hi),
        )


def _within(chunks: list[int], lo: int, hi: int) -> list[int]:
    return chunks[bisect_left(chunks, lo) : bisect_left(chunks, hi)]
