"""Blocking: which statements are worth comparing, as keys that they share.

A key joins a stretch of time with a stretch of space. A statement stands under each of its days and the day after the last,
so that neighbours in time share a key, and when its day is that of the news cycle under the day before too; under the four corners of its cell, so that neighbours in space do; under
its place's name, because two pages may put one name on two points, and without a point under the parts of its name; under its number of dead, because two pages may name two
places; and under its governorate. A fine place is looked for under the governorate only by coarse ones (a village against
"the countryside") and by those without a point, never by other villages: that would compare all of a governorate's day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from waqai.link.feature import NO_DAY, PARTS, ROUGH_DAY, Table

CELL_DEGREES: Final = 0.1
"""Side of a cell, about 11 km: two points less than that apart always share a corner."""
LONGEST_DAYS: Final = 32
"""Days of a span under which a statement stands: a month, the coarsest date that an incident has (codebook, section 1)."""
_CELL, _NAME, _FINE, _COARSE, _TOLL = range(5)
_PAYLOAD_BITS: Final = 37
_KIND_BITS: Final = 3
_COLUMNS: Final = 1 << 12

Keys: TypeAlias = NDArray[np.int64]
"""``day << 40 | kind << 37 | place``: sorted keys are sorted by day."""


class Entries(NamedTuple):
    """Which rows stand under which keys and look for others under them: parallel arrays, an entry each.

    Two rows are candidates when one stands where the other looks.
    """

    key: Keys
    row: NDArray[np.int64]
    stands: NDArray[np.bool_]
    looks: NDArray[np.bool_]


def day_of(keys: Keys) -> NDArray[np.int64]:
    """Give the day (ordinal) of each key."""
    return keys >> (_PAYLOAD_BITS + _KIND_BITS)


def entries_of(table: Table) -> Entries:
    """Give all entries of all rows. A row without any day has none."""
    place, rows, stands, looks = _spaces(table)
    since, last = since_of(table)[rows], table["last"][rows].astype(np.int64)
    # One day more than the span, so that acts of two neighbouring days share the second.
    days = np.where(table["when"][rows] == NO_DAY, 0, np.minimum(last - since + 2, LONGEST_DAYS))
    of = np.repeat(np.arange(len(rows)), days)
    nth = np.arange(len(of)) - np.repeat(np.cumsum(days) - days, days)
    key = ((since[of] + nth) << (_PAYLOAD_BITS + _KIND_BITS)) | place[of]
    return Entries(key, rows[of], stands[of], looks[of])


def since_of(table: Table) -> NDArray[np.int64]:
    """Give the first day under which each row stands: what a page tells as news may be two days old."""
    back: NDArray[np.int64] = table["first"] - (table["when"] == ROUGH_DAY).astype(np.int64)
    return back


def candidate_pairs(
    table: Table, *, first: int | None = None, most: int = 200_000
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Give every pair of candidate rows once, the lower row first, in pieces of about ``most`` pairs or one day.

    ``first``: only pairs with one of so many first rows are asked for; others may be left out.
    """
    entries = entries_of(table)
    # Whom a coarse row seeks under _FINE finds the coarse row under _COARSE: one of the two is enough for pairs.
    kept = (entries.key >> _PAYLOAD_BITS) & ((1 << _KIND_BITS) - 1) != _FINE
    if first is not None:
        kept &= np.isin(entries.key, entries.key[entries.row < first])
    key, row, stands = entries.key[kept], entries.row[kept], entries.stands[kept]
    order = np.lexsort((~stands, key))  # those who stand first: they meet all that follow in their group
    key, row, stands = key[order], row[order], stands[order]
    since = since_of(table)
    ends = np.searchsorted(key, key, side="right")
    partners = np.where(stands, ends - np.arange(len(key)) - 1, 0)
    for start, end in _pieces(key, partners, most):
        count = partners[start:end]
        one = np.repeat(np.arange(start, end), count)
        other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(count) - count, count)
        a, b = row[one], row[other]
        # A pair shares several keys; it is taken on the first day that both have.
        fresh = (day_of(key[one]) == np.maximum(since[a], since[b])) & (a != b)
        a, b = a[fresh], b[fresh]
        pair = np.sort(np.minimum(a, b) * len(table) + np.maximum(a, b))
        pair = pair[np.diff(pair, prepend=-1) > 0]
        yield pair // len(table), pair % len(table)


def _pieces(key: Keys, partners: NDArray[np.int64], most: int) -> Iterator[tuple[int, int]]:
    """Cut the sorted entries between days, so that a piece has about ``most`` pairs."""
    starts = np.flatnonzero(np.diff(day_of(key), prepend=-1))
    done = np.concatenate(([0], np.cumsum(partners)))
    start = 0
    for at in [*starts[1:].tolist(), len(key)]:
        if at == len(key) or done[at] - done[start] >= most:
            yield start, at
            start = at


def _spaces(table: Table) -> tuple[Keys, NDArray[np.int64], NDArray[np.bool_], NDArray[np.bool_]]:
    """Give kind and place of every entry but its day, its row, and whether the row stands there and looks there."""
    rows = np.arange(len(table), dtype=np.int64)
    fine = table["fine"]
    pointed = rows[fine & ~np.isnan(table["lat"])]
    x = np.floor((table["lon"][pointed].astype(np.float64) + 180) / CELL_DEGREES).astype(np.int64)
    y = np.floor((table["lat"][pointed].astype(np.float64) + 90) / CELL_DEGREES).astype(np.int64)
    named = rows[table["name"] != 0]
    pointless = rows[fine & np.isnan(table["lat"])]
    held = table["admin"] != 0
    small, large = rows[fine & held], rows[(~fine | np.isnan(table["lat"])) & held]
    parts = [(part, pointless[part[pointless] != 0]) for part in (table[f"part{n}"] for n in range(PARTS))]
    counted = rows[table["toll"] != 0]
    admin = table["admin"]
    found = [
        *((_key(_CELL, (y + dy) * _COLUMNS + x + dx), pointed, True, True) for dx in (0, 1) for dy in (0, 1)),
        (_key(_NAME, table["name"][named]), named, True, True),
        *((_key(_NAME, part[has]), has, True, True) for part, has in parts),
        (_key(_TOLL, table["toll"][counted]), counted, True, True),
        (_key(_FINE, admin[small]), small, True, False),
        (_key(_FINE, admin[large]), large, False, True),
        (_key(_COARSE, admin[large]), large, True, True),
        (_key(_COARSE, admin[small]), small, False, True),
    ]
    sizes = [len(owners) for _, owners, _, _ in found]
    return (
        np.concatenate([keys for keys, *_ in found]),
        np.concatenate([owners for _, owners, *_ in found]),
        np.repeat([stands for *_, stands, _ in found], sizes),
        np.repeat([looks for *_, looks in found], sizes),
    )


def _key(kind: int, place: NDArray[np.int64]) -> Keys:
    return (np.int64(kind) << _PAYLOAD_BITS) | (place & ((1 << _PAYLOAD_BITS) - 1))
