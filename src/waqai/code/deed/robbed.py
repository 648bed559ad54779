"""Thefts that belong to a killing (codebook ruling 5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk

_ROB: Final = "trigger.rob"
_KILLED: Final = "killed"
_HEADCOUNT: Final = "headcount"


def is_robbing_the_dead(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a theft at ``k`` is joined to a killing told before it: "killed two herdsmen |and stole| the sheep"."""
    if not row[k].joined or row[k].entry(Kind.TRIGGER).id != _ROB:
        return False
    before = (row[j].entry(Kind.HARM) for j in range(lo, k))
    return any(entry.harm == _KILLED and entry.cls != _HEADCOUNT for entry in before)
