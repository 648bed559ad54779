"""When: every date phrase of a text (codebook section 3, rulings 22–24, 28, 34, 35, 40, 43).

In: words with lexicon hits. Out: date mentions in text order, non-overlapping, each with what its words say. Which day
that is depends on the report's own day: see ``date_resolve``. Clock times and ages are none.
"""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.tag.date.after import read_after, read_by_it, read_day_after, read_day_told, read_next_day_of
from waqai.tag.date.expression import (
    Ago,
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
    Open,
    Past,
    Point,
    Relation,
    Shift,
    Today,
    Trend,
    Weekday,
    from_to,
)
from waqai.tag.date.feast import FEAST_LEADS, read_feast_day, read_feast_days, read_of_feast
from waqai.tag.date.months import MONTHS, read_months, within_names
from waqai.tag.date.phrase import read_phrase
from waqai.tag.date.relation import SINCE, UNTIL, is_midnight_on, night_named, relation_of, up_to
from waqai.tag.date.span import (
    GONE,
    Found,
    opens_daypart,
    read_ago,
    read_during,
    read_gone,
    read_part,
    read_past,
    year_at,
)
from waqai.tag.number.words import DIGITS, Marks, mark_at, marks_of
from waqai.tag.words import Words

_DAYS: Final = (CalendarDay, Weekday, Today, LastNight, FeastDay, Interval)
_PERIODS: Final = (Past, LastUnit, CalendarMonth, FeastDays, Interval, Open)
_SHIFTED: Final = (Weekday, CalendarDay, CalendarMonth, LastUnit)


class DateMention(msgspec.Struct, frozen=True, gc=False):
    """Tokens ``[first, last)`` that say when.

    ``daypart`` is the hour at which the named part of the day begins; 21 and later is night, 24 "after midnight".
    ``chrome`` marks what pages print about themselves ("Dec 1, 2024", "3 days gone"): it dates the page, never an act.
    """

    first: int
    last: int
    expression: Expression
    relation: Relation = Relation.ON
    daypart: int | None = None
    chrome: bool = False

    @property
    def is_period(self) -> bool:
        """Whether it is a stretch and not one day."""
        return isinstance(self.expression, _PERIODS)

    @property
    def is_trend(self) -> bool:
        """Whether it tells a habit and so no incident."""
        return isinstance(self.expression, Trend)

    @property
    def is_plan(self) -> bool:
        """Whether it lies ahead of the report."""
        expression = self.expression
        if isinstance(expression, Today):
            return expression.offset > 0
        return isinstance(expression, _SHIFTED) and expression.shift is Shift.NEXT

    @property
    def is_long_ago(self) -> bool:
        """Whether it says "years ago", "months ago", "in 2016": no month is fixed, so no incident (codebook section 1)."""
        return isinstance(self.expression, Open)

    @property
    def has_day_word(self) -> bool:
        """Whether a day is named, so that its precision is a day (codebook section 3)."""
        return isinstance(self.expression, _DAYS)

    @property
    def is_daypart_only(self) -> bool:
        """Whether it is "at dawn", "hours ago": the day is the report's."""
        return isinstance(self.expression, Moment)

    @property
    def is_of_day_told(self) -> bool:
        """Whether it counts from the day told just before: "on the next day", "at dawn" and no day."""
        return isinstance(self.expression, Narrative) or (self.is_daypart_only and self.daypart is not None)

    @property
    def is_of_act_behind(self) -> bool:
        """Whether it dates only the act named behind it: "two days after a blast in A"."""
        return isinstance(self.expression, Narrative) and self.expression.back

    @property
    def is_since_so_long(self) -> bool:
        """Whether it is "since two days", which may mean two days ago."""
        return self.relation is Relation.SINCE and isinstance(self.expression, Ago)

    @property
    def is_since_month(self) -> bool:
        """Whether it is "since May", "since early May": what is counted is a sum."""
        return self.relation is Relation.SINCE and isinstance(self.expression, CalendarMonth)

    @property
    def runs_to_now(self) -> bool:
        """Whether it is a stretch that ends with the report: "since Friday", "the past two days"."""
        return self.relation is Relation.SINCE or isinstance(self.expression, Past)


