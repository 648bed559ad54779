"""How what is told stands to a date, by the words before it: since, until, before, after."""

from __future__ import annotations

from typing import Final

from waqai.tag.date.expression import Expression, Interval, LastNight, Relation, Today
from waqai.tag.words import Words

UNTIL: Final = frozenset({"حتي", "وحتي", "لغايه", "ولغايه"})
SINCE: Final = frozenset({"منذ", "ومنذ"})
_COMES: Final = frozenset({"دخول", "حلول", "بدء"})
"""What may stand between "since" and a month: "since |the coming of| Ramadan"."""
_BEFORE: Final = frozenset({"قبل", "قبيل", "وقبل", "وقبيل"})
_AFTER: Final = frozenset({"بعد", "عقب", "بعيد"})
_SHORTLY: Final = frozenset({"قبيل", "وقبيل", "بعيد"})
_HINGES: Final = frozenset({4, 12, 24})
"""Hours of dawn, noon and midnight: what was before them was part of the same day or night."""
_MIDNIGHT: Final = 24
_HOUR: Final = "الساعه"
_CLOCK: Final = 6
"""Words from "until" to a day: "until the hour twelve and a half of"."""


def relation_of(words: Words, at: int, *, daypart: int | None = None) -> Relation:
    """Give the relation that the words before token ``at`` put a date in.

    "Shortly before noon on Monday" was on Monday: ``daypart`` is the hour of the part of the day that the date names.
    """
    if not at:
        return Relation.ON
    before = words.tokens[at - 1].text
    if daypart is not None and (before in _SHORTLY or (daypart in _HINGES and (before in _BEFORE or before in _AFTER))):
        return Relation.ON
    if before in SINCE or _is_since_it_came(words, at):
        return Relation.SINCE
    if before in UNTIL or _is_clock_until(words, at):
        return Relation.UNTIL
    if before in _BEFORE:
        return Relation.BEFORE
    return Relation.AFTER if before in _AFTER else Relation.ON


def _is_since_it_came(words: Words, at: int) -> bool:
    """Tell whether what is told goes on since a month came: "since the coming |of the month of| Ramadan"."""
    coming = at - 1 - (words.tokens[at - 1].text == _MONTH)
    return coming > 0 and words.tokens[coming].text in _COMES and words.tokens[coming - 1].text in SINCE


_MONTH: Final = "شهر"


def night_named(words: Words, at: int, when: Expression, daypart: int | None) -> Expression:
    """Give the night of which a date tells: of two, what was "before the midnight of Sunday – Monday" was on Sunday."""
    if daypart != _MIDNIGHT or not isinstance(when, Interval):
        return when
    return when.start if not _BEFORE.isdisjoint(words.texts[max(0, at - 1) : at + 1]) else when


def _is_clock_until(words: Words, at: int) -> bool:
    """Tell whether it is the day of the hour up to which something lasts: "until ten o'clock |on Sunday|"."""
    if words.tokens[at - 1].text != "من":
        return False
    before = words.texts[max(0, at - _CLOCK) : at]
    return _HOUR in before and not UNTIL.isdisjoint(before[: before.index(_HOUR)])


def is_midnight_on(words: Words, at: int, when: Expression) -> bool:
    """Tell whether a stretch begins with last midnight, where today begins: "since the middle of |last night|"."""
    before = words.texts[max(0, at - 2) : at]
    return isinstance(when, LastNight) and len(before) > 1 and before[0] in SINCE and before[1] == _MIDDLE


_MIDDLE: Final = "منتصف"


def up_to(before: str, end: Expression) -> Relation:
    """Tell whether a stretch "since" a day runs up to the day of the report."""
    now = isinstance(end, Today) and not end.offset
    return Relation.SINCE if now and before in SINCE else Relation.ON
