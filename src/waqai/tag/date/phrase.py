"""A day phrase read slot by slot: part of day, "today", weekday, day, month, year, "last".

In: words and their time marks. Out: one phrase, ``مساء اليوم الأحد 1 كانون الأول 2024`` as a whole, whatever the order of its
parts. Each slot fills once; a second, different filling ends the phrase or opens an interval ("Friday and Saturday").
"""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.tag.date.expression import (
    Calendar,
    CalendarDay,
    CalendarMonth,
    Expression,
    Interval,
    Moment,
    Shift,
    Today,
    Unit,
    Weekday,
)
from waqai.tag.date.relation import SINCE
from waqai.tag.number.label import YEARS
from waqai.tag.number.words import DIGITS, Mark, Marks
from waqai.tag.words import Words

HIJRI_YEARS: Final = range(1400, 1500)
_DAYS: Final = range(1, 32)
_MONTHS: Final = range(1, 13)
_FILLERS: Final = frozenset(',()"-/·|:')
_JOINERS: Final = frozenset("-/")
_FROM: Final = frozenset({"من", "الموافق", "الموافق ل", "بتاريخ", "لعام", "لسنه", "عام", "سنه", "العام", "شهر", "لشهر"})
_DAY_LINKS: Final = frozenset({"من", "/", "-", "شهر", "لشهر", ",", "في"})
_YEAR_LINKS: Final = frozenset({"من", "عام", "سنه", "لعام", "لسنه", "العام", ",", "/", "-", "للعام", "في"})
_RANGE_LINKS: Final = frozenset({"-", "و", "الي", "حتي", "وحتي"})
_AND: Final = "و"
_STRETCH: Final = frozenset({"بين", "من", "الفتره"})
_CLOSES: Final = frozenset({"", ".", ",", "\n", "حيث", "منه", "من"})
_ARTICLE: Final = "ال"
_MONTH_LEADERS: Final = frozenset({"شهر", "لشهر", "بشهر", "وشهر"})
_IN: Final = frozenset({"في", "خلال", "منذ", "وفي", "ففي", "حتي", "ومنذ"})
_CURRENT: Final = "الجاري"
_OF_MONTH: Final = frozenset({"من", "الشهر"})
"""Words between a day and which month it was: "25 |of| last month", "25 last |month|"."""
_NIGHT: Final = 18
_SHORT: Final = 3
_FAR: Final = 4

_FIRST_OF_HER: Final = "الاولي"
_ROUND_DAYS: Final = frozenset({20, 30})


class Phrase(msgspec.Struct):
    """The slots as filled so far; ``last`` is the token after the last part that filled one."""

    first: int
    last: int
    daypart: int | None = None
    adverb: bool = False
    offset: int | None = None
    weekday: int | None = None
    other_weekday: int | None = None
    day: int | None = None
    other_day: int | None = None
    month: int | None = None
    year: int | None = None
    shift: Shift | None = None
    shift_unit: Unit = Unit.MONTH
    calendar: Calendar = Calendar.GREGORIAN
    led: bool = False
    latin: bool = False

    def expression(self) -> Expression | None:
        """Say what the slots amount to; ``None`` when they fix nothing."""
        if self.day is not None:
            last = self._calendar_day(self.day)
            return last if self.other_day is None else Interval(self._calendar_day(self.other_day), last)
        if self.month is not None:
            return self._calendar_month()
        if self.offset is not None:
            return Today(self.offset, self.weekday)
        if self.weekday is not None:
            day = Weekday(self.weekday, self.shift)
            return day if self.other_weekday is None else Interval(day, Weekday(self.other_weekday, self.shift))
        return Moment() if self.adverb else None

    def _calendar_day(self, day: int) -> CalendarDay:
        weekday = None if self.other_day is not None else self.weekday
        return CalendarDay(day, self.month, self.year, weekday, self.shift, self.shift_unit, self.calendar, self.offset)

    def _calendar_month(self) -> CalendarMonth | None:
        if self.year is None and self.shift is None and not self.led:
            return None
        return CalendarMonth(self.month, self.year, self.shift, self.shift_unit, calendar=self.calendar)


