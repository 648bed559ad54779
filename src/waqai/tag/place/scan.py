"""The words of one text as place grammars read them: lexicon hits sorted once, by token."""

from __future__ import annotations

from functools import cached_property
from typing import Final, TypeAlias
from weakref import WeakKeyDictionary

from waqai.gazetteer.place import Place
from waqai.gazetteer.store import Gazetteer
from waqai.lexicon.entry import Entry, Kind, Pos, Reading
from waqai.lexicon.index import Hit
from waqai.lexicon.readings import NO_PLACE
from waqai.tag.actor_words import is_capital_meant
from waqai.tag.place.behind import behind_acts
from waqai.tag.place.worded import Worded, is_indefinite, must_be_name
from waqai.tag.word_class import ARABIC, WITH_AND
from waqai.tag.words import Words

OPENING: Final = frozenset('"(#[')
_PEOPLE: Final = "people"
"""Class of what only reports of one country name; phrases among them are no places: "in |Darfur|", a land of five governorates."""
_RESULT: Final = "result"
_CONDEMN: Final = "condemn"
_LED: Final = (_RESULT, _CONDEMN)
"""Particles that are spelt like words for places, folded: "and led to" like "and the valley of"."""
_GIVEN: Final = "given"
_HILL: Final = "place_kind.hill"
_REMEMBERED: Final = 100_000
Way: TypeAlias = tuple[str, str, str, bool, tuple[Place, ...]]
"""A way to read a word: proclitic, the rest, its key, whether longer names may begin with it, the places that it names."""
_READINGS: Final[WeakKeyDictionary[Gazetteer, dict[str, tuple[Way, ...]]]] = WeakKeyDictionary()
"""How words of earlier texts can be read as names (``place_name``): most words come again and again."""
_WEEKDAY: Final = "weekday"
_SEASON: Final = "season"
"""Class of the times of year that are named after what is picked: "the season of |Zaytun|"."""
_IS_ARABIC: Final = bytes(letter in ARABIC + WITH_AND for letter in range(256))

_CIVILIAN: Final = "victim.civilian"
_COUNTRIES: Final = frozenset({"country"})


def _is_people(land: Hit) -> bool:
    """Tell whether a word for a land is one of several words for its people."""
    return any(r.entry.cls == _PEOPLE and r.form.pos is Pos.PHRASE for r in land.readings)


_HAYYAN: Final = "\u062d\u064a\u0627\u0646"
"""A town's name, spelt like "two quarters" as a subject."""


