"""The dead, and what had been done to them before: "found the body of a man |whom gunmen had kidnapped|", "was killed |after he was kidnapped|"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk
from waqai.tag.harm.tally import BODIES

_SEIZES: Final = "kidnapping"


def is_body(chunk: Chunk) -> bool:
    """Tell whether a chunk is a body, or the finding of one."""
    return Kind.HARM in chunk.senses and chunk.has_any(BODIES)


def is_of_the_found(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether the abduction at ``k`` only says what had befallen the man whose body is told of ahead of it."""
    return any(is_body(row[j]) for j in range(lo, k))


def is_killed_ahead(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a killing is told ahead of ``k``, in its clause."""
    return any(row[j].entry(Kind.HARM).harm == "killed" for j in range(lo, k))


def seized_behind_body(row: Sequence[Chunk], lo: int, hi: int) -> int | None:
    """Find the abduction of a man whose body is told of ahead of it."""
    for k, chunk in enumerate(row[lo:hi], lo):
        if chunk.tells and chunk.entry(Kind.TRIGGER).method == _SEIZES:
            return k if is_of_the_found(row, lo, k) else None
    return None
