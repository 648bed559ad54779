"""The same place from several sources is one, with every id; namesakes stay apart."""

import math

import msgspec
import pytest

from gazetteer_places import place
from waqai.gazetteer.merge import distance_km, merge
from waqai.values.place import PlacePrecision


def near(number: int, **more):
    return place(number, **{"id": f"other:{number}", "ids": (f"other:{number}",), "source": "other", **more})


def test_the_first_gives_the_point_and_all_ids_are_kept():
    one = place(1)
    two = near(2, lat=36.22, names=("كفرندوة", "كفر ندوى"), pcode="C9001", population=50, name_en="Kfar Nadweh")
    (merged,) = merge([one, two])
    assert (merged.lat, merged.pcode, merged.population) == (one.lat, "C9001", 50)
    assert merged.ids == ("test:1", "other:2")
    assert merged.names == ("كفر ندوة", "كفرندوة", "كفر ندوى")
    assert merged.latin == ("Kfar Nadweh",)


def test_a_shared_id_joins_whatever_the_names():
    (merged,) = merge([place(1), near(2, names=("الندوية",), ids=("other:2", "test:1"), lat=36.4)])
    assert merged.names == ("كفر ندوة", "الندوية")


@pytest.mark.parametrize(
    "other",
    [
        near(2, lat=36.31),
        near(2, country="IQ"),
        near(2, names=("كفر نودة",), name_en="Kafr Nawda"),
        near(2, kind="neighbourhood", precision=PlacePrecision.NEIGHBOURHOOD),
    ],
    ids=["11 km away", "another country", "another name", "another sort"],
)
def test_namesakes_stay_apart(other):
    assert len(merge([place(1), other])) == 2


def test_a_row_without_a_point_gives_its_code_to_the_place_of_its_governorate():
    bare = near(2, lat=math.nan, lon=math.nan, pcode="C9001")
    (merged,) = merge([bare, place(1), msgspec.structs.replace(bare, id="other:3", ids=(), admin1="Hama")])
    assert (merged.pcode, merged.lat) == ("C9001", place(1).lat)
    assert merged.ids == ("test:1", "other:2")


def test_order_of_equal_trust_changes_no_grouping():
    rows = [place(1), near(2, lat=36.22), near(3, lat=36.9, lon=41.2)]
    groups = {frozenset(p.ids) for p in merge(rows)}
    assert {frozenset(p.ids) for p in merge(rows[::-1])} == groups


def test_a_finer_point_replaces_one_that_our_list_has_from_memory():
    ours = place(1, source="waqai", lat=36.21, lon=37.11)
    (merged,) = merge([ours, near(2, lat=36.2873, lon=37.1114)])
    assert (merged.lat, merged.lon, merged.source) == (36.2873, 37.1114, "waqai")
    exact = place(1, source="waqai", lat=36.2101, lon=37.11)
    assert merge([exact, near(2, lat=36.2173, lon=37.1114)])[0].lat == 36.2101
    assert len(merge([ours, near(2, lat=36.2873, lon=37.1114, admin1="Hama")])) == 2


def test_distances():
    assert distance_km(36.2, 37.1, 36.2, 37.1) == 0
    assert distance_km(36.0, 37.0, 37.0, 37.0) == pytest.approx(111.2, abs=0.1)


def test_names_that_only_a_source_of_every_hamlet_gives_are_kept_apart():
    ours = place(1, source="waqai")
    (merged,) = merge([ours, near(2, source="wof", names=("كفر ندوة", "الجديدة"))])
    assert (merged.names, merged.more) == (("كفر ندوة",), ("الجديدة",))


def test_a_governorate_keeps_its_names():
    whole = {"kind": "governorate", "precision": PlacePrecision.GOVERNORATE}
    (merged,) = merge([place(1, **whole, names=("نينوى",)), near(2, **whole, names=("نينوى", "الموصل"), pcode="IQ15")])
    assert (merged.names, merged.pcode) == (("نينوى",), "IQ15")
