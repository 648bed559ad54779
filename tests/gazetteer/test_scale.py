"""The three scales agree with each other and never tell a borrowed point as exact."""

import pytest

from waqai.gazetteer.scale import acled_precision, radius_of, told_precision, ucdp_precision
from waqai.values.place import PlacePrecision, PlaceValue

P = PlacePrecision


def value(precision, *, point=None, own=True, radius=2_000, lat=35.0):
    lon = None if lat is None else 36.0
    return PlaceValue(
        "", "x", precision, lat=lat, lon=lon, gazetteer_id="a" if own else None, point_precision=point, radius_m=radius
    )


@pytest.mark.parametrize(
    ("place", "acled", "ucdp"),
    [
        (value(P.TOWN), 1, 1),
        (value(P.SITE, radius=1_000), 1, 1),
        (value(P.TOWN, radius=5_000), 1, 1),
        (value(P.TOWN, radius=7_000), 2, 2),
        (value(P.TOWN, own=False), 2, 2),
        (value(P.SITE, own=False, radius=40_000), 2, 5),
        (value(P.TOWN, radius=33_000), 2, 3),
        (value(P.DISTRICT, radius=20_000), 2, 3),
        (value(P.COUNTRYSIDE, radius=30_000), 2, 3),
        (value(P.GOVERNORATE, radius=60_000), 3, 4),
        (value(P.TOWN, point=P.GOVERNORATE, own=False, radius=60_000), 3, 4),
        (value(P.TOWN, point=P.TOWN, own=False, radius=15_000), 2, 2),
        (value(P.TOWN, own=False, radius=None, lat=None), 3, 6),
    ],
)
def test_scales(place, acled, ucdp):
    assert (acled_precision(place), ucdp_precision(place)) == (acled, ucdp)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (value(P.TOWN), P.TOWN),
        (value(P.TOWN, radius=7_000), P.TOWN),
        (value(P.TOWN, radius=10_000), P.DISTRICT),
        (value(P.SITE, own=False, radius=40_000), P.DISTRICT),
        (value(P.TOWN, point=P.GOVERNORATE, own=False, radius=60_000), P.GOVERNORATE),
        (value(P.GOVERNORATE, radius=60_000), P.GOVERNORATE),
    ],
)
def test_what_a_point_stands_for_is_never_finer_than_its_radius(place, told):
    assert told_precision(place) == told


def test_a_radius_never_shrinks_with_less_knowledge():
    for precision in P:
        exact = radius_of(precision, "")
        assert exact < radius_of(precision, "", beside=True)
        assert exact <= radius_of(precision, "", around=True) >= 15_000
    assert radius_of(P.TOWN, "city") > radius_of(P.TOWN, "village")
    assert radius_of(P.SITE, "road") > 25_000, "a road has one point for all its length"
