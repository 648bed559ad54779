"""What each word is by its letters alone: one letter a word, so that words of a class are looked for as letters are in a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

ARABIC: Final = b"a"
"""An Arabic word of two letters or more."""
WITH_AND: Final = b"w"
"""One that begins with "and"."""
NUMBER: Final = b"9"
FULL_STOP: Final = b"."
LINE_BREAK: Final = b"\n"
STOP: Final = b","
"""Other marks at which a row of chunks stops."""
STOPS: Final = STOP + FULL_STOP + LINE_BREAK
"""All at which it stops."""
SILENT: Final = b"'"
"""Quotation marks, hashes, pictures and "and" by itself, which leave no gap between two chunks."""
OTHER: Final = b"x"
"""Latin words, single letters, other marks."""
_MARKS: Final = {".": FULL_STOP, "\n": LINE_BREAK} | dict.fromkeys(",:()-|", STOP) | dict.fromkeys('"#@و', SILENT)
_AND_IN: Final = frozenset({"وفي", "وعلي", "ففي"})
_NO_AND: Final = frozenset(
    {
        "وسط",
        "وقت",
        "وفق",
        "وفقا",
        "واحد",
        "واحده",
        "وقوع",
        "وزاره",
        "وزير",
        "ورود",
        "وصول",
        "وكاله",
        "وحده",
        "وحدات",
        "واقع",
        "وجود",
        "وراء",
    }
)
"""Words that begin with w and not with "and"."""
_SHORTEST: Final = 3
"""Letters of a word in which a w at the start is one of its own."""
_PICTURES: Final = "\u2190"
"""The first of the arrows, signs and emoji, with which posts begin their lines."""
_REMEMBERED: Final = 100_000


class _Classes(dict[str, int]):
    """The classes of words of earlier texts: most come again and again."""

    def __missing__(self, word: str) -> int:
        """Class a word that stood in none."""
        found = self[word] = _class_of(word)[0]
        return found


_KNOWN: Final = _Classes()


def classes_of(words: Sequence[str]) -> bytes:
    """Give the class of each word, a letter each."""
    if len(_KNOWN) > _REMEMBERED:
        _KNOWN.clear()
    return bytes(map(_KNOWN.__getitem__, words))


def places_of(letter: bytes, classes: bytes | bytearray) -> list[int]:
    """Give where the words of a class stand."""
    found: list[int] = []
    at = classes.find(letter)
    while at >= 0:
        found.append(at)
        at = classes.find(letter, at + 1)
    return found


def is_arabic(word: str) -> bool:
    """Tell whether a word is an Arabic one of two letters or more."""
    return _KNOWN[word] in ARABIC + WITH_AND


def _class_of(word: str) -> bytes:
    if word in _MARKS:
        return _MARKS[word]
    if word[0] in "0123456789":
        return NUMBER
    if word[0] >= _PICTURES and not word.isalpha():
        return SILENT
    if not "\u0621" <= word[0] <= "\u064a" or len(word) == 1:
        return OTHER
    joins = word in _AND_IN or (word[0] == "و" and len(word) > _SHORTEST and word not in _NO_AND)
    return WITH_AND if joins else ARABIC
