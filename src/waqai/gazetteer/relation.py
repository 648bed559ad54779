"""Points that a text gives by relation: between two places, so many kilometres on one side of a place.

Pure geometry on a sphere of 6,371 km. Each gives a point and the radius in metres within which the words leave it open.
"""

from __future__ import annotations

import math
from typing import Final

import msgspec

from waqai.gazetteer.merge import distance_km
from waqai.gazetteer.scale import radius_of
from waqai.gazetteer.side import bearing_of
from waqai.values.place import PlacePrecision, PlaceValue

_EARTH_KM: Final = 6371.0
_SIDE_KM: Final = 5.0
"""How far "north of X" without a distance is taken to reach, half of it to the point: most villages have a neighbour there."""
_SIDE_SLACK: Final = 0.4
"""Share of a distance by which its point may be off: "north" is a quarter of the compass."""
_WIDE: Final = (PlacePrecision.COUNTRYSIDE, PlacePrecision.DISTRICT, PlacePrecision.GOVERNORATE)
FARTHEST_KM: Final = 500.0
"""Two places farther apart are no "between" or road that a point could stand for."""


def between(first: PlaceValue, second: PlaceValue, text: str, name: str) -> PlaceValue | None:
    """Give the middle of two places, half their distance as radius; ``None`` when they are too far apart or have no point."""
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return None
    km = distance_km(first.lat, first.lon, second.lat, second.lon)
    if km > FARTHEST_KM:
        return None
    return msgspec.structs.replace(
        first,
        text=text,
        name=name,
        precision=PlacePrecision.SITE,
        name_en=" – ".join(n for n in (first.name_en, second.name_en) if n) or None,
        admin1=first.admin1 if first.admin1 == second.admin1 else None,
        country=first.country if first.country == second.country else None,
        lat=round((first.lat + second.lat) / 2, 5),
        lon=round((first.lon + second.lon) / 2, 5),
        gazetteer_id=None,
        point_precision=None,
        radius_m=max(round(km * 500), first.radius_m or 0, second.radius_m or 0),
    )


def away(place: PlaceValue, side: str, km: float | None) -> PlaceValue:
    """Give the point so many kilometres on a side of a place.

    Without a side the point stays and the distance is its radius; without a distance the point moves a little that way.
    """
    if place.lat is None or place.lon is None:
        return place
    if km is None and (place.point_precision is not None or place.precision in _WIDE):
        return place  # the point of a governorate is no town that a side could be of
    bearing = bearing_of(side)
    radius = place.radius_m or radius_of(place.precision, "")
    if bearing is None:
        return (
            place
            if km is None
            else msgspec.structs.replace(place, radius_m=round(km * 1000) + radius, gazetteer_id=None)
        )
    far = _SIDE_KM / 2 if km is None else km
    lat, lon = moved(place.lat, place.lon, bearing, far)
    slack = _SIDE_KM if km is None else km * _SIDE_SLACK
    return msgspec.structs.replace(
        place, lat=round(lat, 5), lon=round(lon, 5), radius_m=round(slack * 1000) + radius, gazetteer_id=None
    )


def moved(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """Give the point so many kilometres in a compass direction (degrees clockwise from north)."""
    phi, theta, delta = math.radians(lat), math.radians(bearing), km / _EARTH_KM
    there = math.asin(math.sin(phi) * math.cos(delta) + math.cos(phi) * math.sin(delta) * math.cos(theta))
    east = math.atan2(
        math.sin(theta) * math.sin(delta) * math.cos(phi), math.cos(delta) - math.sin(phi) * math.sin(there)
    )
    return math.degrees(there), (lon + math.degrees(east) + 180) % 360 - 180
