"""Places that head an item of a round-up, or a story with the agencies that tell it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort


def is_header(row: Sequence[Chunk], lo: int, hi: int, k: int) -> bool:
    """Tell whether a place heads a section of a round-up ("حلب::"), or a story with the agency that tells it: "A (agencies) –"."""
    if k > lo + 2 or k + 1 >= hi or row[k + 1].sort is not Sort.STOP or row[k + 1].gap > 2:
        return False
    if _is_before_agencies(row, hi, k + 1) and not row[k].prep:
        return True
    if row[k + 1].text == "(":
        end = next((j for j in range(k + 2, min(k + _AGENCY, hi - 1)) if row[j].text == ")"), hi)
        return end + 1 < hi and row[end + 1].gap == 0 and row[end + 1].text in (":", "-")
    return row[k + 1].text == ":" or (row[k + 1].text == "-" and getattr(row[k].mention, "list_id", -1) < 0)


def _is_before_agencies(row: Sequence[Chunk], hi: int, at: int) -> bool:
    """Tell whether the agencies that tell a story follow in brackets, other capitals between: "A (agencies) …", "A, B (agencies) …"."""
    while at + 2 < hi and row[at].text == "," and row[at + 1].sort in (Sort.PLACE, Sort.ACTOR):
        at += 2
    return at + 1 < hi and row[at].text == "(" and row[at + 1].has(_HEAD_AGENCY)


_HEAD_AGENCY: Final = "source.name.head_agency"
_AGENCY: Final = 5
"""Chunks from a town to the end of the bracket that names the agency."""


def is_byline(row: Sequence[Chunk], lo: int, hi: int) -> bool:
    """Tell whether a line only says in which cities a story was written, and for whom: "A - B: «outlet»", "A - B - agencies"."""
    if not (lo + 2 < hi <= lo + _BYLINE) or row[lo + 1].text != "-":
        return False
    if row[lo].sort is not Sort.PLACE or row[lo + 2].sort is not Sort.PLACE or row[lo].prep or row[lo + 2].prep:
        return False
    rest = row[lo + 3 : hi]
    for_whom = any(c.reading(Kind.SOURCE) is not None for c in rest)
    for_whom = for_whom or (hi < len(row) and row[hi - 1].text == ":" and 0 < row[hi].gap <= _OUTLET)
    return for_whom and all(c.sort in (Sort.PLACE, Sort.STOP) or c.reading(Kind.SOURCE) is not None for c in rest)


_BYLINE: Final = 8
_OUTLET: Final = 4
"""Words of an outlet's name."""