def read_phrase(words: Words, marks: Marks, at: int) -> Phrase | None:
    """Read the day phrase that begins at a token; ``None`` when no part of one does."""
    phrase = Phrase(at, at)
    _Reader(words, marks, phrase).run(at)
    return phrase if phrase.last > at else None


class _Reader:
    """Walks on from token to token for as long as parts of one phrase follow each other."""

    __slots__ = ("marks", "phrase", "tokens", "words")

    def __init__(self, words: Words, marks: Marks, phrase: Phrase) -> None:
        self.words = words
        self.tokens = words.tokens
        self.marks = marks
        self.phrase = phrase

    def run(self, at: int) -> None:
        """Fill slots from the token on."""
        size = len(self.tokens)
        joiner = ""
        gap = 0
        while at < size and gap < _FAR:
            after = self._part(at, joiner)
            if after > at:
                self.phrase.last = at = after
                joiner = ""
                gap = 0
                continue
            text = self.tokens[at].text
            if self.phrase.last == self.phrase.first or not (
                text in _FILLERS or text in _FROM or self._is_day_word(at)
            ):
                return
            joiner = text if text in _JOINERS or text == "," else joiner
            at += 1
            gap += 1

    def _is_day_word(self, at: int) -> bool:
        return any(mark.cls == "day_word" and not mark.proclitic for mark in self.marks.get(at, ()))

    def _part(self, at: int, joiner: str) -> int:
        """Fill one slot; gives the token after it, or ``at`` when nothing fits."""
        text = self.tokens[at].text
        if text[0] in DIGITS:
            return self._digits(at)
        first = self.phrase.last == self.phrase.first
        comma = joiner == ","
        for mark in self.marks.get(at, ()):
            if comma and not self._may_follow_comma(mark.cls):
                continue
            after = self._mark(at, mark, joiner, first=first)
            if after > at:
                return after
        if text == _ARTICLE and at + 1 < len(self.tokens):
            after = self._digits(at + 1) if self.tokens[at + 1].text[0] in DIGITS else at
            return after if after > at + 1 else at
        return at

    def _may_follow_comma(self, cls: str) -> bool:
        """Allow "today, Wednesday 23 March" and "Tuesday, January 18", not "yesterday, tomorrow"."""
        phrase = self.phrase
        if cls == "weekday":
            return phrase.offset is not None and phrase.weekday is None
        return cls in ("month", "hijri_month", "ordinal") and phrase.day is None and phrase.month is None

    def _mark(self, at: int, mark: Mark, joiner: str, *, first: bool) -> int:
        phrase = self.phrase
        cls = mark.cls
        if mark.proclitic and not first:
            return self._second_weekday(at, mark) if cls == "weekday" else at
        if cls == "weekday":
            return self._weekday(at, mark, joiner)
        if cls == "relative":
            free = phrase.offset is None and phrase.day is None and phrase.shift is None
            if free or self._is_put_right(at, mark):
                phrase.offset = mark.value
                return mark.last
            return at
        if cls in ("daypart", "daypart_adverb"):
            return self._daypart(at, mark, first=first)
        if cls in ("month", "hijri_month"):
            return self._month(at, mark)
        if cls == "ordinal" or self._is_round_day(at, mark):
            return self._ordinal(at, mark)
        if cls in ("shift", "shift_month", "shift_year"):
            return self._shift(at, mark, first=first)
        if cls == "day_word" and first:
            return self._day_word(mark)
        return at

    def _is_put_right(self, at: int, mark: Mark) -> bool:
        """Tell whether the paper puts the day of a quotation right: "at dawn today (yesterday)"."""
        return self.phrase.offset == 0 and mark.value < 0 and self.tokens[at - 1].text == "("

    def _day_word(self, mark: Mark) -> int:
        """Begin with "the day of" when a weekday, a number or "yesterday" follows it."""
        return (
            self._part(mark.last, "") if mark.last < len(self.tokens) and self._starts(mark.last) else self.phrase.first
        )

    def _starts(self, at: int) -> bool:
        if self.tokens[at].text[0] in DIGITS or self.tokens[at].text == _ARTICLE:
            return True
        return any(
            (m.cls in ("weekday", "ordinal", "relative") or self._is_round_day(at, m)) and not m.proclitic
            for m in self.marks.get(at, ())
        )

    def _is_round_day(self, at: int, mark: Mark) -> bool:
        """Tell whether a number can be "the twentieth", "the thirtieth" of a month."""
        return mark.cls == "ten" and mark.value in _ROUND_DAYS and self.tokens[at].text.startswith(_ARTICLE)

    def _weekday(self, at: int, mark: Mark, joiner: str) -> int:
        phrase = self.phrase
        if phrase.weekday is None:
            if phrase.year is not None or (phrase.day is None and phrase.month is not None):
                return at
            phrase.weekday = mark.value
            return mark.last
        if phrase.weekday == mark.value:
            return mark.last
        linked = joiner in _JOINERS or (not joiner and (phrase.daypart or 0) >= _NIGHT)
        if linked and phrase.other_weekday is None and phrase.day is None and (mark.value - phrase.weekday) % 7 == 1:
            phrase.other_weekday = mark.value
            return mark.last
        return at

    def _second_weekday(self, at: int, mark: Mark) -> int:
        phrase = self.phrase
        free = (
            phrase.weekday is not None and phrase.other_weekday is None and phrase.day is None and phrase.offset is None
        )
        if free and mark.proclitic == "و" and mark.value != phrase.weekday:
            phrase.other_weekday = mark.value
            return mark.last
        return at

    def _daypart(self, at: int, mark: Mark, *, first: bool) -> int:
        phrase = self.phrase
        if phrase.daypart is not None and not first:
            return at
        phrase.daypart = mark.value
        since = first and at > 0 and self.tokens[at - 1].text in SINCE  # "since morning": that of the day told
        phrase.adverb = mark.cls == "daypart_adverb" or since
        return mark.last

    def _shift(self, at: int, mark: Mark, *, first: bool) -> int:
        phrase = self.phrase
        dated = phrase.day is not None or phrase.month is not None
        if first or phrase.shift is not None or (phrase.offset is not None and not dated):
            return at
        if mark.cls == "shift":
            if not dated and phrase.weekday is None:
                return at
        elif not dated:
            return at
        phrase.shift = Shift(mark.value)
        phrase.shift_unit = Unit.YEAR if mark.cls == "shift_year" else Unit.MONTH
        return mark.last

    def _month(self, at: int, mark: Mark) -> int:
        """Fill month first ("December 6, 2024", "in March 2018"), or the other name of the month."""
        phrase = self.phrase
        if phrase.month is not None:
            return mark.last if phrase.month == mark.value and mark.cls == "month" else at
        calendar = Calendar.HIJRI if mark.cls == "hijri_month" else Calendar.GREGORIAN
        before = self.tokens[at - 1].text if at else ""
        after = self._day_behind_month(mark)
        if after > mark.last:
            phrase.month, phrase.calendar = mark.value, calendar
            return after
        if phrase.weekday is not None or phrase.offset is not None:
            return at
        long_name = mark.last - at > 1 or len(self.tokens[at].text) - len(mark.proclitic) > _SHORT
        plain = before in _IN and long_name and calendar is Calendar.GREGORIAN
        phrase.led = before in _MONTH_LEADERS or plain or (mark.proclitic in ("ب", "وب") and long_name)
        phrase.month, phrase.calendar = mark.value, calendar
        return self._year(mark.last) or mark.last

    def _day_behind_month(self, mark: Mark) -> int:
        at = mark.last
        latin = self.tokens[at - 1].text[0].isascii()
        day = self._number(at, _DAYS)
        if day is None:
            return at
        self.phrase.latin = latin
        self.phrase.day = day
        year_end = self._year_only(at + 1)
        if year_end is None and not latin:
            self.phrase.day = None
            return at
        if year_end is not None:
            self.phrase.year, at = year_end
            return at
        return at + 1

    def _ordinal(self, at: int, mark: Mark) -> int:
        """Read "the third of March", "the twenty-first of"."""
        if self.phrase.day is not None or self.phrase.month is not None or self._is_feminine(at):
            return at
        day, last = mark.value, mark.last
        for ten in self.marks.get(last, ()):
            if ten.cls == "ten" and ten.proclitic in ("و", "وال"):
                day, last = day + ten.value, ten.last
                break
            if ten.cls == "unit" and ten.value == 10 and not ten.proclitic and day < 10:
                day, last = day + 10, ten.last
                break
        if self._text(last) in _IN:
            return at  # "|the second| in May in A": which of two attacks
        return self._month_behind_day(at, day, last) if day in _DAYS else at

    def _is_feminine(self, at: int) -> bool:
        """Tell whether an ordinal counts something else than days: "for the first time in March"."""
        text = self.tokens[at].text
        return text == _FIRST_OF_HER or text[-1] == "ه"

    def _digits(self, at: int) -> int:
        """Read a number that a day phrase can hold: a whole numeric date, a day with its month, a year."""
        phrase = self.phrase
        if phrase.day is not None or phrase.month is not None:
            return self._year(at) or at
        after = self._numeric(at)
        if after > at:
            return after
        day = self._number(at, _DAYS)
        return at if day is None else self._day_or_days(at, day)

    def _day_or_days(self, at: int, day: int) -> int:
        after = self._month_behind_day(at, day, at + 1)
        if after > at:
            return self._until_day(at, day, after)
        link = at + 1
        if link + 1 < len(self.tokens) and self.tokens[link].text in _RANGE_LINKS:
            second = link + 1 + (self.tokens[link + 1].text == _ARTICLE)
            other = self._number(second, _DAYS) if second < len(self.tokens) else None
            if other is not None and other > day:
                after = self._month_behind_day(second, other, second + 1)
                if after > second:
                    self.phrase.other_day = day
                    return after
        return at

    def _until_day(self, at: int, day: int, after: int) -> int:
        """Fill the day up to which a stretch goes, told without its month: "between 3 June |and until 7|, when …"."""
        link = after + (self._text(after) == _AND)
        if self._text(link) not in _RANGE_LINKS or at == 0 or self.tokens[at - 1].text not in _STRETCH:
            return after
        other = self._number(link + 1, _DAYS) if link + 1 < len(self.tokens) else None
        if other is None or other <= day or self._text(link + 2) not in _CLOSES:
            return after
        self.phrase.other_day, self.phrase.day = day, other
        return link + 2

    def _text(self, at: int) -> str:
        return self.tokens[at].text if at < len(self.tokens) else ""

    def _month_behind_day(self, at: int, day: int, last: int) -> int:
        """Fill day and month when "(of) (the month of) March" or "of last month" follows."""
        phrase = self.phrase
        tokens = self.tokens
        for mark in self.marks.get(last, ()):
            if (
                mark.cls in ("shift", "shift_month")
                and not mark.proclitic
                and ((mark.last - last > 1 and tokens[last].text in _OF_MONTH) or tokens[last].text == _CURRENT)
            ):
                phrase.day, phrase.shift, phrase.shift_unit = day, Shift(mark.value), Unit.MONTH
                return mark.last
        link = last
        while link < len(tokens) and link - last < 2 and tokens[link].text in _DAY_LINKS:
            link += 1
        for mark in self.marks.get(link, ()):
            if mark.cls in ("month", "hijri_month") and not mark.proclitic:
                phrase.latin = tokens[link].text[0].isascii()
                if phrase.latin and tokens[link].start == tokens[last - 1].end:
                    return at
                phrase.day, phrase.month = day, mark.value
                phrase.calendar = Calendar.HIJRI if mark.cls == "hijri_month" else Calendar.GREGORIAN
                return self._same_month_and_year(mark)
        return at

    def _same_month_and_year(self, month: Mark) -> int:
        at = month.last
        link = at
        while link < len(self.tokens) and link - at < 2 and self.tokens[link].text in "/(-,":
            link += 1
        for mark in self.marks.get(link, ()):
            if mark.cls == "month" and mark.value == month.value and not mark.proclitic:
                at = mark.last
                if at < len(self.tokens) and self.tokens[at].text == ")" and self.tokens[link - 1].text == "(":
                    at += 1
                break
        return self._year(at) or at

    def _year(self, at: int) -> int | None:
        """Fill the year, past "of the year"; gives the token after it."""
        link = at
        while link < len(self.tokens) and link - at < 2 and self.tokens[link].text in _YEAR_LINKS:
            link += 1
        found = self._year_only(link) if self.phrase.year is None else None
        if found is None:
            return None
        self.phrase.year, last = found
        return last

    def _year_only(self, at: int) -> tuple[int, int] | None:
        """Read a year, past a comma: ``2024``, ``1438 هـ``; digits that a page glued on behind it are left out."""
        tokens = self.tokens
        if at < len(tokens) and tokens[at].text == ",":
            at += 1
        if at >= len(tokens):
            return None
        text = tokens[at].text
        year = int(text[:4]) if len(text) >= 4 and text[:4].isdecimal() else 0
        hijri = self.phrase.calendar is Calendar.HIJRI
        glued = len(text) > 4 and self.phrase.day is None
        if year not in (HIJRI_YEARS if hijri else YEARS) or glued:
            return None
        last = at + 1
        if last < len(tokens) and tokens[last].text in ("م", "ه", "هجري", "هجريه", "ميلادي"):
            last += 1
        return year, last

    def _number(self, at: int, allowed: range) -> int | None:
        if at >= len(self.tokens):
            return None
        text = self.tokens[at].text
        value = int(text) if text.isdecimal() and len(text) <= 4 else -1
        return value if value in allowed else None

    def _numeric(self, at: int) -> int:
        """Read ``17-5-2020``, ``2025/10/20``, ``20 / 5 / 2020``, ``23.3.2022``."""
        tokens = self.tokens
        text = tokens[at].text
        parts = text.split(".")
        last = at + 1
        if len(parts) != 3:
            if (
                at + 4 >= len(tokens)
                or tokens[at + 1].text not in _JOINERS
                or tokens[at + 3].text != tokens[at + 1].text
            ):
                return at
            parts = [tokens[at].text, tokens[at + 2].text, tokens[at + 4].text]
            last = at + 5
        found = numeric_day(parts)
        if found is None:
            return at
        self.phrase.day, self.phrase.month, self.phrase.year = found
        if found[2] in HIJRI_YEARS:
            self.phrase.calendar = Calendar.HIJRI
        return last


def numeric_day(parts: list[str]) -> tuple[int, int, int] | None:
    """Order three numbers as (day, month, year); ``None`` when they are no date."""
    if not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    a, b, c = (int(part) for part in parts)
    if len(parts[0]) == 4:
        day, month, year = c, b, a
    elif len(parts[2]) == 4 or (len(parts[2]) == 2 and len(parts[0]) <= 2):
        day, month, year = a, b, c if len(parts[2]) == 4 else 2000 + c
    else:
        return None
    if month not in _MONTHS and day in _MONTHS:
        day, month = month, day
    known = year in YEARS or year in HIJRI_YEARS
    return (day, month, year) if day in _DAYS and month in _MONTHS and known else None
