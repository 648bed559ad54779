"""What of a statement is compared, as one row of a table of numbers, so that a million pairs are compared at once.

Every number depends on the statement alone, never on the table it stands in, so that one statement against a store and all
statements against each other give the same weights.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from waqai.gazetteer.key import name_key, words_key
from waqai.gazetteer.loose import loose_key
from waqai.link.kin import Kin
from waqai.link.outlet import outlet_key
from waqai.link.statement import Statement
from waqai.link.wording import SLOTS, slots_in
from waqai.model import Harm
from waqai.text.fold import fold_key
from waqai.values.actor import UNKNOWN
from waqai.values.date import DatePrecision
from waqai.values.place import POINTS, PlacePrecision, PlaceValue

EXACT_DAY, ROUGH_DAY, SPAN, FROM_PAGE, NO_DAY = range(5)
"""How the day is known: a day word; the news cycle; somewhere in a span; only by the page's own day; not at all."""

DAILY_TYPE, DAILY_ACTOR = 1, 2
"""Bits of what is told every day (``data/link/kin.toml``)."""

LATE_DAYS: Final = 3
"""How long before its publication an undated act may lie: news of a third day is rare (measured by tools/fit_link_weights.py)."""

RADIUS_KM: Final = {
    PlacePrecision.SITE: 1.0,
    PlacePrecision.NEIGHBOURHOOD: 1.0,
    PlacePrecision.TOWN: 2.0,
    PlacePrecision.DISTRICT: 15.0,
    PlacePrecision.COUNTRYSIDE: 40.0,
    PlacePrecision.GOVERNORATE: 100.0,
}
"""How far the act may lie from the point of a place of this kind: the extent of such places in Syria, roughly."""

PARTS: Final = 6
"""Parts of a name that are compared: the words and the pairs of a name of three words are five."""
_SHORTEST_WORD: Final = 3

COLUMNS: Final = {
    "first": "i4", "last": "i4", "when": "u1",
    "lat": "f4", "lon": "f4", "radius": "f4", "fine": "?", "name": "i8", "loose": "i8", "admin": "i8",
    **{f"part{n}": "i8" for n in range(PARTS)},
    "type": "i8", "type_kin": "i8", "by": "i8", "by_kin": "i8", "to": "i8", "to_kin": "i8", "daily": "u1",
    "killed": "f4", "killed_most": "f4", "wounded": "f4", "wounded_most": "f4", "held": "f4", "held_most": "f4", "toll": "i8",
    "article": "i8", "outlet": "i8", "signed": "i8", "slots": f"V{2 * SLOTS}",
}  # fmt: skip
"""The numbers of one statement. Days are ordinals, the point degrees (NaN for none), the radius km; names and their parts are hashes, 0 for none;
kin are bits; of a toll the least (NaN for none) and the most (infinity for an open end); slots are those of the signature."""


class Table:
    """Rows of numbers, a column each; ``take`` picks rows, and copies a column only when it is asked for."""

    def __init__(self, columns: Mapping[str, NDArray[Any]], rows: NDArray[np.int64] | None = None) -> None:
        """Keep the columns, and which of their rows are meant: all when none are named."""
        self._columns = columns
        self._rows = rows
        self._taken: dict[str, NDArray[Any]] = {}

    def __len__(self) -> int:
        return len(self._columns["first"]) if self._rows is None else len(self._rows)

    def __getitem__(self, column: str) -> NDArray[Any]:
        if self._rows is None:
            return self._columns[column]
        if column not in self._taken:
            self._taken[column] = self._columns[column][self._rows]
        return self._taken[column]

    def take(self, rows: NDArray[np.int64]) -> Table:
        """Give these rows, in this order."""
        return Table(self._columns, rows if self._rows is None else self._rows[rows])

    def beside(self, other: Table) -> Table:
        """Give a table of both, the other's rows last."""
        return Table({name: np.concatenate((self[name], other[name])) for name in self._columns})

    def slots(self, among: NDArray[np.bool_]) -> NDArray[np.uint16]:
        """Give the signature's slots of the rows marked, one row each."""
        rows = np.flatnonzero(among) if self._rows is None else self._rows[among]
        return np.ascontiguousarray(self._columns["slots"][rows]).view("u2").reshape(len(rows), SLOTS)


