"""Days with their precision."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.values.date import DatePrecision, DateValue

days = st.dates(date(2011, 1, 1), date(2026, 12, 31))


@st.composite
def spans(draw):
    start = draw(days)
    return DateValue(start, start + timedelta(days=draw(st.integers(0, 40))), DatePrecision.WEEK)


def test_a_date_is_whole_or_open():
    assert not DateValue().is_known
    with pytest.raises(ValueError, match="or none of them"):
        DateValue(date(2020, 5, 17), None, DatePrecision.DAY)
    with pytest.raises(ValueError, match="backwards"):
        DateValue(date(2020, 5, 17), date(2020, 5, 16), DatePrecision.WEEK)


@given(spans(), spans())
def test_overlap_has_no_order_and_an_open_date_overlaps_all(one, two):
    assert one.overlaps(two) == two.overlaps(one)
    assert one.overlaps(one)
    assert one.overlaps(DateValue())


@pytest.mark.parametrize(("gap", "slack", "want"), [(0, 0, True), (1, 0, False), (1, 1, True), (8, 7, False)])
def test_slack_is_counted_in_days(gap, slack, want):
    day = date(2020, 5, 17)
    assert DateValue.on(day).overlaps(DateValue.on(day + timedelta(days=gap)), slack_days=slack) is want


def test_how_a_date_reads():
    day = date(2020, 5, 17)
    assert str(DateValue.on(day)) == "2020-05-17"
    assert str(DateValue.on(day, DatePrecision.APPROX)) == "2020-05-17 (approx)"
    assert str(DateValue(day, day + timedelta(days=6), DatePrecision.WEEK)) == "2020-05-17…2020-05-23 (week)"
    assert str(DateValue()) == "?"
