"""The same place from several sources becomes one, and keeps every id.

Two rows are the same place when a name is the same, the country too, their precision is alike and they lie
within a few kilometres. The first row gives the point and the kind; later ones add names, ids and what was empty.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import msgspec

from waqai.gazetteer.key import name_key
from waqai.gazetteer.place import Place
from waqai.values.place import PlacePrecision

NEAR_KM = 6.0
"""How far apart two sources put the same village; namesakes are seldom nearer."""


def merge(places: Iterable[Place]) -> list[Place]:
    """Merge rows in the order of the sources' trust."""
    kept: list[Place] = []
    by_key: dict[tuple[str, str], list[int]] = {}
    for place in places:
        keys = {(place.country, name_key(n)) for n in place.names}
        twin = next((i for k in sorted(keys) for i in by_key.get(k, ()) if _same(kept[i], place)), None)
        if twin is None:
            twin = len(kept)
            kept.append(msgspec.structs.replace(place, ids=place.ids or (place.id,)))
        else:
            kept[twin] = _joined(kept[twin], place)
        for key in keys:
            rows = by_key.setdefault(key, [])
            if twin not in rows:
                rows.append(twin)
    return kept


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Give the distance on a sphere of 6,371 km."""
    p = math.pi / 180
    h = (
        math.sin((lat2 - lat1) * p / 2) ** 2
        + math.cos(lat1 * p) * math.cos(lat2 * p) * math.sin((lon2 - lon1) * p / 2) ** 2
    )
    return 12742 * math.asin(math.sqrt(h))


def _same(a: Place, b: Place) -> bool:
    if a.precision is not b.precision:
        return False
    if a.precision is PlacePrecision.GOVERNORATE:
        return a.admin1 == b.admin1
    if a.precision is PlacePrecision.DISTRICT and a.kind != b.kind:
        return False
    return distance_km(a.lat, a.lon, b.lat, b.lon) <= NEAR_KM


def _joined(a: Place, b: Place) -> Place:
    return msgspec.structs.replace(
        a,
        names=tuple(dict.fromkeys(a.names + b.names)),
        name_en=a.name_en or b.name_en,
        admin1=a.admin1 or b.admin1,
        admin2=a.admin2 or b.admin2,
        admin3=a.admin3 or b.admin3,
        pcode=a.pcode or b.pcode,
        population=a.population or b.population,
        ids=tuple(dict.fromkeys((*a.ids, b.id, *b.ids))),
    )
