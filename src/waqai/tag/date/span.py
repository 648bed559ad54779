"""Stretches of time counted from the report: "three days ago", "over the past two days", "late last month".

In: words and their time and number marks. Out: an expression with the tokens it takes, or nothing.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import msgspec

from waqai.tag.date.expression import (
    Ago,
    Calendar,
    CalendarMonth,
    Expression,
    LastUnit,
    Moment,
    Open,
    Part,
    Past,
    Shift,
    Trend,
    Unit,
)
from waqai.tag.date.quantity import UNITS, Quantity, read_quantity
from waqai.tag.number.label import YEARS
from waqai.tag.number.words import Mark, Marks, cardinal_at, mark_at
from waqai.tag.words import Words

_SINGULAR: Final = "unit_sg"
_SHIFTS: Final = frozenset({"shift", "recent"})
_PLAIN_SHIFT: Final = frozenset({"shift"})
GONE: Final = frozenset({"gone"})
_SMALL: Final = frozenset({"unit_small"})
_MONTHS: Final = frozenset({"month", "hijri_month"})
_THE: Final = "ال"
_LAST_NIGHT: Final = frozenset({"last_night"})
_THIS: Final = frozenset({"هذا", "هذه", "بهذا", "لهذا"})
_OF: Final = "من"
LESS: Final = "اقل"
_DAY_NAMES: Final = frozenset({"weekday", "relative"})
_MONTH_HOURS: Final = 720
_WHICH: Final = frozenset({"ordinal", "recent"})
_OTHER_NAME: Final = (["/"], ["("], ["-"])
"""What stands between the two names of a month: "July (Tammuz)"."""
_WITHIN: Final = (["من"], ["في"])
_LAST: Final = -1
_PARTS: Final = {
    (Unit.WEEK, 1): {1: Part.WEEK_1, 2: Part.WEEK_2, 3: Part.WEEK_3, 4: Part.WEEK_4, _LAST: Part.LAST_WEEK},
    (Unit.DAY, None): {1: Part.EARLY, _LAST: Part.LATE},
}
"""Parts of a month, by the unit and its number, and then by which it was."""
_YEAR_WORDS: Final = frozenset(
    {"عام", "العام", "سنه", "للعام", "لعام", "السنه", "صيف", "شتاء", "ربيع", "خريف", "بصيف", "بشتاء", "بربيع", "بخريف"}
)


class Found(NamedTuple):
    """An expression and the token after it."""

    expression: Expression
    last: int


def read_ago(words: Words, marks: Marks, at: int) -> Found | None:
    """Read "[before|since] about three days"; ``at`` is the token after "before"."""
    quantity = read_quantity(words, marks, at)
    if quantity is not None and quantity.bare and mark_at(marks, quantity.last, _DAY_NAMES) is not None:
        return None
    if quantity is not None and (opens_daypart(marks, quantity.last) or _is_before_event(words, quantity.last)):
        return None
    if quantity is None or quantity.definite:
        small = mark_at(marks, at, _SMALL) or _after_cardinal(words, marks, at, _SMALL)
        return Found(Moment(), small.last) if small is not None else None
    less = words.tokens[at].text == LESS
    if less and quantity.unit in (Unit.DAY, Unit.WEEK, Unit.MONTH):
        return Found(Past(quantity.number, quantity.unit), quantity.last)
    return Found(_ago(quantity), quantity.last)


def _is_before_event(words: Words, at: int) -> bool:
    """Tell whether the days are counted back from something that was to come: "days before [min] |the elections|", not "was seized days ago from his house"."""
    texts = words.texts
    return at + 1 < len(texts) and texts[at] == "من" and texts[at + 1].removeprefix("ال").startswith(_EVENTS)


_EVENTS: Final = (
    "انتخاب",
    "استفتاء",
    "اقتراع",
    "تصويت",
    "موعد",
    "انعقاد",
    "حلول",
    "بدء",
    "بدايه",
    "انطلاق",
    "افتتاح",
    "موتمر",
    "قمه",
    "زياره",
    "جوله",
    "عيد",
    "شهر",
    "ذكري",
    "نهايه",
    "انتهاء",
    "توقيع",
    "محادثات",
    "مفاوضات",
    "تنصيب",
    "محاكمه",
    "جلسه",
)
"""How names of what is awaited begin, without the article."""


def opens_daypart(marks: Marks, after: int) -> bool:
    """Tell whether "hours" is the first word of a part of the day: "since |the hours of morning|"."""
    return any(mark.cls == "daypart" and mark.last > after for mark in marks.get(after - 1, ()))


def _ago(quantity: Quantity) -> Expression:
    if quantity.unit is Unit.YEAR or (quantity.number is None and quantity.unit in (Unit.WEEK, Unit.MONTH)):
        return Open()
    return Ago(quantity.number, quantity.unit, quantity.about)


def read_gone(words: Words, marks: Marks, at: int) -> Found | None:
    """Read "three days gone by"."""
    quantity = read_quantity(words, marks, at)
    if quantity is None:
        return None
    gone = mark_at(marks, quantity.last, GONE)
    return Found(_ago(quantity), gone.last) if gone is not None else None


def read_during(words: Words, marks: Marks, at: int) -> Found | None:
    """Read "[during] 24 hours", without "past"; ``at`` is the token after "during"."""
    past = read_past(words, marks, at)
    if past is not None:
        return past
    quantity = read_quantity(words, marks, at)
    if quantity is None or (quantity.definite and quantity.number in (None, 1)):
        return None
    if quantity.unit is Unit.HOUR and mark_at(marks, quantity.last, _LAST_NIGHT) is not None:
        return None  # "during hours |of last night|"
    if quantity.unit is Unit.MONTH and mark_at(marks, quantity.last, _MONTHS) is not None:
        return None
    return Found(_past(quantity), quantity.last)


def read_past(words: Words, marks: Marks, at: int) -> Found | None:
    """Read "the past two days", "last week", "this month", "the past 24 hours"."""
    tokens = words.tokens
    if tokens[at].text in _THIS:
        unit = mark_at(marks, at + 1, frozenset({_SINGULAR}))
        return Found(_last_unit(UNITS[unit.value], Shift.THIS), unit.last) if unit is not None else None
    quantity = read_quantity(words, marks, at)
    if quantity is None:
        return None
    of_month = _of_month(words, marks, quantity)
    if of_month is not None:
        return of_month
    shift = mark_at(marks, quantity.last, _SHIFTS)
    if shift is None or shift.proclitic or not (quantity.definite or quantity.number is not None):
        return None
    if shift.value > 0:
        return Found(LastUnit(quantity.unit, Shift.NEXT), shift.last)
    if quantity.unit is Unit.HOUR and shift.last < len(tokens) and tokens[shift.last].text == _OF:
        return None
    if quantity.bare and quantity.number == 1 and shift.cls == "shift":
        return Found(_last_unit(quantity.unit, Shift(shift.value)), shift.last)
    return Found(_past(quantity), shift.last)


def _of_month(words: Words, marks: Marks, quantity: Quantity) -> Found | None:
    """Read "the first week of March", "the last week of last month", "the first days of March"."""
    which = mark_at(marks, quantity.last, _WHICH) if quantity.definite else None
    parts = _PARTS.get((quantity.unit, quantity.number))
    if which is None or parts is None or words.texts[which.last : which.last + 1] not in _WITHIN:
        return None
    part = parts.get(which.value if which.cls == "ordinal" else _LAST)
    if part is None:
        return None
    found = read_part(words, marks, msgspec.structs.replace(which, last=which.last + 1, value=part))
    return found if found is not None and isinstance(found.expression, CalendarMonth) else None


def _past(quantity: Quantity) -> Expression:
    if quantity.unit is Unit.YEAR or (quantity.unit in (Unit.WEEK, Unit.MONTH) and quantity.number is None):
        return Trend()
    if quantity.unit is Unit.MONTH and (quantity.number or 0) > 1:
        return Trend()
    return Past(quantity.number, quantity.unit)


def _last_unit(unit: Unit, shift: Shift, part: Part = Part.WHOLE) -> Expression:
    if unit is Unit.MONTH:
        return CalendarMonth(shift=shift, part=part)
    if unit is Unit.YEAR:
        return Open()
    return LastUnit(unit, shift, part)


def read_part(words: Words, marks: Marks, mark: Mark) -> Found | None:
    """Read "late March", "early this month", "the end of last week" behind the word for the part."""
    at = mark.last
    if at >= len(words.tokens):
        return None
    part = Part(mark.value)
    past = read_past(words, marks, at)
    if past is not None and isinstance(past.expression, CalendarMonth | LastUnit | Open):
        return Found(_with_part(past.expression, part), past.last)
    unit = mark_at(marks, at, frozenset({_SINGULAR}))
    if unit is not None and not unit.proclitic:
        named = _named_month(words, marks, unit.last, part) if unit.value == _MONTH_HOURS else None
        if named is not None:
            return named
        if words.tokens[at].text.startswith(_THE) and unit.value in UNITS and unit.value > 1:
            return Found(_last_unit(UNITS[unit.value], Shift.THIS, part), unit.last)
        return None
    return _named_month(words, marks, at, part)


def _with_part(expression: CalendarMonth | LastUnit | Open, part: Part) -> Expression:
    if isinstance(expression, CalendarMonth):
        return CalendarMonth(expression.month, expression.year, expression.shift, expression.shift_unit, part)
    return expression


def _named_month(words: Words, marks: Marks, at: int, part: Part) -> Found | None:
    month = mark_at(marks, at, _MONTHS)
    if month is None or month.proclitic:
        return None
    calendar = Calendar.HIJRI if month.cls == "hijri_month" else Calendar.GREGORIAN
    last, year, shift = month_tail(words, marks, month)
    return Found(CalendarMonth(month.value, year, shift, part=part, calendar=calendar), last)


def month_tail(words: Words, marks: Marks, month: Mark) -> tuple[int, int | None, Shift | None]:
    """Read what follows a month's name: its other name, a year, "last"."""
    tokens, last = words.tokens, month.last
    link = last + (words.texts[last : last + 1] in _OTHER_NAME)
    other = mark_at(marks, link, _MONTHS)
    if other is not None and other.value == month.value and other.cls == month.cls:
        last = other.last + (words.texts[other.last : other.last + 1] == [")"])
    year: int | None = None
    link = last + 1 if last < len(tokens) and tokens[last].text in ("من", "عام", "العام", "لعام", "سنه") else last
    if link < len(tokens) and len(tokens[link].text) == 4 and tokens[link].text.isdecimal():
        year, last = int(tokens[link].text), link + 1
    shift = mark_at(marks, last, _PLAIN_SHIFT)
    if shift is not None and not shift.proclitic:
        return shift.last, year, Shift(shift.value)
    return last, year, None


def _after_cardinal(words: Words, marks: Marks, at: int, classes: frozenset[str]) -> Mark | None:
    cardinal = cardinal_at(words, marks, at) if at < len(words.tokens) else None
    return mark_at(marks, cardinal.last, classes) if cardinal is not None else None


def year_at(words: Words, at: int) -> int | None:
    """Give the number of a year behind the word for it: "the year |2015|"."""
    text = words.tokens[at].text
    is_year = len(text) == 4 and text.isdecimal() and int(text) in YEARS
    return int(text) if is_year and at and words.tokens[at - 1].text in _YEAR_WORDS else None
