"""What each word of a text can be in a person's name: given name, kunya, "son of", title, or something else altogether."""

from __future__ import annotations

from typing import Final

from waqai.lexicon.entry import Entry, Kind
from waqai.lexicon.index import Hit
from waqai.tag.setting import LAND
from waqai.tag.words import Words


class Part:
    """The parts that a word can play, one bit each; plain numbers, because an ``IntFlag`` adds up ten times as slowly."""

    GIVEN: Final = 1
    WORD: Final = 2
    """A given name that is a common word too."""
    KUNYA: Final = 4
    JOINT: Final = 8
    TITLE: Final = 16
    ALIAS: Final = 32
    ORIGIN: Final = 64
    TIME: Final = 128
    THING: Final = 256
    """The last word of a place, building or unit: "school", "brigade"."""


STARTS: Final = Part.GIVEN | Part.KUNYA | Part.JOINT | Part.TITLE
_PARTS: Final = {
    "given": Part.GIVEN,
    "given_word": Part.GIVEN,
    "kunya": Part.KUNYA,
    "joint": Part.JOINT,
    "title": Part.TITLE,
    "alias": Part.ALIAS,
    "origin": Part.ORIGIN,
}
_CLITICS: Final = frozenset({"", "و", "ف", "ل", "ب", "ول", "وب"})
_TIMES: Final = frozenset({"unit_sg", "unit_pl", "unit_du", "weekday", "month"})
_THINGS: Final = frozenset({Kind.PLACE_KIND, Kind.OBJECT, Kind.FORCE})
_CUES: Final = frozenset({Kind.HARM, Kind.VICTIM, Kind.SOURCE})
_TIME_KINDS: Final = frozenset({Kind.TIME, Kind.NUMBER})
_NO_NAMES: Final = frozenset(Kind) - {Kind.PERSON, Kind.ACTOR} - _THINGS - _TIME_KINDS
"""Kinds of words that are part of no name; of actors, the names of lands may be."""


_FAMILIES: Final = frozenset({"common", "calling"})
"""Words that are family names as often: places that are ordinary words ("al-Husayn"), callings ("the carpenter")."""
_AND: Final = "و"
_FAR: Final = 32
"""Tokens before one within which whatever covers it begins."""


def _is_no_name(entry: Entry) -> bool:
    if entry.kind in _NO_NAMES:
        return entry.cls not in _FAMILIES
    return entry.kind is Kind.ACTOR and entry.cls not in LAND


class PersonMarks:
    """The parts by token; ``lasts`` says where a part that begins at a token ends, ``roles`` what a title says."""

    __slots__ = ("after", "clitics", "lasts", "parts", "roles", "words")

    def __init__(self, words: Words) -> None:
        self.words = words
        self.parts: dict[int, int] = {}
        self.lasts: dict[tuple[int, int], int] = {}
        self.roles: dict[int, str] = {}
        self.clitics: dict[int, str] = {}
        self.after = -1
        """Where a list goes on behind the person read last: "X |and Y|"."""
        self._mark(words)

    def has(self, at: int, part: int) -> bool:
        """Tell whether the word at a token can play one of these parts."""
        return bool(self.parts.get(at, 0) & part)

    def is_cued(self, at: int) -> bool:
        """Tell whether the word before is one of harm, of victims or of saying, behind which a name is likely."""
        before = self.words.by_first.get(at - 1, ())
        return any(reading.entry.kind in _CUES for hit in before for reading in hit.readings)

    def _mark(self, words: Words) -> None:
        parts = self.parts
        for hit, reading in words.by_kind[Kind.PERSON]:
            entry = reading.entry
            self._mark_name(hit, _PARTS.get(entry.cls, 0), entry.cls == "given_word", entry.sub)
        for kind in _THINGS:
            for hit in words.of_kind[kind]:
                parts[hit.last - 1] = parts.get(hit.last - 1, 0) | Part.THING
        for kind in _TIME_KINDS:
            for hit, reading in words.by_kind[kind]:
                if reading.entry.cls in _TIMES or hit.proclitic[:1] == _AND:  # "So-and-so |and four| soldiers"
                    parts[hit.first] = parts.get(hit.first, 0) | Part.TIME

    def is_taken(self, at: int) -> bool:
        """Tell whether a token is of words that are something else altogether; of most nobody asks."""
        by_first = self.words.by_first
        for k in range(at, max(0, at - _FAR) - 1, -1):
            here = by_first.get(k)
            if here is None or here[0].last <= at:  # the longest of a token comes first
                continue
            if any(_is_no_name(reading.entry) for hit in here if hit.last > at for reading in hit.readings):
                return True
        return False

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
