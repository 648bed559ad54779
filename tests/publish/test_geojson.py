"""GeoJSON, opened by GDAL."""

from __future__ import annotations

import json

import pyogrio

from incident_factory import ALL, incident, week
from waqai.publish import Context
from waqai.publish.geojson import GEOJSON


def test_gdal_reads_it(tmp_path):
    path = tmp_path / "incidents.geojson"
    GEOJSON.write(ALL, path, Context())
    info = pyogrio.read_info(path)
    assert (info["features"], info["geometry_type"], info["crs"]) == (len(ALL), "Point", "EPSG:4326")
    assert {"sub_event_type", "killed_best", "radius_m", "note_ar"} <= set(info["fields"])


def test_longitude_comes_first_and_no_point_is_null(tmp_path):
    path = tmp_path / "incidents.geojson"
    GEOJSON.write([incident(), week()], path, Context())
    first, second = json.loads(path.read_text(encoding="utf-8"))["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [36.4701, 35.6601]}
    assert second["geometry"] is None


def test_no_incident_is_an_empty_collection(tmp_path):
    path = tmp_path / "incidents.geojson"
    GEOJSON.write([], path, Context())
    assert json.loads(path.read_text(encoding="utf-8")) == {"type": "FeatureCollection", "features": []}
