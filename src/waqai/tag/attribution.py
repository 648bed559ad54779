"""Who told it: outlets, agencies, monitors, officials, local sources, parties to the conflict (codebook section 3, ruling 39).

In: words with lexicon hits. Out: source mentions in text order with the tokens of the name, quotes left out. A body that is only
talked about ("shelled a centre of the Civil Defence") is no source: a verb of saying or "according to" must be beside it.
"""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.lexicon.entry import Kind
from waqai.tag.words import Words


class SourceMention(msgspec.Struct, frozen=True):
    """Tokens ``[first, last)`` that cite a source; ``[name_first, name_last)`` is its name.

    The name of "the source added" is that of the source cited before it. ``cls`` is outlet, agency, monitor, official, local or military; a military source is a party to the
    conflict. ``verb_first`` is the token of the verb or preposition, ``hedged`` whether it is one of doubt ("claimed").
    """

    first: int
    last: int
    name_first: int
    name_last: int
    cls: str
    verb_first: int
    hedged: bool = False

    @property
    def is_party(self) -> bool:
        """Whether what it says alone is a claim (codebook ruling 39)."""
        return self.cls == "military"


class _Name(msgspec.Struct):
    """A noun phrase that can be a source."""

    first: int
    last: int
    name_first: int
    name_last: int
    cls: str


class _Word(msgspec.Struct):
    """A lexicon word of telling; ``sub`` says which kind of source or doubt."""

    first: int
    last: int
    cls: str
    sub: str


_REACH: Final = 4
"""Words between a verb of saying and who says: dates, "to the agency"."""
_LONGEST: Final = 5
_SUBS: Final = {"source.local": "local", "source.monitor": "monitor", "source.correspondent": "outlet", "source.agency": "agency"}
_SAME: Final = frozenset({"المصدر", "المصادر", "المرصد", "الوكاله", "الصحيفه", "الشبكه", "المنظمه"})
_QUOTES: Final = '"'
_OPEN: Final = '"('
_TO: Final = frozenset({"ل", "لل", "الي", "مع"})
_JOINS: Final = frozenset({"في", "من", "ل", "ب"})
_STOPS: Final = frozenset(
    {
        "ان", "انه", "انها", "انهم", "علي", "عن", "في", "من", "الي", "ب", "قوله", "قولها", "مساء", "صباح", "يوم", "اليوم", "امس", "حول", "بان", "بانه", "بانها", "لقد", "قد",
        "هو", "هي", "الذي", "التي", "مع", "بعد", "قبل", "خلال", "عبر", "منذ", "ضمن", "عند", "اثر", "و", "ما", "لا", "لم", "حيث", "كما", "ايضا", "نشرته", "نشره",
    }
)  # fmt: skip


def find_sources(words: Words) -> list[SourceMention]:
    """Find every citation of a source."""
    scan = _Scan(words)
    found: list[SourceMention] = []
    free_from = 0
    for verb in scan.verbs:
        mention = scan.cited_by(verb, free_from)
        if mention is not None:
            free_from = max(free_from, mention.name_last)
            same = _same_source(mention, words, found)
            if same is not None:
                found.append(same)
    return sorted(found, key=lambda m: m.first)


def _same_source(mention: SourceMention, words: Words, before: list[SourceMention]) -> SourceMention | None:
    """Read "the source added" as the source cited before it; without one it names nobody."""
    if mention.name_last - mention.name_first > 1 or words.tokens[mention.name_first].text not in _SAME:
        return mention
    if not before:
        return None
    last = before[-1]
    return SourceMention(mention.first, mention.last, last.name_first, last.name_last, last.cls, mention.verb_first, mention.hedged)


