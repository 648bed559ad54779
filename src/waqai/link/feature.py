"""What of a statement is compared, as one row of a table of numbers: a million rows are compared as fast as ten.

Every number depends on the statement alone, never on the table it stands in, so that one statement against a store and all
statements against each other give the same weights.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from waqai.gazetteer.key import name_key
from waqai.gazetteer.loose import loose_key
from waqai.link.kin import Kin
from waqai.link.outlet import outlet_key
from waqai.link.statement import Statement
from waqai.model import Harm, Report
from waqai.values.actor import UNKNOWN
from waqai.values.date import DatePrecision
from waqai.values.place import PlacePrecision, PlaceValue

Table: TypeAlias = NDArray[np.void]

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

_FINE: Final = frozenset({PlacePrecision.SITE, PlacePrecision.NEIGHBOURHOOD, PlacePrecision.TOWN})
SLOTS: Final = 128
"""Slots of a near-copy signature (``waqai.read.near_copy``)."""

ROW: Final = np.dtype(
    [
        ("first", "i4"), ("last", "i4"), ("when", "u1"),
        ("lat", "f4"), ("lon", "f4"), ("radius", "f4"), ("fine", "?"), ("name", "i8"), ("loose", "i8"), ("admin", "i8"),
        ("type", "i8"), ("type_kin", "i8"), ("by", "i8"), ("by_kin", "i8"), ("to", "i8"), ("to_kin", "i8"), ("daily", "u1"),
        ("killed", "f4", 2), ("wounded", "f4", 2), ("held", "f4", 2), ("toll", "i8"),
        ("article", "i8"), ("outlet", "i8"), ("signed", "i8"), ("slots", f"V{2 * SLOTS}"),
    ]
)  # fmt: skip
"""One statement. Days are ordinals, the point degrees (NaN for none), the radius km; names are hashes, 0 for none; kin are bits."""


@lru_cache(maxsize=1_000_000)
def number_of(name: str) -> int:
    """Give a name as a number that is the same on every machine; 0 for no name."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big", signed=True) if name else 0


def rows_of(statements: Sequence[Statement]) -> Table:
    """Give the statements as rows, in their order."""
    return np.array([_row(s) for s in statements], ROW)


def _row(s: Statement) -> tuple[object, ...]:
    """Give one row's values in the order of ``ROW``."""
    report = s.report
    return (
        *days_of(s),
        *_where(report.place),
        *_act(report),
        *(_toll(report.harm, *kinds) for kinds in (("killed",), ("wounded",), ("detained", "abducted"))),
        _toll_number(report),
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


def _where(place: PlaceValue) -> tuple[float | bool, ...]:
    lat, lon, of = place.lat, place.lon, place.point_precision or place.precision
    if lat is None or lon is None or (place.precision in _FINE and of not in _FINE):
        lat = lon = math.nan  # a village that has only its parent's point has none to compare
    return (
        lat,
        lon,
        max(RADIUS_KM[of], (place.radius_m or 0) / 1000),
        place.precision in _FINE,
        _name_number(place.name),
        _loose_number(place.name),
        number_of(f"{place.country}/{place.admin1}" if place.admin1 else ""),
    )


@lru_cache(maxsize=100_000)
def _name_number(name: str) -> int:
    return number_of(name_key(name))


@lru_cache(maxsize=100_000)
def _loose_number(name: str) -> int:
    return number_of(loose_key(name))


def _act(report: Report) -> tuple[int, ...]:
    kin = Kin.load()
    by, to = _named(report.initiators), _named(report.targets)
    return (
        number_of(report.sub_event_type),
        kin.types.get(report.sub_event_type, 0),
        number_of(" ".join(by)),
        kin.of_actors(by),
        number_of(" ".join(to)),
        kin.of_actors(to),
        DAILY_TYPE * (report.sub_event_type in kin.daily) + DAILY_ACTOR * kin.daily.issuperset(by),
    )


def _named(actors: Sequence[str]) -> list[str]:
    return sorted(set(actors) - {UNKNOWN})


def _toll(harm: Sequence[Harm], *kinds: str) -> tuple[float, float]:
    """Give least and most over all rows of these kinds; NaN when there is none, infinity for an open end."""
    mine = [h for h in harm if h.kind in kinds]
    if not mine:
        return np.nan, np.nan
    return sum(h.min or 0 for h in mine), sum(np.inf if h.max is None else h.max for h in mine)


def _toll_number(report: Report) -> int:
    """Give the number of dead with the country, when it is exact and more than one: few acts of a day have the same."""
    least, most = _toll(report.harm, "killed")
    return number_of(f"{report.place.country} {least:.0f}") if least == most and least > 1 else 0


def _signed(signature: str | None) -> tuple[int, bytes]:
    """Give which kind of signature it is, and its slots: two hex digits of version, then four a slot."""
    if not signature:
        return 0, b""
    return number_of(f"{signature[:2]} {len(signature)}"), bytes.fromhex(signature[2:])


def slots_of(table: Table) -> NDArray[np.uint16]:
    """Give the slots of the rows' signatures, one row each."""
    return np.ascontiguousarray(table["slots"]).view("u2").reshape(len(table), SLOTS)
