"""Places that what follows an act says of it: where what was hit stands, in which quarters a town is fought over."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from waqai.code.act import Draft
from waqai.code.family import FAMILY
from waqai.tag.chunks import Chunk
from waqai.values.place import PlacePrecision


def look_ahead(row: Sequence[Chunk], told: Sequence[Draft]) -> None:
    """Give an act without a place the place of what follows it: "attacked positions, where they reached A"; "hit a car. In A"."""
    for draft, after in pairwise(told):
        if (
            after.clause.tells_of >= 0
            or draft.method is None
            or after.method is not None
            or (draft.places and not _says_where(draft, after))
            or (draft.homes and not draft.places)
            or not after.places
        ):
            continue
        first = after.places[0][0]
        goes_on = after.clause.sentence == draft.clause.sentence or (
            after.clause.block - draft.clause.block in (0, 1) and first == after.clause.lo and row[first].prep != ""
        )
        if goes_on:
            draft.places, draft.place_chunks = after.places, after.place_chunks
            draft.joined_places = after.joined_places


def _says_where(draft: Draft, after: Draft) -> bool:
    """Tell whether fighting in a town is put in its quarters by what follows: "clashes in A, which centred on B and C"."""
    if (
        draft.method is None
        or FAMILY[draft.method.method].name != "clash"
        or after.harm
        or after.marks.keys() - {"joint"}
    ):
        return False
    if after.clause.sentence != draft.clause.sentence or any(p.ids for p in after.parts):
        return False
    whole = draft.places[0][1].precision
    return len(draft.places) == 1 and len(after.places) > 1 and whole is PlacePrecision.TOWN
