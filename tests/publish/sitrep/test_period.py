"""Periods as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from incident_factory import failed_raid, incident
from waqai.errors import SettingError
from waqai.publish.sitrep import Period


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2020-W21", date(2020, 5, 18), date(2020, 5, 24)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-05-17", date(2020, 5, 17), date(2020, 5, 17)),
        ("2020-05-17/2020-05-20", date(2020, 5, 17), date(2020, 5, 20)),
    ],
)
def test_a_period(text, start, end):
    assert Period.of(text) == Period(start, end)


@pytest.mark.parametrize("text", ["", "last week", "2020-W60", "2020-13", "2020-05-20/2020-05-17", "2020-02-30"])
def test_what_is_none(text):
    with pytest.raises(SettingError, match="is no period"):
        Period.of(text)


def test_the_period_before_is_as_long_and_touches():
    week = Period.of("2020-W21")
    assert week.before() == Period.of("2020-W20")
    assert Period.of("2020-05-17").before() == Period.of("2020-05-16")


def test_what_lies_in_it():
    assert Period.of("2021-W45").has(incident())
    assert not Period.of("2021-W44").has(incident())
    assert not Period.of("2021-W45").has(failed_raid())
