"""One place phrase located: "بالقرب من قرية كذا", with the governorate when it is known.

In: a text that is known to name a place, so that a name needs no kind word to count. Out: a point with its precision,
a probability and the reasons; no point when not even a parent is known.
"""

from __future__ import annotations

from typing import Final, Self

import msgspec

from waqai.gazetteer.choose import Choice, choose
from waqai.gazetteer.context import Context, read_context
from waqai.gazetteer.key import words_key
from waqai.gazetteer.merge import distance_km
from waqai.gazetteer.phrase import Container, PlacePhrase
from waqai.gazetteer.place import Place
from waqai.gazetteer.relation import away, between
from waqai.gazetteer.store import Gazetteer, open_gazetteer
from waqai.lexicon.entry import Kind
from waqai.lexicon.index import Lexicon
from waqai.lexicon.load import load_lexicon
from waqai.tag.place.distance import distance_before
from waqai.tag.place.question import Asked, read_question, whole_name
from waqai.text.fold import fold_key
from waqai.values.place import PlacePrecision, PlaceValue

_REMEMBERED: Final = 20_000
"""Answers that are kept: the names of the news repeat."""
_OR: Final = "او"
_PAIRS: Final = frozenset({"between", "road"})


class Question(msgspec.Struct, frozen=True, gc=False):
    """A phrase to locate; ``admin1_ar`` and ``country`` are hints, empty or ``None`` when unknown."""

    text: str
    id: str = ""
    admin1_ar: str | None = None
    country: str | None = None


class Locator:
    """Lexicon and gazetteer, opened once for many questions; what the hints mean is remembered."""

    def __init__(self, lexicon: Lexicon | None, gazetteer: Gazetteer) -> None:
        """Take them as they are; without a lexicon, the one that ships is loaded when a question needs it.

        A name as it stands needs none, and loading takes most of a start.
        """
        self._lexicon = lexicon
        self.gazetteer = gazetteer
        self._answers: dict[tuple[str, str, str], Choice] = {}
        self._hints: dict[tuple[str, str], tuple[Place | None, Context]] = {}

    @classmethod
    def load(cls) -> Self:
        """Open what ships with the package, and what the team added."""
        return cls(None, open_gazetteer())

    @property
    def lexicon(self) -> Lexicon:
        """Give the lexicon, loaded if need be."""
        if self._lexicon is None:
            self._lexicon = load_lexicon()
        return self._lexicon

    def locate(self, question: Question) -> Choice:
        """Locate a phrase; the same question is answered from memory."""
        key = (question.text, question.admin1_ar or "", question.country or "")
        known = self._answers.get(key)
        if known is None:
            if len(self._answers) >= _REMEMBERED:
                self._answers.clear()
            known = self._answers[key] = self._locate(question)
        return known

    def _locate(self, question: Question) -> Choice:
        hint, context = self._hint(question.admin1_ar or "", question.country or "")
        whole = whole_name(question.text, self.gazetteer)
        if whole is not None:
            return choose(whole[0], context, text=question.text, name=whole[1], section=hint)
        asked = read_question(question.text, self.lexicon, self.gazetteer)
        if not asked.phrases:
            value = PlaceValue(text=question.text, name=question.text.strip(), precision=PlacePrecision.TOWN)
            return Choice(None, value, 0.0, "no name in this text")
        if hint is None:
            context = _of_text(asked, self.gazetteer, question.country or "")
        return _Answer(asked, context, hint, question.text).give()

    def _hint(self, admin1: str, country: str) -> tuple[Place | None, Context]:
        known = self._hints.get((admin1, country))
        if known is None:
            place = _governorate(admin1, country, self.gazetteer)
            known = self._hints[admin1, country] = place, _of_hint(place, country, self.gazetteer)
        return known


class _Answer:
    """One question answered, relation and all."""

    def __init__(self, asked: Asked, context: Context, hint: Place | None, text: str) -> None:
        self.asked, self.context, self.hint, self.text = asked, context, hint, text

    def give(self) -> Choice:
        phrases = self.asked.phrases
        phrase = phrases[0]
        if phrase.relation in _PAIRS and len(phrases) > 1 and phrases[1].list_id == phrase.list_id >= 0:
            return self._pair()
        choice = self._choose(self.asked.beside(0))
        km = distance_before(self.asked.words, phrase)
        if km is None and not phrase.side:
            return choice
        moved = away(choice.value, phrase.side, km)
        if moved is choice.value:
            return choice
        said = "beside it" if km is None else f"{km:g} km from it"
        return msgspec.structs.replace(choice, value=moved, because=f"{choice.because}; {said}")

    def _choose(self, phrase: PlacePhrase) -> Choice:
        return choose(phrase, self.context, text=self.text, name=self.asked.as_written(phrase), section=self.hint)

    def _pair(self) -> Choice:
        """Choose two places together: namesakes that lie near each other, unless each alone is surer of another."""
        apart = self._choose(self.asked.phrases[0]), self._choose(self.asked.phrases[1])
        joint = self._choose(self.asked.beside(0)), self._choose(self.asked.beside(1))
        one, other = min((joint, apart), key=_km_apart)
        name = f"{one.value.name} – {other.value.name}"
        middle = between(one.value, other.value, self.text, name)
        if middle is None:
            return one
        return msgspec.structs.replace(
            one,
            value=middle,
            probability=min(one.probability, other.probability),
            because=f"the middle of two places: {one.because}; {other.because}",
        )


def _km_apart(pair: tuple[Choice, Choice]) -> float:
    """Give how far apart two chosen places are; a place that nobody knows only borrows a point, which is no nearness."""
    one, other = pair[0].place, pair[1].place
    if one is None or other is None:
        return 10_000.0
    return distance_km(one.lat, one.lon, other.lat, other.lon)


def _of_hint(hint: Place | None, country: str, gazetteer: Gazetteer) -> Context:
    if hint is not None and hint.admin1:
        return Context(gazetteer, {hint.country: 1.0}, dict.fromkeys(gazetteer.surrounding(hint), 1.0), hinted=True)
    return Context(gazetteer, {country: 1.0} if country else {}, {})


def _of_text(asked: Asked, gazetteer: Gazetteer, country: str) -> Context:
    """Say where it is by what the text names beside the place itself."""
    holders = [_as_phrase(c) for c in asked.beside(0).containers if c.name]
    said = (reading.entry for _, reading in asked.words.by_kind[Kind.PLACE_WORD])
    context = read_context(said, holders, gazetteer, country=country)
    return msgspec.structs.replace(context, countries={country: 1.0}) if country else context


def _as_phrase(container: Container) -> PlacePhrase:
    return PlacePhrase(0, 1, 0, 1, 0, 1, container.name, container.kind, container.precision)


def _governorate(name: str, country: str, gazetteer: Gazetteer) -> Place | None:
    words = fold_key(name).split()
    found: list[Place] = []
    while words and not found and _OR not in words:  # "east of Hama" is about Hama
        found = gazetteer.find(words_key(words))
        words = words[1:]
    found = [p for p in found if not country or p.country == country] or found
    governorates = [p for p in found if p.kind == "governorate"]
    best = governorates or found
    return best[0] if best else None
