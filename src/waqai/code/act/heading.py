"""What a line or a sentence hands to what follows it: the town that heads an item, "once" of an act nobody dates, chaos made use of."""

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
        if above.header >= 0 and not below.places and _heads(row, above, below):
            below.homes = [*above.homes, *below.homes]
            below.header = above.header
        goes_on = below.clause.sentence == above.clause.sentence
        if ONCE in above.marks and not above.dates and goes_on:
            below.marks.setdefault(ONCE, below.clause.lo)
        if _OFTEN in above.marks and goes_on and _uses_chaos(row, above) and not below.dates:
            below.marks.setdefault(_OFTEN, above.marks[_OFTEN])
            below.marks.setdefault("trend", below.clause.lo)


def _uses_chaos(row: Sequence[Chunk], draft: Draft) -> bool:
    """Tell whether a clause tells who made use of the chaos, and with it of months: "used the chaos, took towns |and attacked embassies in A|"."""
    return row[draft.marks[_OFTEN]].has(_EXPLOITS) and not draft.dates


_OFTEN: Final = "often"
_EXPLOITS: Final = "particle.exploits"


def _heads(row: Sequence[Chunk], above: Draft, below: Draft) -> bool:
    """Tell whether the line above is only a name with a colon; a dash stands behind where a paper writes from."""
    if above.method is not None or above.places or len(above.homes) != 1:
        return False
    if below.clause.block != above.clause.block + 1:
        return False
    return above.clause.hi - above.clause.lo <= _LONGEST and row[above.header + 1].text == ":"
