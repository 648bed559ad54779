"""Who "of them" were: "gunmen attacked a village. The army said that it killed |twelve of them|".

In: the chunks up to a toll that a pronoun alone names. Out: the toll with the class of the people told of last.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.find import COMBATANTS, HarmMention
from waqai.values.actor import CIVILIANS, PROTESTERS

_OF_THEM: Final = "particle.of_them"
_BACK: Final = 24
"""Chunks back to the people that "them" takes up."""
_UNARMED: Final = frozenset({CIVILIANS, PROTESTERS})


def with_their_class(row: Sequence[Chunk], harm: list[HarmMention]) -> list[HarmMention]:
    """Give the tolls of a clause, those of "them" with the class of those told of before."""
    if all(m.who for m in harm):
        return harm
    return [replace(m, who=_who_before(row, m.at)) if not m.who and _are_of_them(row, m) else m for m in harm]


def _are_of_them(row: Sequence[Chunk], told: HarmMention) -> bool:
    return told.last < len(row) and any(row[k].has(_OF_THEM) for k in (told.last - 1, told.last))


def _who_before(row: Sequence[Chunk], at: int) -> str:
    """Give the class of the last people told of, several, else of the last armed side but the verb's subject; empty where there is none."""
    start = max(0, at - _BACK)
    people = (row[k].reading(Kind.VICTIM) for k in range(at - 1, start - 1, -1))
    if (told := next((r for r in people if r is not None and r.form.number != "sg" and r.entry.who), None)) is not None:
        return told.entry.who
    sides = (row[k].ids for k in range(at - 2, start - 1, -1) if row[k].sort is Sort.ACTOR and row[k].ids)
    return COMBATANTS if (side := next(sides, ())) and _UNARMED.isdisjoint(side) else ""
