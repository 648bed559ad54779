"""The words of one text and the lexicon entries seen in them: what every grammar of ``tag`` reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import msgspec

from waqai.lexicon.entry import Kind, Reading
from waqai.lexicon.index import Hit, Lexicon
from waqai.text.segment import Token, tokenize


class Words(msgspec.Struct, frozen=True):
    """Tokens of a folded text and the hits upon them, by the token each hit begins with.

    ``by_first[i]`` holds the hits that begin at token ``i``, longest first.
    """

    tokens: list[Token]
    hits: list[Hit]
    by_first: dict[int, list[Hit]]

    @classmethod
    def of(cls, text: str, lexicon: Lexicon) -> Self:
        """Cut a folded text into words and find every lexicon entry in one pass."""
        tokens = tokenize(text)
        hits = lexicon.find(text, tokens)
        by_first: dict[int, list[Hit]] = {}
        for hit in hits:
            by_first.setdefault(hit.first, []).append(hit)
        return cls(tokens, hits, by_first)

    def reading(self, first: int, kinds: Sequence[Kind]) -> tuple[Hit, Reading] | None:
        """Give the longest hit of one of these kinds that begins here, with its first such reading."""
        for hit in self.by_first.get(first, ()):
            for reading in hit.readings:
                if reading.entry.kind in kinds:
                    return hit, reading
        return None
