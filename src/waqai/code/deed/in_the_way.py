"""People of a village who stand in the way of a column: they demonstrate, and riot where they throw stones (section 2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Entry
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk, Sort

_STAND_UP: Final = frozenset({"trigger.clash", "trigger.waylay"})
_PEOPLE: Final = frozenset({"victim.family", "victim.citizen", "victim.resident"})
_COLUMN: Final = frozenset({"object.column", "object.machine"})
_STONES: Final = "crowd_attack"
_ARMED: Final = frozenset({"small_arms", "rocket", "shelling", "grenade", "ied"})


def stood_in_the_way(
    row: Sequence[Chunk], at: int, hi: int, entry: Entry, named: Sequence[tuple[str, int]]
) -> tuple[str, int] | None:
    """Give what people did to a column: "the people of A stopped a column of X |and threw stones at it|"; ``None`` where nobody did, or they had arms."""
    if entry.id not in _STAND_UP or at + 1 >= hi or row[at + 1].gap or not row[at + 1].has_any(_PEOPLE):
        return None
    if any(method in _ARMED for method, _ in named):
        return None
    column = next((k for k in range(at + 2, hi) if row[k].has_any(_COLUMN) or _is_patrol(row[k])), None)
    stones = next((k for method, k in named if method == _STONES), None)
    if column is None:
        return None
    return (_STONES, stones) if stones is not None else ("demonstration", column)


def _is_patrol(chunk: Chunk) -> bool:
    """Tell whether a chunk is an actor told by a word for troops on the move."""
    return chunk.sort is Sort.ACTOR and any(word in chunk.text for word in tables()["met"]["troops"])
