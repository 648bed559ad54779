from datetime import timedelta

import pytest

from near_copy_signatures import COPY, OTHER_VERSION, OWN, TEXT, THIRD
from statement_factory import DAY, killed, on, statement, village
from waqai.link.compare import COMPARISONS, levels_of
from waqai.link.feature import rows_of
from waqai.model import Harm
from waqai.values import DatePrecision, DateValue, PlacePrecision

WEEK = DateValue(DAY - timedelta(3), DAY + timedelta(3), DatePrecision.WEEK)
AROUND = village("دير الزور", precision=PlacePrecision.COUNTRYSIDE, lat=35.3, lon=40.1)
ROUGH = on(precision=DatePrecision.APPROX)
SHELLING = {"sub_event_type": "Shelling/artillery/missile attack", "initiators": ("SYR_GOV",)}
NOWHERE = village("خربة", point_precision=PlacePrecision.GOVERNORATE, lat=35.3, lon=40.1)


def level(comparison: str, one: dict, other: dict) -> str:
    a, b = rows_of([statement("a", **one)]), rows_of([statement("b", **other)])
    there, back = levels_of(a, b)[comparison][0], levels_of(b, a)[comparison][0]
    assert there == back, "a comparison does not know which page came first"
    return COMPARISONS[comparison][1][there]


def test_comparison(case):
    assert level(case[0], case[1], case[2]) == case[3]


CASES = [
    ("place", {}, {}, "same_name_and_point"),
    ("place", {}, {"place": village("الزرّ", lat=35.091, lon=40.451)}, "same_name_and_point"),
    ("place", {}, {"place": village("تل", lat=35.091, lon=40.451)}, "same_point"),
    ("place", {}, {"place": village(lat=35.15, lon=40.45)}, "same_name"),
    ("place", {}, {"place": village(lat=None, lon=None)}, "same_name"),
    ("place", {}, {"place": village("الشحيل")}, "near"),
    ("place", {}, {"place": village("مشفى الزر", point_precision=PlacePrecision.GOVERNORATE)}, "named_after"),
    ("place", {}, {"place": village(precision=PlacePrecision.DISTRICT, lat=35.2, lon=40.5)}, "same_name_wider"),
    ("place", {"place": village("خشام", lat=35.29, lon=40.29)}, {"place": AROUND}, "within_near"),
    ("place", {}, {"place": AROUND}, "within"),
    ("place", {"place": AROUND}, {"place": AROUND}, "same_area"),
    ("place", {}, {"place": village("ذيبان")}, "next_village"),
    ("place", {}, {"place": village(lat=36.0, lon=38.0, admin1="Aleppo")}, "namesake"),
    ("place", {"place": AROUND}, {"place": village("الميادين", precision=PlacePrecision.DISTRICT, lat=34.7, lon=40.9)}, "area_beside"),
    ("place", {}, {"place": NOWHERE}, "somewhere_in_governorate"),
    ("place", {}, {"place": village("تل", lat=35.3, lon=40.5)}, "same_governorate"),
    ("place", {}, {"place": village("هجين")}, "apart"),
    ("place", {}, {"place": village("تل", lat=None, lon=None, admin1=None)}, "unknown"),
    ("place", {"place": NOWHERE}, {"place": NOWHERE}, "same_name"),
    ("time", {}, {}, "same_day"),
    ("time", {}, {"date": ROUGH}, "same_day_rough"),
    ("time", {}, {"date": on(DAY + timedelta(1))}, "next_day"),
    ("time", {}, {"date": on(DAY + timedelta(1), DatePrecision.APPROX)}, "next_day_rough"),
    ("time", {}, {"date": on(DAY + timedelta(2), DatePrecision.APPROX)}, "two_days_rough"),
    ("time", {}, {"date": WEEK}, "in_span"),
    ("time", {}, {"date": DateValue()}, "by_page"),
    ("time", {}, {"date": DateValue(), "published": None}, "unknown"),
    ("time", {}, {"date": on(DAY + timedelta(2))}, "apart"),
    ("time", {"date": WEEK}, {"date": on(DAY + timedelta(4))}, "beside_span"),
    ("type", {}, {}, "same"),
    ("type", SHELLING, SHELLING, "same_daily"),
    ("type", {}, {"sub_event_type": "Armed clash"}, "kin"),
    ("type", SHELLING, {"sub_event_type": "Air/drone strike"}, "kin_daily"),
    ("type", SHELLING, {"sub_event_type": "Attack"}, "kin"),
    ("type", {}, {"sub_event_type": "Peaceful protest"}, "other"),
    ("by", {}, {}, "same"),
    ("by", SHELLING, SHELLING, "same_daily"),
    ("by", {}, {"initiators": ("US_MIL",)}, "kin"),
    ("by", {}, {"initiators": ("UNKNOWN",)}, "unknown"),
    ("by", {"initiators": ("UNKNOWN",)}, {"initiators": ("UNKNOWN",)}, "unknown"),
    ("by", {}, {"initiators": ("TURKEY_MIL",)}, "rival"),
    ("by", {"initiators": ("SDF", "COALITION")}, {"initiators": ("COALITION", "SDF")}, "same"),
    ("to", {}, {}, "same"),
    ("to", {"targets": ("SDF",)}, {"targets": ("ASAYISH",)}, "kin"),
    ("to", {"targets": ()}, {"targets": ()}, "unknown"),
    ("to", {}, {"targets": ("CIVILIANS",)}, "rival"),
    ("outlet", {"outlet": "x"}, {"outlet": "x"}, "same"),
    ("outlet", {"outlet": "x"}, {"outlet": "y"}, "other"),
    ("outlet", {"outlet": "x"}, {"outlet": None}, "unknown"),
    ("wording", {"signature": TEXT}, {"signature": COPY}, "copy"),
    ("wording", {"signature": TEXT}, {"signature": THIRD}, "shared"),
    ("wording", {"signature": TEXT}, {"signature": OWN}, "own"),
    ("wording", {"signature": TEXT}, {"signature": OTHER_VERSION}, "unknown"),
    ("wording", {"signature": TEXT}, {}, "unknown"),
]  # fmt: skip
TOLLS = [
    ((5, 5), None, "unknown"),
    ((5, 5), (5, 5), "same_many"),
    ((2, 2), (2, 2), "same_few"),
    ((1, 1), (1, 1), "same_one"),
    ((5, 5), (3, None), "overlap"),
    ((5, 5), (None, 7), "overlap"),
    ((5, 5), (7, 7), "close"),
    ((20, 20), (28, 28), "close"),
    ((5, 5), (40, None), "unlike"),
]
CASES += [
    (
        name,
        {"harm": (Harm(kind, "civilians", *one),)},
        {"harm": (Harm(kind, "civilians", *other),) if other else ()},
        expected,
    )
    for name, kind in (("killed", "killed"), ("wounded", "wounded"), ("held", "detained"), ("held", "abducted"))
    for one, other, expected in TOLLS
]


@pytest.fixture(params=CASES, ids=lambda c: f"{c[0]}-{c[3]}")
def case(request):
    return request.param


def test_every_level_has_a_case():
    told = {(name, expected) for name, _, _, expected in CASES}
    assert {(name, level) for name, (_, levels) in COMPARISONS.items() for level in levels} == told


def test_a_toll_is_the_sum_of_its_rows():
    five = (killed(2, 2), killed(3, 3, "combatants"))
    assert level("killed", {"harm": five}, {"harm": (killed(5, 5, "unspecified"),)}) == "same_many"
