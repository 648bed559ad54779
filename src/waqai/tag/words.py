"""The words of one text and the lexicon entries seen in them: what every grammar of ``tag`` reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Self

import msgspec

from waqai.lexicon.entry import Kind, Reading
from waqai.lexicon.index import Hit, Lexicon
from waqai.text.segment import Token, tokenize

_DIGITS: Final = frozenset("0123456789")
_BEHIND_DIGITS: Final = ":"
"""The first text behind all that begin with a digit: most words stand behind it."""


class Words(msgspec.Struct, frozen=True):
    """Tokens of a folded text and the hits upon them, by the token each hit begins with.

    ``by_first[i]`` holds the hits that begin at token ``i``, longest first; ``by_kind`` each reading of a kind with its
    hit, in the order of ``hits``, so that a grammar goes over the words it reads and no others. ``texts`` are those of the
    tokens, ``digits`` the tokens that begin with a digit.
    """

    tokens: list[Token]
    texts: list[str]
    digits: list[int]
    hits: list[Hit]
    by_first: dict[int, list[Hit]]
    by_kind: dict[Kind, list[tuple[Hit, Reading]]]

    @classmethod
    def of(cls, text: str, lexicon: Lexicon) -> Self:
        """Cut a folded text into words and find every lexicon entry in one pass."""
        tokens = tokenize(text)
        return cls.with_hits(tokens, lexicon.find(text, tokens))

    @classmethod
    def with_hits(cls, tokens: list[Token], hits: list[Hit]) -> Self:
        """Index hits that are in the order of ``Lexicon.find``."""
        texts = [token.text for token in tokens]
        digits = [i for i, text in enumerate(texts) if text < _BEHIND_DIGITS and text[0] in _DIGITS]
        by_first: dict[int, list[Hit]] = {}
        here: list[Hit] = []
        by_kind: dict[Kind, list[tuple[Hit, Reading]]] = {kind: [] for kind in Kind}
        at = -1
        for hit in hits:
            if hit.first != at:
                at = hit.first
                here = by_first[at] = []
            here.append(hit)
            for reading in hit.readings:
                by_kind[reading.entry.kind].append((hit, reading))
        return cls(tokens, texts, digits, hits, by_first, by_kind)

    def reading(self, first: int, kinds: Sequence[Kind]) -> tuple[Hit, Reading] | None:
        """Give the longest hit of one of these kinds that begins here, with its first such reading."""
        for hit in self.by_first.get(first, ()):
            if hit.readings.senses.keys().isdisjoint(kinds):
                continue
            for reading in hit.readings:
                if reading.entry.kind in kinds:
                    return hit, reading
        return None
