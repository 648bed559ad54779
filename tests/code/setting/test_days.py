"""The day of each act, by table; and the order in which days give way to each other."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from waqai.code.act.told import When
from waqai.code.coder import Coder
from waqai.read.record import read_article
from waqai.values.date import DateValue

TABLE = tomllib.loads((Path(__file__).parents[2] / "cases" / "days.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: case["id"])
def test_days(case: dict[str, Any], coder: Coder) -> None:
    published: date = case.get("published", TABLE["published"])
    coded = coder.code(read_article(case["id"], case.get("title", ""), case["text"], published=published))
    got = [f"{r.place.name} = {r.date}" for r in coded.reports]
    assert sorted(got) == sorted(case["want"])


@pytest.mark.parametrize(("day", "before"), [(22, True), (20, True), (17, False), (23, False)])
def test_a_day_corrects_a_saying_of_its_news_cycle(day: int, before: bool) -> None:
    said = When(1, DateValue.on(date(2015, 7, 22)), "date.said", weak=True)
    assert When(2, DateValue.on(date(2015, 7, day)), "date.weekday").is_shortly_before(said) is before
