"""Tolls of a list of places whose first has a toll of its own behind "as for": "raided A and B and held eleven, |as for A, there it held four|"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from waqai.code.act.draft import Draft
from waqai.gazetteer.key import name_key
from waqai.tag.chunk import Chunk

_AS_FOR: Final = "اما"


def leave_to_the_rest(row: Sequence[Chunk], drafts: Sequence[Draft]) -> None:
    """Put what is told of a list before "as for A" on the place that stands next in the list, A being its first."""
    for draft, after in pairwise(drafts):
        if len(draft.places) < 2 or not draft.harm or draft.harm_at or len(after.places) != 1 or not after.harm:
            continue
        lo = after.clause.lo
        if row[lo].text.removeprefix("و") != _AS_FOR or after.family_name != draft.family_name:
            continue
        if name_key(draft.places[0][1].name) == name_key(after.places[0][1].name):
            draft.harm_at = {draft.places[1][0]: list(draft.harm)}
