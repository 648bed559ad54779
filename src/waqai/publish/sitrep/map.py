"""Points of incidents laid out on a plain map: an equirectangular frame with a grid of degrees, no tiles, no borders.

Borders are left out on purpose: whose they are is disputed in places, and a report needs none to show where.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import cos, radians
from typing import Any, Final, NamedTuple

from waqai.model import Incident
from waqai.publish.area import area

WIDTH: Final = 100.0
_LEAST_DEGREES: Final = 0.6
"""A map of one village shows this much around it."""
_MARGIN: Final = 0.08
_STEPS: Final = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
_FINE: Final = frozenset({"site", "neighbourhood", "town"})


def map_of(incidents: Iterable[Incident], language: str) -> dict[str, Any]:
    """Give circles, grid lines and names of governorates in a frame 100 wide; ``height`` is 0 when nothing has a point."""
    placed = [
        _Spot(i.place.lat, i.place.lon, _is_fine(i), i.place.country or "", i.place.admin1 or "")
        for i in incidents
        if i.place.lat is not None and i.place.lon is not None
    ]
    if not placed:
        return {"width": WIDTH, "height": 0, "circles": [], "lines": [], "names": []}
    frame = _Frame(placed)
    spots = Counter((s.lat, s.lon, s.is_fine) for s in placed)
    circles = [
        {"x": frame.x(lon), "y": frame.y(lat), "r": round(0.9 + n**0.5 * 0.7, 2), "n": n, "fine": fine}
        for (lat, lon, fine), n in sorted(spots.items(), key=lambda s: -s[1])
    ]
    return {
        "width": WIDTH,
        "height": frame.height,
        "circles": circles,
        "lines": frame.lines(),
        "names": _names(placed, frame, language),
    }


def _is_fine(incident: Incident) -> bool:
    return str(incident.place.point_precision or incident.place.precision) in _FINE


class _Spot(NamedTuple):
    lat: float
    lon: float
    is_fine: bool
    country: str
    admin1: str


class _Frame:
    def __init__(self, spots: list[_Spot]) -> None:
        lats, lons = [s.lat for s in spots], [s.lon for s in spots]
        middle = (min(lats) + max(lats)) / 2
        self.squeeze = cos(radians(middle))
        tall = max(max(lats) - min(lats), _LEAST_DEGREES) * (1 + 2 * _MARGIN)
        wide = max(max(lons) - min(lons), _LEAST_DEGREES) * (1 + 2 * _MARGIN)
        wide = max(wide, tall * 1.2 / self.squeeze)
        tall = max(tall, wide * self.squeeze * 0.4)
        self.west = (min(lons) + max(lons)) / 2 - wide / 2
        self.north = middle + tall / 2
        self.wide, self.tall = wide, tall
        self.scale = WIDTH / (wide * self.squeeze)
        self.height = round(tall * self.scale, 2)

    def x(self, lon: float) -> float:
        return round((lon - self.west) * self.squeeze * self.scale, 2)

    def y(self, lat: float) -> float:
        return round((self.north - lat) * self.scale, 2)

    def lines(self) -> list[dict[str, Any]]:
        """Give meridians and parallels, about five across."""
        step = next((s for s in _STEPS if self.wide / s <= 6), _STEPS[-1])
        found: list[dict[str, Any]] = []
        k = int(self.west // step) + 1
        while k * step < self.west + self.wide:
            found.append({"along": "x", "at": self.x(k * step), "label": f"{k * step:g}°E"})
            k += 1
        k = int((self.north - self.tall) // step) + 1
        while k * step < self.north:
            found.append({"along": "y", "at": self.y(k * step), "label": f"{k * step:g}°N"})
            k += 1
        return found


def _names(placed: list[_Spot], frame: _Frame, language: str) -> list[dict[str, Any]]:
    """Name each governorate in the middle of its incidents."""
    groups: dict[tuple[str, str], list[_Spot]] = {}
    for spot in placed:
        if spot.country and spot.admin1:
            groups.setdefault((spot.country, spot.admin1), []).append(spot)
    return [
        {
            "x": round(sum(frame.x(s.lon) for s in group) / len(group), 2),
            "y": round(min(frame.y(s.lat) for s in group) - 3, 2),
            "name": area(*key, language),
        }
        for key, group in groups.items()
    ]
