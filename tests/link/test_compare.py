from datetime import timedelta

import pytest

from near_copy_signatures import COPY, OTHER_VERSION, OWN, TEXT, THIRD
from statement_factory import DAY, killed, on, statement, village
from waqai.link.compare import COMPARISONS, levels_of
from waqai.link.feature import rows_of
from waqai.values import DatePrecision, DateValue, PlacePrecision

WEEK = DateValue(DAY - timedelta(3), DAY + timedelta(3), DatePrecision.WEEK)
AROUND = village("دير الزور", precision=PlacePrecision.COUNTRYSIDE, lat=35.3, lon=40.1)
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
    ("place", {}, {"place": AROUND}, "within"),
    ("place", {"place": AROUND}, {"place": AROUND}, "same_area"),
    ("place", {}, {"place": village("ذيبان")}, "next_village"),
    ("place", {}, {"place": village(lat=36.0, lon=38.0, admin1="Aleppo")}, "namesake"),
    ("place", {}, {"place": village("هجين")}, "apart"),
    ("place", {}, {"place": NOWHERE}, "same_governorate"),
    ("place", {"place": NOWHERE}, {"place": NOWHERE}, "same_name"),
    ("time", {}, {}, "same_day"),
    ("time", {}, {"date": on(precision=DatePrecision.APPROX)}, "same_day_rough"),
    ("time", {}, {"date": on(DAY + timedelta(1))}, "next_day"),
    ("time", {}, {"date": on(DAY + timedelta(1), DatePrecision.APPROX)}, "next_day_rough"),
    ("time", {}, {"date": WEEK}, "in_span"),
    ("time", {}, {"date": DateValue()}, "by_page"),
    ("time", {}, {"date": DateValue(), "published": None}, "unknown"),
    ("time", {}, {"date": on(DAY + timedelta(2))}, "apart"),
    ("time", {"date": WEEK}, {"date": on(DAY + timedelta(4))}, "beside_span"),
    ("type", {}, {}, "same"),
    ("type", {}, {"sub_event_type": "Armed clash"}, "kin"),
    ("type", {}, {"sub_event_type": "Peaceful protest"}, "other"),
    ("by", {}, {}, "same"),
    ("by", {}, {"initiators": ("US_MIL",)}, "kin"),
    ("by", {}, {"initiators": ("UNKNOWN",)}, "unknown"),
    ("by", {}, {"initiators": ("TURKEY_MIL",)}, "rival"),
    ("by", {"initiators": ("SDF", "COALITION")}, {"initiators": ("COALITION", "SDF")}, "same"),
    ("to", {}, {"targets": ("CIVILIANS",)}, "rival"),
    ("killed", {}, {"harm": (killed(5, 5),)}, "unknown"),
    ("killed", {"harm": (killed(5, 5),)}, {"harm": (killed(5, 5),)}, "same_many"),
    ("killed", {"harm": (killed(5, 5),)}, {"harm": (killed(2, 2), killed(3, 3, "combatants"))}, "same_many"),
    ("killed", {"harm": (killed(2, 2),)}, {"harm": (killed(2, 2),)}, "same_few"),
    ("killed", {"harm": (killed(1, 1),)}, {"harm": (killed(1, 1),)}, "same_one"),
    ("killed", {"harm": (killed(5, 5),)}, {"harm": (killed(3, None),)}, "overlap"),
    ("killed", {"harm": (killed(5, 5),)}, {"harm": (killed(7, 7),)}, "close"),
    ("killed", {"harm": (killed(5, 5),)}, {"harm": (killed(40, None),)}, "unlike"),
    ("outlet", {"outlet": "x"}, {"outlet": "x"}, "same"),
    ("outlet", {"outlet": "x"}, {"outlet": None}, "unknown"),
    ("wording", {"signature": TEXT}, {"signature": COPY}, "copy"),
    ("wording", {"signature": TEXT}, {"signature": THIRD}, "shared"),
    ("wording", {"signature": TEXT}, {"signature": OWN}, "own"),
    ("wording", {"signature": TEXT}, {"signature": OTHER_VERSION}, "unknown"),
    ("wording", {"signature": TEXT}, {}, "unknown"),
]  # fmt: skip


@pytest.fixture(params=CASES, ids=lambda c: f"{c[0]}-{c[3]}")
def case(request):
    return request.param


def test_every_level_can_happen_but_those_no_codebook_report_has():
    seen = {(c[0], c[3]) for c in CASES}
    missing = {(name, level) for name, (_, levels) in COMPARISONS.items() for level in levels} - seen
    assert {name for name, _ in missing} <= {"held", "wounded", "place", "to", "outlet"}
