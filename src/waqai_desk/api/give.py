"""Rows of the store as the API gives them, persons' names taken out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from waqai.model import Report
from waqai.values import PlaceValue
from waqai_desk.public.models import Published
from waqai_desk.reading.mask import Mask
from waqai_desk.reading.veil import masks_of
from waqai_desk.store.models import Change, Incident, Link


def incidents_out(incidents: Iterable[Incident]) -> list[dict[str, Any]]:
    """Give incidents for an answer."""
    rows = list(incidents)
    masks = masks_of(rows)
    return [_incident(row, masks[row.pk]) for row in rows]


def _incident(row: Incident, mask: Mask) -> dict[str, Any]:
    content = row.content()
    plain = ("event_type", "sub_event_type", "method", "outcome", "count", "status", "grade", "witnesses", "confidence")
    return {
        **{name: getattr(content, name) for name in plain},
        "id": row.public_id,
        "version": row.version,
        "review": row.review,
        "date": msgspec.to_builtins(content.date),
        "place": place_out(content.place, mask),
        "initiators": [mask(a) for a in content.initiators],
        "targets": [mask(a) for a in content.targets],
        "toll": [{k: getattr(t, k) for k in ("kind", "who", "low", "best", "high")} for t in content.toll],
        "grade_reason": mask(content.grade_reason),
        "accounts": row.accounts,
        "is_disputed": row.is_disputed,
        "published_at": row.published_at,
        "changed_at": row.changed_at,
    }


def place_out(place: PlaceValue, mask: Mask) -> dict[str, Any]:
    """Give a place for an answer."""
    plain = ("admin1", "country", "lat", "lon", "precision", "radius_m")
    names = {"name": mask(place.name), "name_en": mask(place.name_en) if place.name_en else None}
    return {**{name: getattr(place, name) for name in plain}, **names}


def report_out(link: Link, mask: Mask) -> dict[str, Any]:
    """Give one article's report for an answer."""
    article, report = link.report.article, link.report.content()
    assert isinstance(report, Report)
    plain = ("event_type", "sub_event_type", "method", "status", "confidence")
    return {
        **{name: getattr(report, name) for name in plain},
        "outlet": mask(article.outlet.name) if article.outlet else None,
        "published": article.published,
        "is_copy": article.copy_of_id is not None,
        "by_person": link.report.coding_id is None,
        "date": msgspec.to_builtins(report.date),
        "place": place_out(report.place, mask),
        "initiators": [mask(a) for a in report.initiators],
        "targets": [mask(a) for a in report.targets],
    }


def change_out(row: Change) -> dict[str, Any]:
    """Give a change for an answer."""
    return {
        "id": row.pk,
        "incident": row.incident.public_id,
        "kind": row.kind,
        "at": row.at,
        "version": row.version,
        "fields": [str(f) for f in row.fields],
        "into": row.into.public_id if row.into else None,
    }


def published_out(row: Published) -> dict[str, Any]:
    """Give a published incident for an answer."""
    content = row.content()
    place = {k: v or None if k != "name" else v for k, v in content["place"].items() if k != "coarsened_km"}
    place |= {"lat": content["place"]["lat"], "lon": content["place"]["lon"]}
    told = {k: v for k, v in content.items() if k != "version"}
    return told | {"published_at": row.published_at, "place": place, "coarsened_km": row.coarsened_km}
