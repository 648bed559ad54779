"""Who told it: outlets, agencies, monitors, officials, local sources, parties to the conflict (codebook section 3, ruling 39).

In: words with lexicon hits. Out: source mentions in text order with the tokens of the name, quotes left out. A body that is only
talked about ("shelled a centre of the Civil Defence") is no source: a verb of saying or "according to" must be beside it.
"""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.lexicon.entry import Entry, Kind
from waqai.lexicon.index import Hit
from waqai.tag.proclaimed import is_proclaimed
from waqai.tag.setting import LAND
from waqai.tag.words import Words


class SourceMention(msgspec.Struct, frozen=True, gc=False):
    """Tokens ``[first, last)`` that cite a source; ``[name_first, name_last)`` is its name.

    The name of "the source added" is that of the source cited before it. ``cls`` is outlet, agency, monitor, official, local or military; a military source is a party to the
    conflict. ``clitic`` are letters of the name's first token that belong to no name. ``verb_first`` is the token of the verb or preposition, ``hedged`` whether it is one of doubt ("claimed").
    """

    first: int
    last: int
    name_first: int
    name_last: int
    cls: str
    verb_first: int
    hedged: bool = False
    clitic: str = ""

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
    clitic: str = ""


class _Word(msgspec.Struct):
    """A lexicon word of telling; ``sub`` says which kind of source or doubt."""

    first: int
    last: int
    cls: str
    sub: str
    clitic: str


_REACH: Final = 4
"""Words between a verb of saying and who says: dates, "to the agency"."""
_LONGEST: Final = 5
_SUBS: Final = {
    "source.local": "local",
    "source.monitor": "monitor",
    "source.correspondent": "outlet",
    "source.agency": "agency",
}
_SAME: Final = frozenset(
    {
        "المصدر",
        "المصادر",
        "المرصد",
        "الوكاله",
        "الصحيفه",
        "الشبكه",
        "المنظمه",
        "البيان",
        "بيان",
        "الموقع",
        "المراسل",
        "القناه",
    }
)
_OFFICIAL: Final = frozenset({"الشرطه", "السلطات", "الحكومه", "حكومه", "شرطه", "الداخليه"})
_THE: Final = "ال"
_FOR_THE: Final = "لل"
_OFFICES: Final = frozenset({"official", "military"})
_ADJECTIVES: Final = ("ون", "ين", "ي", "يه")
"""Endings of the adjectives behind "an official", so that a person's name is not taken in."""
_PAIRS: Final = {'"': '"', "(": ")"}
_OPEN: Final = '"('
_BETWEEN: Final = frozenset({'"', "(", ",", "عن", "من", "جانبه", "جانبها"})
"""What may stand between a verb of saying and who says, beside a day."""
_LEADS: Final = frozenset({"ان", "و", "لكن"})
_IN: Final = frozenset({"في", "من"})
_PART_OF_NAME: Final = frozenset({Kind.OBJECT, Kind.PERSON, Kind.VICTIM, Kind.NUMBER, Kind.SOURCE, Kind.PLACE_KIND})
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
    if words.tokens[mention.name_first].text not in _SAME or (
        mention.name_last - mention.name_first > 1 and mention.cls != "outlet"
    ):
        return mention
    if not before:
        return None
    last = before[-1]
    return SourceMention(
        mention.first, mention.last, last.name_first, last.name_last, last.cls, mention.verb_first, mention.hedged
    )