class _Scan:
    """One text being read: words of telling by their first token."""

    __slots__ = ("actors", "names", "tokens", "verbs", "words")

    def __init__(self, words: Words) -> None:
        self.words = words
        self.tokens = words.tokens
        self.names: dict[int, _Word] = {}
        self.actors: dict[int, int] = {}
        self.verbs: list[_Word] = []
        self._index()

    def _index(self) -> None:
        verbs: dict[int, _Word] = {}
        for hit in self.words.hits:
            for reading in hit.readings:
                entry = reading.entry
                if entry.kind is Kind.SOURCE:
                    word = _Word(hit.first, hit.last, entry.cls, entry.sub or _SUBS.get(entry.id, ""))
                    if entry.cls in ("verb", "preposition"):
                        known = verbs.get(hit.first)
                        if known is None or (word.sub and not known.sub):
                            verbs[hit.first] = word
                    elif hit.first not in self.names or (word.last == self.names[hit.first].last and not self.names[hit.first].sub):
                        self.names[hit.first] = word
                elif entry.kind in (Kind.ACTOR, Kind.FORCE):
                    self.actors[hit.first] = max(hit.last, self.actors.get(hit.first, 0))
        self.verbs = sorted(verbs.values(), key=lambda w: w.first)

    def cited_by(self, verb: _Word, free_from: int) -> SourceMention | None:
        """Find whom a verb of saying or "according to" cites: behind it, else right before it."""
        hedged = verb.sub == "hedge"
        name = self._behind(verb)
        if name is not None and name.name_first >= free_from:
            return SourceMention(verb.first, name.last, name.name_first, name.name_last, name.cls, verb.first, hedged)
        if verb.cls != "verb":
            return None
        name = self._before(verb, free_from)
        if name is None:
            return None
        return SourceMention(name.first, verb.last, name.name_first, name.name_last, name.cls, verb.first, hedged)

    def _behind(self, verb: _Word) -> _Name | None:
        at = verb.last
        steps = 0
        while at < len(self.tokens) and steps < _REACH:
            name = self._name(at, agent=verb.cls == "verb")
            if name is not None:
                return name
            text = self.tokens[at].text
            if text in _STOPS and text not in ("عن", "يوم", "اليوم", "امس", "مساء", "صباح") or text in ".:\n;":
                return None
            if text not in _OPEN and not self._is_time(at) and text != "," and text != "عن":
                return None
            at += 1
            steps += 1
        return None

    def _is_time(self, at: int) -> bool:
        return any(r.entry.kind is Kind.TIME for hit in self.words.by_first.get(at, ()) for r in hit.readings)

    def _before(self, verb: _Word, free_from: int) -> _Name | None:
        """Read "sources said": the name ends right before the verb, or a comma before it."""
        end = verb.first
        while end > free_from and self.tokens[end - 1].text in '",)':
            end -= 1
        for first in range(max(free_from, end - _LONGEST), end):
            name = self._name(first, agent=False)
            if name is not None and name.last >= end and self._opens(first):
                return name
        return None

    def _opens(self, first: int) -> bool:
        """Tell whether a phrase can be the subject of what follows: it begins its sentence or clause."""
        return first == 0 or not self.tokens[first - 1].text[0].isalpha() or self.tokens[first - 1].text in ("ان", "و", "لكن")

    def _name(self, at: int, *, agent: bool) -> _Name | None:
        """Read a source's name at a token."""
        if self.tokens[at].text in _OPEN and at + 1 < len(self.tokens):
            inner = self._name(at + 1, agent=agent)
            return inner
        word = self.names.get(at)
        if word is not None:
            return self._headed(word) if word.cls == "noun" else _Name(at, self._close(word.last), at, word.last, word.sub or "outlet")
        last = self.actors.get(at) if agent else None
        return _Name(at, self._close(last), at, last, "military") if last is not None else None

    def _headed(self, word: _Word) -> _Name:
        """Read a head word with the name behind it: the quoted words alone, else all of it."""
        tokens, at, last = self.tokens, word.last, word.last
        cls = word.sub or "outlet"
        size = len(tokens)
        if cls == "local":
            return self._of_actor(word)
        if at < size and tokens[at].text in _QUOTES:
            end = at + 1
            while end < size and end - at <= _LONGEST and tokens[end].text not in '"\n':
                end += 1
            if end < size and tokens[end].text == '"' and end > at + 1:
                return _Name(word.first, end + 1, at + 1, end, cls)
        nested = self.names.get(at)
        if nested is not None and nested.cls == "outlet":
            return _Name(word.first, nested.last, word.first, nested.last, nested.sub or cls)
        while last < size and last - word.first < _LONGEST and self._goes_on(last):
            last = max(last + 1, self.actors.get(last, 0))
        return _Name(word.first, last, word.first, last, cls)

    def _of_actor(self, word: _Word) -> _Name:
        """Read "sources in the opposition factions": the party they belong to makes them its own."""
        at = word.last
        if at + 1 < len(self.tokens) and self.tokens[at].text in _JOINS:
            last = self.actors.get(at + 1)
            if last is not None:
                return _Name(word.first, last, word.first, last, "military")
        return _Name(word.first, at, word.first, at, "local")

    def _goes_on(self, at: int) -> bool:
        text = self.tokens[at].text
        if not text[0].isalpha() or text in _STOPS:
            return False
        if at in self.actors:
            return True
        return not any(
            r.entry.kind not in (Kind.OBJECT, Kind.PERSON, Kind.VICTIM, Kind.NUMBER) and (r.entry.kind is not Kind.SOURCE or r.entry.cls in ("verb", "preposition"))
            for hit in self.words.by_first.get(at, ())
            for r in hit.readings
        )

    def _close(self, last: int) -> int:
        return last + 1 if last < len(self.tokens) and self.tokens[last].text in '")' else last
