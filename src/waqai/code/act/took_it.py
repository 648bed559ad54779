"""The place that a pronoun takes up as what was taken: "advanced on the town of A |and wrested it| from X", "towards A and B, |and retook the two|"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.placed import put_at
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk
from waqai.tag.place.find import PlacePhrase
from waqai.tag.tagged import Tagged
from waqai.values.place import AREAS

_IT: Final = frozenset({"ها", "ه"})
_BOTH: Final = "هما"
_NEAR: Final = 4
"""Chunks between the place and "and took it"."""


def take_it(tagged: Tagged, drafts: Sequence[Draft]) -> None:
    """Give a taking without a place the one or two that its sentence has just named."""
    for before, draft in pairwise(drafts):
        if draft.family_name != "capture" or draft.places or draft.homes or draft.method is None:
            continue
        if before.method is not None and before.clause.sentence == draft.clause.sentence:
            continue  # "stormed the town of A |and took it|" is one act, told by both
        at = draft.method.at
        told = tagged.row[at].reading(Kind.TRIGGER)
        if told is None or not tagged.row[at].joined or told.form.suffix not in (*_IT, _BOTH):
            continue
        lo = max(tagged.sentences[draft.clause.sentence].lo, at - _NEAR)
        named = _places(tagged.row, lo, at)
        wanted = 2 if told.form.suffix == _BOTH else 1
        if len(named) < wanted or (wanted == 2 and named[-1][1].list_id != named[-2][1].list_id):
            continue
        put_at(draft, tagged.row, named[-wanted:])
        draft.joined_places = frozenset(k for k, _ in draft.places[1:])


def _places(row: Sequence[Chunk], lo: int, hi: int) -> list[tuple[int, PlacePhrase]]:
    """Give the towns, quarters and sites that chunks ``[lo, hi)`` name."""
    named = ((k, row[k].mention) for k in range(lo, hi))
    return [(k, m) for k, m in named if isinstance(m, PlacePhrase) and m.precision not in AREAS]
