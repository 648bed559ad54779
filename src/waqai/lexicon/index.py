"""One automaton over all forms: every lexicon entry of a text in one pass.

Forms are stored bare. A match must begin at a word's start or after proclitics that its part of
speech allows (و ف for all, ب ل ك and the article for nouns, س for verbs), and end at a word's end.
"""

from __future__ import annotations

from collections.abc import Sequence

import ahocorasick
import msgspec

from waqai.errors import LexiconError
from waqai.lexicon.entry import Entry, Pos, Reading
from waqai.text.segment import Token

_CONJ = ("", "و", "ف")
_VERB_CLITICS = frozenset(c + s for c in _CONJ for s in ("", "س", "ل"))
_NOUN_CLITICS = frozenset(c + p for c in _CONJ for p in ("", "ب", "ل", "ك"))
_CLITICS = {Pos.VERB: _VERB_CLITICS, Pos.NOUN: _NOUN_CLITICS, Pos.ADJECTIVE: _NOUN_CLITICS, Pos.PHRASE: _NOUN_CLITICS}


class Hit(msgspec.Struct, frozen=True):
    """Tokens ``[first, last)`` that are a lexicon form, what stands before it in its word, and its readings."""

    first: int
    last: int
    proclitic: str
    readings: tuple[Reading, ...]


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
    """All entries, their digest, and the automaton that finds them."""

    def __init__(self, entries: Sequence[Entry], digest: str) -> None:
        """Build the automaton; entries are kept in the given order."""
        self.entries = tuple(entries)
        self.digest = digest
        self._by_id = {entry.id: entry for entry in entries}
        table: dict[str, list[Reading]] = {}
        for entry in entries:
            for form in entry.forms:
                _take(table.setdefault(form.text, []), Reading(entry, form))
                if form.text.startswith("ال") and form.pos is not Pos.VERB:
                    lam = "لل" + form.text[2:]
                    others = table.setdefault("\0" + lam, [])
                    others.append(Reading(entry, form))
        self._table = {text: tuple(readings) for text, readings in table.items()}
        self._clitics = {
            text: frozenset().union(*(_CLITICS[r.form.pos] for r in rs)) for text, rs in self._table.items()
        }
        automaton = ahocorasick.Automaton()
        for text in self._table:
            if text.startswith("\0"):
                automaton.add_word(text[1:], (len(text) - 1, text, text[1:] in self._table))
            elif "\0" + text not in self._table:
                automaton.add_word(text, (len(text), text, False))
        automaton.make_automaton()
        self._automaton = automaton

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

    def find(self, text: str, tokens: Sequence[Token]) -> list[Hit]:
        """Find every entry in a folded text, by first token, longest first; overlaps are kept."""
        starts: dict[int, int] = {}
        ends: dict[int, int] = {}
        for i, token in enumerate(tokens):
            starts[token.start] = i
            ends[token.end] = i + 1
        found: list[Hit] = []
        table, clitics = self._table, self._clitics
        get_end = ends.get
        get_start = starts.get
        for end, (length, key, both) in self._automaton.iter(text):
            last = get_end(end + 1)
            if last is None:
                continue
            begin = end + 1 - length
            first = get_start(begin)
            if key[0] == "\0":
                lam_first, before = (first, "") if first is not None else self._before(text, begin, starts)
                if lam_first is not None and before in ("", "و", "ف"):
                    found.append(Hit(lam_first, last, before + "ل", table[key]))
                if not both:
                    continue
                key = key[1:]
            if first is not None:
                found.append(Hit(first, last, "", table[key]))
                continue
            first, before = self._before(text, begin, starts)
            if first is not None and before in clitics[key]:
                readings = table[key]
                if len(readings) > 1:
                    readings = tuple(r for r in readings if before in _CLITICS[r.form.pos])
                found.append(Hit(first, last, before, readings))
        found.sort(key=lambda h: (h.first, -h.last, len(h.proclitic)))
        return found

    @staticmethod
    def _before(text: str, begin: int, starts: dict[int, int]) -> tuple[int | None, str]:
        for back in (1, 2, 3):
            first = starts.get(begin - back)
            if first is not None:
                return first, text[begin - back : begin]
        return None, ""
