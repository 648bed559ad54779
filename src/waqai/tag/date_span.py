"""Stretches of time counted from the report: "three days ago", "over the past two days", "late last month".

In: words and their time and number marks. Out: an expression with the tokens it takes, or nothing.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from waqai.tag.date_expression import (
    Ago,
    Calendar,
    CalendarDay,
    CalendarMonth,
    Expression,
    LastUnit,
    Moment,
    Narrative,
    Open,
    Part,
    Past,
    Shift,
    Trend,
    Unit,
)
from waqai.tag.number_words import Mark, Marks, cardinal_at, mark_at
from waqai.tag.words import Words

_UNITS: Final = {1: Unit.HOUR, 24: Unit.DAY, 168: Unit.WEEK, 720: Unit.MONTH, 8760: Unit.YEAR}
_UNIT_CLASSES: Final = frozenset({"unit_sg", "unit_du", "unit_pl"})
_SINGULAR: Final = "unit_sg"
_DUAL: Final = "unit_du"
_APPROX: Final = frozenset({"approx"})
_FEW: Final = frozenset({"few"})
_SHIFTS: Final = frozenset({"shift", "recent"})
_PLAIN_SHIFT: Final = frozenset({"shift"})
_GONE: Final = frozenset({"gone"})
_SMALL: Final = frozenset({"unit_small"})
_MONTHS: Final = frozenset({"month", "hijri_month"})
_THE: Final = "ال"
_THIS: Final = frozenset({"هذا", "هذه", "بهذا", "لهذا"})
_FEW_WORDS: Final = frozenset({"القليله", "القلايل", "العشره"})
_OF: Final = "من"
_LESS: Final = "اقل"
_UPON: Final = frozenset({"من", "علي"})
_ONLY: Final = frozenset({"فقط", "واحد", "واحده"})
_IT: Final = frozenset({"ذلك", "هذا", "هذه"})
_TIMES: Final = frozenset({"relative", "weekday", "now", "day_word"})
_DAY_NAMES: Final = frozenset({"weekday", "relative"})
_LONG: Final = 4
_IN_DAYS: Final = {Unit.HOUR: 1 / 24, Unit.DAY: 1.0, Unit.WEEK: 7.0}
_MONTH_HOURS: Final = 720
_FEASTS: Final = 1000
"""Feasts that last for days: in Shawwal and Dhu al-Hijja."""


class Found(NamedTuple):
    """An expression and the token after it."""

    expression: Expression
    last: int


class _Quantity(NamedTuple):
    """So many units: ``number`` is ``None`` for "days"."""

    number: int | None
    unit: Unit
    last: int
    definite: bool
    about: bool
    bare: bool


def read_ago(words: Words, marks: Marks, at: int) -> Found | None:
    """Read "[before|since] about three days"; ``at`` is the token after "before"."""
    quantity = _quantity(words, marks, at)
    if quantity is not None and quantity.bare and mark_at(marks, quantity.last, _DAY_NAMES) is not None:
        return None
    if quantity is None or quantity.definite:
        small = mark_at(marks, at, _SMALL) or _after_cardinal(words, marks, at, _SMALL)
        return Found(Moment(), small.last) if small is not None else None
    less = words.tokens[at].text == _LESS
    if less and quantity.unit in (Unit.DAY, Unit.WEEK, Unit.MONTH):
        return Found(Past(quantity.number, quantity.unit), quantity.last)
    return Found(_ago(quantity), quantity.last)


def _ago(quantity: _Quantity) -> Expression:
    if quantity.unit is Unit.YEAR or (quantity.number is None and quantity.unit in (Unit.WEEK, Unit.MONTH)):
        return Open()
    return Ago(quantity.number, quantity.unit, quantity.about)


def read_after(words: Words, marks: Marks, mark: Mark) -> Found | None:
    """Read "two days after [an act]", which dates the act behind it, and "a day after the act", which dates its clause.

    "Months after" an act is no time of it.
    """
    quantity = _quantity(words, marks, mark.last)
    if quantity is None or quantity.definite:
        return None
    days, link = _whole_days(words, quantity)
    tokens = words.tokens
    if link + 1 >= len(tokens) or tokens[link].text not in _UPON or mark_at(marks, link + 1, _TIMES) is not None:
        return None
    if _is_known(words, link + 1):
        return Found(Narrative(days), link) if days else None
    return Found(Narrative(-days, back=True), link) if days is not None else Found(Open(), link)


def read_day_after(words: Words, _: Marks, mark: Mark) -> Found | None:
    """Read "the day after [an act]", one word in Arabic."""
    if mark.last >= len(words.tokens) or _is_known(words, mark.last):
        return None
    return Found(Narrative(-mark.value, back=True), mark.last)


def read_by_it(words: Words, marks: Marks, mark: Mark) -> Found | None:
    """Read "before it by two days", "after that by a day" behind the word for before or after it."""
    quantity = _quantity(words, marks, mark.last)
    if quantity is None or quantity.definite:
        return None
    days, last = _whole_days(words, quantity)
    return Found(Narrative(mark.value * days), last) if days else None


def _whole_days(words: Words, quantity: _Quantity) -> tuple[int | None, int]:
    """Give so many days or weeks as days, hours as the days nearest, with the token behind; ``None`` for months and "days"."""
    last = quantity.last
    if last < len(words.tokens) and words.tokens[last].text in _ONLY:
        last += 1
    if quantity.number is None or quantity.unit not in _IN_DAYS:
        return None, last
    return round(quantity.number * _IN_DAYS[quantity.unit]), last


def _is_known(words: Words, at: int) -> bool:
    """Tell whether the act is one told before: "the blast", "it"."""
    text = words.tokens[at].text
    return (text.startswith(_THE) and len(text) > _LONG) or text in _IT


def read_gone(words: Words, marks: Marks, at: int) -> Found | None:
    """Read "three days gone by"."""
    quantity = _quantity(words, marks, at)
    if quantity is None:
        return None
    gone = mark_at(marks, quantity.last, _GONE)
    return Found(_ago(quantity), gone.last) if gone is not None else None


def read_feast_day(marks: Marks, mark: Mark) -> Found | None:
    """Read "the third day of the feast that ends Ramadan" behind the word for the day."""
    feast = mark_at(marks, mark.last, frozenset({"season"}))
    if feast is None or feast.value < _FEASTS:
        return None
    month, first = divmod(feast.value, 100)
    return Found(CalendarDay(first + mark.value - 1, month, calendar=Calendar.HIJRI), feast.last)


def read_during(words: Words, marks: Marks, at: int) -> Found | None:
    """Read "[during] 24 hours", without "past"; ``at`` is the token after "during"."""
    past = read_past(words, marks, at)
    if past is not None:
        return past
    quantity = _quantity(words, marks, at)
    if quantity is None or (quantity.definite and quantity.number in (None, 1)):
        return None
    if quantity.unit is Unit.MONTH and mark_at(marks, quantity.last, _MONTHS) is not None:
        return None
    return Found(_past(quantity), quantity.last)


def read_past(words: Words, marks: Marks, at: int) -> Found | None:
    """Read "the past two days", "last week", "this month", "the past 24 hours"."""
    tokens = words.tokens
    if tokens[at].text in _THIS:
        unit = mark_at(marks, at + 1, frozenset({_SINGULAR}))
        return Found(_last_unit(_UNITS[unit.value], Shift.THIS), unit.last) if unit is not None else None
    quantity = _quantity(words, marks, at)
    if quantity is None:
        return None
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


def _past(quantity: _Quantity) -> Expression:
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
        if words.tokens[at].text.startswith(_THE) and unit.value in _UNITS and unit.value > 1:
            return Found(_last_unit(_UNITS[unit.value], Shift.THIS, part), unit.last)
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
    if last + 1 < len(tokens) and tokens[last].text == "/":
        other = mark_at(marks, last + 1, _MONTHS)
        last = other.last if other is not None and other.value == month.value else last
    year: int | None = None
    link = last + 1 if last < len(tokens) and tokens[last].text in ("من", "عام", "العام", "لعام", "سنه") else last
    if link < len(tokens) and len(tokens[link].text) == 4 and tokens[link].text.isdecimal():
        year, last = int(tokens[link].text), link + 1
    shift = mark_at(marks, last, _PLAIN_SHIFT)
    if shift is not None and not shift.proclitic:
        return shift.last, year, Shift(shift.value)
    return last, year, None


def _quantity(words: Words, marks: Marks, at: int) -> _Quantity | None:
    """Read "[about] [the] [three] days [the three]"."""
    tokens = words.tokens
    size = len(tokens)
    approx = mark_at(marks, at, _APPROX)
    about = approx is not None
    at = approx.last if approx is not None else at
    the = at + 1 < size and tokens[at].text == _THE
    at += the
    unit = _unit_at(marks, at)
    if unit is not None:
        definite = the or tokens[unit.last - 1].text.startswith(_THE)
        return _behind_unit(words, marks, unit, definite=definite, about=about)
    few = mark_at(marks, at, _FEW)
    if few is not None:
        unit = _unit_at(marks, few.last)
        return _Quantity(None, _UNITS[unit.value], unit.last, False, about, False) if unit is not None else None
    if at >= size:
        return None
    cardinal = cardinal_at(words, marks, at)
    if cardinal is None:
        return None
    unit = _unit_at(marks, cardinal.last)
    if unit is None:
        return None
    definite = the or tokens[at].text.startswith(_THE)
    return _Quantity(cardinal.value, _UNITS[unit.value], unit.last, definite, about, False)


def _behind_unit(words: Words, marks: Marks, unit: Mark, *, definite: bool, about: bool) -> _Quantity | None:
    """Read what counts a unit from behind: "days few", "the hours 24", "the days three"."""
    tokens, last, kind = words.tokens, unit.last, _UNITS[unit.value]
    number = 2 if unit.cls == _DUAL else 1 if unit.cls == _SINGULAR else None
    if unit.cls != "unit_pl" or last >= len(tokens):
        return _Quantity(number, kind, last, definite, about, unit.cls == _SINGULAR)
    if tokens[last].text in _FEW_WORDS or mark_at(marks, last, _FEW):
        return _Quantity(None, kind, last + 1, definite, about, False)
    link = last + (tokens[last].text == _THE)
    cardinal = cardinal_at(words, marks, link) if definite and link < len(tokens) else None
    if cardinal is not None:
        return _Quantity(cardinal.value, kind, cardinal.last, definite, about, False)
    return _Quantity(None, kind, last, definite, about, False)


def _unit_at(marks: Marks, at: int) -> Mark | None:
    mark = mark_at(marks, at, _UNIT_CLASSES)
    return mark if mark is not None and mark.value in _UNITS else None


def _after_cardinal(words: Words, marks: Marks, at: int, classes: frozenset[str]) -> Mark | None:
    cardinal = cardinal_at(words, marks, at) if at < len(words.tokens) else None
    return mark_at(marks, cardinal.last, classes) if cardinal is not None else None
