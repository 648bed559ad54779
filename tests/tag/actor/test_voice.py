"""For whom a text speaks, by what it calls the sides."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.tag.actor.camps import tables
from waqai.tag.actor.voice import voice_of
from waqai.text.fold import fold

DAY = date(2019, 10, 14)
SIDES = {side["actor"] for side in tables()["voice"]}


@pytest.mark.parametrize(
    ("text", "country", "voice"),
    [
        ("قصف طيران العدوان القرية وقتل المرتزقة رجلا .", "YE", "HOUTHI"),
        ("أعلن الجيش واللجان استهداف السفينة .", "GR", "HOUTHI"),
        ("ندد البيان ب العدوان على القرية .", "YE", ""),
        ("قصفت مليشيا الحوثي القرية وزعم الجيش واللجان غير ذلك .", "YE", ""),
        ("قصف طيران العدوان القرية وقتل المرتزقة رجلا .", "SY", ""),
    ],
)
def test_who_speaks_is_told_by_the_words_of_each_side(text: str, country: str, voice: str) -> None:
    assert voice_of(fold(text).text.split(), country, DAY, SIDES) == voice


def test_nobody_speaks_for_a_side_before_its_war():
    assert voice_of(fold("أعلن الجيش واللجان الهجوم").text.split(), "YE", date(2012, 1, 1), SIDES) == ""


def test_only_the_sides_whose_words_stand_in_it_are_asked_for():
    text = fold("قصف طيران العدوان القرية وقتل المرتزقة رجلا .").text.split()
    assert voice_of(text, "YE", DAY, {"HOUTHI"}) == "HOUTHI"
    assert voice_of(text, "YE", DAY, {"LNA"}) == ""
