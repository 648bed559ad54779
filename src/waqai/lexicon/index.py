"""Every lexicon entry of a text in one pass, word by word.

Forms are stored bare. A match must begin at a word's start or after proclitics that its part of
speech allows (و ف for all, ب ل ك and the article for nouns, س for verbs), and end at a word's end. What a word can be is
worked out once and remembered: most words of an article stood in an earlier one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple, TypeAlias

import msgspec

from waqai.errors import LexiconError
from waqai.lexicon.entry import Entry, Kind, Pos, Reading
from waqai.lexicon.needs import settle
from waqai.lexicon.readings import Readings
from waqai.shipped import shipped_table
from waqai.text.fold import fold_key
from waqai.text.segment import Token, tokenize

_CONJ = ("", "و", "ف")
_VERB_CLITICS = frozenset(c + s for c in _CONJ for s in ("", "س", "ل"))
_NOUN_CLITICS = frozenset(c + p for c in _CONJ for p in ("", "ب", "ل", "ك"))
_CLITICS = {Pos.VERB: _VERB_CLITICS, Pos.NOUN: _NOUN_CLITICS, Pos.ADJECTIVE: _NOUN_CLITICS, Pos.PHRASE: _NOUN_CLITICS}
_ONE: Final = re.compile("[\u0621-\u064a]+")
"""A form of one word, as most are."""
_LONGEST_CLITIC: Final = 2
_WILL: Final = "س"
_LIKE: Final = "ك"
_LIKE_WHAT: Final = 5
"""Letters from which a word can stand behind "like": "كبير" is no "like a well"."""
_LAM: Final = "\0"
"""Before a form in the table whose article "to" has swallowed: للجيش."""
_INNER: Final = 4
"""Letters from which a word within a phrase is taken for a word by itself where spelling is mended."""
_REMEMBERED: Final = 100_000
"""Words remembered at most, some 30 MB."""


class Hit(msgspec.Struct, frozen=True, gc=False):
    """Tokens ``[first, last)`` that are a lexicon form, what stands before it in its word, and its readings."""

    first: int
    last: int
    proclitic: str
    readings: Readings

    def read_as(self, readings: Readings) -> Hit:
        """Give the hit of the same words with other readings."""
        return Hit(self.first, self.last, self.proclitic, readings)


@cache
def _before(parts: frozenset[Pos]) -> frozenset[str]:
    """Give the proclitics that one of some parts of speech allows: one set for all forms of the same."""
    return frozenset().union(*(_CLITICS[pos] for pos in parts))


def _take(readings: list[Reading], new: Reading) -> None:
    """Keep one reading for each entry and part of speech; a skeleton of both voices marks neither.

    Where a dual and a plural are written alike, the plural stays: it says less.
    """
    for i, old in enumerate(readings):
        if old.entry is new.entry and old.form.pos is new.form.pos:
            if old.form.number == "du" and new.form.number == "pl":
                readings[i] = new
            elif old.form.voice != new.form.voice:
                readings[i] = Reading(old.entry, msgspec.structs.replace(old.form, voice=""))
            return
    readings.append(new)


class Lexicon:
    """All entries, their digest, and what each word can be."""

    def __init__(self, entries: Sequence[Entry], digest: str) -> None:
        """Index all forms; entries are kept in the given order."""
        self.entries = tuple(entries)
        self.digest = digest
        self._by_id = {entry.id: entry for entry in entries}
        table: dict[str, list[Reading]] = {}
        for entry in entries:
            for form in entry.forms:
                for text in (form.text, *_quoted(entry, form.text)):
                    _take(table.setdefault(text, []), Reading(entry, form))
                if form.text.startswith("ال") and form.pos is not Pos.VERB:
                    lam = ("ل" if form.text[2:3] == "ل" else "لل") + form.text[2:]  # of three lams one falls
                    others = table.setdefault(_LAM + lam, [])
                    others.append(Reading(entry, form))
        self._table = {text: tuple(readings) for text, readings in table.items()}
        self._clitics = {text: _before(frozenset([r.form.pos for r in rs])) for text, rs in self._table.items()}
        self._phrases: dict[str, list[_Phrase]] = {}
        inner: set[str] = set()
        for key in self._table:
            text = key.removeprefix(_LAM)
            if _ONE.fullmatch(text):
                continue
            words = tokenize(text)
            if len(words) > 1:
                phrase = _Phrase(text, key[0] == _LAM, words[1].text, len(words))
                self._phrases.setdefault(words[0].text, []).append(phrase)
                inner.update(w.text for w in words if len(w.text) >= _INNER)
        self._inner = frozenset(inner)
        self._words: dict[str, _Word] = {}
        self._read: dict[tuple[str, str], Readings] = {}

    def entry(self, ident: str) -> Entry:
        """Give the entry with this id, which a grammar builds upon.

        Raises: LexiconError when a lexicon lacks it.
        """
        try:
            return self._by_id[ident]
        except KeyError:
            raise LexiconError(f"lacks the entry {ident}, which a grammar of the coder needs") from None

    def is_word(self, text: str) -> bool:
        """Tell whether a folded word is a form of some entry, with or without proclitics."""
        if len(text) < 3:
            return False
        table = self._table
        if text in table or "\0" + text in table:
            return True
        for n in (1, 2):
            rest = text[n:]
            if len(rest) >= 3 and rest in table and text[:n] in self._clitics[rest]:
                return True
            if len(rest) >= 3 and text[:n] in ("و", "ف") and "\0" + rest in table:
                return True
        return False

    def is_spelling(self, text: str) -> bool:
        """Tell whether a folded word is a form of some entry, or a word within one: "the |war| planes"."""
        return text in self._inner or self.is_word(text)

    def is_actor(self, text: str) -> bool:
        """Tell whether folded words are a name of some actor."""
        return any(r.entry.kind is Kind.ACTOR for r in self._table.get(text, ()))

    def is_act(self, text: str) -> bool:
        """Tell whether with a folded word an act may begin: it tells one, or its harm or weapon, and none told before ("|the| attack")."""
        return any(r.entry.kind in _ACTS and not r.form.definite for r in self._table.get(text, ()))

    def is_common(self, text: str) -> bool:
        """Tell whether a folded word is known and no person's name."""
        return self.is_word(text) and all(r.entry.kind is not Kind.PERSON for r in self._table.get(text, ()))

    def find(self, text: str, tokens: Sequence[Token], texts: Sequence[str] = ()) -> list[Hit]:
        """Find every entry in a folded text that has what it needs, by first token, longest first; overlaps are kept.

        texts: those of the tokens, where a caller has them already.
        """
        found: list[Hit] = []
        needing: list[int] = []
        words = self._words
        if len(words) > _REMEMBERED:
            words.clear()
        texts = texts or [token.text for token in tokens]
        behind = [*texts[1:], ""]
        for i, known in enumerate(map(words.get, texts)):
            if known is _NOTHING:
                continue
            readings, proclitic, needs, others, phrases = known or self._remember(texts[i])
            if phrases and (begun := phrases.get(behind[i])):
                for hit in self._phrases_at(begun, text, tokens, i):
                    if hit.readings.needs:
                        needing.append(len(found))
                    found.append(hit)
            if readings is not None:
                if needs:
                    needing.append(len(found))
                found.append(Hit(i, i + 1, proclitic, readings))
                for readings, proclitic, needs in others:
                    if needs:
                        needing.append(len(found))
                    found.append(Hit(i, i + 1, proclitic, readings))
        return settle(found, needing, texts) if needing else found

    def _remember(self, text: str) -> _Word:
        """Look a word up that stood in no earlier text."""
        word = self._words[text] = self._look_up(text)
        return word

    def _look_up(self, text: str) -> _Word:
        """Work out what a word can be, by itself and as the first of a phrase; fewest proclitics first."""
        alone: list[tuple[str, Readings]] = []
        phrases: dict[str, list[_Begun]] = {}
        for before, rest in _ways(text):
            if before in _CONJ and _LAM + rest in self._table:
                alone.append((before + "ل", self._readings(_LAM + rest, "")))
            if before in self._clitics.get(rest, ()) and (readings := self._readings(rest, before)):
                alone.append((before, readings))
            for form, lam, second, size in self._phrases.get(rest, ()):
                if before in (_CONJ if lam else self._clitics[form]):
                    whole = before + form
                    phrases.setdefault(second, []).append((size, len(whole), whole, before, lam, form))
        alone.sort(key=lambda way: len(way[0]))
        for begun in phrases.values():
            begun.sort(key=_rank)
        ways = [(readings, before, readings.needs) for before, readings in alone]
        if not ways:
            return (None, "", False, (), phrases) if phrases else _NOTHING
        return (*ways[0], tuple(ways[1:]), phrases)

    def _readings(self, form: str, proclitic: str) -> Readings:
        """Give the readings of a form that allow what stands before it; worked out once."""
        known = self._read.get((form, proclitic))
        if known is None:
            kept = (r for r in self._table[form] if not proclitic or proclitic in _CLITICS[r.form.pos])
            if proclitic[-1:] == _WILL:
                kept = (r for r in kept if r.form.tense != "past")  # nobody "will survived"
            known = self._read[form, proclitic] = Readings(kept)
        return known

    def _phrases_at(self, begun: list[_Begun], text: str, tokens: Sequence[Token], at: int) -> list[Hit]:
        """Find which of the phrases that two words may begin stand at a token, in their order."""
        found: list[Hit] = []
        begins, end = tokens[at].start, len(tokens)
        for size, length, whole, before, lam, form in begun:
            last = at + size
            if last <= end and tokens[last - 1].end == begins + length and text.startswith(whole, begins):
                if lam:
                    found.append(Hit(at, last, before + "ل", self._readings(_LAM + form, "")))
                else:
                    found.append(Hit(at, last, before, self._readings(form, before)))
        return found


