"""Which days a date phrase means, counted from the report's own day (codebook rulings 22–24, 28, 34, 35, 40, 43).

In: an expression and an anchor. Out: a span of local days with its precision, unknown when nothing fixes it. A day without a
year is the latest such day not after publication: reports tell what has happened.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from waqai.tag.date.anchor import Anchor, day_of, fix_year, hijri_year
from waqai.tag.date.expression import (
    Ago,
    Calendar,
    CalendarDay,
    CalendarMonth,
    Expression,
    FeastDay,
    FeastDays,
    Interval,
    LastNight,
    LastUnit,
    Moment,
    Narrative,
    Part,
    Past,
    Relation,
    Shift,
    Today,
    Unit,
    Weekday,
)
from waqai.tag.date.feast_days import resolve_feast
from waqai.tag.date.find import DateMention
from waqai.values.date import DatePrecision, DateValue

SLACK: Final = timedelta(days=1)
"""Pages are stamped up to a day before what they tell (time zones, metadata of the first version)."""
UNKNOWN: Final = DateValue()
_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)
_MONTH_DAYS: Final = 31
_FEW_DAYS: Final = 7
_PARTS: Final = {
    Part.EARLY: (1, 10),
    Part.MIDDLE: (11, 20),
    Part.LATE: (21, 31),
    Part.WHOLE: (1, 31),
    Part.WEEK_1: (1, 7),
    Part.WEEK_2: (8, 14),
    Part.WEEK_3: (15, 21),
    Part.WEEK_4: (22, 28),
    Part.HALF_1: (1, 15),
    Part.HALF_2: (16, 31),
}
_PAST: Final = (Shift.LAST, Shift.BEFORE_LAST)
_HALF_DAY: Final = 12
_NEAR: Final = 3


def resolve_mention(mention: DateMention, anchor: Anchor) -> DateValue:
    """Give the days of a mention as it stands: "since yesterday" goes on to today, "before Friday" is unknown."""
    if mention.relation in (Relation.BEFORE, Relation.AFTER, Relation.UNTIL):
        return UNKNOWN
    value = resolve(mention.expression, anchor)
    if mention.relation is not Relation.SINCE or value.start is None or anchor.published is None:
        return value
    if not value.start < anchor.published or (anchor.published - value.start).days > _MONTH_DAYS:
        return value if value.start >= anchor.published else UNKNOWN
    return DateValue(value.start, anchor.published, DatePrecision.APPROX)


def resolve(expression: Expression, anchor: Anchor) -> DateValue:
    """Give the days that an expression means; unknown when nothing fixes them."""
    match expression:
        case CalendarDay():
            day, _ = calendar_day(expression, anchor)
            return UNKNOWN if day is None else DateValue.on(day)
        case Weekday():
            return _weekday(expression, anchor)
        case CalendarMonth():
            return _month(expression, anchor)
        case Interval():
            return _interval(expression, anchor)
        case Narrative():
            return _narrative(expression, anchor)
        case FeastDay() | FeastDays():
            return resolve_feast(expression, anchor.published or anchor.fixed)
    try:
        return UNKNOWN if anchor.published is None else _counted(expression, anchor.published)
    except OverflowError:  # "a million days ago"
        return UNKNOWN


def _counted(expression: Expression, published: date) -> DateValue:
    """Resolve what is counted from publication alone."""
    match expression:
        case Today(offset=offset, weekday=weekday):
            return DateValue.on(_near_weekday(published + offset * _DAY, weekday, published + SLACK))
        case LastNight():
            return DateValue.on(published - _DAY)
        case Moment():
            return DateValue.on(published, DatePrecision.APPROX)
        case Ago():
            return _ago(expression, published)
        case Past():
            return _past(expression, published)
        case LastUnit():
            return _last_unit(expression, published)
    return UNKNOWN


def _near_weekday(day: date, weekday: int | None, latest: date) -> date:
    """Move to the nearest such weekday: a page of Saturday that says "today, Sunday" or "yesterday, Sunday" tells of that Sunday, a day ahead at most."""
    if weekday is None:
        return day
    ahead = (weekday - day.weekday()) % 7
    return day + _DAY * (ahead if day + ahead * _DAY <= latest else ahead - 7)


def _ago(ago: Ago, published: date) -> DateValue:
    match ago.unit, ago.number:
        case Unit.DAY, None:
            return DateValue(published - _FEW_DAYS * _DAY, published - _DAY, DatePrecision.WEEK)
        case Unit.DAY, int(number):
            return DateValue.on(published - number * _DAY, DatePrecision.APPROX if ago.about else DatePrecision.DAY)
        case Unit.WEEK, int(number):
            return DateValue.on(published - number * _WEEK, DatePrecision.WEEK)
        case Unit.MONTH, int(number) if number <= 12:
            return DateValue.on(_months_back(published, number), DatePrecision.MONTH)
        case Unit.HOUR, int(number) if number >= _HALF_DAY:
            days = round(number / 24)
            start = published - max(days, 1) * _DAY
            return DateValue(start, start if number >= 24 else published, DatePrecision.APPROX)
        case Unit.HOUR, _:
            return DateValue.on(published, DatePrecision.APPROX)
    return UNKNOWN


def _past(past: Past, published: date) -> DateValue:
    yesterday = published - _DAY
    match past.unit, past.number:
        case Unit.DAY, None:
            return DateValue(published - _FEW_DAYS * _DAY, yesterday, DatePrecision.WEEK)
        case Unit.DAY, int(number) if number <= _MONTH_DAYS:
            precision = (
                DatePrecision.APPROX
                if number < _FEW_DAYS
                else DatePrecision.WEEK
                if number <= 14
                else DatePrecision.MONTH
            )
            return DateValue(published - max(number, 1) * _DAY, yesterday, precision)
        case Unit.HOUR, None:
            return DateValue.on(published, DatePrecision.APPROX)
        case Unit.HOUR, int(number) if number <= 24 * _FEW_DAYS:
            start = published - -(-number // 24) * _DAY if number >= _HALF_DAY else published
            return DateValue(start, published, DatePrecision.APPROX)
        case Unit.WEEK, int(number) if number <= 4:
            return DateValue(
                published - number * _WEEK, yesterday, DatePrecision.WEEK if number == 1 else DatePrecision.MONTH
            )
        case Unit.MONTH, 1:
            return DateValue(_months_back(published, 1), yesterday, DatePrecision.MONTH)
    return UNKNOWN


def _last_unit(unit: LastUnit, published: date) -> DateValue:
    match unit.unit:
        case Unit.WEEK:
            monday = published - published.weekday() * _DAY + unit.shift * _WEEK
            end = monday + 6 * _DAY
            return DateValue(monday, min(end, published) if unit.shift is Shift.THIS else end, DatePrecision.WEEK)
        case Unit.DAY:
            return DateValue.on(published + unit.shift * _DAY, DatePrecision.DAY)
        case Unit.HOUR:
            return DateValue.on(published, DatePrecision.APPROX)
    return UNKNOWN


def _weekday(expression: Weekday, anchor: Anchor) -> DateValue:
    if anchor.published is not None:
        return DateValue.on(_weekday_from(expression, anchor.published))
    fixed = anchor.fixed
    if fixed is None or expression.shift is Shift.NEXT:
        return UNKNOWN
    before = _back_to(fixed - _DAY, expression.weekday)
    if expression.shift is Shift.LAST:
        after = before + _WEEK if before + _WEEK > fixed else before + 2 * _WEEK
        return DateValue(before, after, DatePrecision.WEEK)
    return DateValue.on(_back_to(fixed, expression.weekday), DatePrecision.APPROX)


def _weekday_from(expression: Weekday, published: date) -> date:
    if expression.shift is Shift.NEXT:
        return _back_to(published + _WEEK, expression.weekday)
    last = _back_to(published - _DAY if expression.shift in _PAST else published, expression.weekday)
    return last - _WEEK if expression.shift is Shift.BEFORE_LAST else last


def _back_to(day: date, weekday: int) -> date:
    """Give the latest such weekday on or before a day."""
    return day - _DAY * ((day.weekday() - weekday) % 7)


def calendar_day(expression: CalendarDay, anchor: Anchor) -> tuple[date | None, str]:
    """Give the day that a day of a month means, and why that year."""
    if expression.month is None:
        return _day_of_shifted_month(expression, anchor), "day of a month counted from the report's"
    if expression.year is not None:
        return day_of(expression.year, expression.month, expression.day, expression.calendar), "year written"
    base = anchor.published
    if base is None and expression.weekday is not None and expression.calendar is Calendar.GREGORIAN:
        year, why = fix_year(expression.day, expression.month, expression.weekday, anchor)
        return (None, why) if year is None else (day_of(year, expression.month, expression.day), why)
    base = base or anchor.fixed
    if base is None:
        return None, "no day to count from"
    return _latest(expression, base), f"the latest such day not after {base}"


def _day_of_shifted_month(expression: CalendarDay, anchor: Anchor) -> date | None:
    base = anchor.published or anchor.fixed
    if base is None:
        return None
    year, month = _shift_month(base.year, base.month, expression.shift or 0)
    return day_of(year, month, expression.day)


def _latest(expression: CalendarDay, base: date) -> date | None:
    """Find the latest such day on or before the base, past a weekday that says otherwise."""
    month, calendar = expression.month or 1, expression.calendar
    this_year = base.year if calendar is Calendar.GREGORIAN else hijri_year(base)
    if expression.shift is Shift.NEXT:
        return _first(d for d in _days(this_year, range(2), month, expression.day, calendar) if d > base)
    if expression.shift_unit is Unit.YEAR and expression.shift is not None:
        return day_of(this_year + expression.shift, month, expression.day, calendar)
    if expression.offset is not None or expression.shift is Shift.THIS:
        return _near_today(expression, base, _days(this_year, range(-1, 2), month, expression.day, calendar))
    past = [d for d in _days(this_year, range(1, -9, -1), month, expression.day, calendar) if d <= base + SLACK]
    return _first(past)


def _near_today(expression: CalendarDay, base: date, days: list[date]) -> date | None:
    """Read "today, Monday 30 January", which tells the page's own day.

    A weekday that the stamp shares beats a number a little off; a weekday that no near year has beats the stamp.
    """
    nearest = min(days, key=lambda d: abs(d - base), default=None)
    weekday = expression.weekday
    if nearest is None or weekday is None or nearest.weekday() == weekday:
        return nearest
    if abs((nearest - base).days) <= _NEAR:
        shifted = base + (expression.offset or 0) * _DAY
        return shifted if shifted.weekday() == weekday else nearest
    wide = _days(base.year, range(-9, 10), expression.month or 1, expression.day, expression.calendar)
    return min((d for d in wide if d.weekday() == weekday), key=lambda d: abs(d - base), default=nearest)


def _days(year: int, steps: range, month: int, day: int, calendar: Calendar) -> list[date]:
    found = (day_of(year + step, month, day, calendar) for step in steps)
    return [d for d in found if d is not None]


def _first(days: Iterable[date]) -> date | None:
    return next(iter(days), None)


def _month(expression: CalendarMonth, anchor: Anchor) -> DateValue:
    base = anchor.published or anchor.fixed
    if expression.calendar is Calendar.HIJRI:
        return _hijri_month(expression, base)
    found = _year_and_month(expression, base)
    if found is None:
        return UNKNOWN
    year, month = found
    start, end = _part_of(date(year, month, 1), date(year, month, monthrange(year, month)[1]), expression.part)
    if base is not None and start < base <= end and expression.shift is not Shift.NEXT:
        end = base - _DAY if anchor.published is not None and expression.part is Part.WHOLE else base
    return DateValue(start, end, DatePrecision.WEEK if expression.part.is_week else DatePrecision.MONTH)


def _part_of(start: date, end: date, part: Part) -> tuple[date, date]:
    """Give the first and last day of a part of a month that begins and ends so."""
    if part is Part.LAST_WEEK:
        return end - _WEEK + _DAY, end
    first, last = _PARTS[part]
    return start + (first - 1) * _DAY, min(start + (last - 1) * _DAY, end)


def _year_and_month(expression: CalendarMonth, base: date | None) -> tuple[int, int] | None:
    month = expression.month
    if month is not None and expression.year is not None:
        return expression.year, month
    if base is None:
        return None
    if month is None:
        return _shift_month(base.year, base.month, expression.shift or 0)
    if expression.shift is not None and expression.shift_unit is Unit.YEAR:
        return base.year + expression.shift, month
    if expression.shift is Shift.NEXT:
        return (base.year if month > base.month else base.year + 1), month
    current = month == base.month and expression.shift is Shift.LAST
    return (base.year - 1 if month > base.month or current else base.year), month


def _hijri_month(expression: CalendarMonth, base: date | None) -> DateValue:
    year = expression.year
    month = expression.month or 1
    if year is None:
        if base is None:
            return UNKNOWN
        year = hijri_year(base)
        start = day_of(year, month, 1, Calendar.HIJRI)
        if start is None or start > base + SLACK:
            year -= 1
    start = day_of(year, month, 1, Calendar.HIJRI)
    end = day_of(year, month, 30, Calendar.HIJRI) or day_of(year, month, 29, Calendar.HIJRI)
    if start is None or end is None:
        return UNKNOWN
    precision = DatePrecision.WEEK if expression.part.is_week else DatePrecision.MONTH
    return DateValue(*_part_of(start, end, expression.part), precision)


def _interval(expression: Interval, anchor: Anchor) -> DateValue:
    end = resolve(expression.end, anchor)
    start = resolve(expression.start, anchor)
    if end.end is None or start.start is None:
        return UNKNOWN
    first = start.start
    if isinstance(expression.start, Weekday) and isinstance(expression.end, Weekday):
        if _is_night_ahead(expression.start, expression.end, anchor):
            return DateValue(first, first + _DAY, DatePrecision.DAY)
        first = _back_to(end.end, expression.start.weekday)
    if first > end.end or (end.end - first).days > _MONTH_DAYS:
        return end
    return DateValue(first, end.end, DatePrecision.DAY if end.precision is DatePrecision.DAY else DatePrecision.APPROX)


def _is_night_ahead(start: Weekday, end: Weekday, anchor: Anchor) -> bool:
    """Tell whether "the night of Monday to Tuesday" is told on a page stamped Monday, a day early (``SLACK``)."""
    published = anchor.published
    plain = start.shift is None and end.shift is None and (end.weekday - start.weekday) % 7 == 1
    return plain and published is not None and published.weekday() == start.weekday


def _narrative(expression: Narrative, anchor: Anchor) -> DateValue:
    if anchor.told is None:
        return UNKNOWN
    day = anchor.told + expression.offset * _DAY
    return DateValue(day, anchor.told - _DAY, DatePrecision.WEEK) if expression.within else DateValue.on(day)


def _months_back(day: date, months: int) -> date:
    year, month = _shift_month(day.year, day.month, -months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    count = year * 12 + month - 1 + by
    return count // 12, count % 12 + 1