_NIGHT: Final = 21
_DIRECT: Final[dict[str, Expression]] = {"trend": Trend(), "now": Moment(), "last_night": LastNight(), "decade": Open()}
_FROM_ACT: Final = {"after": read_after, "by_it": read_by_it, "day_after": read_day_after}
_SPAN_STARTS: Final = frozenset({"unit_sg", "unit_du", "unit_pl"})
_PHRASE_STARTS: Final = frozenset(
    {"weekday", "relative", "daypart", "daypart_adverb", "day_word", "month", "hijri_month", "ordinal"}
)
_NONE, _TWO_DAYS = frozenset({"none"}), frozenset({"two_days"})
_NUMBERS: Final = frozenset({"unit", "teen", "ten", "few"})
_STARTS: Final = (
    _PHRASE_STARTS
    | _SPAN_STARTS
    | _NUMBERS
    | frozenset(_DIRECT)
    | frozenset({"ago", "during", "part", "none", "narrative", "two_days", "feast_day", "feast_days"})
    | frozenset(_FROM_ACT)
)
_THIS: Final = frozenset({"هذا", "هذه", "بهذا"})
_BEGINS: Final = _THIS | {"ال"}
_BETWEEN, _AND = frozenset({"بين", "وبين"}), "و"
_FROM_DAY: Final = frozenset({"من", "منذ", "ومن"})
TO_DAY: Final = frozenset({"الي", "والي"}) | UNTIL
_MARKS: Final = frozenset("،,()-")
_PRAYERS: Final = frozenset({"صلاه", "خطبه", "لصلاه", "وصلاه", "بصلاه"})
"""Before a weekday that only says which prayer it was."""


def find_dates(words: Words, marks: Marks | None = None) -> list[DateMention]:
    """Find every date phrase, those that lie ahead and those that only tell a habit among them.

    marks: those of the words, where a caller has them already.
    """
    marks = marks_of(words) if marks is None else marks
    starts = {first for first, found in marks.items() for mark in found if mark.cls in _STARTS}
    starts.update(words.digits)
    starts.update(words.where(_BEGINS))
    starts -= within_names(marks)
    gone_by = any(mark.cls in GONE for found in marks.values() for mark in found)
    mentions: list[DateMention] = []
    free_from = 0
    for at in sorted(starts):
        if at < free_from:
            continue
        blocked = mark_at(marks, at, _NONE)
        if blocked is not None and _span(words, marks, at) is None:
            begins = _span(words, marks, blocked.last - 1) is not None  # "since |the first day of the feast|"
            free_from = blocked.last - begins
            continue
        mention = _read(words, marks, at, gone_by=gone_by)
        if mention is not None:
            mentions.append(mention)
            free_from = mention.last
    return _joined(words, mentions)


def _joined(words: Words, found: list[DateMention]) -> list[DateMention]:
    """Join "from Saturday" and "until Monday" into one stretch."""
    joined: list[DateMention] = []
    for mention in found:
        stretch = _stretch(words, joined[-1], mention) if joined else None
        if stretch is None:
            joined.append(mention)
        else:
            joined[-1] = stretch
    return joined


def _stretch(words: Words, start: DateMention, end: DateMention) -> DateMention | None:
    """Read two day words as the ends of one stretch: "from … to …", "yesterday and the day before", "Tuesday night and Wednesday morning"."""
    texts = words.texts
    if not isinstance(start.expression, Point) or not isinstance(end.expression, Point):
        return None
    joined = start.last == end.first and texts[end.first][0] == "و"
    if joined and end.daypart is not None and end.daypart < (start.daypart or 0):
        return DateMention(start.first, end.last, Interval(start.expression, end.expression))
    if joined and isinstance(start.expression, Today) and isinstance(end.expression, Today):
        both = sorted((start.expression, end.expression), key=lambda today: today.offset)
        return DateMention(start.first, end.last, Interval(*both))
    before = texts[start.first - 1] if start.first else ""
    if end.relation is Relation.UNTIL and is_midnight_on(words, start.first, start.expression):
        return DateMention(start.first, end.last, end.expression, Relation.SINCE)
    if not (before in _BETWEEN or before in _FROM_DAY):
        return None
    links = [text for text in texts[start.last : end.first] if text not in _MARKS]
    if before in _BETWEEN:
        ends = links == [_AND] and isinstance(end.expression, CalendarDay)
    else:
        until = links[0] in TO_DAY if links else end.relation is Relation.UNTIL
        ends = until and not links[1:]
    stretch = from_to(start.expression, end.expression)
    return DateMention(start.first, end.last, stretch, up_to(before, end.expression)) if ends else None


