"""Actors first said to be something and then named: "an alliance of rebel forces |known as| X"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.scene import Part, Role
from waqai.tag.chunk import Chunk

_KNOWN_AS: Final = "known_as"


def named_at_last(row: Sequence[Chunk], parts: list[Part], k: int) -> Role | None:
    """Give the actor at ``k`` the role of what he was described as, where he is named: "rebel forces |known as| (X)".

    Who he was said to be then stands for nobody else.
    """
    last = parts[-1]
    cue = row[last.at + 1]
    if last.role is Role.NONE or cue.particle != _KNOWN_AS or cue.gap > 1:
        return None
    if k - last.at != _NEXT and not (k - last.at == _NEXT + 1 and row[k - 1].text in _MARKS):
        return None
    parts[-1] = last.turned(Role.NONE, "roles.described")
    return last.role


_NEXT: Final = 2
"""Chunks from the description to the name, "known as" between."""
_MARKS: Final = frozenset('("')
