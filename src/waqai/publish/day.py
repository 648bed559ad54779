"""Days as others write them: one day with a precision code, EDTF, words."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from waqai.shipped import shipped_table
from waqai.values.date import DatePrecision, DateValue

_ACLED: Final = {DatePrecision.DAY: 1, DatePrecision.APPROX: 1, DatePrecision.WEEK: 2, DatePrecision.MONTH: 3}
"""ACLED codebook, "Time precision": 1 the day, 2 the week, 3 the month. A day that the news cycle fixes is a day there."""
_UCDP: Final = {DatePrecision.DAY: 1, DatePrecision.APPROX: 2, DatePrecision.WEEK: 3, DatePrecision.MONTH: 4}
"""UCDP GED codebook, ``date_prec``: 1 the day, 2 two to six days, 3 the week, 4 the month, 5 the year."""


def middle(value: DateValue) -> date | None:
    """Give the one day that stands for the span: its middle, as ACLED takes it."""
    if value.start is None or value.end is None:
        return None
    return value.start + timedelta(days=(value.end - value.start).days // 2)


def acled_precision(value: DateValue) -> int:
    """Give ACLED's ``time_precision``; several days are no exact day."""
    if value.precision is None:
        return 3
    code = _ACLED[value.precision]
    return max(code, 2) if value.start != value.end else code


def ucdp_precision(value: DateValue) -> int:
    """Give UCDP's ``date_prec``."""
    if value.precision is None:
        return 5
    code = _UCDP[value.precision]
    return max(code, 2) if value.start != value.end else code


def edtf(value: DateValue) -> str:
    """Give the span in EDTF (ISO 8601-2): ``~`` marks what is approximate."""
    if value.start is None or value.end is None:
        return ""
    mark = "~" if value.precision is DatePrecision.APPROX else ""
    if value.start == value.end:
        return f"{value.start}{mark}"
    return f"{value.start}{mark}/{value.end}{mark}"


def words(day: date, language: str) -> str:
    """Write a day in words; Arabic with both names of the month, as readers of East and West know them."""
    month = dictionary()[language]["months"][day.month - 1]
    return f"{day.day} {month} {day.year}"


@cache
def dictionary() -> dict[str, Any]:
    """Give the words of notes and reports by language."""
    return shipped_table("publish/words.toml")
