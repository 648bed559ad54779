"""What a side did in all villages that it came to: "X pushed into the villages of A and B |and searched| houses" searched them in both."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from waqai.code.act.draft import Draft
from waqai.tag.chunk import Chunk

_CAME: Final = "deployment"
_DID: Final = frozenset({"raid", "capture"})
"""Families of what is done wherever one came to."""


def spread_over(row: Sequence[Chunk], drafts: Sequence[Draft]) -> None:
    """Give what is told behind "and" of no place, nor of anybody hurt or held, the places of a list that its doer came to."""
    for before, draft in pairwise(drafts):
        if draft.method is None or before.method is None or draft.family_name not in _DID or draft.places or draft.harm:
            continue
        if before.method.method != _CAME or len(before.places) < 2 or not row[draft.clause.lo].joined:
            continue
        if before.clause.sentence != draft.clause.sentence or any(p.list_id < 0 for _, p in before.places):
            continue
        draft.places = list(before.places)
        draft.place_chunks, draft.joined_places = list(before.place_chunks), before.joined_places