def _read(words: Words, marks: Marks, at: int, *, gone_by: bool) -> DateMention | None:
    """Read the date that begins at a token; ``gone_by`` tells whether the text has a word for "gone by" at all."""
    for mark in marks.get(at, ()):
        direct = _DIRECT.get(mark.cls)
        if direct is not None and not (mark.cls == "now" and opens_daypart(marks, mark.last)):
            return DateMention(at, mark.last, direct, daypart=_NIGHT if mark.cls == "last_night" else None)
        if mark.cls == "narrative":
            behind = read_next_day_of(words, mark)
            return _related(words, at, behind) if behind else DateMention(at, mark.last, Narrative(mark.value))
    span = _span(words, marks, at)
    if span is not None:
        return _related(words, at, span)
    return (_gone(words, marks, at) if gone_by else None) or _phrase(words, marks, at) or _year(words, at)


def _span(words: Words, marks: Marks, at: int) -> Found | None:
    for mark in marks.get(at, ()):
        cls = mark.cls
        span: Found | None = None
        if cls == "ago" and mark.last < len(words.tokens):
            span = read_ago(words, marks, mark.last)
        elif cls == "during" and mark.last < len(words.tokens):
            span = read_feast_days(marks, mark.last) or read_during(words, marks, mark.last)
        elif cls == "part":
            span = read_part(words, marks, mark)
        elif cls == "feast_day":
            span = read_feast_day(marks, mark)
        elif cls in FEAST_LEADS:
            span = read_of_feast(marks, mark, at) or read_day_told(words, marks, mark)
        elif cls in MONTHS:
            span = read_months(words, marks, at)
        elif cls in _FROM_ACT and mark.last < len(words.tokens):
            span = _FROM_ACT[cls](words, marks, mark)
        if span is not None:
            return span
    return read_past(words, marks, at)


def _related(words: Words, at: int, span: Found) -> DateMention:
    relation = Relation.SINCE if words.tokens[at].text in SINCE else relation_of(words, at)
    return DateMention(at, span.last, span.expression, relation)


def _gone(words: Words, marks: Marks, at: int) -> DateMention | None:
    """Read "3 days gone by", which sites print beside headlines."""
    span = read_gone(words, marks, at)
    if span is None:
        return None
    return DateMention(at, span.last, span.expression, chrome=words.tokens[at].text[0] in DIGITS)


def _phrase(words: Words, marks: Marks, at: int) -> DateMention | None:
    start = at
    two = mark_at(marks, at, _TWO_DAYS)
    if two is not None:
        at = two.last
        if at >= len(words.tokens):
            return None
    phrase = read_phrase(words, marks, at)
    if phrase is None or (start and words.tokens[start - 1].text in _PRAYERS):
        return None
    expression = phrase.expression()
    if expression is None or (two is not None and not isinstance(expression, Interval)):
        return None
    relation = relation_of(words, start, daypart=phrase.daypart)
    last = phrase.last
    if words.texts[last : last + 1] == [")"] and "(" in words.texts[start:last]:
        last += 1  # "today (Friday|)|"
    expression = night_named(words, start, expression, phrase.daypart)
    return DateMention(start, last, expression, relation, phrase.daypart, phrase.latin)


def _year(words: Words, at: int) -> DateMention | None:
    """Read "the year 2015": longer than a month, so never the time of an incident."""
    year = year_at(words, at)
    return DateMention(at - 1, at + 1, Open(year), relation_of(words, at - 1)) if year is not None else None
