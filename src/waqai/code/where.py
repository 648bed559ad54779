"""Where an act was: the place phrases of one article resolved, each once, with what the page says around them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from waqai.code.story import Where
from waqai.gazetteer.choose import Choice, choose
from waqai.gazetteer.context import Context
from waqai.gazetteer.key import name_key
from waqai.gazetteer.place import Place
from waqai.tag.places import PlacePhrase
from waqai.tag.tagged import Tagged
from waqai.values.place import PlacePrecision


@dataclass(slots=True)
class Atlas:
    """The places of one article; ``sections`` maps a block to the governorate of its header ("حلب::")."""

    tagged: Tagged
    context: Context
    sections: dict[int, Place] = field(default_factory=dict)
    known: dict[tuple[int, int], Choice] = field(default_factory=dict)

    @classmethod
    def of(cls, tagged: Tagged) -> Self:
        """Prepare the places of an article."""
        return cls(tagged, tagged.context, _sections(tagged))

    def where(self, at: int, phrase: PlacePhrase, block: int) -> Where | None:
        """Resolve the place phrase of chunk ``at`` in ``block``; ``None`` for a bare name that lies elsewhere.

        A word without a kind word that only another country's gazetteer knows is no place here.
        """
        choice = self.choice(phrase, block)
        value = choice.value
        if not phrase.kind and not phrase.containers and value.country != self.context.country():
            return None
        coarse = value.precision in (PlacePrecision.COUNTRYSIDE, PlacePrecision.GOVERNORATE)
        key = f"{name_key(phrase.name)}|{value.admin1 or ''}" if coarse else name_key(phrase.name)
        return Where(at, key, value, f"place.{choice.because}")

    def choice(self, phrase: PlacePhrase, block: int) -> Choice:
        """Choose what a phrase means."""
        seen = self.known.get((phrase.first, phrase.name_first))
        if seen is None:
            seen = choose(
                phrase,
                self.context,
                text=self._text(phrase),
                name=self._name(phrase),
                section=self.sections.get(block),
            )
            self.known[phrase.first, phrase.name_first] = seen
        return seen

    def _text(self, phrase: PlacePhrase) -> str:
        first = phrase.head_first if phrase.relation in ("in", "near") else phrase.first
        span = self.tagged.span(first, phrase.last)
        skip = len(phrase.proclitic) if first == phrase.first else 0
        return self.tagged.quote(span)[skip:]

    def _name(self, phrase: PlacePhrase) -> str:
        span = self.tagged.span(phrase.name_first, phrase.name_last)
        name = self.tagged.quote(span)[len(phrase.name_proclitic) :]
        return name.replace("_", " ").replace("ـ", "")


def _sections(tagged: Tagged) -> dict[int, Place]:
    """Find section headers of round-ups: a governorate at the start of a block, before a colon."""
    found: dict[int, Place] = {}
    current: Place | None = None
    tokens = tagged.words.tokens
    by_first = {p.first: p for p in tagged.places}
    for sentence in tagged.sentences:
        phrase = by_first.get(sentence.first)
        if phrase is not None and phrase.last < len(tokens):
            end = phrase.last
            while end < min(sentence.last, phrase.last + 3) and tokens[end].text not in (":", "|"):
                end += 1
            if end < len(tokens) and tokens[end].text in (":", "|") and end - sentence.first <= 4:
                place = next((p for p in tagged.context.gazetteer.find(name_key(phrase.name)) if p.kind == "governorate"), None)
                current = place or current
        if current is not None:
            found.setdefault(sentence.block, current)
    return found
