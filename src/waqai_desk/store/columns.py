"""The columns of an incident's row, taken from its object: what filters and sorting use."""

from __future__ import annotations

from typing import Any, Final

from waqai import model
from waqai.values import UNKNOWN
from waqai_desk.store.models import Side

_TELLING: Final = ("sub_event_type", "outcome", "initiators")
"""Fields in which another value is another story; a coarser day or place is none."""
_NOBODY: Final = frozenset(("[]", f'["{UNKNOWN}"]'))
_NAME_LENGTH: Final = 200
_LARGEST: Final = 2**31 - 1
"""What a column of whole numbers holds; a toll beyond it is a misread number."""


def columns_of(incident: model.Incident) -> dict[str, Any]:
    """Give the filter columns by name."""
    day, place = incident.date, incident.place
    return {
        "event_type": incident.event_type,
        "sub_event_type": incident.sub_event_type,
        "method": incident.method,
        "outcome": incident.outcome,
        "status": incident.status,
        "date_start": day.start,
        "date_end": day.end,
        "date_precision": day.precision or "",
        "country": place.country or "",
        "admin1": (place.admin1 or "")[:100],
        "place": name_for_column(place.name),
        "place_en": name_for_column(place.name_en or ""),
        "place_precision": place.precision,
        "lat": place.lat,
        "lon": place.lon,
        **_toll_columns(incident, "killed"),
        **_toll_columns(incident, "wounded"),
        "grade": incident.grade,
        "witnesses": incident.witnesses,
        "accounts": len(incident.reports),
        "is_disputed": is_disputed(incident),
        "confidence": incident.confidence,
    }


def actors_of(incident: model.Incident) -> set[tuple[str, str]]:
    """Give the incident's actors with their side."""
    return {
        (name_for_column(actor), side)
        for side, actors in ((Side.INITIATOR, incident.initiators), (Side.TARGET, incident.targets))
        for actor in actors
    }


def is_disputed(incident: model.Incident) -> bool:
    """Tell whether accounts contradict each other: on what happened, on who did it, or by figures that cannot both be right."""
    return any(_contradicts(incident.claims.get(field, ())) for field in _TELLING) or any(
        _cannot_both_be(row) for row in incident.toll
    )


def name_for_column(text: str) -> str:
    """Cut a name to a column's length, without the one character that PostgreSQL cannot hold."""
    return text.replace("\x00", "")[:_NAME_LENGTH]


def harm_in(report: model.Report, kind: str) -> int | None:
    """Give how many one report says were killed, or wounded, over all who; the least where it gives a range."""
    return _sum([row.max if row.min is None else row.min for row in report.harm if row.kind == kind])


def _contradicts(claims: tuple[model.Claim, ...]) -> bool:
    return len({claim.value for claim in claims} - _NOBODY) > 1


def _cannot_both_be(row: model.Toll) -> bool:
    least = [claim.min for claim in row.claims if claim.min is not None]
    most = [claim.max for claim in row.claims if claim.max is not None]
    return bool(least and most) and max(least) > min(most)


def _toll_columns(incident: model.Incident, kind: str) -> dict[str, int | None]:
    """Add up a toll over all who; an end that one row leaves open is open."""
    rows = [row for row in incident.toll if row.kind == kind]
    return {
        f"{kind}_low": _sum([row.low for row in rows]),
        f"{kind}_best": _sum([row.best for row in rows]),
        f"{kind}_high": None if any(row.high is None for row in rows) else _sum([row.high for row in rows]),
    }


def _sum(figures: list[int | None]) -> int | None:
    known = [figure for figure in figures if figure is not None]
    return min(sum(known), _LARGEST) if known else None
