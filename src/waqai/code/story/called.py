"""Places whose names a sentence gives behind an act: "raids on A district. B, C and D |are the towns| that were hit" (ruling 7).

In: the act told last, and a clause that tells no act and names places of one list. Out: an act for each, the toll on the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act, Where, is_elsewhere
from waqai.lexicon.entry import Kind
from waqai.lexicon.readings import COPULA
from waqai.tag.place.find import PlacePhrase
from waqai.tag.tagged import Tagged
from waqai.values.place import FINENESS

_NEAR: Final = 2
"""Sentences from an act to the names of its places."""
_SEVERAL: Final = 2


def named_places(draft: Draft, tagged: Tagged) -> list[tuple[int, PlacePhrase]]:
    """Give the places that a clause names as those meant: "that B, C and D |are| the towns", "the quarters meant |are| B and C"."""
    listed = [(k, p) for k, p in draft.places if p.list_id >= 0 and p.list_id == draft.places[0][1].list_id]
    if len(listed) < _SEVERAL:
        return []
    first, last = listed[0][1].first, listed[-1][1].last
    words = tagged.words.of_kind[Kind.PLACE_WORD]
    they_are = any((h.last == first or h.first == last) and COPULA in h.readings.place_words for h in words)
    return listed if they_are else []


def each_of(acts: Sequence[Act], draft: Draft, places: Sequence[Where]) -> list[Act]:
    """Put the act told last that may have been there in the places whose names a clause gives; give one like it for each but the first."""
    found = (_each_of(act, draft, places) for act in reversed(acts))
    return next((more for more in found if more), []) if places else []


def _each_of(act: Act, draft: Draft, places: Sequence[Where]) -> list[Act]:
    told = act.lead.method
    if told is None or draft.clause.sentence - act.drafts[-1].clause.sentence > _NEAR:
        return []
    mine = act.where
    if mine is not None and (
        is_elsewhere(places[0], mine)
        or FINENESS[places[0].value.precision] > FINENESS[mine.value.precision]
        or (FINENESS[places[0].value.precision] == FINENESS[mine.value.precision] and not mine.is_coarse)
    ):
        return []
    act.where, act.own_place = places[0], True
    like = replace(draft, method=told, parts=[*act.lead.parts], marks={})
    return [Act([like], like, where, act.when, []) for where in places[1:]]
