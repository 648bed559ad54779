"""The page's own day as its text gives it: it beats the metadata (codebook ruling 34).

In: words, their date mentions and the day the metadata claims. Out: the day, where it stands and what kind of sign it is:
a post's stamp, a dateline on a line of its own, "today, Sunday 1 December", the day in a title. Nothing when there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

import msgspec

from waqai.lexicon.entry import Kind
from waqai.tag.date.anchor import HORIZON, Anchor, Facts, day_of, fix_year
from waqai.tag.date.expression import CalendarDay, Relation, Today
from waqai.tag.date.find import DateMention
from waqai.tag.date.resolve import calendar_day, resolve
from waqai.tag.word_class import LINE_BREAK, OTHER, places_of
from waqai.tag.words import Words


class PageSign(StrEnum):
    """What kind of words gave the day."""

    STAMP = "stamp"
    DATELINE = "dateline"
    TODAY = "today"
    TITLE = "title"


class PageDay(msgspec.Struct, frozen=True, gc=False):
    """The page's day, and the tokens ``[first, last)`` that gave it."""

    day: date
    first: int
    last: int
    sign: PageSign


_BEHIND_LATIN: Final = "\u0250"
"""What sorts behind every word in Latin letters."""
_ENGLISH: Final = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
_NEAR_STAMP: Final = timedelta(days=45)
_NEAR_TODAY: Final = timedelta(days=6)
_OWN_STORY: Final = 150
"""Tokens within which a page's own story says "today" at least once, when it does."""
_ALONE: Final = 9
"""Tokens a dateline may have beside its date: weekday, clock time, "updated"."""
_HEAD_LINES: Final = 12
_ACTS: Final = (Kind.TRIGGER, Kind.HARM)
_DAY_LEAD: Final = frozenset({"ليوم", "لتاريخ"})


def page_day(
    words: Words,
    mentions: Sequence[DateMention],
    published: date | None,
    *,
    facts: Facts | None = None,
    horizon: date = HORIZON,
    told: Sequence[DateMention] | None = None,
) -> PageDay | None:
    """Find the page's own day, or nothing when its text does not say; ``told`` are the mentions in the story itself.

    What other stories on the page call today is another day; stamps and datelines stand outside the story.
    """
    anchor = Anchor(published=published, facts=facts or Facts(), horizon=horizon)
    told = mentions if told is None else told
    dated = _today_with_date(told, anchor)
    if dated is not None:
        return dated
    written = _written(words, mentions, published, horizon)
    base = written.day if written is not None else published
    today = _today_with_weekday(told, base, sure=written is not None) if base is not None else None
    return today if today is not None and today.day != base else written or today


def own_day(
    words: Words,
    mentions: Sequence[DateMention],
    published: date | None,
    *,
    facts: Facts,
    told: Sequence[DateMention],
) -> date | None:
    """Give the page's own day: what its text says, else the metadata; without metadata the day at its head or in its title alone."""
    if published is None and (day := _dateline_day(words, mentions, facts=facts)) is not None:
        return day
    page = page_day(words, mentions, published, facts=facts, told=told)
    if page is None or (published is None and page.sign not in _AT_ITS_HEAD):
        return published
    return page.day


_AT_ITS_HEAD: Final = frozenset({PageSign.DATELINE, PageSign.TITLE})
"""What dates a page without metadata: "harvest of Friday 28-9-2012"."""


def _dateline_day(
    words: Words, mentions: Sequence[DateMention], *, facts: Facts, horizon: date = HORIZON
) -> date | None:
    """Give the day that fills a line at the head of a page of which nobody knows when it came out: "Sunday 17 May", "A, 17 May 2020".

    Without a year its weekday has to fix it (codebook ruling 23).
    """
    breaks = [-1, *places_of(LINE_BREAK, words.classes), len(words.tokens)]
    for line in range(1, min(_TOP, len(breaks) - 1)):
        first, last = breaks[line] + 1, breaks[line + 1]
        here = [m for m in mentions if first <= m.first and m.last <= last]
        if len(here) != 1 or last - first - (here[0].last - here[0].first) > _BESIDE:
            continue
        day = here[0].expression
        if here[0].relation is not Relation.ON or not isinstance(day, CalendarDay) or day.month is None:
            continue
        year = day.year
        if year is None and day.weekday is not None:
            year, _ = fix_year(day.day, day.month, day.weekday, Anchor(facts=facts, horizon=horizon))
        found = day_of(year, day.month, day.day, day.calendar) if year is not None else None
        if found is not None and found <= horizon and not _tells_an_act(words, first, last):
            return found
    return None


