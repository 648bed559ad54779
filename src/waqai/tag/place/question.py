"""A text that is known to name a place, read: the place asked for, and what stands beside it.

The first place that the text names is the one asked for. What stands beside it ("كذا، عفرين", "كذا وكذا", "بريف كذا") says
which of its namesakes is meant, and gives the point when nobody knows it.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from waqai.gazetteer.key import name_key
from waqai.gazetteer.phrase import Container, PlacePhrase, name_as_written
from waqai.gazetteer.store import Gazetteer
from waqai.lexicon.index import Lexicon
from waqai.tag.place.find import find_places
from waqai.tag.place.name import known_name
from waqai.tag.place.scan import Scan
from waqai.tag.words import Words
from waqai.text.fold import Folded, fold, fold_key
from waqai.values.place import PlacePrecision

_MARKS: Final = re.compile(r"[^\w\s\u0610-\u061a\u064b-\u065f\u200b-\u200f]|_")
"""What is no part of a name: punctuation, hashes, underscores; vowel signs are."""
_PARTS: Final = re.compile(r"\s*[,/;|\n]\s*")
_LEADS: Final = ("near", "outskirts", "between", "direction", "inside", "part_of")
_MOST_BESIDE: Final = 4


class Asked(msgspec.Struct, frozen=True, gc=False):
    """What a text asks for: place phrases, the first the one asked for, and names that stand after a comma."""

    phrases: list[PlacePhrase]
    words: Words
    folded: Folded
    start: int
    named: tuple[Container, ...]

    def as_written(self, phrase: PlacePhrase) -> str:
        """Give a phrase's name as the text writes it, without the letters that are no part of it."""
        tokens, start = self.words.tokens, self.start
        a, b = start + tokens[phrase.name_first].start, start + tokens[phrase.name_last - 1].end
        first, last = self.folded.offsets.raw_span(a, b)
        return name_as_written(self.folded.raw[first:last], phrase.name_proclitic)

    def beside(self, at: int) -> PlacePhrase:
        """Give a phrase with the others as its holders: "كذا وكذا" lie side by side."""
        others = [p for k, p in enumerate(self.phrases) if k != at and p.known][:_MOST_BESIDE]
        held = tuple(Container(p.first, p.last, p.name_first, p.name_last, p.name, p.kind, p.precision) for p in others)
        phrase = self.phrases[at]
        return msgspec.structs.replace(phrase, containers=(*phrase.containers, *held, *self.named))


def whole_name(text: str, gazetteer: Gazetteer) -> tuple[PlacePhrase, str] | None:
    """Take the whole text as a name that the gazetteer knows, which most questions are; give it as written too."""
    written = " ".join(_MARKS.sub(" ", text).split())
    name = fold_key(written)
    if not name or not gazetteer.named(name):
        return None
    return PlacePhrase(0, 1, 0, 1, 0, 1, name, "", PlacePrecision.TOWN, known=True), name_as_written(written, "")


def read_question(text: str, lexicon: Lexicon, gazetteer: Gazetteer) -> Asked:
    """Read a text; no phrases when it holds no word that could be a name."""
    folded = fold(text)
    parts = [p for p in _PARTS.split(folded.text) if p] or [folded.text]
    at, words = 0, Words.of(parts[0], lexicon)
    while not (phrases := _phrases(words, gazetteer)) and at + 1 < len(parts):
        at += 1
        words = Words.of(parts[at], lexicon)
    named = _named(parts[at + 1 : at + 1 + _MOST_BESIDE], gazetteer)
    return Asked(phrases, words, folded, folded.text.index(parts[at]), named)


def _phrases(words: Words, gazetteer: Gazetteer) -> list[PlacePhrase]:
    scan = Scan(words, gazetteer)
    phrases = find_places(words, gazetteer)
    if not phrases or not _begins(scan, phrases[0]):
        phrases = [*_first_words(scan, phrases), *phrases]
    return phrases


def _begins(scan: Scan, phrase: PlacePhrase) -> bool:
    """Tell whether a phrase is what the text is about: no name stands before it, only relations, numbers and small words."""
    if phrase.first == 0 or phrase.relation != "in":
        return True
    return not any(
        scan.is_word(at) and at not in scan.cues and at not in scan.kinds and not scan.worded[at]
        for at in range(phrase.first)
    )


def _first_words(scan: Scan, phrases: list[PlacePhrase]) -> list[PlacePhrase]:
    """Take the first words that are no relation or kind as the name, up to the first place that is known."""
    at = 0
    while at < scan.size and (
        not scan.is_word(at) or (at + 1 < scan.size and (at in scan.kinds or _is_lead(scan, at)))
    ):
        at += 1
    end = phrases[0].first if phrases else scan.size
    last, more = at, None
    while last < end and scan.is_word(last) and scan.texts[last] != "و":
        more = known_name(scan, last, strip=True) if last > at and scan.texts[last][0] == "و" else None
        if more is not None and more.proclitic == "و":
            break
        last += 1
    if last == at:
        return []
    text = " ".join(scan.texts[at:last])
    found = [PlacePhrase(at, last, at, last, at, last, text, "", PlacePrecision.TOWN)]
    if more is not None and more.proclitic == "و" and last < end:
        a, b = more.first, more.last
        found.append(PlacePhrase(a, b, a, b, a, b, more.text, "", PlacePrecision.TOWN, name_proclitic="و", known=True))
    return found


def _is_lead(scan: Scan, at: int) -> bool:
    here = scan.cues.get(at, {})
    return any(cls in here for cls in _LEADS)


def _named(parts: list[str], gazetteer: Gazetteer) -> tuple[Container, ...]:
    """Give the parts of a text that are names as they stand, or after one word: "كذا، عفرين", "كذا، منطقة الباب"."""
    found = []
    for part in parts:
        words = [w for w in _MARKS.sub(" ", part).split() if len(w) > 1]
        for start in range(min(2, len(words))):
            name = " ".join(words[start:])
            places = gazetteer.find(name_key(name))
            if places:
                found.append(Container(0, 1, 0, 1, name, "", places[0].precision))
                break
    return tuple(found)