class _Phrase(NamedTuple):
    """A form of several words, whether its article is swallowed, its second word, and how many there are."""

    form: str
    lam: bool
    second: str
    size: int


_Begun: TypeAlias = tuple[int, int, str, str, bool, str]
"""A phrase that a word may begin: its words, its letters, the whole, its proclitic, whether its article is swallowed, and the form."""
_Word: TypeAlias = tuple[Readings | None, str, bool, tuple[tuple[Readings, str, bool], ...], dict[str, list[_Begun]]]
"""What a word can be: readings, their proclitic, and whether one needs more; the same for others; the phrases that it may begin, by their second word.

Plain tuples, which are taken apart twice as fast as named ones.
"""


_ACTS: Final = frozenset({Kind.TRIGGER, Kind.HARM, Kind.WEAPON})
_NOTHING: Final[_Word] = (None, "", False, (), {})


def _rank(begun: _Begun) -> tuple[int, int, int]:
    """Give by what phrases are ordered: the longest first, then the one with the fewest proclitics."""
    size, _, _, before, lam, form = begun
    return -size, len(before) + lam, -len(form)


def _quoted(entry: Entry, text: str) -> tuple[str, ...]:
    """Give how the press sets a name apart from what it is the name of: "the movement «X»", "the group (X)"."""
    head, _, name = text.partition(" ")
    if entry.kind is not Kind.ACTOR or head not in _heads() or not name or not _APART.isdisjoint(name):
        return ()
    return f'{head} "{name}"', f"{head} ({name})"


@cache
def _heads() -> frozenset[str]:
    """Read the folded head nouns of groups before a name that stands in quotes or brackets."""
    raw = shipped_table("apart.toml")
    return frozenset(fold_key(head) for head in raw["heads"])


_APART: Final = frozenset('"()')


def _ways(text: str) -> Iterator[tuple[str, str]]:
    """Part a word into what may be proclitics and the rest."""
    for cut in range(min(_LONGEST_CLITIC + 1, len(text))):
        before = text[:cut]
        if before in _VERB_CLITICS or before in _NOUN_CLITICS:
            if before[-1:] != _LIKE or len(text) - cut >= _LIKE_WHAT:
                yield before, text[cut:]
