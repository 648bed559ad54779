"""A toll that is told first and then place by place: "eight were killed, |five of them in A and three in B|" (ruling 7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN
from waqai.tag.harm.find import HURT, HarmMention
from waqai.tag.harm.group import read_group
from waqai.tag.number.find import NumberMention
from waqai.tag.place.find import PlacePhrase
from waqai.values.place import POINTS

_SHARED: Final = HURT | {"detained"}
_SUBSET: Final = "subset"
_OF_THEM: Final = frozenset({_SUBSET, "of_them"})
_TWO: Final = 2
_LONGEST: Final = 4
"""Chunks of a share between two places: a comma, a number, "of them", "civilians"."""


def shares_of(
    row: Sequence[Chunk],
    places: Sequence[tuple[int, PlacePhrase]],
    harm: Sequence[HarmMention],
    preps: frozenset[str] = IN,
) -> dict[int, list[HarmMention]]:
    """Give what each place (chunk) behind one of ``preps`` had of the one toll told before them; empty where not each has a share, or the shares are more than the toll."""
    if places[0][1].precision not in POINTS:
        places = places[1:]  # "in the countryside of C, five of them in A and three in B"
    if len(places) < _TWO:
        return {}
    first, last = places[0][0], places[-1][0]
    if last - first > _LONGEST * (len(places) - 1) or row[first - 1].sort not in (Sort.NUMBER, Sort.WORD):
        return {}
    before = [h for h in harm if h.last <= first and h.kind in _SHARED and h.count.max is not None]
    if len(before) != 1 or (most := before[0].count.max or 0) < _TWO:
        return {}
    total = before[0]
    if any(h.first >= first and h.kind != total.kind for h in harm if h.at < last):
        return {}
    shares: dict[int, list[HarmMention]] = {}
    end = total.at + 1
    for at, _ in places:
        own = _share(row, end, at, total)
        if own is None or row[at].prep not in preps:
            return {}
        shares[at] = [own]
        end = at + 1
    return shares if sum(own.count.min or 0 for (own,) in shares.values()) <= most else {}


def _share(row: Sequence[Chunk], lo: int, at: int, total: HarmMention) -> HarmMention | None:
    """Read a number, or one or two people, right before a place: "|five of them| in A", "and |a woman| in B"."""
    parted = (k + 1 for k in range(at - 1, lo - 1, -1) if _parts(row[k], is_last=k == at - 1))
    start = next(parted, lo)
    words = [k for k in range(start, at) if row[k].particle not in _OF_THEM]
    if not words or (start == lo and not row[words[0]].joined):
        return None
    told, one = row[words[0]].mention, row[words[0]].reading(Kind.VICTIM)
    count = None
    if isinstance(told, NumberMention) and told.counts and len(words) <= _TWO:
        named = len(words) == 1 or row[words[1]].reading(Kind.VICTIM) is not None
        count = told.count if named else None
    elif one is not None and len(words) == 1 and (group := read_group(row, words[0], at, total.who)) is not None:
        count = group.parts[0][1] if len(group.parts) == 1 else None
    if count is None:
        return None
    return msgspec.structs.replace(total, first=words[0], last=at, at=words[0], count=count)


def _parts(chunk: Chunk, *, is_last: bool) -> bool:
    """Tell whether a mark, or "among them" ahead of a number, parts a share from what is told before; "five |of them| in A" does not."""
    return chunk.sort is Sort.STOP or (chunk.particle == _SUBSET and not is_last)
