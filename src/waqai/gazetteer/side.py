"""Directions: whether a place lies on the side of another that the text says."""

from __future__ import annotations

import math
from typing import Final

from waqai.gazetteer.place import Place

_BEARING: Final = {"شمال": 0.0, "شرق": 90.0, "جنوب": 180.0, "غرب": 270.0}
"""Stem of a folded direction word → degrees clockwise from north."""
SLACK_KM: Final = 4.0
"""Nearer than this every side fits: a town is as wide."""


def bearing_of(side: str) -> float | None:
    """Give the compass bearing of folded direction words, ``None`` when they name none or two opposite ones."""
    angles = [angle for word in side.split() for stem, angle in _BEARING.items() if stem in word]
    if not angles:
        return None
    x = math.fsum(math.cos(math.radians(a)) for a in angles)
    y = math.fsum(math.sin(math.radians(a)) for a in angles)
    if math.hypot(x, y) < 0.5:
        return None
    return math.degrees(math.atan2(y, x)) % 360


def bearing_between(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Give the bearing from the first point to the second, flat-earth, good for a governorate."""
    x = lat2 - lat1
    y = (lon2 - lon1) * math.cos(math.radians((lat1 + lat2) / 2))
    return math.degrees(math.atan2(y, x)) % 360


def side_fits(side: str, centre: Place, place: Place) -> float:
    """Give how well a place lies on that side of the centre: 1 well, 0 unknown, -1.5 on the other side."""
    wanted = bearing_of(side)
    if wanted is None:
        return 0.0
    if abs(place.lat - centre.lat) + abs(place.lon - centre.lon) < SLACK_KM / 100:
        return 0.0
    off = abs((bearing_between(centre.lat, centre.lon, place.lat, place.lon) - wanted + 180) % 360 - 180)
    return 1.0 if off <= 50 else 0.3 if off <= 80 else -0.7 if off <= 110 else -1.5