class Scan:
    """Texts of the tokens, and what each can be.

    ``kinds``: kind words in a form that a name can follow, with entry and number. ``cues``: place words by class;
    ``opened``: tokens with one that can begin a phrase; ``links``: those with one that says where what stands before it lies.
    ``worded``: how ordinary the word of a token is. ``barred``: token → where the
    actor, person or outlet that covers it ends. ``owners``: where "of" an actor begins. ``after_act``: tokens right behind the name of an act. ``after_doer``:
    those behind the doer of a verb whose object is a place ("the regime's forces shelled |A|"). ``never_alone``: token → where the
    name of a weekday or "civilian" ends that begins here: villages are called so, but bare words are the day and the man. ``defined``: kind words with the article ("المشفى").
    """

    def __init__(
        self,
        words: Words,
        gazetteer: Gazetteer,
        tagged: frozenset[int] = frozenset(),
        story: bytearray | None = None,
    ) -> None:
        """Sort the hits; ``tagged`` and ``story`` as in ``find_places``."""
        self.gazetteer = gazetteer
        self.tagged = tagged
        self.words = words
        self.by_first = words.by_first
        self.word_readings = _READINGS.setdefault(gazetteer, {})
        if len(self.word_readings) > _REMEMBERED:
            self.word_readings.clear()
        self.texts = texts = words.texts
        self.size = len(texts)
        self.story = story or bytearray(b"\1" * self.size)
        self.arabic = words.classes.translate(_IS_ARABIC)
        self.kinds: dict[int, tuple[Hit, Entry, str]] = {}
        self.defined: dict[int, tuple[Hit, Entry]] = {}
        self.cues: dict[int, dict[str, Hit]] = {}
        self.opened: set[int] = set()
        self.links: list[int] = []
        self.worded = Worded(words)
        self.barred: dict[int, int] = {}
        by_kind, of_kind = words.by_kind, words.of_kind
        self.led = {hit.first for cls in _LED for hit in words.particles.get(cls, ())}
        for hit, reading in by_kind[Kind.PLACE_KIND]:
            if not is_indefinite(reading):
                self._take_kind(hit, reading)
        actors = [
            hit
            for hit in of_kind[Kind.ACTOR]
            if hit.readings.actor_classes != _COUNTRIES or not is_capital_meant(texts, hit.first)
        ]
        self.owners = {hit.first for hit in actors if hit.proclitic and hit.proclitic[-1] == "ل"}
        times = [(hit, reading.entry.cls) for hit, reading in by_kind[Kind.TIME]]
        for hits in (actors, of_kind[Kind.SOURCE], [hit for hit, cls in times if cls == _SEASON]):
            self._bar(hits)
        self.persons = {at for hit in of_kind[Kind.PERSON] for at in range(hit.first, hit.last)}
        days = [hit for hit, cls in times if cls == _WEEKDAY]
        people = [h for h in of_kind[Kind.VICTIM] if _CIVILIAN in h.readings.names]
        self.never_alone = {h.first: h.last for h in (*days, *people)}
        self.after_act, self.after_doer = behind_acts(words, self.barred)
        self._drop(self._read_cues(of_kind[Kind.PLACE_WORD]))

    def _read_cues(self, hits: list[Hit]) -> list[Hit]:
        """Note what each place word says; give the phrases that name no place."""
        cues = self.cues
        set_phrases: list[Hit] = []
        for hit in hits:
            first = hit.first
            classes, does_more = hit.readings.cues
            if first in cues:
                for cls in classes:
                    cues[first].setdefault(cls, hit)
            else:
                cues[first] = dict.fromkeys(classes, hit)
            if not does_more:
                continue
            if hit.readings.opens:
                self.opened.add(first)
            if hit.readings.links:
                self.links.append(first)
            if NO_PLACE in classes:
                set_phrases.append(hit)
            if hit.readings.lands and _is_people(hit):
                self.never_alone[first] = hit.last
        return set_phrases

    def is_in_genitive(self, at: int) -> bool:
        """Tell whether a word that could be an object stands behind "in", so that it is a name."""
        return any(
            must_be_name(self.texts, hit) for hit in self.by_first.get(at, ()) if Kind.OBJECT in hit.readings.senses
        )

    def _take_kind(self, hit: Hit, reading: Reading) -> None:
        entry, form = reading.entry, reading.form
        if (
            form.suffix
            or hit.proclitic[-1:] == "ك"
            or self.texts[hit.first] == _HAYYAN
            or (hit.first in self.led and self._is_led_to(hit))
            or (hit.proclitic and self._is_given(hit))
            or (entry.id == _HILL and form.number == "du" and self.texts[hit.last : hit.last + 1] == [","])
        ):
            return  # "brigade of |mountain| [jabalī], …" is spelt like "the two mountains of"
        if form.definite and " " not in entry.id and entry.cls != "road" and hit.last == hit.first + 1:
            self.defined.setdefault(hit.first, (hit, entry))
        elif hit.first not in self.kinds or hit.last > self.kinds[hit.first][0].last:
            self.kinds[hit.first] = (hit, entry, form.number or "sg")

    def _is_led_to(self, hit: Hit) -> bool:
        """Tell whether "the valley of", "two valleys" are "and led to", "and condemned", which are spelt alike when folded."""
        here = self.by_first.get(hit.first, ())
        classes = {r.entry.cls for h in here for r in h.readings}
        if _CONDEMN in classes or _RESULT not in classes:
            return _CONDEMN in classes
        led = [h for h in here if any(r.entry.cls == _RESULT for r in h.readings)]
        after = self.texts[hit.last] if hit.last < self.size else ""
        return after[:1] == "ل" or any(h.last > hit.last for h in led) or self.begins(hit.last, Kind.TRIGGER)

    def _is_given(self, hit: Hit) -> bool:
        """Tell whether what reads "so the valley of" is a given name, spelt alike when folded."""
        whole = [h for h in self.by_first.get(hit.first, ()) if not h.proclitic]
        return any(r.entry.cls == _GIVEN for h in whole for r in h.readings)

    def begins(self, at: int, kind: Kind) -> bool:
        """Tell whether a word of this kind, or a phrase of it, begins at a token."""
        return any(kind in h.readings.senses for h in self.by_first.get(at, ()))

    def leans_on(self, last: int) -> bool:
        """Tell whether the word before a token says on which side of what follows: "the town of A |east of| B"."""
        side = self.cue(last - 1, "direction")
        return side is not None and not side.readings[0].form.definite and self.is_word(last)

    def _drop(self, set_phrases: list[Hit]) -> None:
        """Take from what names places the words of set phrases that name none ("by way of")."""
        for hit in set_phrases:
            for at in range(hit.first, hit.last):
                self.barred[at] = max(self.barred.get(at, 0), hit.last)
                self.kinds.pop(at, None)
                self.defined.pop(at, None)

    def _bar(self, hits: list[Hit]) -> None:
        """Note where the words of somebody's name end, those of the longest."""
        barred = self.barred
        for hit in hits:
            first, last = hit.first, hit.last
            if last == first + 1:
                barred.setdefault(first, last)
                continue
            for at in range(first, last):
                if last > barred.get(at, 0):
                    barred[at] = last

    @cached_property
    def homes(self) -> frozenset[str]:
        """The countries where the actors that are named are at home."""
        return frozenset(self.words.homes)

    @cached_property
    def items(self) -> int:
        """How many lines a word or two head, before a colon: those of a list."""
        return sum(text == "\n" and ":" in self.texts[i + 2 : i + 5] for i, text in enumerate(self.texts))

    def cue(self, at: int, cls: str) -> Hit | None:
        """Give the hit of a place word of this class that begins here."""
        here = self.cues.get(at)
        return None if here is None else here.get(cls)

    def has_cue(self, at: int, classes: frozenset[str]) -> bool:
        """Tell whether a place word of one of these classes begins here."""
        here = self.cues.get(at)
        return here is not None and not classes.isdisjoint(here)

    def is_word(self, at: int) -> bool:
        """Tell whether an Arabic word of two letters or more stands here."""
        return at < self.size and self.arabic[at] == 1

    def skip_quote(self, at: int) -> int:
        """Step over opening quotation marks, brackets and hashes."""
        while at < self.size and self.texts[at] in OPENING:
            at += 1
        return at

    def past_closing(self, at: int) -> int:
        """Step over closing quotation marks and brackets."""
        while at < self.size and self.texts[at] in '")]':
            at += 1
        return at

    def text(self, at: int) -> str:
        """Give the token's text, empty past the end."""
        return self.texts[at] if 0 <= at < self.size else ""
