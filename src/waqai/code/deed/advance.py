"""Advances of an armed side inside a place, which take ground there: "the forces advanced |in| A", "A |saw an advance of| X"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN
from waqai.tag.place.find import PlacePhrase


def moves_in(row: Sequence[Chunk], lo: int, k: int, hi: int) -> bool:
    """Tell whether an armed side advances inside a place, not towards it: "the forces advanced |in| A, |on the front of| A", "A |saw an advance of| X"."""
    near = range(max(lo, k - 3), min(hi, k + 3))
    whose = k + 1 < hi and row[k + 1].names_side and row[k + 1].prep == "ل" and row[k + 1].gap <= 1
    if not whose and all(row[j].sort is not Sort.ACTOR or row[j].prep for j in near):
        return False
    return _is_seen_in(row, lo, k) or any(_is_where(row, k, j) for j in range(k + 1, min(hi, k + 10)))


def _is_where(row: Sequence[Chunk], k: int, j: int) -> bool:
    """Tell whether a place is where an advance told at ``k`` was: "in A", the front of A, one of those that are told one by one."""
    chunk, place = row[j], row[j].mention
    if not isinstance(place, PlacePhrase):
        return False
    listed = place.list_id >= 0 and not chunk.prep and chunk.gap > 0  # "the areas in which they advanced |are| A and B"
    return chunk.prep in IN or listed or (place.kind == _FRONT and _is_on_front(row, k, j))


def _is_on_front(row: Sequence[Chunk], k: int, j: int) -> bool:
    """Tell whether a front is advanced on, or one of several that are: "advanced |on the front of| A", "on fronts, |among them that of| A"."""
    return row[j].prep == _ON or any(row[i].particle == _OF_THEM for i in range(k + 1, j))


def _is_seen_in(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a place stands before an advance as what sees it: "the quarters of A and B saw |an advance|"."""
    if not row[k].text.startswith(ADVANCE) or row[k].gap > _SAW or k <= lo:
        return False
    first = k - 1
    while first > lo and row[first].sort is Sort.PLACE and row[first].joined and row[first - 1].sort is Sort.PLACE:
        first -= 1
    return (
        row[first].sort is Sort.PLACE
        and not row[first].prep
        and (row[first].gap > 0 or row[k].gap > 0 or _sees(row, lo, first))
    )


def _sees(row: Sequence[Chunk], lo: int, first: int) -> bool:
    return first > lo and row[first - 1].has(_SEES)


_FRONT: Final = "front"
_OF_THEM: Final = "of_them"
ADVANCE: Final = "تقدما"
"""The accusative of an advance, which is what somebody makes or some place sees."""
_SAW: Final = 4
"""Unread words between a place and the advance that it saw: "|has also seen| an advance"."""
_SEES: Final = "particle.ongoing.sees"
_ON: Final = "علي"
