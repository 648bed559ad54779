"""Places: a point is whole and on Earth, and precisions have an order."""

from __future__ import annotations

import pytest

from waqai.values.place import PlacePrecision, PlaceValue


def test_half_a_point_and_one_off_the_earth_are_refused():
    with pytest.raises(ValueError, match="both"):
        PlaceValue("حلب", "حلب", PlacePrecision.TOWN, lat=36.2)
    with pytest.raises(ValueError, match="Earth"):
        PlaceValue("حلب", "حلب", PlacePrecision.TOWN, lat=96.2, lon=37.1)


def test_precisions_run_from_fine_to_coarse():
    order = ["site", "neighbourhood", "town", "district", "countryside", "governorate"]
    places = [PlaceValue("س", "س", PlacePrecision(p)) for p in order]
    for i, finer in enumerate(places):
        assert [finer.is_finer_than(other) for other in places] == [i < k for k in range(len(places))]
