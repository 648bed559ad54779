"""What a line or a sentence hands to what follows it: the town that heads an item, and "once" of an act nobody dates."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from waqai.code.act.draft import Draft
from waqai.tag.chunk import Chunk

ONCE: Final = "once"
"""The mark of "it happened before that": without a day it lies in no month that could be told (section 1)."""
_LONGEST: Final = 5
"""Chunks of the longest line that only names the town of the item below it."""


def hand_down(row: Sequence[Chunk], drafts: Sequence[Draft]) -> None:
    """Give an act without a place the town whose name, before a colon, is the line above it, and "once" to all of its sentence."""
    for above, below in pairwise(drafts):
        if _is_heading(row, above) and below.clause.block == above.clause.block + 1 and not below.places:
            below.homes = [*above.homes, *below.homes]
            below.header = above.header
        if ONCE in above.marks and not above.dates and below.clause.sentence == above.clause.sentence:
            below.marks.setdefault(ONCE, below.clause.lo)


def _is_heading(row: Sequence[Chunk], draft: Draft) -> bool:
    """Tell whether a line is only a name with a colon; a dash stands behind where a paper writes from."""
    if draft.header < 0 or draft.method is not None or draft.places or len(draft.homes) != 1:
        return False
    return draft.clause.hi - draft.clause.lo <= _LONGEST and row[draft.header + 1].text == ":"
