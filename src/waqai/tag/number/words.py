"""Whole numbers in digits and words: ``ثلاثة عشر`` is 13, ``مئة وخمسة وعشرون`` 125, ``3 آلاف`` 3000.

In: tokens and the lexicon's number marks upon them. Out: the value and where it ends. It does not
say what is counted; ``numbers`` and ``dates`` do.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import msgspec

from waqai.lexicon.entry import Entry, Kind
from waqai.lexicon.index import Hit
from waqai.tag.words import Words

DIGITS: Final = frozenset("0123456789")
_AND: Final = "و"
_ANDS: Final = frozenset({"و", "وال"})
_THE: Final = "ال"
_JOINABLE: Final = {
    "hundred": frozenset({"unit", "teen", "ten"}),
    "scale": frozenset({"unit", "teen", "ten", "hundred"}),
    "unit": frozenset({"ten"}),
}
"""What may follow a part after "and": 3-and-20 is one number, 3-and-4 are two."""


_BLEW_UP: Final = "trigger.blow_oneself_up"
_DAYS: Final = frozenset({"weekday", "relative"})
"""Classes of days, of which "dawn" is the dawn where they stand right behind it."""


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A lexicon entry of a number or a time seen at a token; ``last`` is where it ends."""

    last: int
    cls: str
    value: int
    proclitic: str
    entry: Entry


Marks = dict[int, list[Mark]]


class Cardinal(NamedTuple):
    """A whole number and the token at which it ends."""

    value: int
    last: int


def marks_of(words: Words) -> Marks:
    """Collect the entries of numbers and times by the token they begin with, longest first."""
    marks: Marks = {}
    blown_up = {hit.first for hit, reading in words.by_kind[Kind.TRIGGER] if reading.entry.id == _BLEW_UP}
    if blown_up:
        blown_up -= {hit.first - 1 for hit, reading in words.by_kind[Kind.TIME] if reading.entry.cls in _DAYS}
    seen = [*words.by_kind[Kind.NUMBER], *words.by_kind[Kind.TIME]]
    seen.sort(key=lambda pair: (pair[0].first, -pair[0].last, len(pair[0].proclitic)))
    for hit, reading in seen:
        if hit.first in blown_up:
            continue  # "on Monday a bomber |blew| himself |up|", spelt like "at dawn"
        marks.setdefault(hit.first, []).append(_mark(hit, reading.entry))
    return marks


def _mark(hit: Hit, entry: Entry) -> Mark:
    return Mark(hit.last, entry.cls, entry.value or 0, hit.proclitic, entry)


def mark_at(marks: Marks, at: int, classes: frozenset[str]) -> Mark | None:
    """Give the longest mark of one of these classes that begins at a token."""
    if at in marks:
        for mark in marks[at]:
            if mark.cls in classes:
                return mark
    return None


def digits_value(text: str) -> int | None:
    """Read ``1,500`` as 1500; ``None`` for fractions and for anything but digits."""
    if text.isdecimal():
        return int(text) if len(text) <= 12 else None
    plain = text.replace(",", "")
    if not plain.isdecimal() or len(plain) > 12:
        return None
    groups = text.split(",")
    return int(plain) if all(len(group) == 3 for group in groups[1:]) else None


PARTS: Final = frozenset({"unit", "teen", "ten", "hundred", "scale", "scale_dual"})
"""Classes of the words with which a number may begin."""
_SCALES: Final = frozenset({"scale", "scale_plural"})
_UNIT: Final = frozenset({"unit"})
_TEEN: Final = 10
_TENS: Final = 2


def cardinal_at(words: Words, marks: Marks, at: int) -> Cardinal | None:
    """Read the whole number that begins at a token, with its scale; ``None`` when there is none."""
    text = words.tokens[at].text
    if text[0] in DIGITS:
        value = digits_value(text)
        if value is None:
            return None
        scale = mark_at(marks, at + 1, _SCALES)
        if scale is not None and not scale.proclitic:
            return Cardinal(value * scale.value, scale.last)
        return Cardinal(value, at + 1)
    return _in_words(words, marks, at)


def _in_words(words: Words, marks: Marks, at: int) -> Cardinal | None:
    first = mark_at(marks, at, PARTS)
    if first is None or not _is_number(first):
        return None
    total = 0
    part, kind, last = _part(marks, first)
    below_scale = part
    while True:
        scale = mark_at(marks, last, _SCALES)
        if scale is not None and not scale.proclitic and kind != "scale":
            below_scale, kind, last = below_scale * scale.value, "scale", scale.last
        if kind == "scale":
            total, below_scale = total + below_scale, 0
        following = _joined(words, marks, last, kind)
        if following is None:
            return Cardinal(total + below_scale, last)
        part, kind, last = following
        below_scale += part


def _is_number(mark: Mark) -> bool:
    """Tell "two" from "the two", which is Monday, and "one" from "the one"."""
    return not (mark.proclitic.endswith(_THE) and mark.cls == "unit" and mark.value <= _TENS)


def _part(marks: Marks, mark: Mark) -> tuple[int, str, int]:
    """Give one part's value, its class and end; the ten of a teen is taken in."""
    if mark.cls == "unit" and mark.value < _TEEN:
        ten = mark_at(marks, mark.last, _UNIT)
        if ten is not None and ten.value == _TEEN and not ten.proclitic:
            return mark.value + _TEEN, "teen", ten.last
    kind = "scale" if mark.cls == "scale_dual" else mark.cls
    return mark.value, kind, mark.last


def _joined(words: Words, marks: Marks, at: int, kind: str) -> tuple[int, str, int] | None:
    allowed = _JOINABLE.get(kind)
    if allowed is None or at >= len(words.tokens):
        return None
    for mark in marks.get(at, ()):
        if mark.proclitic in _ANDS and mark.cls in PARTS:
            part = _part(marks, mark)
            if part[1] in allowed and part[0] > (1 if kind == "unit" else 0):
                return part
    if words.tokens[at].text == _AND:
        mark_after = mark_at(marks, at + 1, PARTS)
        if mark_after is not None and not mark_after.proclitic:
            part = _part(marks, mark_after)
            return part if part[1] in allowed else None
    return None
