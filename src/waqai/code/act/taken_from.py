"""Where people are taken from, which is where they were taken: "arrested a shepherd |from the surroundings of A| in the lands of the town of B"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.places import ClausePlaces
from waqai.tag.chunk import Chunk, Sort

_TAKES: Final = frozenset({"raid", "abduction"})
"""Families of acts that take people away."""
_BESIDE: Final = frozenset({"near", "outskirts"})
"""Relations to a place in which nobody is at home."""
_FROM: Final = "من"


def take_from(row: Sequence[Chunk], family: str, places: ClausePlaces) -> None:
    """Make the act's own a place beside which somebody was seized; what stands right behind only says where that lies."""
    if family not in _TAKES:
        return
    for at, phrase in places.homes:
        if row[at].prep == _FROM and phrase.relation in _BESIDE and row[at - 1].sort is not Sort.ACTOR:
            places.own = [(at, phrase), *((k, held) for k, held in places.own if k != at + 1)]
            places.homes = [(k, home) for k, home in places.homes if k != at]
            return
