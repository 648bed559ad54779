"""What belongs to a killing, or is done with the dead, and is no act of its own: thefts (codebook ruling 5), bodies held or found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk
from waqai.tag.harm.held import holds_a_thing

_ROB: Final = "trigger.rob"
_WITHDRAWAL: Final = "trigger.withdrawal"
_BODY: Final = "harm.body"
_KILLED: Final = "killed"
_HEADCOUNT: Final = "headcount"


def is_with_the_dead(row: Sequence[Chunk], lo: int, k: int, hi: int, act: str) -> bool:
    """Tell whether what stands at ``k``, by its entry ``act``, robs the dead, holds a body, or says when bodies were found: "found |after the withdrawal| three bodies"."""
    if Kind.HARM in row[k].senses and holds_a_thing(row, k, hi):
        return True
    if act == _ROB:
        return _is_robbing(row, lo, k)
    return act == _WITHDRAWAL and row[k].prior and any(row[j].has(_BODY) for j in range(lo, hi))


def _is_robbing(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a theft at ``k`` is joined to a killing told before it: "killed two herdsmen |and stole| the sheep"."""
    if not row[k].joined:
        return False
    before = (row[j].entry(Kind.HARM) for j in range(lo, k))
    return any(entry.harm == _KILLED and entry.cls != _HEADCOUNT for entry in before)
