"""What each word of a text can be in a person's name: given name, kunya, "son of", title, or something else altogether."""

from __future__ import annotations

from enum import IntFlag
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.lexicon.index import Hit
from waqai.tag.actors import LAND
from waqai.tag.words import Words


class Part(IntFlag):
    """The parts that a word can play."""

    GIVEN = 1
    WORD = 2
    """A given name that is a common word too."""
    KUNYA = 4
    JOINT = 8
    TITLE = 16
    ALIAS = 32
    ORIGIN = 64
    TIME = 128
    THING = 256
    """The last word of a place, building or unit: "school", "brigade"."""


STARTS: Final = int(Part.GIVEN | Part.KUNYA | Part.JOINT | Part.TITLE)
_PARTS: Final = {
    "given": int(Part.GIVEN),
    "given_word": int(Part.GIVEN),
    "kunya": int(Part.KUNYA),
    "joint": int(Part.JOINT),
    "title": int(Part.TITLE),
    "alias": int(Part.ALIAS),
    "origin": int(Part.ORIGIN),
}
_CLITICS: Final = frozenset({"", "و", "ف", "ل", "ب", "ول", "وب"})
_TIMES: Final = frozenset({"unit_sg", "unit_pl", "unit_du", "weekday", "month"})
_THINGS: Final = frozenset({Kind.PLACE_KIND, Kind.OBJECT, Kind.FORCE})
_CUES: Final = frozenset({Kind.HARM, Kind.VICTIM, Kind.SOURCE})
_TIME_KINDS: Final = frozenset({Kind.TIME, Kind.NUMBER})


class PersonMarks:
    """The parts by token; ``lasts`` says where a part that begins at a token ends, ``roles`` what a title says."""

    __slots__ = ("clitics", "lasts", "parts", "roles", "taken", "words")

    def __init__(self, words: Words) -> None:
        self.words = words
        self.parts: dict[int, int] = {}
        self.lasts: dict[tuple[int, int], int] = {}
        self.roles: dict[int, str] = {}
        self.clitics: dict[int, str] = {}
        self.taken: set[int] = set()
        for hit in words.hits:
            self._mark(hit)

    def has(self, at: int, part: int) -> bool:
        """Tell whether the word at a token can play one of these parts."""
        return bool(self.parts.get(at, 0) & part)

    def is_cued(self, at: int) -> bool:
        """Tell whether the word before is one of harm, of victims or of saying, behind which a name is likely."""
        before = self.words.by_first.get(at - 1, ())
        return any(reading.entry.kind in _CUES for hit in before for reading in hit.readings)

    def _mark(self, hit: Hit) -> None:
        parts = self.parts
        for reading in hit.readings:
            entry = reading.entry
            kind = entry.kind
            if kind is Kind.PERSON:
                self._mark_name(hit, _PARTS.get(entry.cls, 0), entry.cls == "given_word", entry.sub)
            elif kind in _THINGS:
                parts[hit.last - 1] = parts.get(hit.last - 1, 0) | Part.THING
            elif kind in _TIME_KINDS:
                if entry.cls in _TIMES:
                    parts[hit.first] = parts.get(hit.first, 0) | Part.TIME
            elif kind is Kind.ACTOR and entry.cls in LAND:
                continue
            elif hit.last - hit.first == 1:
                self.taken.add(hit.first)
            else:
                self.taken.update(range(hit.first, hit.last))

    def _mark_name(self, hit: Hit, part: int, is_word: bool, sub: str) -> None:
        if not part or hit.proclitic not in _CLITICS:
            return
        first = hit.first
        before = self.parts.get(first, 0)
        if not before & part:
            self.lasts[first, part] = hit.last
            self.clitics[first] = hit.proclitic
            before |= part | (Part.WORD if is_word else 0)
        elif part == Part.GIVEN and not is_word and self.lasts[first, part] == hit.last:
            before &= ~Part.WORD
        self.parts[first] = before
        if part == Part.TITLE and (sub or first not in self.roles):
            self.roles[first] = sub or "other"
