"""Points by relation: where they lie, and how much the words leave open."""

import math

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.gazetteer.merge import distance_km
from waqai.gazetteer.relation import FARTHEST_KM, away, between, moved
from waqai.values.place import PlacePrecision, PlaceValue


def at(lat: float, lon: float, **more) -> PlaceValue:
    fields = {"text": "", "name": "x", "precision": PlacePrecision.TOWN, "gazetteer_id": "a", "radius_m": 2_000, **more}
    return PlaceValue(lat=lat, lon=lon, **fields)


def test_the_middle_holds_both_in_its_radius():
    one, other = at(35.0, 36.0, admin1="Idlib", country="SY"), at(35.2, 36.4, admin1="Idlib", country="SY")
    middle = between(one, other, "بين", "a – b")
    assert middle is not None
    assert (middle.gazetteer_id, middle.precision, middle.admin1) == (None, "site", "Idlib")
    for end in (one, other):
        assert distance_km(middle.lat, middle.lon, end.lat, end.lon) * 1000 <= middle.radius_m * 1.01


def test_the_middle_belongs_to_what_both_belong_to():
    middle = between(at(35, 36, admin1="Idlib", country="SY"), at(35.1, 36, admin1="Hama", country="SY"), "", "")
    assert middle is not None
    assert (middle.admin1, middle.country) == (None, "SY")


def test_no_middle_without_two_points_or_across_half_a_country():
    assert between(at(35, 36), PlaceValue("", "y", PlacePrecision.TOWN), "", "") is None
    assert between(at(35, 36), at(35 + FARTHEST_KM / 100, 36), "", "") is None


@pytest.mark.parametrize(("side", "dlat", "dlon"), [("شمال", 1, 0), ("جنوب", -1, 0), ("شرق", 0, 1), ("غرب", 0, -1)])
def test_a_side_with_a_distance(side, dlat, dlon):
    there = away(at(35.0, 36.0), side, 10.0)
    assert distance_km(35.0, 36.0, there.lat, there.lon) == pytest.approx(10.0, abs=0.05)
    assert (round(there.lat - 35.0, 2) > 0) - (round(there.lat - 35.0, 2) < 0) == dlat
    assert (round(there.lon - 36.0, 2) > 0) - (round(there.lon - 36.0, 2) < 0) == dlon
    assert there.radius_m == 6_000
    assert there.gazetteer_id is None


def test_a_distance_without_a_side_is_a_radius():
    there = away(at(35.0, 36.0), "", 3.0)
    assert (there.lat, there.lon, there.radius_m) == (35.0, 36.0, 5_000)


def test_a_side_of_a_wide_region_moves_nothing():
    wide = at(35.0, 36.0, precision=PlacePrecision.COUNTRYSIDE)
    assert away(wide, "شمال", None) is wide
    borrowed = at(35.0, 36.0, point_precision=PlacePrecision.GOVERNORATE)
    assert away(borrowed, "شمال", None) is borrowed


def test_a_place_without_a_point_stays_without():
    nowhere = PlaceValue("", "y", PlacePrecision.TOWN)
    assert away(nowhere, "شمال", 5.0) is nowhere


@given(st.floats(-60, 60), st.floats(-179, 179), st.floats(0, 360), st.floats(0.1, 200))
def test_moving_keeps_the_distance(lat, lon, bearing, km):
    there = moved(lat, lon, bearing, km)
    assert distance_km(lat, lon, *there) == pytest.approx(km, rel=0.01)
    assert -180 <= there[1] <= 180
    assert not math.isnan(there[0])


def test_values_are_copied_not_changed():
    place = at(35.0, 36.0)
    away(place, "شمال", 5.0)
    assert place == msgspec.structs.replace(place)
    assert place.lat == 35.0