@lru_cache(maxsize=1_000_000)
def number_of(name: str) -> int:
    """Give a name as a number that is the same on every machine; 0 for no name."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big", signed=True) if name else 0


def rows_of(statements: Sequence[Statement]) -> Table:
    """Give the statements as rows, in their order."""
    columns = zip(*map(_row, statements), strict=True) if statements else [()] * len(COLUMNS)
    return Table({name: np.array(c, COLUMNS[name]) for name, c in zip(COLUMNS, columns, strict=True)})


def _row(s: Statement) -> tuple[object, ...]:
    """Give one row's values in the order of ``COLUMNS``."""
    report = s.report
    return (
        *days_of(s),
        *_where(report.place),
        *_act(report.sub_event_type, report.initiators, report.targets),
        *_tolls(report.harm, report.place.country),
        number_of(s.article),
        number_of(outlet_key(s.outlet, s.url)),
        *_signed(s.signature),
    )


def days_of(s: Statement) -> tuple[int, int, int]:
    """Give the first and last day (ordinals) on which the act can have been, and how that is known."""
    when = s.report.date
    if when.start is not None and when.end is not None:
        first, last = when.start.toordinal(), when.end.toordinal()
        if when.precision in (DatePrecision.WEEK, DatePrecision.MONTH) or last - first > 1:
            return first, last, SPAN
        return first, last, EXACT_DAY if when.precision is DatePrecision.DAY else ROUGH_DAY
    if s.published is not None:
        last = s.published.toordinal()
        return last - LATE_DAYS, last, FROM_PAGE
    return 0, -1, NO_DAY


@lru_cache(maxsize=100_000)
def _where(place: PlaceValue) -> tuple[float | bool, ...]:
    lat, lon, of = place.lat, place.lon, place.point_precision or place.precision
    if lat is None or lon is None or (place.precision in POINTS and of not in POINTS):
        lat = lon = math.nan  # a village that has only its parent's point has none to compare
    return (
        lat,
        lon,
        max(RADIUS_KM[of], (place.radius_m or 0) / 1000),
        place.precision in POINTS,
        number_of(name_key(place.name)),
        number_of(loose_key(place.name)),
        number_of(f"{place.country}/{place.admin1}" if place.admin1 else ""),
        *_parts(place.name),
    )


def _parts(name: str) -> list[int]:
    """Give the words of a name and its pairs of words, as numbers: the hospital of a town is named after the town."""
    words = [w for w in fold_key(name).split() if len(w) >= _SHORTEST_WORD]
    if len(words) < 2:
        return [0] * PARTS
    parts = [number_of(words_key(some)) for some in ([[w] for w in words] + [list(p) for p in pairwise(words)])]
    return (parts + [0] * PARTS)[:PARTS]


@lru_cache(maxsize=100_000)
def _act(sub_event_type: str, initiators: tuple[str, ...], targets: tuple[str, ...]) -> tuple[int, ...]:
    kin = Kin.load()
    by, to = _named(initiators), _named(targets)
    return (
        number_of(sub_event_type),
        kin.types.get(sub_event_type, 0),
        number_of(" ".join(by)),
        kin.of_actors(by),
        number_of(" ".join(to)),
        kin.of_actors(to),
        DAILY_TYPE * (sub_event_type in kin.daily) + DAILY_ACTOR * kin.daily.issuperset(by),
    )


def _named(actors: tuple[str, ...]) -> list[str]:
    return sorted(set(actors) - {UNKNOWN})


@lru_cache(maxsize=100_000)
def _tolls(harm: tuple[Harm, ...], country: str | None) -> tuple[float, ...]:
    """Give least and most of killed, wounded and held; and the dead as a name, when they are exact and more than one.

    Few acts of a day in a country have the same number of dead.
    """
    killed = _toll(harm, "killed")
    least, most = killed
    name = number_of(f"{country} {least:.0f}") if least == most and least > 1 else 0
    return *killed, *_toll(harm, "wounded"), *_toll(harm, "detained", "abducted"), name


def _toll(harm: Sequence[Harm], *kinds: str) -> tuple[float, float]:
    """Give least and most over all rows of these kinds; NaN when there is none, infinity for an open end."""
    mine = [h for h in harm if h.kind in kinds]
    if not mine:
        return math.nan, math.nan
    return sum(h.min or 0 for h in mine), sum(math.inf if h.max is None else h.max for h in mine)


def _signed(signature: str | None) -> tuple[int, bytes]:
    """Give which kind of signature it is, and its slots."""
    if not signature:
        return 0, b""
    return number_of(f"{signature[:2]} {len(signature)}"), slots_in(signature)
