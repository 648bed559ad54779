"""What is known of the report's own day, and which year a day without one belongs to (codebook ruling 23).

In: the publication day or, without one, facts that the text gives: actors that exist only in some years, seasons it names.
Out: a year with the reason in words. Nothing here asks the clock: the latest day to think of is part of the anchor.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

import msgspec
from hijridate import Gregorian, Hijri

from waqai.lexicon.entry import Kind
from waqai.tag.date.expression import Calendar, CalendarDay
from waqai.tag.date.find import DateMention
from waqai.tag.words import Words

HORIZON: Final = date(2026, 12, 31)
"""The latest day this version reads about when nobody says otherwise; raised with each release."""
FIRST_YEAR: Final = 2011
"""Ruling 23: the years from 2011 to now."""
_NEAR_SEASON: Final = timedelta(days=30)
"""How near a season "next to" is."""
_SEASON_DAYS: Final = {9: 29, 10: 3, 12: 4}
"""Days a season lasts, by Hijri month: Ramadan, the two feasts."""
_SEASONAL: Final = frozenset({"season", "hijri_month"})
_MONTHS_IN_CODE: Final = 100


class Facts(msgspec.Struct, frozen=True, gc=False):
    """What a text says that fits only some years.

    ``actors`` are the years (first, last) of actors it names, open ends ``None``; ``seasons`` are Hijri
    days as month * 100 + day, Ramadan as 900.
    """

    actors: tuple[tuple[date | None, date | None], ...] = ()
    seasons: tuple[int, ...] = ()


class Anchor(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The days to count from: ``published``, else ``fixed``, the latest day that the text itself fixes.

    ``told`` is the day of what was told just before ("on the same day").
    """

    published: date | None = None
    fixed: date | None = None
    told: date | None = None
    facts: Facts = Facts()
    horizon: date = HORIZON


def read_facts(words: Words) -> Facts:
    """Collect the seasons that the text names and the lifetimes of the actors in it."""
    seasons: set[int] = set()
    actors: set[tuple[date | None, date | None]] = set()
    for _, reading in words.by_kind[Kind.TIME]:
        if reading.entry.cls in _SEASONAL:
            seasons.update(_season(reading.entry.cls, reading.entry.value or 0))
    for hit in words.of_kind[Kind.ACTOR]:
        entry = hit.readings[0].entry
        if (entry.since is not None or entry.until is not None) and len(hit.readings) == 1:
            actors.add((entry.since, entry.until))
    lives = sorted(actors, key=lambda life: (life[0] or date.min, life[1] or date.max))
    return Facts(tuple(lives), tuple(sorted(seasons)))


def _season(cls: str, value: int) -> Iterable[int]:
    if cls == "season" and value > _MONTHS_IN_CODE:
        return (value,)
    return (value * _MONTHS_IN_CODE,) if cls == "hijri_month" and value == 9 else ()


def day_of(year: int, month: int, day: int, calendar: Calendar = Calendar.GREGORIAN) -> date | None:
    """Give the day in our calendar; ``None`` when there is no such day."""
    try:
        if calendar is Calendar.HIJRI:
            return date.fromordinal(Hijri(year, month, day).to_gregorian().toordinal())
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def hijri_year(day: date) -> int:
    """Give the Hijri year in which a day lies."""
    try:
        return int(Gregorian.fromdate(day).to_hijri().year)
    except OverflowError:
        return day.year - 579


def fix_year(day: int, month: int, weekday: int, anchor: Anchor) -> tuple[int | None, str]:
    """Find the year of "Sunday 17 May" and say why (codebook ruling 23); ``None`` when no year fits."""
    years = [y for y in range(FIRST_YEAR, anchor.horizon.year + 1) if _fits(y, month, day, weekday, anchor.horizon)]
    if not years:
        return None, f"{day}.{month}. is on that weekday in no year from {FIRST_YEAR} to {anchor.horizon.year}"
    why = f"{day}.{month}. is on that weekday in {_list(years)}"
    alive = [y for y in years if all(_existed(span, date(y, month, day)) for span in anchor.facts.actors)]
    if alive and len(alive) < len(years):
        why += f"; an actor named did not exist in {_list([y for y in years if y not in alive])}"
        years = alive
    near = [y for y in years if any(_near(season, date(y, month, day)) for season in anchor.facts.seasons)]
    if near and len(near) < len(years):
        why += f"; {_list(near)} lies next to a season named"
        years = near
    return years[-1], why + (f"; {years[-1]} is the latest" if len(years) > 1 else "")


def _fits(year: int, month: int, day: int, weekday: int, horizon: date) -> bool:
    found = day_of(year, month, day)
    return found is not None and found.weekday() == weekday and found <= horizon


def _existed(span: tuple[date | None, date | None], day: date) -> bool:
    since, until = span
    return (since is None or since <= day) and (until is None or day <= until)


@lru_cache(maxsize=512)
def _near(season: int, day: date) -> bool:
    month, first = divmod(season, _MONTHS_IN_CODE)
    year = hijri_year(day)
    for candidate in (year - 1, year, year + 1):
        start = day_of(candidate, month, first or 1, Calendar.HIJRI)
        if (
            start is not None
            and start - _NEAR_SEASON <= day <= start + timedelta(days=_SEASON_DAYS.get(month, 1)) + _NEAR_SEASON
        ):
            return True
    return False


def latest_fixed_day(mentions: Sequence[DateMention], facts: Facts, horizon: date = HORIZON) -> tuple[date | None, str]:
    """Find the latest day that the text alone fixes, and say how."""
    latest: date | None = None
    how = "the text fixes no day"
    for mention in mentions:
        found, why = _fixed_by(mention, facts, horizon)
        if found is not None and (latest is None or found > latest):
            latest, how = found, why
    return latest, how


def _fixed_by(mention: DateMention, facts: Facts, horizon: date) -> tuple[date | None, str]:
    expression = mention.expression
    if not isinstance(expression, CalendarDay) or expression.month is None:
        return None, ""
    if expression.year is not None:
        return day_of(expression.year, expression.month, expression.day, expression.calendar), "written with its year"
    if expression.weekday is None or expression.calendar is Calendar.HIJRI:
        return None, ""
    year, why = fix_year(expression.day, expression.month, expression.weekday, Anchor(facts=facts, horizon=horizon))
    return (day_of(year, expression.month, expression.day), why) if year is not None else (None, why)


def _list(years: Sequence[int]) -> str:
    return ", ".join(str(year) for year in years)
