"""Names of places at a word: those that the gazetteer knows, and those that only their kind word announces.

In: the words of a text, prepared once as ``Scan``. Out: ``Name``, or ``None`` when no name can begin here.
"""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.gazetteer.key import word_key
from waqai.gazetteer.place import Place
from waqai.gazetteer.store import Gazetteer
from waqai.lexicon.entry import Entry, Kind
from waqai.lexicon.index import Hit
from waqai.tag.words import Words

LONGEST: Final = 5
"""Words in the longest name."""
_QUOTES: Final = frozenset('"(#[')
_NOT_NAMES: Final = frozenset(
    {Kind.TRIGGER, Kind.HARM, Kind.VICTIM, Kind.PARTICLE, Kind.TIME, Kind.FORCE, Kind.NUMBER, Kind.WEAPON, Kind.OBJECT, Kind.SOURCE}
)
_BARRED: Final = frozenset({Kind.ACTOR, Kind.SOURCE, Kind.PERSON})
_STRIPPED: Final = ("و", "ف", "ب", "ل", "ك")


class Name(msgspec.Struct, frozen=True):
    """A name at tokens ``[first, last)``; ``proclitic`` letters of the first word are no part of ``text``."""

    first: int
    last: int
    text: str
    proclitic: str
    places: tuple[Place, ...] = ()


class Scan:
    """The words of one text, with the lexicon hits that place phrases need, by token."""

    def __init__(self, words: Words, gazetteer: Gazetteer) -> None:
        """Sort the hits once."""
        self.gazetteer = gazetteer
        self.texts = [t.text for t in words.tokens]
        self.size = len(self.texts)
        self.kinds: dict[int, tuple[Hit, Entry, str]] = {}
        self.cues: dict[int, dict[str, Hit]] = {}
        self.worded = bytearray(self.size + 1)
        self.barred: dict[int, int] = {}
        for hit in words.hits:
            for reading in hit.readings:
                kind = reading.entry.kind
                if kind is Kind.PLACE_KIND:
                    form = reading.form
                    if not form.suffix and not (form.definite and form.text.startswith("ال")):
                        self.kinds.setdefault(hit.first, (hit, reading.entry, form.number))
                elif kind is Kind.PLACE_WORD:
                    self.cues.setdefault(hit.first, {}).setdefault(reading.entry.cls, hit)
                elif kind in _BARRED:
                    for at in range(hit.first, hit.last):
                        self.barred[at] = max(self.barred.get(at, 0), hit.last)
                if kind in _NOT_NAMES:
                    self.worded[hit.first] = 1

    def cue(self, at: int, cls: str) -> Hit | None:
        """Give the hit of a place word of this class that begins here."""
        here = self.cues.get(at)
        return here.get(cls) if here is not None else None

    def is_word(self, at: int) -> bool:
        """Tell whether an Arabic word of two letters or more stands here."""
        if at >= self.size:
            return False
        text = self.texts[at]
        return len(text) > 1 and text[0] >= "\u0621" and text[0] <= "\u064a"

    def skip_quote(self, at: int) -> int:
        """Step over an opening quotation mark, bracket or hash."""
        while at < self.size and self.texts[at] in _QUOTES:
            at += 1
        return at

    def known_name(self, at: int, *, strip: bool) -> Name | None:
        """Give the longest name at this word that the gazetteer has; ``strip`` allows proclitics."""
        if not self.is_word(at):
            return None
        text = self.texts[at]
        found = self._known(at, text, "")
        if found is not None or not strip:
            return found
        clitic, rest = "", text
        if rest[0] in "وف" and len(rest) > 3:
            clitic, rest = rest[0], rest[1:]
            found = self._known(at, rest, clitic)
            if found is not None:
                return found
        if rest.startswith("لل") and len(rest) > 4:
            return self._known(at, "ال" + rest[2:], clitic + "ل")
        if rest[0] in "بلك" and len(rest) > 3:
            return self._known(at, rest[1:], clitic + rest[0])
        return None

    def _known(self, at: int, first: str, clitic: str) -> Name | None:
        store = self.gazetteer
        key = word_key(first)
        if store.knows(key + "+"):
            found = self._long(at, first, key, clitic)
            if found is not None:
                return found
        if not store.knows(key):
            return None
        places = [p for p in store.find(key) if _article_fits(first, p)]
        return Name(at, at + 1, first, clitic, tuple(places)) if places else None

    def _long(self, at: int, first: str, key: str, clitic: str) -> Name | None:
        last = at + 1
        keys = [key]
        while last < self.size and last - at < LONGEST and self.is_word(last):
            keys.append(word_key(self.texts[last]))
            last += 1
        while len(keys) > 1:
            places = self.gazetteer.find("".join(keys))
            if places:
                end = at + len(keys)
                return Name(at, end, " ".join([first, *self.texts[at + 1 : end]]), clitic, tuple(places))
            keys.pop()
        return None

    def open_name(self, at: int, *, strip: bool) -> Name | None:
        """Give the name that a kind word announces at this word, known or not."""
        found = self.known_name(at, strip=strip)
        if found is not None:
            longer = self._unknown(at, found.text.partition(" ")[0], found.proclitic) if found.last == at + 1 else None
            return longer if longer is not None and longer.last > found.last and self.cue(at, "starter") else found
        if not self.is_word(at) or self.ends_name(at):
            return None
        text, clitic = self.texts[at], ""
        if strip and text[0] == "و" and len(text) > 3:
            text, clitic = text[1:], "و"
        return self._unknown(at, text, clitic)

    def ends_name(self, at: int) -> bool:
        """Tell whether this word cannot be part of an unknown name."""
        here = self.cues.get(at)
        if here is not None and not here.keys() <= {"starter", "common", "country"}:
            return True
        return bool(self.worded[at]) or at in self.barred or at in self.kinds and self.kinds[at][0].proclitic != ""

    def _unknown(self, at: int, first: str, clitic: str) -> Name | None:
        texts, last = self.texts, at + 1
        closing = self._closing(at)
        if closing:
            last = closing
        else:
            goes_on = self.cue(at, "starter") is not None or word_key(first) in _STARTERS
            while last < self.size and last - at < 4 and self.is_word(last) and not self.ends_name(last):
                text = texts[last]
                if not (goes_on or (text.startswith("ال") and not first.startswith("ال") and not text.endswith("يه"))):
                    break
                last += 1
                goes_on = self.cue(last - 1, "starter") is not None
        return Name(at, last, " ".join([first, *texts[at + 1 : last]]), clitic)

    def _closing(self, at: int) -> int:
        """Give the token of the quotation mark that closes a quoted name, 0 when it is not quoted."""
        if at and self.texts[at - 1] == '"':
            for k in range(at + 1, min(at + 6, self.size)):
                if self.texts[k] == '"':
                    return k
                if not self.is_word(k):
                    return 0
        return 0


_STARTERS: Final = frozenset({"بو"})


def _article_fits(written: str, place: Place) -> bool:
    """Tell whether a name written without the article can be this place: "باب" is not الباب."""
    if written.startswith("ال"):
        return True
    return any(not name.startswith("ال") for name in place.names) or not place.names
