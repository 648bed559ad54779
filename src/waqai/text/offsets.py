"""The way back from folded text to the characters of the page.

Folding changes few stretches and leaves the rest alone, so the map keeps one row for each edit, not for
each character: raw ``[a, b)`` became folded ``[c, d)``. Between edits both texts run in step.
"""

from __future__ import annotations

from bisect import bisect_right

import msgspec


class Edit(msgspec.Struct, frozen=True):
    """Raw code points ``[raw_start, raw_end)`` became folded ``[start, end)``."""

    raw_start: int
    raw_end: int
    start: int
    end: int


class OffsetMap:
    """A two-way map between code points of a raw text and of its folded form."""

    __slots__ = ("_end", "_raw_end", "_raw_start", "_start")

    def __init__(self, edits: list[tuple[int, int, int, int]]) -> None:
        """Take ``(raw_start, raw_end, start, end)`` rows in text order, not overlapping."""
        self._raw_start = [e[0] for e in edits]
        self._raw_end = [e[1] for e in edits]
        self._start = [e[2] for e in edits]
        self._end = [e[3] for e in edits]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Find the raw stretch behind folded ``[start, end)``.

        A mark that was removed belongs to the letter before it, so tashkeel at the right edge is
        included. A stretch that cuts an expansion takes the whole raw character.
        """
        k = bisect_right(self._end, start)
        if k < len(self._start) and self._start[k] < start:
            left = self._raw_start[k]
        else:
            left = self._raw_end[k - 1] + start - self._end[k - 1] if k else start
        return left, left if end <= start else self._raw_right(end)

    def _raw_right(self, at: int) -> int:
        k = bisect_right(self._start, at) - 1
        if k < 0:
            return at
        if at <= self._end[k]:
            return self._raw_end[k] if at > self._start[k] or self._start[k] == self._end[k] else self._before(k, at)
        return self._raw_end[k] + at - self._end[k]

    def _before(self, k: int, at: int) -> int:
        return at if k == 0 else self._raw_end[k - 1] + at - self._end[k - 1]

    def folded_span(self, start: int, end: int) -> tuple[int, int]:
        """Find the folded stretch of raw ``[start, end)``; an edit that is cut is taken whole."""
        return self._folded(start, right=False), self._folded(end, right=True)

    def _folded(self, at: int, *, right: bool) -> int:
        k = bisect_right(self._raw_end, at) - 1
        if k + 1 < len(self._raw_start) and self._raw_start[k + 1] < at:
            return self._end[k + 1] if right else self._start[k + 1]
        return at if k < 0 else self._end[k] + at - self._raw_end[k]
