"""The words of one text and the lexicon entries seen in them: what every grammar of ``tag`` reads."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from functools import cached_property
from itertools import compress
from typing import Self

import msgspec

from waqai.lexicon.entry import Kind, Reading
from waqai.lexicon.index import Hit, Lexicon
from waqai.tag.word_class import NUMBER, classes_of, places_of
from waqai.text.segment import Token, cut


class Words(msgspec.Struct, frozen=True, dict=True):
    """Tokens of a folded text and the hits upon them, by the token each hit begins with.

    ``by_first[i]`` holds the hits that begin at token ``i``, longest first; ``of_kind`` the hits with a reading of a kind, in
    the order of ``hits``, so that a grammar goes over the words it reads and no others. ``texts`` are those of the
    tokens, ``vocabulary`` each of them once, to ask whether a word stands anywhere, ``starts`` where they start, ``classes``
    their classes (``word_class``), ``digits`` the tokens that begin with a digit.
    """

    tokens: list[Token]
    texts: list[str]
    vocabulary: frozenset[str]
    starts: list[int]
    classes: bytes
    digits: list[int]
    hits: list[Hit]
    by_first: dict[int, list[Hit]]
    of_kind: dict[Kind, list[Hit]]

    @classmethod
    def of(cls, text: str, lexicon: Lexicon) -> Self:
        """Cut a folded text into words and find every lexicon entry in one pass."""
        tokens, texts, starts = cut(text)
        classes = classes_of(texts)
        hits = lexicon.find(text, tokens, texts)
        return cls(tokens, texts, frozenset(texts), starts, classes, places_of(NUMBER, classes), hits, *_indexed(hits))

    def with_hits(self, hits: list[Hit]) -> Self:
        """Give the same words with other hits, which are in the order of ``Lexicon.find``."""
        by_first, of_kind = _indexed(hits)
        return msgspec.structs.replace(self, hits=hits, by_first=by_first, of_kind=of_kind)

    def with_more(self, more: Sequence[Hit]) -> Self:
        """Give these words with some more hits upon them."""
        hits, by_first, of_kind = list(self.hits), dict(self.by_first), dict(self.of_kind)
        for hit in more:
            insort(hits, hit, key=_rank)
            by_first[hit.first] = list(by_first.get(hit.first, ()))
            insort(by_first[hit.first], hit, key=_rank)
            for kind in hit.readings.senses:
                of_kind[kind] = list(of_kind[kind])
                insort(of_kind[kind], hit, key=_rank)
        return msgspec.structs.replace(self, hits=hits, by_first=by_first, of_kind=of_kind)

    @cached_property
    def by_kind(self) -> dict[Kind, list[tuple[Hit, Reading]]]:
        """Each reading of a kind with its hit, in the order of ``hits``: ask by ``[kind]``, which alone makes the pairs."""
        return _Pairs(self.of_kind)

    @cached_property
    def particles(self) -> dict[str, list[Hit]]:
        """The particles by class; none is kept for a class that the text lacks."""
        found: dict[str, list[Hit]] = {}
        for hit in self.of_kind[Kind.PARTICLE]:
            for cls in hit.readings.particles:
                if cls in found:
                    found[cls].append(hit)
                else:
                    found[cls] = [hit]
        return found

    @cached_property
    def homes(self) -> list[str]:
        """The country where each actor named is at home, each actor once; none for names that several countries' actors bear."""
        firsts = {hit.first for hit in self.of_kind[Kind.ACTOR]}
        homes = [self.by_first[first][0].readings.home for first in firsts]
        return list(dict([home for home in homes if home is not None]).values())

    def where(self, wanted: frozenset[str]) -> list[int]:
        """Give where some words stand: in most texts nowhere."""
        if wanted.isdisjoint(self.vocabulary):
            return []
        return list(compress(range(len(self.texts)), map(wanted.__contains__, self.texts)))

    def reading(self, first: int, kinds: Sequence[Kind]) -> tuple[Hit, Reading] | None:
        """Give the longest hit of one of these kinds that begins here, with its first such reading."""
        for hit in self.by_first.get(first, ()):
            for kind, reading in hit.readings.senses.items():
                if kind in kinds:
                    return hit, reading
        return None


def _indexed(hits: list[Hit]) -> tuple[dict[int, list[Hit]], dict[Kind, list[Hit]]]:
    """Give hits in text order by the token that each begins with, and by the kinds of their readings."""
    by_first: dict[int, list[Hit]] = {}
    here: list[Hit] = []
    of_kind: dict[Kind, list[Hit]] = {kind: [] for kind in Kind}
    at = -1
    for hit in hits:
        if hit.first != at:
            at = hit.first
            here = by_first[at] = [hit]
        else:
            here.append(hit)
        for kind in hit.readings.senses:
            of_kind[kind].append(hit)
    return by_first, of_kind


def _rank(hit: Hit) -> tuple[int, int, int]:
    """Give by what hits are ordered: the longest of a token first."""
    return hit.first, -hit.last, len(hit.proclitic)


class _Pairs(dict[Kind, list[tuple[Hit, Reading]]]):
    """Pairs by kind, made when a grammar first asks for those of a kind: of many texts nobody does.

    ``in``, ``get`` and ``items`` know only the kinds that were asked for.
    """

    __slots__ = ("_of_kind",)

    def __init__(self, of_kind: dict[Kind, list[Hit]]) -> None:
        super().__init__()
        self._of_kind = of_kind

    def __missing__(self, kind: Kind) -> list[tuple[Hit, Reading]]:
        found = self[kind] = [(h, r) for h in self._of_kind[kind] for r in h.readings if r.entry.kind is kind]
        return found
