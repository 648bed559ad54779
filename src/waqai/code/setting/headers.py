"""Headers of round-ups: the governorate under whose name items stand, the town at the head of an item."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from waqai.gazetteer.key import name_key
from waqai.gazetteer.phrase import PlacePhrase
from waqai.gazetteer.place import Place
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.actor.camps import tables
from waqai.tag.tagged import Sentence, Tagged
from waqai.values.place import PlacePrecision

_DASHES: Final = frozenset({"-", "–", "—", "/"})
"""Marks between the town and the agency of a dateline."""
_BULLETS: Final = frozenset("•-–—*▪●◾🔴")
_COLONS: Final = (":", "|")
_GOVERNORATE: Final = "governorate"
_COUNTED: Final = (":", "-", ",")
_NEXT: Final = 4
"""Tokens from the end of a header to the story: line breaks, a bullet."""


def read_headers(tagged: Tagged) -> tuple[dict[int, Place], dict[int, Place]]:
    """Find which governorate's section each sentence stands in, and which town heads its line."""
    sections: dict[int, Place] = {}
    items: dict[int, Place] = {}
    if not tagged.places:
        return sections, items
    current: Place | None = None
    town: tuple[int, Place] | None = None
    by_first = {p.first: p for p in tagged.places}
    alone = _lines_of_their_own(tagged)
    for n, sentence in enumerate(tagged.sentences):
        while alone and alone[0][0] <= sentence.first:
            current = alone.pop(0)[1]
        phrase = by_first.get(_past_bullet(tagged, sentence)) if not sentence.headline else None
        phrase = phrase or _in_line(tagged, sentence, by_first)
        if phrase is not None and _is_before_colon(tagged, sentence, phrase):
            current = _named(tagged, phrase, governorate=True) or current
            place = _named(tagged, phrase, governorate=False)
            town = (sentence.block, place) if place is not None else None
        if current is not None:
            sections[n] = current
        if town is not None and town[0] == sentence.block:
            items[n] = town[1]
    return sections, items


def _lines_of_their_own(tagged: Tagged) -> list[tuple[int, Place]]:
    """Find the governorates that head a part of the page on a line of their own, which the reader may have set apart as no story.

    One alone, or one that no story follows, is a menu's or the page's subject.
    """
    texts = tagged.words.texts
    firsts = tables()["parts"]["words"]
    found: list[tuple[int, Place]] = []
    for phrase in tagged.places:
        first, last = phrase.first, phrase.last
        counts = texts[first - 1] in _COUNTED and first > 1 and texts[first - 2] in firsts
        if not counts and phrase.kind != _GOVERNORATE:
            continue
        first -= 2 * counts
        last += last < len(texts) and texts[last] == ":"
        ends = last < len(texts) and texts[last] == "\n"
        heads = ends and (not first or texts[first - 1] == "\n")
        if heads and any(last <= sentence.first < last + _NEXT for sentence in tagged.sentences):
            place = _named(tagged, phrase, governorate=True)
            found += [(last, place)] if place is not None else []
    return found if len({place.name for _, place in found}) > 1 else []


def _past_bullet(tagged: Tagged, sentence: Sentence) -> int:
    """Step over a bullet at the start of a line, and over "in" before what heads it: "|and in| Aleppo:"."""
    texts, first = tagged.words.texts, sentence.first
    while texts[first] in _BULLETS and first < sentence.last - 1:
        first += 1
    return first + (texts[first] in _IN and first < sentence.last - 1)


def _in_line(tagged: Tagged, sentence: Sentence, by_first: Mapping[int, PlacePhrase]) -> PlacePhrase | None:
    """Give the place at the end of a short line that opens with "in" and ends in a colon: "and in the east, |Deir ez-Zor|:"."""
    if not _is_line(tagged, sentence):
        return None
    return next((by_first[k] for k in range(sentence.last - 1, sentence.first, -1) if k in by_first), None)


def _is_line(tagged: Tagged, sentence: Sentence) -> bool:
    texts, size = tagged.words.texts, sentence.last - sentence.first
    return (
        texts[sentence.last - 1] == ":" and texts[sentence.first] in _IN and 1 < size <= _LINE and not sentence.headline
    )


def lists_items(tagged: Tagged) -> bool:
    """Tell whether most paragraphs are items of a list: behind a dash, or each the dead of an act of its own, as a day's tallies have them."""
    heads, items, block = 0, 0, -1
    for sentence in tagged.sentences:
        if sentence.block != block and not sentence.headline:
            heads += 1
            items += _is_item(tagged, sentence)
        block = sentence.block
    return items >= _ITEMS and items * 2 > heads


def _is_item(tagged: Tagged, sentence: Sentence) -> bool:
    dashed = tagged.words.texts[sentence.first] in _DASHED
    at = sentence.first + dashed
    for chunk in tagged.row[sentence.lo : min(sentence.hi, sentence.lo + 2)]:
        if chunk.first == at:
            told, harm = chunk.senses.get(Kind.TRIGGER), chunk.senses.get(Kind.HARM)
            killed = harm is not None and harm.form.pos is Pos.VERB and harm.entry.harm == _KILLED
            acts = killed or (dashed and told is not None and told.form.pos is Pos.VERB)
            return acts and not chunk.joined
    return False


_IN: Final = frozenset({"في", "وفي", "ففي"})
_KILLED: Final = "killed"
_LINE: Final = 8
"""Tokens in the longest line that heads a section: "and in the eastern region, Deir ez-Zor:"."""
_DASHED: Final = frozenset("•-–—")
_ITEMS: Final = 3
"""Items by which a page is a list."""


def _is_before_colon(tagged: Tagged, sentence: Sentence, phrase: PlacePhrase) -> bool:
    """Tell whether a colon follows the place at the start of a sentence, but no dash, behind which an agency stands."""
    tokens = tagged.words.tokens
    end = phrase.last
    while end < min(sentence.last, phrase.last + 3) and tokens[end].text not in _COLONS:
        end += 1
    between = {token.text for token in tokens[phrase.last : end]}
    heads = (
        end < len(tokens)
        and tokens[end].text in _COLONS
        and end - sentence.first <= (_LINE if _is_line(tagged, sentence) else 4)
    )
    return heads and not between & _DASHES


def _named(tagged: Tagged, phrase: PlacePhrase, *, governorate: bool) -> Place | None:
    """Give the governorate, or the town, that a header names; a town only where the page's country has one of the name."""
    found = tagged.context.gazetteer.find(name_key(phrase.name))
    if governorate:
        return next((p for p in found if p.kind == _GOVERNORATE), None)
    here = tagged.context.country()
    towns = [p for p in found if p.precision is PlacePrecision.TOWN and p.country == here]
    return towns[0] if len(towns) == 1 else None
