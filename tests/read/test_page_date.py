"""Days on pages: every calendar, every kind of digits, and nothing guessed."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.read.page_date import page_dates

CASES = tomllib.loads((Path(__file__).parent.parent / "cases/page_dates.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_line(case):
    found = page_dates(case["line"])
    assert [d.day.isoformat() for d in found] == case["days"]
    if len(found) == 1:
        assert found[0].is_update == case.get("update", False)
        assert found[0].is_hijri == case.get("hijri", False)


def test_of_two_days_only_the_one_behind_the_word_is_a_change():
    assert [d.is_update for d in page_dates("نشر: 2018/10/29 - حُدّث: 2018/10/30")] == [False, True]


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_written_in_numbers_is_read_back(day):
    assert [d.day for d in page_dates(f"{day:%Y/%m/%d}")] == [day]
    assert [d.day for d in page_dates(f"{day.day}/{day.month}/{day.year}")] == [day]


@given(st.text(alphabet="0123456789٠١٢٣٤٥٦٧٨٩/-. شباطآذرمن1436", max_size=40))
def test_no_line_breaks_it(line):
    assert all(d.day.year >= 1990 for d in page_dates(line))
