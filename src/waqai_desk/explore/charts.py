"""Figures for the charts: counts by month and by code, asked of the database in one query each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

import msgspec
from django.db.models import Count, F, QuerySet, Sum

from waqai_desk.explore.filters import Seen
from waqai_desk.store.models import Incident
from waqai_desk.web import labels

_MOST_COLUMNS: Final = 36
"""Months after which years are shown: columns stay wide enough to read."""


class Bar(msgspec.Struct, frozen=True):
    """One bar: what it is called, what it counts, and the filter that shows what it is made of."""

    name: str
    count: int
    query: str = ""


class Column(msgspec.Struct, frozen=True):
    """One column of a drawing 600 wide and 160 high: its corner and size."""

    name: str
    count: int
    killed: int
    x: float
    y: float
    width: float
    height: float
    is_named: bool


class Columns(msgspec.Struct, frozen=True):
    """A series over time, and its greatest count."""

    columns: list[Column]
    top: int
    by_year: bool


def over_time(incidents: QuerySet[Incident], *, right_to_left: bool) -> Columns:
    """Count by month, or by year when there are many months; time runs in the direction of reading."""
    days = _days(incidents)
    rows = _counts(days, by_year=False)
    by_year = len(rows) > _MOST_COLUMNS
    rows = (_counts(days, by_year=True) if by_year else rows)[-_MOST_COLUMNS:]
    top = max((n for _, n, _ in rows), default=0)
    step = 600 / max(len(rows), 1)
    every = max(1, round(len(rows) / 8))
    columns = []
    for i, (day, n, killed) in enumerate(rows):
        left = 600 - (i + 1) * step if right_to_left else i * step
        height = round(130 * n / top, 1) if top else 0
        name = str(day.year) if by_year else f"{day.year}-{day.month:02}"
        columns.append(
            Column(
                name,
                n,
                killed,
                round(left + step * 0.1, 1),
                round(140 - height, 1),
                round(step * 0.8, 1),
                height,
                i % every == 0,
            )
        )
    return Columns(columns, top, by_year)


def _counts(days: Sequence[tuple[date, int, int]], *, by_year: bool) -> list[tuple[date, int, int]]:
    found: dict[date, tuple[int, int]] = {}
    for day, n, killed in days:
        when = day.replace(month=1, day=1) if by_year else day.replace(day=1)
        before = found.get(when, (0, 0))
        found[when] = (before[0] + n, before[1] + killed)
    return [(when, n, killed) for when, (n, killed) in sorted(found.items())]


def _days(incidents: QuerySet[Incident]) -> list[tuple[date, int, int]]:
    """Count by day; months are cut here, because SQLite would call Python for every row to cut them."""
    rows: Any = incidents.exclude(date_start=None).order_by().values(day=Seen(F("date_start")))
    return [(r["day"], r["n"], r["killed"] or 0) for r in rows.annotate(n=Count("id"), killed=Sum("killed_best"))]


def by_code(incidents: QuerySet[Incident], column: str, *, most: int = 8) -> list[Bar]:
    """Count by a code, most frequent first."""
    rows: Any = incidents.order_by().values(code=Seen(F(column))).annotate(n=Count("id")).order_by("-n", "code")[:most]
    query = {"event_type": "type"}.get(column, column)
    return [Bar(labels.label(column, r["code"]) or "—", r["n"], urlencode({query: r["code"]})) for r in rows]
