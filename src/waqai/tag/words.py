"""The words of one text and the lexicon entries seen in them: what every grammar of ``tag`` reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import msgspec

from waqai.lexicon.entry import Kind, Reading
from waqai.lexicon.index import Hit, Lexicon
from waqai.tag.word_class import NUMBER, classes_of, places_of
from waqai.text.segment import Token, tokenize


class Words(msgspec.Struct, frozen=True):
    """Tokens of a folded text and the hits upon them, by the token each hit begins with.

    ``by_first[i]`` holds the hits that begin at token ``i``, longest first; ``by_kind`` each reading of a kind with its
    hit, in the order of ``hits``, so that a grammar goes over the words it reads and no others. ``texts`` are those of the
    tokens, ``classes`` their classes (``word_class``), ``digits`` the tokens that begin with a digit.
    """

    tokens: list[Token]
    texts: list[str]
    classes: bytes
    digits: list[int]
    hits: list[Hit]
    by_first: dict[int, list[Hit]]
    by_kind: dict[Kind, list[tuple[Hit, Reading]]]

    @classmethod
    def of(cls, text: str, lexicon: Lexicon) -> Self:
        """Cut a folded text into words and find every lexicon entry in one pass."""
        tokens = tokenize(text)
        texts = [token.text for token in tokens]
        return cls.with_hits(tokens, texts, lexicon.find(text, tokens, texts))

    @classmethod
    def with_hits(cls, tokens: list[Token], texts: list[str], hits: list[Hit]) -> Self:
        """Index hits that are in the order of ``Lexicon.find``."""
        classes = classes_of(texts)
        digits = places_of(NUMBER, classes)
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
        return cls(tokens, texts, classes, digits, hits, by_first, by_kind)

    def reading(self, first: int, kinds: Sequence[Kind]) -> tuple[Hit, Reading] | None:
        """Give the longest hit of one of these kinds that begins here, with its first such reading."""
        for hit in self.by_first.get(first, ()):
            if hit.readings.senses.keys().isdisjoint(kinds):
                continue
            for reading in hit.readings:
                if reading.entry.kind in kinds:
                    return hit, reading
        return None
