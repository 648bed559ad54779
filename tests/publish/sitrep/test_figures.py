"""Figures of a period beside the one before."""

from __future__ import annotations

from datetime import date

from incident_factory import ALL, clash, failed_raid, incident, week
from waqai.publish.sitrep import Period, figures

WEEK = Period.of("2021-W45")


def test_counts_and_tolls():
    found = figures(ALL, WEEK)
    assert len(found.incidents) == 3
    assert found.before == 1
    assert (found.killed.low, found.killed.best, found.killed.high) == (9, 11, None)
    assert str(found.killed) == "9+"
    assert str(found.killed_civilians) == "4–6"
    assert found.disputed == 2


def test_the_gravest_comes_first():
    found = figures([incident(), clash()], WEEK)
    assert [i.sub_event_type for i in found.incidents] == ["Armed clash", "Shelling/artillery/missile attack"]


def test_tables_hold_both_periods():
    found = figures([*ALL, week()], WEEK)
    rows = {row.key: (row.incidents, row.before) for row in found.by_type}
    assert rows == {"Explosions/Remote violence": (2, 0), "Battles": (1, 0), "Protests": (0, 2)}


def test_every_day_has_its_bar():
    found = figures([incident()], WEEK)
    assert found.by_day[0] == (date(2021, 11, 8), 1)
    assert len(found.by_day) == 7


def test_nothing_is_nothing():
    found = figures([failed_raid()], WEEK)
    assert (found.incidents, found.killed.best, found.by_type) == ((), 0, ())