_TOP: Final = 4
"""Lines at the head of a page, its title among them."""
_BESIDE: Final = 3
"""Tokens beside the day on such a line: from where it is written, a dash."""


def _today_with_date(mentions: Sequence[DateMention], anchor: Anchor) -> PageDay | None:
    """Read "today, Sunday 1 December" and "yesterday, 29 May".

    One far from the stamp is that of another story printed below, where "today" has been said before or comes late.
    """
    stamp = anchor.published
    said = False
    for mention in mentions:
        expression = mention.expression
        if mention.relation is not Relation.ON:
            continue
        said = said or (isinstance(expression, Today) and not expression.offset and expression.weekday is not None)
        if not isinstance(expression, CalendarDay) or expression.offset is None:
            continue
        day, _ = calendar_day(expression, anchor)
        if day is None:
            continue
        found = day - timedelta(days=expression.offset)
        if stamp is None or abs(found - stamp) <= _NEAR_STAMP or not (said or mention.first > _OWN_STORY):
            return PageDay(found, mention.first, mention.last, PageSign.TODAY)
    return None


def _today_with_weekday(mentions: Sequence[DateMention], base: date, *, sure: bool) -> PageDay | None:
    """Read "today, Sunday": the page is of the Sunday nearest to its stamp; "yesterday" moves no written day."""
    for mention in mentions:
        expression = mention.expression
        if isinstance(expression, Today) and expression.weekday is not None and mention.relation is Relation.ON:
            if sure and expression.offset:
                continue
            day = resolve(expression, Anchor(published=base)).start
            if day is not None:
                found = day - timedelta(days=expression.offset)
                return (
                    PageDay(found, mention.first, mention.last, PageSign.TODAY)
                    if abs(found - base) <= _NEAR_TODAY
                    else None
                )
    return None


def _written(words: Words, mentions: Sequence[DateMention], published: date | None, horizon: date) -> PageDay | None:
    """Choose among the days written as stamps, datelines and titles: the nearest to the metadata, else the first."""
    found = [*_stamps(words, mentions), *_glued_stamps(words)]
    found += _datelines(words, mentions)
    found = [page for page in found if page.day <= horizon]
    if published is not None:
        found = [_as_claimed(words, page, published) for page in found]
        found = [page for page in found if abs(page.day - published) <= _NEAR_STAMP or _is_of_post(words, page)]
    if not found:
        return None
    order = {PageSign.STAMP: 0, PageSign.DATELINE: 1, PageSign.TITLE: 2}
    return min(found, key=lambda p: (order[p.sign], abs((p.day - (published or p.day)).days), p.first))


def _as_claimed(words: Words, page: PageDay, published: date) -> PageDay:
    """Read a day in numbers month first where only so it is the one that the metadata claim: "4/3/2015" of 3 April."""
    claimed = (published.day, published.month, published.year) == (page.day.month, page.day.day, page.day.year)
    numbers = all(not text.isalpha() for text in words.texts[page.first : page.last])
    return msgspec.structs.replace(page, day=published) if claimed and numbers else page


def _is_of_post(words: Words, page: PageDay) -> bool:
    """Tell whether a stamp stands over a captured post, however far from the metadata: "June 19, 2025 · Shared with Public"."""
    return page.sign is PageSign.STAMP and words.texts[page.last : page.last + 2] in _SHARED


_SHARED: Final = (["·", "shared"], ["·", "تمت"])
_CLOCK: Final = (["ص", "·"], ["م", "·"])
"""What stands before the day of a post on X: "7:40 a.m. ·"."""


