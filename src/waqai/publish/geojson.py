"""GeoJSON (RFC 7946): one feature an incident, written as it comes; precision travels in the properties."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from waqai.model import Incident
from waqai.publish.form import Context, Form
from waqai.publish.properties import properties


def write_geojson(incidents: Iterable[Incident], path: Path, context: Context) -> None:
    """Write a feature collection; an incident without a point has a null geometry."""
    encode = msgspec.json.Encoder(order="deterministic").encode
    with path.open("wb") as out:
        out.write(b'{"type":"FeatureCollection","features":[')
        between = b"\n"
        for incident in incidents:
            out.write(between + encode(feature(incident)))
            between = b",\n"
        out.write(b"\n]}\n")


def feature(incident: Incident) -> dict[str, object]:
    """Give one incident as a feature."""
    place = incident.place
    point = None if place.lat is None else {"type": "Point", "coordinates": [place.lon, place.lat]}
    return {"type": "Feature", "id": incident.incident_id, "geometry": point, "properties": properties(incident)}


GEOJSON: Final = Form(
    name="geojson", file="incidents.geojson", gloss="points with all fields, for maps", write=write_geojson
)
