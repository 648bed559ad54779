from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_factory import DAY, killed, on, statement, village
from waqai.link.block import candidate_pairs, entries_of
from waqai.link.feature import rows_of
from waqai.link.linker import keys_of
from waqai.values import DatePrecision, DateValue, PlacePrecision


def are_candidates(*told) -> bool:
    pairs = [
        (a, b) for piece in candidate_pairs(rows_of(told)) for a, b in zip(*map(np.ndarray.tolist, piece), strict=True)
    ]
    assert len(pairs) == len(set(pairs))
    return (0, 1) in pairs


def at(lat: float, lon: float, name: str = "تلة"):
    return village(name, lat=lat, lon=lon)


@pytest.mark.parametrize(("days", "met"), [(0, True), (1, True), (2, False)])
def test_neighbouring_days_meet(days, met):
    assert are_candidates(statement("a"), statement("b", date=on(DAY + timedelta(days)))) is met


def test_a_week_meets_its_days():
    week = DateValue(DAY, DAY + timedelta(6), DatePrecision.WEEK)
    assert are_candidates(statement("a", date=week), statement("b", date=on(DAY + timedelta(5))))


def test_an_open_date_is_looked_for_before_publication():
    assert are_candidates(statement("a", date=DateValue()), statement("b", date=on(DAY - timedelta(2))))
    assert not are_candidates(statement("a", date=DateValue()), statement("b", date=on(DAY + timedelta(2))))


def test_a_statement_without_any_day_meets_nobody():
    assert not are_candidates(statement("a", date=DateValue(), published=None), statement("b"))


def test_neighbouring_points_meet_whatever_their_names():
    assert are_candidates(statement("a", place=at(35.0, 40.0, "تل")), statement("b", place=at(35.08, 40.08, "جب")))
    assert not are_candidates(statement("a", place=at(35.0, 40.0, "تل")), statement("b", place=at(35.3, 40.0, "جب")))


def test_one_name_meets_wherever_its_points_lie():
    assert are_candidates(statement("a", place=at(35.0, 40.0)), statement("b", place=at(36.0, 38.0)))


def test_a_site_without_a_point_meets_the_town_it_is_named_after():
    hospital = village("مشفى كفر الزيت", lat=None, lon=None, precision=PlacePrecision.SITE)
    assert are_candidates(statement("a", place=hospital), statement("b", place=at(36.0, 38.0, "كفر الزيت")))
    elsewhere = village("كفر الماء", lat=36.0, lon=38.0, admin1="Aleppo")
    assert not are_candidates(statement("a", place=hospital), statement("b", place=elsewhere))


def test_a_place_without_a_point_meets_all_of_its_governorate():
    lost = village("كفر الهواء", lat=None, lon=None)
    assert are_candidates(statement("a", place=lost), statement("b", place=at(36.0, 38.0, "كفر الماء")))
    assert are_candidates(statement("a", place=lost), statement("b", place=village("كفر الريح", lat=None, lon=None)))


def test_two_places_of_one_toll_meet():
    toll = {"harm": (killed(7, 7),)}
    far = village("هجين")
    assert are_candidates(statement("a", **toll), statement("b", place=far, **toll))
    assert not are_candidates(statement("a", harm=(killed(1, 1),)), statement("b", place=far, harm=(killed(1, 1),)))


def test_a_day_of_the_news_cycle_meets_the_day_before_yesterday():
    rough = on(DAY + timedelta(2), DatePrecision.APPROX)
    assert are_candidates(statement("a"), statement("b", date=rough))


def test_a_village_meets_its_countryside_and_no_other_village_through_it():
    around = village("دير الزور", precision=PlacePrecision.COUNTRYSIDE, lat=35.3, lon=40.1)
    assert are_candidates(statement("a", place=around), statement("b"))
    assert are_candidates(statement("a", place=around), statement("b", place=around))
    assert not are_candidates(statement("a"), statement("b", place=village("هجين")))


places = st.builds(
    lambda lat, lon, name, coarse: village(
        name, lat=lat, lon=lon, precision=PlacePrecision.COUNTRYSIDE if coarse else PlacePrecision.TOWN
    ),
    st.floats(34, 36), st.floats(39, 41), st.sampled_from(["تل", "جب", "خربة"]), st.booleans(),
)  # fmt: skip
told = st.lists(st.builds(lambda p, d: (p, d), places, st.integers(0, 3)), min_size=2, max_size=12)


@given(told)
def test_a_store_finds_the_same_candidates_as_a_batch(told):
    """A new statement looks under its own keys for those who stand there."""
    made = [statement(str(i), place=p, date=on(DAY + timedelta(d))) for i, (p, d) in enumerate(told)]
    batch = {
        (int(a), int(b))
        for one, other in candidate_pairs(rows_of(made), most=3)
        for a, b in zip(one, other, strict=True)
    }
    keys = [keys_of(s) for s in made]
    looked = {
        (i, j) for i in range(len(made)) for j in range(i + 1, len(made)) if set(keys[i].looks) & set(keys[j].stands)
    }
    back = {
        (i, j) for i in range(len(made)) for j in range(i + 1, len(made)) if set(keys[j].looks) & set(keys[i].stands)
    }
    assert batch == looked == back


def test_keys_fit_a_column_of_64_bits():
    entries = entries_of(rows_of([statement("a")]))
    assert (entries.key > 0).all()
    assert (entries.key < 2**62).all()
