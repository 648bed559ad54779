"""Days of what a sentence says by the way of somebody or of a place: "those |who| died |on Sunday|", "in A, |which is the area that| X shelled |on Sunday|"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

WHICH: Final = frozenset({"الذي", "التي", "الذين", "اللذين", "اللتين", "اللذان", "اللتان"})
_NEAR: Final = 3
"""Tokens before a day in which a relative pronoun makes it that of whom it tells about."""
_IS: Final = frozenset({"وهي", "وهو", "وهما", "وهم"})
_LONG: Final = 20
"""Tokens of what a place is said to be."""


def is_of_what(texts: Sequence[str], first: int) -> bool:
    """Tell whether the day at token ``first`` is told in such a clause."""
    if not WHICH.isdisjoint(texts[max(0, first - _NEAR) : first]):
        return True
    before = texts[max(0, first - _LONG) : first]
    if _IS.isdisjoint(before):
        return False
    opened = (i for i, text in enumerate(before, first - len(before)) if text in _IS)
    return any(not WHICH.isdisjoint(texts[i + 1 : i + 1 + _NEAR]) for i in opened)
