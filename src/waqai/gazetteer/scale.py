"""Precision of place in three scales: ours, ACLED's (1–3) and UCDP's (1–7); and the radius that each stands for."""

from __future__ import annotations

from typing import Final

from waqai.values.place import POINTS, PlacePrecision, PlaceValue

_ACLED: Final = {
    PlacePrecision.SITE: 1,
    PlacePrecision.NEIGHBOURHOOD: 1,
    PlacePrecision.TOWN: 1,
    PlacePrecision.DISTRICT: 2,
    PlacePrecision.COUNTRYSIDE: 2,
    PlacePrecision.GOVERNORATE: 3,
}
"""ACLED codebook, "Geo-precision": 1 town, 2 part of a region with a town that stands for it, 3 larger region."""
_UCDP: Final = {
    PlacePrecision.SITE: 1,
    PlacePrecision.NEIGHBOURHOOD: 1,
    PlacePrecision.TOWN: 1,
    PlacePrecision.DISTRICT: 3,
    PlacePrecision.COUNTRYSIDE: 3,
    PlacePrecision.GOVERNORATE: 4,
}
"""UCDP GED codebook, ``where_prec``: 1 exact, 2 within about 25 km of a point, 3 second-order division, 4 first-order
division, 5 line or area, 6 country, 7 international waters or airspace."""
_RADIUS_M: Final = {
    PlacePrecision.SITE: 1_000,
    PlacePrecision.NEIGHBOURHOOD: 1_000,
    PlacePrecision.TOWN: 2_000,
    PlacePrecision.DISTRICT: 20_000,
    PlacePrecision.COUNTRYSIDE: 30_000,
    PlacePrecision.GOVERNORATE: 60_000,
}


_KIND_M: Final = {"city": 5_000, "hill": 3_000, "field": 3_000, "road": 50_000}
"""Kinds that are wider than their precision says; a road has one point for all its length."""
_EXACT_M: Final = 5_000
"""Radius up to which a point is the place itself: a city's."""
_WIDE_M: Final = 10_000
"""Radius from which a point stands for more than a town and its fields."""
_NEAR_M: Final = 25_000
"""UCDP's "within about 25 km"."""


def radius_of(precision: PlacePrecision, kind: str, *, around: bool = False, beside: bool = False) -> int:
    """Give the radius in metres within which the place lies.

    ``around``: somewhere in the surroundings of a place of this kind; ``beside``: "near" or "on the outskirts of" it.
    """
    radius = _RADIUS_M[precision]
    radius = max(radius, _KIND_M.get(kind, 0))
    if beside:
        radius += 5_000
    return max(radius, 15_000) if around else radius


def told_precision(value: PlaceValue) -> PlacePrecision:
    """Give what a point stands for, on our own scale: never finer than its radius allows."""
    precision = value.point_precision or value.precision
    if precision in POINTS and (value.radius_m or 0) >= _WIDE_M:
        return PlacePrecision.DISTRICT
    return precision


def acled_precision(value: PlaceValue) -> int:
    """Give ACLED's geo-precision of a place, 1 to 3."""
    if value.lat is None:
        return 3
    code = _ACLED[value.point_precision or value.precision]
    return max(code, 2) if _is_off(value) else code


def ucdp_precision(value: PlaceValue) -> int:
    """Give UCDP's ``where_prec`` of a place, 1 to 7."""
    if value.lat is None:
        return 6
    code = _UCDP[value.point_precision or value.precision]
    if code == 1 and _is_off(value):
        return 2 if (value.radius_m or 0) <= _NEAR_M else 5 if value.precision is PlacePrecision.SITE else 3
    return code


def _is_off(value: PlaceValue) -> bool:
    """Tell whether the point is near the place and not its own."""
    return value.gazetteer_id is None or (value.radius_m or 0) > _EXACT_M
