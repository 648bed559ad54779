"""The day of many acts told as a sum, which a paragraph goes on to tell one by one: "30 died in a series of blasts in Iraq |on Tuesday|. A car bomb in A …"."""

from __future__ import annotations

from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.setting.days import Days

_SUMS: Final = frozenset({"nationwide", "scattered", "series"})
"""Marks of a clause that tells of many acts in no one place."""


def take_series(days: Days, draft: Draft) -> None:
    """Let the day of a sum, which is no act, date what its paragraph goes on to tell; the day on which it was said does not."""
    if "nationwide" in draft.marks and draft.clause.block <= 1:
        days.read(draft)  # "70 were killed |yesterday| in attacks in two countries. The one in A …"
        return
    if draft.places or draft.clause.headline or draft.clause.background or _SUMS.isdisjoint(draft.marks):
        return
    day = next((when for when in days.resolved(draft) if not (when.weak or when.is_aside or when.runs_to_now)), None)
    if day is None or days.calendar.is_too_old(day.value):
        return
    days.turn(draft)
    days.current = days.told = day
    days.aside, days.of_history, days.of_series = None, False, True
    days.at, days.sentence = draft.clause.block, draft.clause.sentence
