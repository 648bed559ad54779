"""Phrases located, by table and by what must hold for every text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.gazetteer.choose import Choice
from waqai.gazetteer.scale import acled_precision, ucdp_precision
from waqai.gazetteer.store import DEFAULT, Gazetteer
from waqai.lexicon.load import load_lexicon
from waqai.tag.place.locate import Locator, Question

TABLE = tomllib.loads((Path(__file__).parents[2] / "cases" / "places.toml").read_text(encoding="utf-8"))
LOCATOR = Locator(load_lexicon(), Gazetteer(DEFAULT))
WORDS = st.sampled_from(
    [
        "قرب",
        "بين",
        "شمال",
        "ريف",
        "مدينة",
        "حي",
        "سراقب",
        "الرقة",
        "ندوة",
        "5",
        "كم",
        "،",
        "-",
        "و",
        "#",
        "على طريق",
        "بحلب",
    ]
)


def told(choice: Choice) -> dict[str, Any]:
    """Give an answer in the words of the table."""
    value = choice.value
    known = choice.place is not None or " – " in value.name
    point = f"@{value.point_precision}" if value.point_precision else ""
    row = {
        "name": value.name,
        "place": f"{value.name_en}, {value.admin1 or value.country}" if known else "-",
        "precision": f"{value.precision}{point}",
        "acled": acled_precision(value),
    }
    if value.lat is not None and value.lon is not None:
        row["near"] = [round(value.lat, 2), round(value.lon, 2)]
    if (value.radius_m or 0) > 5_000 and not point:
        row["radius_km"] = round((value.radius_m or 0) / 1000)
    return row


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda c: c["id"])
def test_table(case: dict[str, Any]) -> None:
    choice = LOCATOR.locate(Question(case["text"], admin1_ar=case.get("admin1_ar"), country=case.get("country")))
    asked = {"id", "text", "admin1_ar", "country"}
    assert told(choice) == {k: v for k, v in case.items() if k not in asked}


def test_table_has_no_case_twice() -> None:
    ids = [case["id"] for case in TABLE["case"]]
    assert len(ids) == len(set(ids)) >= 75


@given(
    st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=8).map(" ".join)), st.sampled_from([None, "إدلب", "", "؟"])
)
def test_every_text_gets_an_answer_that_can_be_written(text: str, admin1: str | None) -> None:
    choice = LOCATOR.locate(Question(text, admin1_ar=admin1, country="SY"))
    value = choice.value
    assert 0 <= choice.probability <= 1
    assert (value.lat is None) == (value.lon is None) == (value.radius_m is None)
    assert value.text == text
    assert acled_precision(value) in (1, 2, 3)
    assert ucdp_precision(value) in range(1, 8)
    if choice.place is None:
        assert value.gazetteer_id is None, "what nobody knows is never given a place's own point"


@given(st.lists(WORDS, min_size=1, max_size=6).map(" ".join))
def test_the_same_question_has_the_same_answer(text: str) -> None:
    fresh = Locator(LOCATOR.lexicon, Gazetteer(DEFAULT))
    assert fresh.locate(Question(text)).value == LOCATOR.locate(Question(text)).value


def test_a_relation_is_never_told_as_exact() -> None:
    for text in ("قرب سراقب", "شمال سراقب", "على بعد 3 كم من سراقب", "بين سراقب وسرمين"):
        assert acled_precision(LOCATOR.locate(Question(text, country="SY")).value) == 2
    assert acled_precision(LOCATOR.locate(Question("سراقب", country="SY")).value) == 1


def test_a_hint_may_be_more_than_a_name() -> None:
    for hint in ("حماة", "شرق حماة", "محافظة حماة"):
        choice = LOCATOR.locate(Question("ندوة", admin1_ar=hint, country="SY"))
        assert choice.value.admin1 == "Hama"
    assert LOCATOR.locate(Question("ندوة", admin1_ar="حمص أو حلب", country="SY")).value.admin1 is None
