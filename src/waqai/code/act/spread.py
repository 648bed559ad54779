"""What a side did in all villages that it came to: "X pushed into the villages of A and B |and searched| houses" searched them in both."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.placed import share_places
from waqai.tag.chunk import Chunk, Sort

_CAME: Final = "deployment"
_DID: Final = frozenset({"raid", "capture"})
"""Families of what is done wherever one came to."""


def spread_over(row: Sequence[Chunk], drafts: Sequence[Draft]) -> None:
    """Give what is told behind "and" of no place, nor of anybody hurt or held, the places of a list that its doer came to."""
    for before, draft in pairwise(drafts):
        if draft.family_name not in _DID or draft.places:
            continue
        if _is_done_there(row, before, draft):
            share_places(draft, before)
            continue
        if before.method is None or draft.harm:
            continue
        if before.method.method != _CAME or len(before.places) < 2 or not row[draft.clause.lo].joined:
            continue
        if before.clause.sentence != draft.clause.sentence or any(p.list_id < 0 for _, p in before.places):
            continue
        share_places(draft, before)


def _is_done_there(row: Sequence[Chunk], before: Draft, draft: Draft) -> bool:
    """Tell whether "where" goes on with what was done in the places right before it, in which nothing else is told: "carried out campaigns in A, B and C, |where it arrested| 90"."""
    lo = draft.clause.lo
    if draft.family_name != _RAID or not draft.harm or not draft.opens_with(_WHERE) or before.clause.hi != lo:
        return False
    if draft.homes or before.method is not None or before.harm or not before.places or before.clause.headline:
        return False
    first, last = before.places[0][0], before.places[-1][0]
    counted = first > 0 and row[first - 1].sort is Sort.NUMBER  # "in three provinces: A, B and C"
    return lo - last == 1 + (row[lo - 1].sort is Sort.STOP) and bool(row[first - counted].prep)


_RAID: Final = "raid"
_WHERE: Final = "how"
"""Mark of "where", which is also "as"."""
