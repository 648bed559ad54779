"""What is shown, as a file: CSV for spreadsheets, GeoJSON for maps; row by row, so that any number fits in memory."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from django.db.models import QuerySet

from waqai_desk.reading.veil import veiled
from waqai_desk.store.models import Incident

COLUMNS: Final = (
    "public_id",
    "date_start",
    "date_end",
    "date_precision",
    "event_type",
    "sub_event_type",
    "method",
    "outcome",
    "status",
    "initiators",
    "targets",
    "country",
    "admin1",
    "place",
    "place_en",
    "place_precision",
    "lat",
    "lon",
    "killed_low",
    "killed_best",
    "killed_high",
    "wounded_low",
    "wounded_best",
    "wounded_high",
    "grade",
    "witnesses",
    "accounts",
    "is_disputed",
    "confidence",
    "review",
    "published_at",
    "version",
)
"""Columns of a download; titles, sources and texts are left out, because they may name persons."""
_CHUNK: Final = 500
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def rows(incidents: QuerySet[Incident]) -> Iterator[dict[str, Any]]:
    """Give the incidents as flat rows."""
    several = incidents.prefetch_related("actors").iterator(chunk_size=_CHUNK)
    while chunk := list(islice(several, _CHUNK)):
        for incident in veiled(chunk):
            row = {column: getattr(incident, column, None) for column in COLUMNS}
            for side in ("initiator", "target"):
                row[f"{side}s"] = "; ".join(a.actor for a in incident.actors.all() if a.side == side)
            yield row


class _Line:
    """What a CSV writer writes to: it gives the line back."""

    def write(self, text: str) -> str:
        return text


def as_csv(incidents: QuerySet[Incident]) -> Iterator[str]:
    """Write CSV with a byte-order mark, without which a spreadsheet reads Arabic wrongly."""
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow(COLUMNS)
    for row in rows(incidents):
        yield writer.writerow([_cell(row[c]) for c in COLUMNS])


def _cell(value: Any) -> Any:
    """Keep a spreadsheet from taking a text for a formula (OWASP, CSV injection)."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value


def as_geojson(incidents: QuerySet[Incident]) -> Iterator[str]:
    """Write a GeoJSON FeatureCollection; an incident without a point has no geometry (RFC 7946, 3.2)."""
    yield '{"type":"FeatureCollection","features":['
    for n, row in enumerate(rows(incidents)):
        yield (",\n" if n else "\n") + json.dumps(feature(row), ensure_ascii=False, default=str)
    yield "\n]}\n"


def feature(row: dict[str, Any]) -> dict[str, Any]:
    """Make one row a GeoJSON feature."""
    point = None if row["lat"] is None else {"type": "Point", "coordinates": [row["lon"], row["lat"]]}
    told = {k: v for k, v in row.items() if k not in ("lat", "lon")}
    return {"type": "Feature", "id": row["public_id"], "geometry": point, "properties": told}
