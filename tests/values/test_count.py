"""Counts: ranges with open ends that stay open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.values.count import Count

ends = st.one_of(st.none(), st.integers(0, 1000))


@st.composite
def counts(draw):
    low, high = draw(ends), draw(ends)
    return Count(min(low, high), max(low, high)) if low is not None and high is not None else Count(low, high)


@pytest.mark.parametrize(
    ("count", "said"),
    [(Count.exactly(3), "3"), (Count.at_least(40), "40+"), (Count.up_to(40), "≤40"), (Count(2, 5), "2–5")],
)
def test_how_a_count_reads(count, said):
    assert str(count) == said


def test_a_count_that_runs_backwards_is_refused():
    with pytest.raises(ValueError, match="backwards"):
        Count(5, 2)


@given(counts(), counts())
def test_adding_does_not_ask_for_the_order_and_keeps_ends_open(one, two):
    total = one + two
    assert total == two + one
    assert (total.max is None) == (one.max is None or two.max is None)
    assert total.min == ((one.min or 0) + (two.min or 0) if (one.min, two.min) != (None, None) else None)
    assert total.is_exact == (total.min is not None and total.min == total.max)