class _Scan:
    """One text being read: words of telling by their first token."""

    __slots__ = ("actors", "names", "tokens", "verbs", "words")

    def __init__(self, words: Words) -> None:
        self.words = words
        self.tokens = words.tokens
        self.names: dict[int, _Word] = {}
        self.actors: dict[int, tuple[int, str]] = {}
        verbs: dict[int, _Word] = {}
        for hit, reading in words.by_kind[Kind.SOURCE]:
            self._mark(hit, reading.entry, verbs)
        for kind in (Kind.ACTOR, Kind.FORCE):
            for hit in words.of_kind[kind]:
                if kind is Kind.ACTOR and hit.readings.actor_classes <= LAND:
                    continue
                known = self.actors.get(hit.first)
                if known is None or (hit.last, -len(hit.proclitic)) > (known[0], -len(known[1])):
                    self.actors[hit.first] = hit.last, hit.proclitic
        self.verbs = sorted(verbs.values(), key=lambda word: word.first)

    def _mark(self, hit: Hit, entry: Entry, verbs: dict[int, _Word]) -> None:
        word = _Word(hit.first, hit.last, entry.cls, entry.sub or _SUBS.get(entry.id, ""), hit.proclitic)
        if entry.cls in ("verb", "preposition"):
            known = verbs.get(hit.first)
            if known is None or (word.sub and not known.sub):
                verbs[hit.first] = word
            return
        other = self.names.get(hit.first)
        if other is None or (word.last == other.last and entry.sub):
            self.names[hit.first] = word

    def cited_by(self, verb: _Word, free_from: int) -> SourceMention | None:
        """Find whom a verb of saying or "according to" cites: behind it, else right before it."""
        name = self._behind(verb)
        if name is not None and name.name_first >= free_from:
            return self._mention(verb.first, name.last, name, verb)
        if verb.cls != "verb":
            return None
        name = self._before(verb, free_from)
        return self._mention(name.first, verb.last, name, verb) if name is not None else None

    def _mention(self, first: int, last: int, name: _Name, verb: _Word) -> SourceMention:
        hedged = verb.sub == "hedge"
        cls = "official" if name.cls == "military" and is_proclaimed(self.words, verb.last) else name.cls
        return SourceMention(first, last, name.name_first, name.name_last, cls, verb.first, hedged, clitic=name.clitic)

    def _behind(self, verb: _Word) -> _Name | None:
        spoken = verb.cls == "verb"
        for at in range(verb.last, min(verb.last + _REACH, len(self.tokens))):
            name = self._name(at, agent=spoken)
            if name is not None:
                return None if spoken and (name.clitic or self.tokens[at].text.startswith(_FOR_THE)) else name
            text = self.tokens[at].text
            if text not in _BETWEEN and not self._is_time(at):
                return None
        return None

    def _is_time(self, at: int) -> bool:
        return any(Kind.TIME in hit.readings.senses for hit in self.words.by_first.get(at, ()))

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
        return first == 0 or not self.tokens[first - 1].text[0].isalpha() or self.tokens[first - 1].text in _LEADS

    def _name(self, at: int, *, agent: bool) -> _Name | None:
        """Read a source's name at a token, quotes around it or not."""
        if self.tokens[at].text in _OPEN and at + 1 < len(self.tokens):
            return self._name(at + 1, agent=agent)
        word = self.names.get(at)
        if word is not None:
            if word.cls == "noun":
                return self._headed(word)
            return _Name(at, self._close(word.last), at, word.last, word.sub or "outlet", word.clitic)
        actor = self.actors.get(at) if agent else None
        if actor is None:
            return None
        cls = "official" if self.tokens[at].text in _OFFICIAL else "military"
        return _Name(at, self._close(actor[0]), at, actor[0], cls, actor[1])

    def _headed(self, word: _Word) -> _Name:
        """Read a head word with the name behind it: the quoted words alone, else all of it."""
        at = word.last
        cls = word.sub or "outlet"
        if cls == "local":
            return self._of_actor(word)
        quoted = self._quoted(word, cls)
        if quoted is not None:
            return quoted
        nested = self.names.get(at)
        if nested is not None and not nested.clitic and nested.cls in ("outlet", "noun") and nested.sub != "local":
            inner = self._headed(nested) if nested.cls == "noun" else None
            if inner is not None and inner.name_first > nested.first:
                return _Name(word.first, inner.last, inner.name_first, inner.name_last, inner.cls)
            last = inner.last if inner is not None else nested.last
            return _Name(word.first, last, word.first, last, nested.sub or cls, word.clitic)
        last = at
        office = cls in _OFFICES
        definite = self.tokens[at - 1].text.startswith(_THE)
        while last < len(self.tokens) and last - word.first < _LONGEST and self._goes_on(last):
            text = self.tokens[last].text
            if last in self.actors:
                last = max(last + 1, self.actors[last][0])
                cls = "military" if cls == "official" and text not in _OFFICIAL else cls
            elif office and not (text.startswith(_THE) if definite else text.endswith(_ADJECTIVES)):
                break
            else:
                last += 1
        return _Name(word.first, last, word.first, last, cls, word.clitic)

    def _quoted(self, word: _Word, cls: str) -> _Name | None:
        tokens, at, size = self.tokens, word.last, len(self.tokens)
        if at >= size or tokens[at].text not in _PAIRS:
            return None
        close = _PAIRS[tokens[at].text]
        end = at + 1
        while end < size and end - at <= _LONGEST and tokens[end].text not in (close, "\n"):
            end += 1
        if end < size and tokens[end].text == close and end > at + 1:
            return _Name(word.first, end + 1, at + 1, end, cls)
        return None

    def _of_actor(self, word: _Word) -> _Name:
        """Read "sources in the opposition factions": the party they belong to makes them its own."""
        at = word.last
        if at + 1 < len(self.tokens) and self.tokens[at].text in _IN:
            actor = self.actors.get(at + 1)
            if actor is not None:
                return _Name(word.first, actor[0], word.first, actor[0], "military", word.clitic)
        return _Name(word.first, at, word.first, at, "local", word.clitic)

    def _goes_on(self, at: int) -> bool:
        text = self.tokens[at].text
        if not text[0].isalpha() or text in _STOPS or text.startswith(_FOR_THE):
            return False
        if at in self.actors:
            return not self.actors[at][1]
        for hit in self.words.by_first.get(at, ()):
            for reading in hit.readings:
                kind = reading.entry.kind
                if hit.proclitic or kind not in _PART_OF_NAME:
                    return False
                if kind is Kind.SOURCE and reading.entry.cls in ("verb", "preposition"):
                    return False
        return True

    def _close(self, last: int) -> int:
        return last + 1 if last < len(self.tokens) and self.tokens[last].text in '")' else last
