"""Distances that stand before a place."""

import pytest

from waqai.gazetteer.store import DEFAULT, Gazetteer
from waqai.lexicon.load import load_lexicon
from waqai.tag.place.distance import distance_before
from waqai.tag.place.question import read_question

GAZETTEER = Gazetteer(DEFAULT)


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("على بعد 5 كم شمال منبج", 5),
        ("على بعد 12 كيلومترا إلى الشمال الشرقي من مدينة منبج", 12),
        ("على مسافة كيلومترين شرق منبج", 2),
        ("على مسافة عشرة كيلومترات جنوب منبج", 10),
        ("نحو 500 متر من منبج", 0.5),
        ("كيلومتر واحد غرب منبج", 1),
        ("شمال منبج", None),
        ("5 مدنيين شمال منبج", None),
        ("طريق طوله 900 كم من منبج", None),
    ],
)
def test_distances(text, km):
    asked = read_question(text, load_lexicon(), GAZETTEER)
    place = next(p for p in asked.phrases if p.name == "منبج")
    assert distance_before(asked.words, place) == (None if km is None else pytest.approx(km))
