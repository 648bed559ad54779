"""Places out of which somebody was driven: "drove X |out of A|" happened in A, not to people from A.

In: the chunks of a clause and the chunk of a place behind "from".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort

EXPELS: Final = frozenset({"trigger.expel", "trigger.expel.out", "trigger.force_out"})
_BETWEEN: Final = frozenset({Sort.ACTOR, Sort.DATE, Sort.NUMBER})
"""Sorts of chunks between the verb and the place: who drove whom out, and when."""


def is_driven_from(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether somebody was driven out of the place at ``k``, nothing but the two sides between."""
    for j in range(k - 1, lo - 1, -1):
        told = row[j].reading(Kind.TRIGGER)
        if told is not None:
            return told.entry.id in EXPELS and j < k - 1
        if row[j].sort not in _BETWEEN and not {Kind.FORCE, Kind.VICTIM} & row[j].senses.keys():
            return False
    return False
