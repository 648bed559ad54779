"""Tolls told place by place: "which killed four in A and two in B", "shelled A, B and C, which wounded a man in B" (ruling 7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.lexicon.entry import Kind
from waqai.tag.chunks import Chunk, Sort
from waqai.tag.harm import HURT, HarmMention
from waqai.tag.numbers import NumberMention
from waqai.tag.places import PlacePhrase

_IN: Final = frozenset({"في", "ب", "ضمن"})
_REACH: Final = 3
"""Chunks between a toll and its place."""


def harm_by_place(
    row: Sequence[Chunk], places: Sequence[tuple[int, PlacePhrase]], harm: Sequence[HarmMention]
) -> tuple[list[HarmMention], dict[int, list[HarmMention]]]:
    """Give the tolls of a clause, with those that only a number tells, and which of them which place (chunk) suffered.

    Empty where tolls do not stand each before a place of its own.
    """
    if len(places) < _TWO or not harm:
        return list(harm), {}
    told: dict[int, list[HarmMention]] = {}
    every = list(harm)
    last: HarmMention | None = None
    end = 0
    for at, _ in places:
        own = [h for h in harm if end <= h.at < at and at - h.last < _REACH]
        if (
            not own
            and last is not None
            and last.kind in HURT
            and (more := _number_alone(row, end, at, last)) is not None
        ):
            own = [more]
            every.append(more)
        if own and row[at].prep in _IN:
            told[at] = own
            last = own[-1]
        end = at + 1
    return (every, told) if told else (list(harm), {})


_TWO: Final = 2


def _number_alone(row: Sequence[Chunk], lo: int, at: int, last: HarmMention) -> HarmMention | None:
    """Read "and |two| in B" behind a toll of another place: of the same harm, with the number alone or with whom it counts."""
    if lo >= at or not row[lo].joined or any(row[k].sort is Sort.STOP for k in range(lo, at)):
        return None
    mention = row[lo].mention
    if not isinstance(mention, NumberMention) or not mention.counts or at - lo > _TWO:
        return None
    if at - lo == _TWO and row[lo + 1].reading(Kind.VICTIM) is None:
        return None
    return msgspec.structs.replace(last, first=lo, last=at, at=lo, count=mention.count)
