"""Stretches of several months: "between September and January", "from March to May", "in the months of May and June", which date no incident (codebook section 1).

In: words and their time marks. Out: a stretch left open with the tokens it takes, or nothing.
"""

from __future__ import annotations

from typing import Final

from waqai.tag.date.expression import Open
from waqai.tag.date.relation import UNTIL
from waqai.tag.date.span import Found, month_tail
from waqai.tag.number.words import Mark, Marks, mark_at
from waqai.tag.words import Words

MONTHS: Final = frozenset({"month", "hijri_month"})
_BETWEEN: Final = frozenset({"بين", "وبين", "مابين"})
_FROM: Final = frozenset({"من", "منذ", "ومن", "ومنذ"})
_MONTH: Final = frozenset({"شهري", "شهر", "شهور", "اشهر"})
_TWO_MONTHS: Final = "شهري"
_TO: Final = frozenset({"الي", "والي"}) | UNTIL
_AND: Final = "و"
_COMMA: Final = frozenset({"،", ","})


def read_months(words: Words, marks: Marks, at: int) -> Found | None:
    """Read the names of two months as the ends of a stretch; ``at`` is the first name."""
    first = mark_at(marks, at, MONTHS)
    if first is None or first.proclitic:
        return None
    before = at - 1 - (words.texts[at - 1] in _MONTH) if at else -1
    opens = words.texts[before] if before >= 0 else ""
    joined = opens in _BETWEEN or (at > 0 and words.texts[at - 1] == _TWO_MONTHS)
    if not joined and opens not in _FROM:
        return None
    second = _second(words, marks, month_tail(words, marks, first)[0], joined=joined)
    if second is None or second.value == first.value:
        return None
    return Found(Open(), month_tail(words, marks, second)[0])


def _second(words: Words, marks: Marks, at: int, *, joined: bool) -> Mark | None:
    """Find the name of the month that ends the stretch: behind "and" where it is one between two, behind "to" where it goes from one on."""
    texts = words.texts
    at += at < len(texts) and texts[at] in _COMMA
    if joined:
        second = mark_at(marks, at, MONTHS)
        return second if second is not None and second.proclitic == _AND else None
    if at >= len(texts) or texts[at] not in _TO:
        return None
    at += 1
    at += at < len(texts) and texts[at] in _MONTH
    second = mark_at(marks, at, MONTHS)
    return second if second is not None and not second.proclitic else None


def within_names(marks: Marks) -> frozenset[int]:
    """Give the tokens inside the names of months, whose "first" and "second" count no days."""
    return frozenset(
        at
        for first, found in marks.items()
        for mark in found
        if mark.cls in MONTHS
        for at in range(first + 1, mark.last)
    )
