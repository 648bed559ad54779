"""Days as pages print them beside a headline: every calendar's months, every kind of digits, never a guess.

In: a line such as "الجمعة 8 شوال 1436 هـ - 24 يوليو 2015 م" or "٢٠١٩/١١/٠٧". Out: the day, whether its line says that it is
the day of a change, and whether it was told in the Hijri calendar only. A year or a month alone is no day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

import msgspec

from waqai.lexicon.load import read_entries
from waqai.read.chrome import Chrome
from waqai.shipped import shipped_text
from waqai.text.fold import fold_key

_EARLIEST: Final = 1990
"""No news page is older than the web."""
_YEAR: Final = re.compile(r"\d{4}")
_SEPARATOR: Final = r"\s*[-/.,\\]\s*|\s+"


class PageDate(msgspec.Struct, frozen=True):
    """A day on a page; ``[start, end)`` in the folded line."""

    day: date
    start: int
    end: int
    is_update: bool = False
    is_hijri: bool = False


class _Months(msgspec.Struct, frozen=True):
    gregorian: dict[str, int]
    hijri: dict[str, int]
    named: re.Pattern[str]
    reversed: re.Pattern[str]
    updated: re.Pattern[str]


_NUMBERS: Final = re.compile(
    r"(?<!\d)(?:(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})|(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}))(?!\d)"
)


@cache
def _months() -> _Months:
    text = shipped_text("lexicon/time.toml")
    names: dict[str, dict[str, int]] = {"month": {}, "hijri_month": {}}
    for entry in read_entries(text, "time.toml"):
        if entry.cls in names and entry.value is not None:
            names[entry.cls] |= {fold_key(form.text): entry.value for form in entry.forms}
    every = "|".join(sorted(map(re.escape, (*names["month"], *names["hijri_month"])), key=len, reverse=True))
    second = rf"(?:\s*[/(-]\s*(?:{every})\)?)?"
    return _Months(
        names["month"],
        names["hijri_month"],
        re.compile(
            rf"(?<!\d)(\d{{1,2}})(?:{_SEPARATOR})(?:من\s+)?({every}){second}(?:{_SEPARATOR})(?:من\s+)?(\d{{4}})(?!\d)"
        ),
        re.compile(rf"(?<!\w)({every})\s+(\d{{1,2}})(?:\s*,\s*|\s+)(\d{{4}})(?!\d)"),
        re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, Chrome.load().updated))})"),
    )


def page_dates(line: str) -> list[PageDate]:
    """Find the days of a line, in order; a Hijri day beside a Gregorian one is the same day and is left out."""
    if not _YEAR.search(line):
        return []
    folded = fold_key(line)
    found = sorted(_days(folded), key=lambda d: d.start)
    marks = [m.start() for m in _months().updated.finditer(folded)] if found else []
    dates = []
    before = 0
    for one in found:
        changed = any(before <= mark < one.start for mark in marks)
        dates.append(msgspec.structs.replace(one, is_update=changed))
        before = one.end
    gregorian = [d for d in dates if not d.is_hijri]
    return gregorian or dates


def _days(folded: str) -> Iterator[PageDate]:
    months = _months()
    for m in _NUMBERS.finditer(folded):
        year, month, day = (int(m[1]), int(m[2]), int(m[3])) if m[1] else (int(m[6]), int(m[5]), int(m[4]))
        if month > 12 >= day and not m[1]:
            day, month = month, day
        yield from _day(year, month, day, m, is_hijri=1300 <= year <= 1600)
    for m in months.named.finditer(folded):
        yield from _named(months, m[2], int(m[1]), int(m[3]), m)
    for m in months.reversed.finditer(folded):
        yield from _named(months, m[1], int(m[2]), int(m[3]), m)


def _named(months: _Months, name: str, day: int, year: int, match: re.Match[str]) -> Iterator[PageDate]:
    if name in months.hijri and 1300 <= year <= 1600:
        yield from _day(year, months.hijri[name], day, match, is_hijri=True)
    elif name in months.gregorian:
        yield from _day(year, months.gregorian[name], day, match, is_hijri=False)


def _day(year: int, month: int, day: int, match: re.Match[str], *, is_hijri: bool) -> Iterator[PageDate]:
    try:
        found = _from_hijri(year, month, day) if is_hijri else date(year, month, day)
    except (ValueError, OverflowError):
        return
    if found.year >= _EARLIEST:
        yield PageDate(found, match.start(), match.end(), is_hijri=is_hijri)


def _from_hijri(year: int, month: int, day: int) -> date:
    from hijridate import Hijri  # few pages need it

    told = Hijri(year, month, day).to_gregorian()
    return date(told.year, told.month, told.day)