def _stamps(words: Words, mentions: Sequence[DateMention]) -> list[PageDay]:
    """Collect days in English letters, and those with the signs of social sites: what these print over and under a post."""
    found: list[PageDay] = []
    for mention in mentions:
        expression = mention.expression
        if not isinstance(expression, CalendarDay) or expression.month is None:
            continue
        if expression.year is None:
            found += _before_the_views(words, mention, expression)
        else:
            texts = words.texts[mention.first : mention.last]
            english = any(text[0].isascii() and text.isalpha() for text in texts)
            if (
                english
                or _is_under_post(words, mention.first)
                or words.texts[mention.last : mention.last + 2] in _SHARED
            ):
                day = day_of(expression.year, expression.month, expression.day, expression.calendar)
                if day is not None:
                    found.append(PageDay(day, mention.first, mention.last, PageSign.STAMP))
    return found


def _is_under_post(words: Words, at: int) -> bool:
    """Tell whether a clock time and a dot stand before a day, as X prints it: "7:40 a.m. · 4 December 2024"."""
    return at > 1 and words.texts[at - 2 : at] in _CLOCK


def _before_the_views(words: Words, mention: DateMention, day: CalendarDay) -> list[PageDay]:
    """Read the day of a post to whose year the count of views is glued: "7:40 a.m. · 4 December |2024319| views"."""
    glued = words.texts[mention.last] if mention.last < len(words.texts) else ""
    if not _is_under_post(words, mention.first) or not glued[:4].isdecimal() or day.month is None:
        return []
    on = day_of(int(glued[:4]), day.month, day.day, day.calendar)
    return [PageDay(on, mention.first, mention.last + 1, PageSign.STAMP)] if on is not None else []


def _glued_stamps(words: Words) -> list[PageDay]:
    """Collect stamps that a page glued to the word before ("AccountDecember 30, 2025")."""
    tokens = words.tokens
    found: list[PageDay] = []
    for i in places_of(OTHER, words.classes):
        text = words.texts[i]
        if "@" < text < _BEHIND_LATIN and text.endswith(_ENGLISH) and text not in _ENGLISH and i + 3 < len(tokens):
            month = next(m for m, name in enumerate(_ENGLISH, 1) if text.endswith(name))
            day, year = tokens[i + 1].text, tokens[i + 3].text[:4]
            if day.isdecimal() and tokens[i + 2].text == "," and year.isdecimal():
                on = day_of(int(year), month, int(day))
                if on is not None:
                    found.append(PageDay(on, i + 1, i + 4, PageSign.STAMP))
    return found


def _tells_an_act(words: Words, first: int, last: int) -> bool:
    """Tell whether a line is a headline ("3 killed on 5 November 2022"): its day is its act's, not the page's."""
    return any(words.reading(at, _ACTS) is not None for at in range(first, last))


def _datelines(words: Words, mentions: Sequence[DateMention]) -> list[PageDay]:
    """Collect full days that fill a line near the top, and those of the title."""
    if not any(isinstance(mention.expression, CalendarDay) for mention in mentions):
        return []
    tokens = words.tokens
    breaks = [-1, *places_of(LINE_BREAK, words.classes), len(tokens)]
    found: list[PageDay] = []
    line = 0
    for mention in mentions:
        while breaks[line + 1] < mention.first:
            line += 1
        expression = mention.expression
        if not isinstance(expression, CalendarDay) or expression.year is None or expression.month is None:
            continue
        day = day_of(expression.year, expression.month, expression.day, expression.calendar)
        if day is None or mention.relation is not Relation.ON:
            continue
        beside = breaks[line + 1] - breaks[line] - 1 - (mention.last - mention.first)
        if line and _tells_an_act(words, breaks[line] + 1, breaks[line + 1]):
            continue
        lead = (mention.first and tokens[mention.first - 1].text in _DAY_LEAD) or tokens[
            mention.first
        ].text in _DAY_LEAD
        if 0 < line < _HEAD_LINES and beside <= _ALONE:
            found.append(PageDay(day, mention.first, mention.last, PageSign.DATELINE))
        elif line == 0 or (lead and line < _HEAD_LINES):
            found.append(PageDay(day, mention.first, mention.last, PageSign.TITLE))
    return found
