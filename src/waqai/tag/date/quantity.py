"""So many days, weeks or months, counted before or behind their unit: "about three days", "the past 24 hours", "days few".

In: words and their time and number marks. Out: a number, its unit and the tokens it takes, or nothing.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from waqai.tag.date.expression import Unit
from waqai.tag.number.words import DIGITS, PARTS, Mark, Marks, cardinal_at, mark_at
from waqai.tag.words import Words

UNITS: Final = {1: Unit.HOUR, 24: Unit.DAY, 168: Unit.WEEK, 720: Unit.MONTH, 8760: Unit.YEAR}
_UNIT_CLASSES: Final = frozenset({"unit_sg", "unit_du", "unit_pl"})
_SINGULAR: Final = "unit_sg"
_DUAL: Final = "unit_du"
_APPROX: Final = frozenset({"approx"})
_FEW: Final = frozenset({"few"})
_OPENS: Final = _APPROX | _FEW | _UNIT_CLASSES | PARTS
"""Classes of the marks with which a quantity may begin."""
_FEW_WORDS: Final = frozenset({"القليله", "القلايل", "العشره"})
_THE: Final = "ال"


class Quantity(NamedTuple):
    """So many units: ``number`` is ``None`` for "days"."""

    number: int | None
    unit: Unit
    last: int
    definite: bool
    about: bool
    bare: bool


_EARLY_OR_LATE: Final = frozenset({"مبكره", "متاخره", "مبكر", "متاخر"})


def read_quantity(words: Words, marks: Marks, at: int) -> Quantity | None:
    """Read "[about] [the] [three] days [the three]"."""
    tokens = words.tokens
    size = len(tokens)
    if mark_at(marks, at, _OPENS) is None and (
        at >= size or (tokens[at].text[0] not in DIGITS and tokens[at].text != _THE)
    ):
        return None  # asked of every word, and most begin no quantity
    approx = mark_at(marks, at, _APPROX)
    about = approx is not None
    at = approx.last if approx is not None else at
    the = at + 1 < size and tokens[at].text == _THE
    at += the
    unit = _unit_at(marks, at)
    if unit is not None:
        if unit.last < size and tokens[unit.last].text in _EARLY_OR_LATE:
            return None  # "since |an early hour| of yesterday morning"
        definite = the or tokens[unit.last - 1].text.startswith(_THE)
        return _behind_unit(words, marks, unit, definite=definite, about=about)
    few = mark_at(marks, at, _FEW)
    if few is not None:
        unit = _unit_at(marks, few.last)
        return Quantity(None, UNITS[unit.value], unit.last, False, about, False) if unit is not None else None
    if at >= size:
        return None
    cardinal = cardinal_at(words, marks, at)
    if cardinal is None:
        return None
    unit = _unit_at(marks, cardinal.last)
    if unit is None or (unit.cls == _SINGULAR and tokens[cardinal.last].text.startswith(_THE)):
        return None  # "25 last month" is a day of it
    definite = the or tokens[at].text.startswith(_THE)
    return Quantity(cardinal.value, UNITS[unit.value], unit.last, definite, about, False)


def _behind_unit(words: Words, marks: Marks, unit: Mark, *, definite: bool, about: bool) -> Quantity | None:
    """Read what counts a unit from behind: "days few", "the hours 24", "the days three"."""
    tokens, last, kind = words.tokens, unit.last, UNITS[unit.value]
    number = 2 if unit.cls == _DUAL else 1 if unit.cls == _SINGULAR else None
    if unit.cls != "unit_pl" or last >= len(tokens):
        return Quantity(number, kind, last, definite, about, unit.cls == _SINGULAR)
    if tokens[last].text in _FEW_WORDS or mark_at(marks, last, _FEW):
        return Quantity(None, kind, last + 1, definite, about, False)
    link = last + (tokens[last].text == _THE)
    cardinal = cardinal_at(words, marks, link) if definite and link < len(tokens) else None
    if cardinal is not None:
        return Quantity(cardinal.value, kind, cardinal.last, definite, about, False)
    return Quantity(None, kind, last, definite, about, False)


def _unit_at(marks: Marks, at: int) -> Mark | None:
    mark = mark_at(marks, at, _UNIT_CLASSES)
    return mark if mark is not None and mark.value in UNITS else None
