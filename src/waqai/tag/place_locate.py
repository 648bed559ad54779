"""One place phrase located: "بالقرب من قرية كذا", with the governorate when it is known.

In: a text that is known to name a place, so that a name needs no kind word to count. Out: a point with its precision,
a probability and the reasons; no point when not even a parent is known.
"""

from __future__ import annotations

from typing import Self

import msgspec

from waqai.gazetteer.choose import Choice, choose
from waqai.gazetteer.context import read_context
from waqai.gazetteer.key import name_key
from waqai.gazetteer.phrase import PlacePhrase
from waqai.gazetteer.place import Place
from waqai.gazetteer.store import Gazetteer, open_gazetteer
from waqai.lexicon.index import Lexicon
from waqai.lexicon.load import load_lexicon
from waqai.tag.place_scan import Scan
from waqai.tag.places import find_places
from waqai.tag.words import Words
from waqai.text.fold import fold
from waqai.values.place import PlacePrecision, PlaceValue


class Question(msgspec.Struct, frozen=True):
    """A phrase to locate; ``admin1_ar`` and ``country`` are hints, empty or ``None`` when unknown."""

    text: str
    id: str = ""
    admin1_ar: str | None = None
    country: str | None = None


class Locator(msgspec.Struct, frozen=True):
    """Lexicon and gazetteer, opened once for many questions."""

    lexicon: Lexicon
    gazetteer: Gazetteer

    @classmethod
    def load(cls) -> Self:
        """Open what ships with the package, and what the team added."""
        return cls(load_lexicon(), open_gazetteer())

    def locate(self, question: Question) -> Choice:
        """Locate a phrase."""
        return locate(question, self.lexicon, self.gazetteer)


def locate(question: Question, lexicon: Lexicon, gazetteer: Gazetteer) -> Choice:
    """Locate a phrase."""
    folded = fold(question.text)
    words = Words.of(folded.text, lexicon)
    phrases = find_places(words, gazetteer)
    if not phrases or phrases[0].first > 1:
        phrases = _whole(words, gazetteer) or phrases
    if not phrases:
        return Choice(
            None,
            PlaceValue(text=question.text, name=question.text.strip(), precision=PlacePrecision.TOWN),
            0.0,
            "no name in this text",
        )
    country = question.country or ""
    section = _hint(question, gazetteer)
    context = read_context(words.hits, phrases, gazetteer, country=country)
    if country:
        context = msgspec.structs.replace(context, countries={country: 1.0})
    phrase = phrases[0]
    return choose(phrase, context, text=question.text, name=phrase.name, section=section)


def _whole(words: Words, gazetteer: Gazetteer) -> list[PlacePhrase]:
    """Take the first words that are no relation or kind as the name."""
    scan = Scan(words, gazetteer)
    at = 0
    while at < scan.size and (
        not scan.is_word(at) or (at + 1 < scan.size and (at in scan.kinds or _is_lead(scan, at)))
    ):
        at += 1
    last = at
    while last < scan.size and scan.is_word(last):
        last += 1
    if last == at:
        return []
    text = " ".join(scan.texts[at:last])
    return [PlacePhrase(at, last, at, last, at, last, text, "", PlacePrecision.TOWN)]


def _is_lead(scan: Scan, at: int) -> bool:
    here = scan.cues.get(at, {})
    return any(cls in here for cls in ("near", "outskirts", "between", "direction", "inside", "part_of"))


def _hint(question: Question, gazetteer: Gazetteer) -> Place | None:
    if not question.admin1_ar:
        return None
    found = gazetteer.find(name_key(question.admin1_ar))
    found = [p for p in found if not question.country or p.country == question.country] or found
    governorates = [p for p in found if p.kind == "governorate"]
    best = governorates or found
    return best[0] if best else None
