"""Incidents as points for a map: counted by the database in the cells of a grid, so that the page stays fast.

In: a window and a zoom. Out: GeoJSON with at most some hundreds of features, however many incidents there are. Points carry
no more than a map needs; what an incident is stands on its page. Far out, all cells of a zoom are counted at once and kept until
an incident changes, because a hand that moves a map asks for one window after the other.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from threading import Lock
from typing import Any, Final

from django.db.models import Avg, Count, F, FloatField, IntegerField, Max, Min, QuerySet, Sum, Value
from django.db.models.functions import Cast

from waqai_desk.explore.filters import narrow

MOST: Final = 400
"""Incidents up to which a window shows each of them."""
_CELL_PX: Final = 64
_CLOSE_UP: Final = 9
"""The zoom from which a window may show each incident."""
_MOST_KEPT: Final = 24
_CELLS: Final[OrderedDict[Hashable, list[dict[str, Any]]]] = OrderedDict()
_LOCK: Final = Lock()
_TILE_PX: Final = 512


def cell_degrees(zoom: float) -> float:
    """Give the side of a cell of about 64 pixels at a zoom (a web map is 512 pixels wide at zoom 0)."""
    return 360.0 / _TILE_PX / 2**zoom * _CELL_PX


def features(
    incidents: QuerySet[Any], zoom: float, box: Sequence[float], version: Hashable | None = None
) -> dict[str, Any]:
    """Give what a map of these incidents shows at a zoom, as a GeoJSON FeatureCollection.

    zoom: 0 to 22. box: the window, as (west, south, east, north) in degrees. version: what differs whenever an answer to the same
        question would; without one nothing is kept.
    """
    placed = incidents.exclude(lat=None)
    if zoom < _CLOSE_UP and version is not None:
        found = [_cluster(row) for row in _kept(placed, zoom, version) if _is_in(row, box)]
        return {"type": "FeatureCollection", "features": found}
    inside = narrow(placed, {"bbox": box})
    few = list(inside.order_by()[: MOST + 1].values(*_COLUMNS)) if zoom >= _CLOSE_UP else []
    if few and len(few) <= MOST:
        found = [_point(row) for row in few]
    else:
        found = [_cluster(row) for row in _cells(inside, cell_degrees(zoom))]
    return {"type": "FeatureCollection", "features": found}


def _kept(placed: QuerySet[Any], zoom: float, version: Hashable) -> list[dict[str, Any]]:
    """Give all cells of a zoom, from what was counted before where nothing changed since."""
    key = (zoom, version, str(placed.query))
    with _LOCK:
        if key in _CELLS:
            _CELLS.move_to_end(key)
            return _CELLS[key]
    cells = _cells(placed, cell_degrees(zoom))
    with _LOCK:
        _CELLS[key] = cells
        while len(_CELLS) > _MOST_KEPT:
            _CELLS.popitem(last=False)
    return cells


def _is_in(cell: dict[str, Any], box: Sequence[float]) -> bool:
    west, south, east, north = box
    return bool(west <= cell["mid_lon"] <= east and south <= cell["mid_lat"] <= north)


_COLUMNS: Final = (
    "public_id",
    "lat",
    "lon",
    "event_type",
    "sub_event_type",
    "date_start",
    "place_precision",
    "killed_best",
)


def _cells(placed: QuerySet[Any], side: float) -> list[dict[str, Any]]:
    """Count incidents by cell; a cast to a whole number cuts or rounds by database, either is a grid."""
    return list(
        placed.order_by()
        .annotate(
            x=Cast((F("lon") + 180.0) / Value(side, output_field=FloatField()), IntegerField()),
            y=Cast((F("lat") + 90.0) / Value(side, output_field=FloatField()), IntegerField()),
        )
        .values("x", "y")
        .annotate(
            n=Count("pk"),
            killed=Sum("killed_best"),
            mid_lon=Avg("lon"),
            mid_lat=Avg("lat"),
            west=Min("lon"),
            east=Max("lon"),
            south=Min("lat"),
            north=Max("lat"),
            one=Min("public_id"),
        )
    )


def _cluster(row: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {"n": row["n"], "killed": row["killed"] or 0}
    if row["n"] == 1:
        told["id"] = row["one"]
    else:
        told["box"] = [row["west"], row["south"], row["east"], row["north"]]
    return _feature(row["mid_lon"], row["mid_lat"], told)


def _point(row: dict[str, Any]) -> dict[str, Any]:
    told = {
        "n": 1,
        "id": row["public_id"],
        "type": row["sub_event_type"],
        "day": str(row["date_start"] or ""),
        "killed": row["killed_best"] or 0,
        "precision": row["place_precision"],
    }
    return _feature(row["lon"], row["lat"], told)


def _feature(lon: float, lat: float, properties: dict[str, Any]) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": [round(lon, 5), round(lat, 5)]}
    return {"type": "Feature", "geometry": point, "properties": properties}
