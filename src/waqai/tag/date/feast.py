"""Days of the two feasts: "the third day of the feast that ends Ramadan", "on the day of the feast", "over the days of the feast".

In: time marks. Out: an expression and the token behind it.
"""

from __future__ import annotations

from typing import Final

from waqai.tag.date.expression import FeastDay, FeastDays, Open
from waqai.tag.date.span import Found
from waqai.tag.number.words import Mark, Marks, mark_at

FEAST_LEADS: Final = frozenset({"unit_pl", "feast_days", "day_word", "daypart"})
"""Classes of the words before a feast that do not count its days."""
_DAY: Final = frozenset({"day_word", "daypart"})
_NAMES: Final = frozenset({"season", "feast"})
_YEARS: Final = frozenset({"shift_year"})
_HOLIDAYS: Final = frozenset({"feast_days"})
_DAYS: Final = frozenset({"unit_pl"})
_IN_HOURS: Final = 24
_FIRST: Final = 1000
"""Feasts that last for days, in Shawwal and Dhu al-Hijja, as month * 100 + day; smaller codes are other times of the year."""
_EVE: Final = 20


def read_feast_day(marks: Marks, mark: Mark) -> Found | None:
    """Read "the third day of the feast that ends Ramadan" behind the word for the day."""
    return _feast(marks, mark.last, mark.value)


def read_of_feast(marks: Marks, mark: Mark, at: int) -> Found | None:
    """Read "the day of the feast", "the morning of the feast", "the days of the feast"; the night of it is its eve."""
    if mark.cls not in _DAY:
        return read_feast_days(marks, at)
    return _feast(marks, mark.last, 1) if mark.cls != "daypart" or mark.value < _EVE else None


def read_feast_days(marks: Marks, at: int) -> Found | None:
    """Read "the days of the feast", "the holiday of the feast", and behind "during" the feast alone."""
    days = mark_at(marks, at, _DAYS)
    if days is not None and days.value == _IN_HOURS:
        if days.proclitic:
            return None  # "the joy |in the days| of the feast"
        at = days.last
    holiday = mark_at(marks, at, _HOLIDAYS)
    return _feast(marks, holiday.last if holiday is not None else at, None)


def _feast(marks: Marks, at: int, day: int | None) -> Found | None:
    """Read the name of the feast; one of a year told behind it is longer ago than an incident may be, or not known."""
    feast = mark_at(marks, at, _NAMES)
    if feast is None or (feast.cls == "season" and feast.value < _FIRST):
        return None
    year = mark_at(marks, feast.last, _YEARS)
    if year is not None:
        return Found(Open(), year.last)
    return Found(FeastDays(feast.value) if day is None else FeastDay(feast.value, day), feast.last)
