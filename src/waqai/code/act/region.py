"""Acts that their clause puts in a part of a country, or in a town without a name, which is no place of an incident (codebook section 1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.code.act.draft import Draft
from waqai.lexicon.entry import Kind
from waqai.lexicon.index import Hit
from waqai.tag.chunk_words import IN
from waqai.tag.tagged import Tagged
from waqai.values.place import AREAS

_DIRECTION: Final = "direction"
_SIDE: Final = "side"
_COUNTRY: Final = frozenset({"country", "namesake"})
_THE_COUNTRY: Final = "place_word.the_country"
_UNNAMED: Final = "unnamed"
"""Class of "another town", "a town on the border", which has no name."""
_BORDER: Final = "at_border"
"""Class of "near the border", where what came before the news was elsewhere."""
_GENERAL: Final = "general"
"""Class of "the country", among others."""
_READ: Final = frozenset({_DIRECTION, _SIDE, _UNNAMED, _BORDER, _GENERAL, *_COUNTRY})
"""Classes of all these words."""
_APART: Final = 3
"""Tokens from the direction to the country: "in the north |and the east of| Syria"."""
_HEAD: Final = 3
_TOWN: Final = "town"
_PEOPLE: Final = frozenset({"people", "nationality", "country"})
_AT: Final = "ب"


class Regions(msgspec.Struct, frozen=True, gc=False):
    """The tokens of parts of countries and of towns without a name, those of "near the border", and those of countries told together."""

    parts: frozenset[int]
    borders: frozenset[int]
    pairs: frozenset[int]


def regions_of(tagged: Tagged) -> Regions:
    """Give the tokens of directions behind which a country is named, "|north| of Iraq", of "in another town", of "near the border", and of "|Cameroon| and Nigeria"."""
    said: dict[str, list[Hit]] = {}
    for hit in [h for h in tagged.words.of_kind[Kind.PLACE_WORD] if not _READ.isdisjoint(h.readings.place_words)]:
        for cls in hit.readings.place_words:
            said.setdefault(cls, []).append(hit)
    lands = [hit for cls in _COUNTRY for hit in said.get(cls, ())]
    unnamed = _firsts(said.get(_UNNAMED)) | _towns_unnamed(tagged)
    borders = _firsts(said.get(_BORDER))
    pairs = _pairs_of_lands(tagged, lands)
    directions = _firsts(said.get(_DIRECTION))
    if not directions:
        return Regions(unnamed, borders, pairs)
    between = directions | _firsts(said.get(_SIDE))
    the_country = [hit for hit in said.get(_GENERAL, ()) if _THE_COUNTRY in hit.readings.names]
    countries = _firsts([*lands, *the_country])
    reached = frozenset(at for at in directions if _reaches(at, between, countries))
    return Regions(unnamed | reached, borders, pairs)


def _firsts(hits: Sequence[Hit] | None) -> frozenset[int]:
    """Give the tokens with which some hits begin."""
    return frozenset([hit.first for hit in hits]) if hits else frozenset()


def _towns_unnamed(tagged: Tagged) -> frozenset[int]:
    """Give the tokens of towns of which only the land is said: "in |a Turkish town|"."""
    words = tagged.words
    kinds = (h for h, r in words.by_kind[Kind.PLACE_KIND] if r.entry.cls == _TOWN and not r.form.definite)
    there = (h for h in kinds if h.proclitic == _AT or (h.first and words.texts[h.first - 1] in IN))
    return frozenset(h.first for h in there if any(_is_of_people(hit) for hit in words.by_first.get(h.last, ())))


def _is_of_people(hit: Hit) -> bool:
    return any(r.entry.cls in _PEOPLE and not r.form.definite for r in hit.readings)


def _reaches(at: int, between: frozenset[int], countries: frozenset[int]) -> bool:
    """Tell whether nothing but sides and directions stand between a direction and a country."""
    for k in range(at + 1, at + 1 + _APART):
        if k in countries:
            return True
        if k not in between:
            return False
    return False


def _is_in_a_region(tagged: Tagged, draft: Draft, regions: Regions) -> bool:
    """Tell whether a clause puts its act in a part of a country: "raids on X |in the north of Iraq|"."""
    setting = _setting(tagged, draft)
    if not all(map(regions.parts.isdisjoint, setting)):
        return True
    before = draft.clause.earlier or draft.clause.background  # "a day after two were killed |near the border|"
    return before and not all(map(regions.borders.isdisjoint, setting))


def mark_lands(tagged: Tagged, draft: Draft, regions: Regions) -> None:
    """Mark what is told of a part of a country, or of several countries together, and of no place."""
    if draft.places:
        return
    if draft.method is not None and (regions.parts or regions.borders) and _is_in_a_region(tagged, draft, regions):
        draft.marks["region"] = draft.clause.lo
    if draft.harm and regions.pairs and _is_of_lands(tagged, draft, regions.pairs):
        draft.marks["nationwide"] = draft.clause.lo


def _pairs_of_lands(tagged: Tagged, lands: Sequence[Hit]) -> frozenset[int]:
    """Give the tokens of countries behind "in" to which "and" joins another: "attacks in |Cameroon| and Nigeria"."""
    joined = {h.first for h in lands if h.proclitic == _AND}
    if not joined:
        return frozenset()
    texts = tagged.words.texts
    return frozenset(h.first for h in lands if h.last in joined and texts[h.first - 1 : h.first] == [_IN])


def _is_of_lands(tagged: Tagged, draft: Draft, pairs: frozenset[int]) -> bool:
    """Tell whether a toll without a place sums up what befell two countries: "50 were killed in attacks |in A and B|" (ruling 1)."""
    row, clause = tagged.row, draft.clause
    return any(row[clause.lo].first <= at < row[clause.hi - 1].last for at in pairs)


_AND: Final = "و"
_IN: Final = "في"


def _setting(tagged: Tagged, draft: Draft) -> tuple[range, range]:
    """Give the tokens at the head of a clause, and those behind the words that name its act."""
    assert draft.method is not None
    row, hi = tagged.row, draft.clause.hi
    end = row[hi].first - row[hi].gap if hi < len(row) else tagged.sentences[draft.clause.sentence].last
    start = row[draft.clause.lo].first - row[draft.clause.lo].gap
    return range(start, start + _HEAD), range(row[draft.method.at].last, end)


def is_frame(draft: Draft) -> bool:
    """Tell whether an act is told of several governorates, whose villages come next: "in February X shelled towns |in the land of A and B|"."""
    return draft.method is not None and len(draft.places) > 1 and all(p.precision in AREAS for _, p in draft.places)
