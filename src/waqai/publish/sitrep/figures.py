"""The figures of a report: counts and tolls by type, place, initiator and day, beside the period before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final

import msgspec

from waqai.model import Incident
from waqai.publish.day import middle
from waqai.publish.sitrep.period import Period
from waqai.publish.toll import is_disputed, rows_of, total
from waqai.values.actor import UNKNOWN

_MOST_ROWS: Final = 12
"""Rows of a table before the rest is left to the release's tables."""


class Range(msgspec.Struct, frozen=True):
    """A toll as low, best and high; ``high`` is ``None`` where a source leaves it open."""

    low: int
    best: int
    high: int | None

    def __str__(self) -> str:
        if self.high is None:
            return f"{self.low}+"
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


class Row(msgspec.Struct, frozen=True):
    """A row of a table: what it is about, incidents now and before, tolls now."""

    key: str
    incidents: int
    before: int
    killed: Range
    wounded: Range


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """All figures of a report; ``incidents`` come with the gravest first."""

    period: Period
    incidents: tuple[Incident, ...]
    before: int
    killed: Range
    killed_civilians: Range
    wounded: Range
    disputed: int
    by_type: tuple[Row, ...]
    by_area: tuple[Row, ...]
    by_place: tuple[Row, ...]
    by_actor: tuple[Row, ...]
    by_day: tuple[tuple[date, int], ...]


def figures(incidents: Iterable[Incident], period: Period) -> Figures:
    """Count what lies in the period and in the one before; the rest is passed over."""
    earlier = period.before()
    now: list[Incident] = []
    then: list[Incident] = []
    for incident in incidents:
        if period.has(incident):
            now.append(incident)
        elif earlier.has(incident):
            then.append(incident)
    now.sort(key=gravity)
    days = Counter(middle(i.date) for i in now)
    return Figures(
        period=period,
        incidents=tuple(now),
        before=len(then),
        killed=_sum(now, "killed"),
        killed_civilians=_sum(now, "killed", who="civilians"),
        wounded=_sum(now, "wounded"),
        disputed=sum(any(is_disputed(row) for row in i.toll) for i in now),
        by_type=_rows(now, then, lambda i: [i.event_type]),
        by_area=_rows(now, then, lambda i: [f"{i.place.country or ''}|{i.place.admin1 or ''}"]),
        by_place=_rows(now, then, lambda i: [f"{i.place.name_en or i.place.name}|{i.place.name}"]),
        by_actor=_rows(now, then, lambda i: list(i.initiators) or [UNKNOWN]),
        by_day=tuple((day, days[day]) for day in period.days),
    )


def gravity(incident: Incident) -> tuple[int, int, date, str]:
    """Give the order of the list: most killed, most wounded, then by day."""
    _, killed, _ = total(rows_of(incident, "killed"))
    _, wounded, _ = total(rows_of(incident, "wounded"))
    return -killed, -wounded, incident.date.start or date.max, incident.incident_id


def _sum(incidents: Sequence[Incident], kind: str, who: str = "") -> Range:
    rows = [row for i in incidents for row in rows_of(i, kind) if not who or row.who == who]
    return Range(*total(rows)) if rows else Range(0, 0, 0)


def _rows(now: list[Incident], then: list[Incident], keys: Callable[[Incident], list[str]]) -> tuple[Row, ...]:
    groups: dict[str, list[Incident]] = {}
    for incident in now:
        for key in keys(incident):
            groups.setdefault(key, []).append(incident)
    before = Counter(key for incident in then for key in keys(incident))
    rows = [
        Row(key, len(group), before[key], _sum(group, "killed"), _sum(group, "wounded"))
        for key, group in groups.items()
    ]
    rows += [Row(key, 0, n, Range(0, 0, 0), Range(0, 0, 0)) for key, n in before.items() if key not in groups]
    rows.sort(key=lambda r: (-r.incidents, -r.killed.best, -r.before, r.key))
    return tuple(rows[:_MOST_ROWS])
