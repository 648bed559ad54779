"""Names of one place in two spellings."""

from __future__ import annotations

import pytest

from waqai.code.act.told import Where
from waqai.code.story.place_cue import is_misspelt, is_same_point, is_shortened
from waqai.values.place import PlacePrecision, PlaceValue

UNKNOWN_RULE = "place.unknown to the gazetteer; the text puts it in Aleppo, whose point it takes"


def where(
    name: str, rule: str = "place.in Aleppo", lat: float = 36.5, precision: PlacePrecision = PlacePrecision.TOWN
) -> Where:
    value = PlaceValue(text=name, name=name, precision=precision, admin1="Aleppo", country="SY", lat=lat, lon=37.0)
    return Where(0, name, value, rule)


@pytest.mark.parametrize(("other", "same"), [("اعزاز", True), ("اعزارا", True), ("عزار", True), ("الباب", False)])
def test_one_letter_may_differ_where_one_name_is_unknown(other, same):
    assert is_misspelt(where("اعزار", UNKNOWN_RULE), where(other)) is same


def test_two_known_names_are_two_places():
    assert not is_misspelt(where("كفريا"), where("كفرنا"))


def test_short_names_are_not_guessed_at():
    assert not is_misspelt(where("زر", UNKNOWN_RULE), where("زير"))


def test_two_names_of_one_entry_are_one_place():
    assert is_same_point(where("كوباني"), where("عينالعرب"))
    assert not is_same_point(where("كوباني"), where("منبج", lat=36.6))
    assert not is_same_point(where("كوباني", UNKNOWN_RULE), where("عينالعرب"))


@pytest.mark.parametrize(
    ("full", "short", "same"),
    [
        ("جامعة الفرات", "مبنى الجامعة", True),
        ("مسجد النور الكبير", "مسجد النور", True),
        ("مقر الفرقة السابعة", "الفرقة السابعة", True),
        ("معسكر الحفا", "مستودع الحفا", False),
        ("جامعة الفرات", "مستشفى الفرات", False),
        ("اللواء 35", "اللواء 22", False),
    ],
)
def test_the_name_of_a_site_is_cut_short(full, short, same):
    site = PlacePrecision.SITE
    assert is_shortened(where(full, precision=site), where(short, UNKNOWN_RULE, precision=site)) is same


def test_towns_are_not_cut_short():
    assert not is_shortened(where("تل رفعت"), where("رفعت", UNKNOWN_RULE))
