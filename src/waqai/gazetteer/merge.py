"""The same place from several sources becomes one, and keeps every id.

Two rows are the same place when they share an id, or when a name is the same, the country too, their precision is alike
and they lie within a few kilometres. The first row gives the point and the kind; later ones add names, ids and what was
empty. Many points of our own list are told to a hundredth of a degree only: there a finer point of the same place wins.
A row without a point joins the place of its name in its governorate, or is left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from math import asin, cos, sin, sqrt

import msgspec

from waqai.gazetteer.key import latin_key, name_key
from waqai.gazetteer.place import BULK, Place
from waqai.values.place import POINTS, PlacePrecision

NEAR_KM = 6.0
"""How far apart two sources put the same village; namesakes are seldom nearer."""
LATIN_NEAR_KM = 3.0
"""The same for rows that have only a Latin name in common, which is a weaker sign."""
ROUGH_KM = 12.0
"""The same for a place of our own list that was put on the map from memory, and may be off by so much."""
DIVISION_KM = 60.0
"""How far apart two sources put the point of the same district: its capital, its middle."""
_DEGREE = math.pi / 180


class Merger:
    """Rows in the order of the sources' trust, merged as they come."""

    def __init__(self) -> None:
        """Begin with none."""
        self.kept: list[Place] = []
        self._by_id: dict[str, int] = {}
        self._by_key: dict[tuple[str, str], list[int]] = {}

    def take(self, places: Iterable[Place]) -> None:
        """Take rows; those without a point come last (see ``merge``)."""
        for place in places:
            keys = {(place.country, name_key(n)) for n in place.names}
            latin = {(place.country, latin_key(n)) for n in (place.name_en, *place.latin) if n}
            twin = self._twin(place, keys, latin)
            if twin is None:
                if not place.has_point:
                    continue
                twin = len(self.kept)
                self.kept.append(msgspec.structs.replace(place, ids=place.ids or (place.id,)))
            else:
                self.kept[twin] = _joined(self.kept[twin], place)
            self._by_id.update(dict.fromkeys((place.id, *place.ids), twin))
            for key in keys | latin:
                rows = self._by_key.setdefault(key, [])
                if twin not in rows:
                    rows.append(twin)

    def _twin(self, place: Place, keys: set[tuple[str, str]], latin: set[tuple[str, str]]) -> int | None:
        for i in (place.id, *place.ids):
            row = self._by_id.get(i)
            if row is not None and self.kept[row].precision is place.precision:
                return row
        for near, names in ((NEAR_KM, keys), (LATIN_NEAR_KM, latin)):
            twins = {i for k in names for i in self._by_key.get(k, ()) if _same(self.kept[i], place, near)}
            if twins:
                return min(twins, key=lambda i: (_apart(self.kept[i], place), i))
        return None


def merge(places: Iterable[Place]) -> list[Place]:
    """Merge rows in the order of the sources' trust."""
    merger = Merger()
    merger.take(_points_first(places))
    return merger.kept


def _points_first(places: Iterable[Place]) -> Iterator[Place]:
    pointless: list[Place] = []
    for place in places:
        if place.has_point:
            yield place
        else:
            pointless.append(place)
    yield from pointless


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Give the distance on a sphere of 6,371 km."""
    h = (
        sin((lat2 - lat1) * _DEGREE / 2) ** 2
        + cos(lat1 * _DEGREE) * cos(lat2 * _DEGREE) * sin((lon2 - lon1) * _DEGREE / 2) ** 2
    )
    return 12742 * asin(sqrt(h))


def _same(a: Place, b: Place, near: float) -> bool:
    if a.precision is not b.precision:
        return False
    if a.precision is PlacePrecision.GOVERNORATE:
        return a.admin1 == b.admin1
    if not b.has_point:
        return a.admin1 == b.admin1 and (not (a.admin3 and b.admin3) or name_key(a.admin3) == name_key(b.admin3))
    if a.precision is PlacePrecision.DISTRICT:
        return a.kind == b.kind and _apart(a, b) <= (DIVISION_KM if a.admin1 == b.admin1 else NEAR_KM)
    return _apart(a, b) <= (max(near, ROUGH_KM) if _is_rough(a) and a.admin1 == b.admin1 else near)


def _apart(a: Place, b: Place) -> float:
    return distance_km(a.lat, a.lon, b.lat, b.lon) if b.has_point else 0.0


def _is_rough(place: Place) -> bool:
    """Tell whether our own list gives the place to a hundredth of a degree: a kilometre at best."""
    told = place.lat == round(place.lat, 2) and place.lon == round(place.lon, 2)
    return told and place.source == "waqai" and place.precision in POINTS


def _joined(a: Place, b: Place) -> Place:
    finer = b if b.has_point and _is_rough(a) and not _is_rough(b) else a
    latin = (*a.latin, b.name_en, *b.latin)
    names, more = a.names, (*a.more, *b.more)
    if a.precision is not PlacePrecision.GOVERNORATE:  # others call one by its capital's name
        if b.source in BULK and a.source not in BULK:
            more = (*a.more, *b.names, *b.more)
        else:
            names = tuple(dict.fromkeys(a.names + b.names))
    return msgspec.structs.replace(
        a,
        names=names,
        more=tuple(n for n in dict.fromkeys(more) if n not in names),
        name_en=a.name_en or b.name_en,
        lat=finer.lat,
        lon=finer.lon,
        admin1=a.admin1 or b.admin1,
        admin2=a.admin2 or b.admin2,
        admin3=a.admin3 or b.admin3,
        pcode=a.pcode or b.pcode,
        population=a.population or b.population,
        ids=tuple(dict.fromkeys((*a.ids, b.id, *b.ids))),
        latin=tuple(dict.fromkeys(n for n in latin if n and n != (a.name_en or b.name_en))),
    )
