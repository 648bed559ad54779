"""Places out of which somebody was driven, or that people left: "drove X |out of A|" happened in A, not to people from A; no fire came from where people left.

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


def leaves(chunk: Chunk) -> bool:
    """Tell whether a chunk is people who leave the areas that somebody holds: no fire came from there."""
    return chunk.entry(Kind.VICTIM).id in _LEAVE


def are_left(row: Sequence[Chunk], lo: int, origin: int) -> bool:
    """Tell whether "from" says what people left or troops pulled back from, and not where fire came from: "X withdrew |from its positions| in A"."""
    if is_driven_from(row, lo, origin):
        return True  # "X drove Y |from its positions| in A"
    before = row[max(lo, origin - _PULLED) : origin]
    return leaves(row[origin - 1]) or any(r.entry.id in _PULLS_BACK for c in before for r in c.readings)


_PULLS_BACK: Final = frozenset({"trigger.pull_back", "trigger.withdrawal"})
_PULLED: Final = 3
"""Chunks from "withdrew" to what was left: who did and when."""
_LEAVE: Final = frozenset({"victim.displaced", "victim.civilian", "victim.family"})
