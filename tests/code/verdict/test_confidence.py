"""How sure a report is."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from waqai.read import article_from_record

SURE = "قصفت قوات النظام اليوم الأربعاء بالمدفعية بلدة كنصفرة جنوبي إدلب."
UNSURE = "ويذكر أن مجهولين هاجموا الشهر الماضي عدة مواقع في ريف حلب وسقط قتلى."


def sureness(coder, text: str) -> float:
    (report, *_) = coder.code(
        article_from_record({"id": "x", "title": "", "text": text, "published": "2022-06-15"})
    ).reports
    return report.confidence


def test_a_plain_sentence_is_surer_than_a_vague_one(coder):
    assert 0 < sureness(coder, UNSURE) < sureness(coder, SURE) < 1


def test_what_is_told_far_down_is_less_sure(coder):
    talk = "وتحدث الوزير في كلمته عن الموازنة وخطط التعليم والنقل وأسعار الوقود والقمح في الأسواق المحلية. " * 20
    assert len(talk) > 1800
    assert sureness(coder, f"{talk}\n{SURE}") < sureness(coder, f"{SURE}\n{talk}")


def test_a_place_is_surer_where_words_beside_it_say_where_it_lies(coder):
    elsewhere = "وتشهد محافظة إدلب هدوءا منذ أيام."
    bare = SURE.replace(" جنوبي إدلب", "")
    assert sureness(coder, f"{bare} {elsewhere}") < sureness(coder, f"{SURE} {elsewhere}")


def test_the_same_text_is_always_as_sure(coder):
    assert sureness(coder, SURE) == sureness(coder, SURE)


@pytest.mark.parametrize("cue", ["doer.nobody_named", "dead.open", "place.coarse", "date.day"])
def test_the_table_weighs_what_a_reader_would_name(cue):
    table = tomllib.loads((files("waqai") / "data" / "weights" / "confidence.toml").read_text(encoding="utf-8"))
    assert cue in table["weights"]
    assert table["weights"]["date.day"] > table["weights"]["dead.open"]
