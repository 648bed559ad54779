"""Terms: one object for each value, as in an enum."""

from __future__ import annotations

import pickle

import pytest

from waqai.values.term import Terms


class Fruit(Terms):
    FIG = "fig"
    """Ripe in August."""
    DATE = "date"


def test_a_value_gives_the_one_member_that_has_it():
    assert Fruit("fig") is Fruit.FIG
    assert list(Fruit) == [Fruit.FIG, Fruit.DATE]
    assert {"fig": 1}[Fruit.FIG] == 1


def test_a_member_stays_itself_in_another_process():
    assert pickle.loads(pickle.dumps(Fruit.DATE)) is Fruit.DATE


def test_a_member_reads_as_its_value():
    assert f"{Fruit.FIG}, {Fruit.DATE!s}" == "fig, date"
    assert type(str(Fruit.FIG)) is str


@pytest.mark.parametrize("value", ["FIG", "", None])
def test_what_is_no_value_is_refused(value):
    with pytest.raises(ValueError, match="is no Fruit"):
        Fruit(value)
