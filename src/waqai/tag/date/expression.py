"""What a date phrase says, before anyone knows which day that is.

``مساء اليوم الأحد 1 كانون الأول`` is a ``CalendarDay`` with weekday and month, ``قبل ثلاثة أيام`` an ``Ago``,
``خلال اليومين الماضيين`` a ``Past``. An expression holds only what the words say; ``date_resolve`` gives it days.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TypeAlias

import msgspec

from waqai.values.term import Terms


class Shift(IntEnum):
    """Which one of several: last but one, last, this or next."""

    BEFORE_LAST = -2
    LAST = -1
    THIS = 0
    NEXT = 1


class Unit(StrEnum):
    """A stretch of time as people count it."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Part(IntEnum):
    """The thirds of a month (codebook ruling 40), its weeks and halves."""

    WHOLE = 0
    EARLY = 1
    MIDDLE = 2
    LATE = 3
    WEEK_1 = 4
    WEEK_2 = 5
    WEEK_3 = 6
    WEEK_4 = 7
    LAST_WEEK = 8
    HALF_1 = 9
    HALF_2 = 10

    @property
    def is_week(self) -> bool:
        """Whether it is one week of the month."""
        return Part.WEEK_1 <= self <= Part.LAST_WEEK


class Calendar(Terms):
    """Whose months they are."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"


class Relation(Terms):
    """How what is told stands to the date: on it, or on one side of it."""

    ON = "on"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


class CalendarDay(msgspec.Struct, frozen=True, tag=True, gc=False):
    """A numbered day; ``weekday`` is 0 for Monday, ``year`` ``None`` when not written.

    ``month`` is ``None`` in "the 21st of this month"; ``shift`` then counts months, else years back
    from the latest such day. ``offset`` is what a word like "today" beside it said, in days.
    """

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    shift: Shift | None = None
    shift_unit: Unit = Unit.MONTH
    calendar: Calendar = Calendar.GREGORIAN
    offset: int | None = None


class CalendarMonth(msgspec.Struct, frozen=True, tag=True, gc=False):
    """A month by name, or by its place ("last month": no ``month``); ``part`` is a third or a week of it."""

    month: int | None = None
    year: int | None = None
    shift: Shift | None = None
    shift_unit: Unit = Unit.MONTH
    part: Part = Part.WHOLE
    calendar: Calendar = Calendar.GREGORIAN


class Weekday(msgspec.Struct, frozen=True, tag=True, gc=False):
    """A day of the week, 0 for Monday, perhaps "last" or "next"."""

    weekday: int
    shift: Shift | None = None


class Today(msgspec.Struct, frozen=True, tag=True, gc=False):
    """``offset`` days from today; ``weekday`` as the text names it beside the word."""

    offset: int
    weekday: int | None = None


class LastNight(msgspec.Struct, frozen=True, tag=True, gc=False):
    """The night before the report."""


class FeastDay(msgspec.Struct, frozen=True, tag=True, gc=False):
    """The ``day`` of a feast; ``code`` is its Hijri month * 100 + day, 0 where the text does not name it."""

    code: int
    day: int


class FeastDays(msgspec.Struct, frozen=True, tag=True, gc=False):
    """All the days of a feast."""

    code: int


class Ago(msgspec.Struct, frozen=True, tag=True, gc=False):
    """``number`` units back; ``None`` is "days ago"."""

    number: int | None
    unit: Unit
    about: bool = False


class Past(msgspec.Struct, frozen=True, tag=True, gc=False):
    """The stretch of ``number`` units up to now; ``None`` is "the past days"."""

    number: int | None
    unit: Unit


class LastUnit(msgspec.Struct, frozen=True, tag=True, gc=False):
    """The calendar week before, of or after the report."""

    unit: Unit
    shift: Shift
    part: Part = Part.WHOLE


class Moment(msgspec.Struct, frozen=True, tag=True, gc=False):
    """The news cycle itself: "a while ago", "at dawn" without a day."""


class Narrative(msgspec.Struct, frozen=True, tag=True, gc=False):
    """``offset`` days from the day told just before: "on the same day".

    ``back`` is one that dates only the act named behind it ("two days after a blast in A"), never its clause; ``within`` is
    whether it was any of the days between ("less than a week after").
    """

    offset: int
    back: bool = False
    within: bool = False


class Open(msgspec.Struct, frozen=True, tag=True, gc=False):
    """Longer than a month, or no one knows when: a year, "years ago". ``year`` if the text names it, ``days`` where it is "days after" an act."""

    year: int | None = None
    days: bool = False


class Trend(msgspec.Struct, frozen=True, tag=True, gc=False):
    """A habit: "almost daily", "in recent weeks"; never the time of one incident (codebook section 1)."""


Point: TypeAlias = CalendarDay | Weekday | Today | LastNight | FeastDay


class Interval(msgspec.Struct, frozen=True, tag=True, gc=False):
    """From one day to another, both included."""

    start: Point
    end: Point


Expression: TypeAlias = (
    CalendarDay
    | CalendarMonth
    | Weekday
    | Today
    | LastNight
    | FeastDay
    | FeastDays
    | Ago
    | Past
    | LastUnit
    | Moment
    | Narrative
    | Open
    | Trend
    | Interval
)


def from_to(first: Point, last: Point) -> Interval | Trend:
    """Give the stretch between two days; one longer than a month is the time of no incident (codebook section 1)."""
    if (
        not (isinstance(first, CalendarDay) and isinstance(last, CalendarDay))
        or first.month is None
        or last.month is None
    ):
        return Interval(first, last)
    years = (last.year - first.year) if first.year is not None and last.year is not None else last.month < first.month
    days = (years * 12 + last.month - first.month) * 31 + last.day - first.day
    return Trend() if days > 31 else Interval(first, last)
