"""Folded text into tokens, tokens into sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, compress
from operator import attrgetter
from typing import Final

import msgspec

_TOKEN = re.compile(r"([\u0621-\u064a]+[^\W\da-z_]*|\d+(?:[.,]\d+)*|[a-z\u00c0-\u024f]+|[^\W\da-z_]+|\n|[^\w\s])( *)")
"""Arabic letters first: most words are theirs, and a range is met sooner than a class of Unicode. With the spaces behind, at which no match is tried."""
_ENDS = frozenset("\n.!?")
_TEXT: Final = attrgetter("text")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, a number, a punctuation mark or a newline; offsets into the folded text."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """Cut a folded text into tokens; spaces are none."""
    return cut(text)[0]


def cut(text: str) -> tuple[list[Token], list[str], list[int]]:
    """Cut a folded text into tokens; give also their texts and where they start, apart."""
    pieces = _TOKEN.split(text)  # what is no token, a token, the spaces behind it, and so on: three a token
    ends = list(accumulate(map(len, pieces)))
    texts, starts = pieces[1::3], ends[0:-1:3]
    return list(map(Token, texts, starts, ends[1::3])), texts, starts


def sentences(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Cut tokens into sentences, half-open ranges; empty ones are left out."""
    found: list[tuple[int, int]] = []
    start = 0
    for i in compress(range(len(tokens)), map(_ENDS.__contains__, map(_TEXT, tokens))):
        if not (tokens[i].text == "." and _abbreviates(tokens, i)):
            if i > start:
                found.append((start, i + 1))
            start = i + 1
    if start < len(tokens):
        found.append((start, len(tokens)))
    return found


def _abbreviates(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the full stop at ``i`` stands behind a letter that stands for a name: "M.S.", "M. S.", "Khalid M. was hit", "آر.بي.جي"."""
    if not i or i + 1 >= len(tokens) or len(tokens[i - 1].text) > _LETTER:
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    beside = before.end == tokens[i].start and after.start == tokens[i].end
    if _is_initial(before.text):
        return after.start == tokens[i].end or _is_initial(after.text) or _is_of_a_name(tokens, i)
    return beside and _is_called(before.text) and _is_called(after.text)


def _is_of_a_name(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the letter before a full stop is a person's, within a line: behind a word or another letter, not behind a number ("100 m.")."""
    if i < _LETTER or tokens[i + 1].text == "\n" or not tokens[i - 1].text > _LATIN:
        return False
    before = tokens[i - 2].text
    return before == "." or (before.isalpha() and len(before) > 1)


_LATIN: Final = "z"


def _is_initial(text: str) -> bool:
    """Tell whether a token is one letter."""
    return len(text) == 1 and text.isalpha()


def _is_called(text: str) -> bool:
    """Tell whether a token may be a Latin letter by its Arabic name: "بي", "إن"."""
    return len(text) <= _LETTER and text.isalpha()


_LETTER: Final = 2
"""Letters of the Arabic name of a Latin letter."""


def is_between_initials(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a full stop stands between two letters that stand for a name: "M. S.", "آر.بي.جي"."""
    if tokens[i].text != "." or not 0 < i < len(tokens) - 1:
        return False
    before, after = tokens[i - 1].text, tokens[i + 1].text
    if len(before) > _LETTER:
        return False
    return (_is_initial(before) and _is_initial(after)) or _abbreviates(tokens, i)
