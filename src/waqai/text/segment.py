"""Folded text into tokens, tokens into sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

_TOKEN = re.compile(r"[\u0621-\u064a]+[^\W\da-z_]*|\d+(?:[.,]\d+)*|[a-z\u00c0-\u024f]+|[^\W\da-z_]+|\n|[^\w\s]")
"""Arabic letters first: most words are theirs, and a range is met sooner than a class of Unicode."""
_ENDS = frozenset("\n.!?;")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, a number, a punctuation mark or a newline; offsets into the folded text."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """Cut a folded text into tokens; spaces are none."""
    return [Token(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text)]


def sentences(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Cut tokens into sentences, half-open ranges; empty ones are left out."""
    found: list[tuple[int, int]] = []
    start = 0
    for i, token in enumerate(tokens):
        if token.text in _ENDS and not (
            token.text == "."
            and i
            and len(tokens[i - 1].text) == 1
            and i + 1 < len(tokens)
            and tokens[i + 1].start == token.end
        ):
            if i > start:
                found.append((start, i + 1))
            start = i + 1
    if start < len(tokens):
        found.append((start, len(tokens)))
    return found
