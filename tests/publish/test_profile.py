"""What the public is given: later, coarser, without what may hold a name."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_factory import ALL, PLACE, failed_raid, incident, toll
from waqai.publish.profile import INTERNAL, PUBLIC, Profile, coarse, prepare
from waqai.values import PlacePrecision

TODAY = date(2021, 12, 1)


def test_the_inside_sees_everything():
    assert tuple(prepare(ALL, INTERNAL, TODAY)) == ALL


def test_the_public_waits():
    profile = Profile(audience="public", delay_days=3)
    assert list(prepare([incident()], profile, date(2021, 11, 10))) == []
    assert len(list(prepare([incident()], profile, date(2021, 11, 11)))) == 1


def test_what_has_no_day_cannot_be_old_enough():
    assert list(prepare([failed_raid()], PUBLIC, TODAY)) == []


def test_titles_and_paths_of_pages_stay_inside():
    (got,) = prepare([incident()], PUBLIC, TODAY)
    (account,) = got.reports
    assert (account.title, account.url, account.outlet) == (None, "https://outlet0.example/", "وكالة السهل 0")
    assert got.claims == {}


def test_a_hospital_is_not_named_to_the_public():
    place = msgspec.structs.replace(
        PLACE, text="مشفى المدينة", name="مشفى المدينة", name_en="City hospital", precision=PlacePrecision.SITE
    )
    got = coarse(place, 2.0)
    assert "مشفى" not in f"{got.text}{got.name}"
    assert got.name_en == "Idlib"


@given(st.floats(-89, 89), st.floats(-179, 179), st.sampled_from([1.0, 2.0, 10.0]))
def test_a_point_is_moved_at_most_a_cell_and_its_neighbours_with_it(lat, lon, grid):
    got = coarse(msgspec.structs.replace(PLACE, lat=lat, lon=lon), grid)
    step = grid / 111.32
    assert abs(got.lat - lat) <= step
    assert abs(got.lon - lon) <= step
    assert got.radius_m >= grid * 1000


@pytest.mark.parametrize(("kind", "low", "high"), [("detained", 1, 2), ("killed", 1, 1)])
def test_few_living_people_are_fewer_than_three(kind, low, high):
    (got,) = prepare([incident(toll=(toll(kind, "civilians", 1, 1, 1),))], PUBLIC, TODAY)
    (row,) = got.toll
    assert (row.low, row.high) == (low, high)
    assert (row.claims == ()) == (kind == "detained")
