"""Men whom a side is said to have lost ("the forces lost six fighters"), and people who underwent a harm ("six were subjected to arrest")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.group import Group, read_group
from waqai.tag.harm.member import COMBATANTS
from waqai.tag.harm.search import group_after
from waqai.tag.harm.tail import counts

LOST_MEN: Final = "harm.lost_men"
_ATTACKERS: Final = "victim.attacker"


def men_lost(row: Sequence[Chunk], at: int, hi: int) -> Group | None:
    """Read the men behind whoever lost them, at chunk ``at``: an actor, whose they are, or "the attackers"."""
    if row[at].has(_ATTACKERS) and not row[at].gap and at + 1 < hi:
        return read_group(row, at + 1, hi, COMBATANTS)
    if row[at].sort is not Sort.ACTOR or row[at].gap > 1:
        return None
    men = group_after(row, at + 1, hi, COMBATANTS, takes_agent=False)
    ids = row[at].ids
    return men and replace(men, owner=men.owner or ids, actors=(at, *men.actors), owners=men.owners or ids)


def men_of_side(row: Sequence[Chunk], at: int, after: int, hi: int) -> Group | None:
    """Read the dead of the other side behind "of the side of": "while there were killed |on the part of X six|"."""
    if after + 2 >= hi or not row[after].has(_PART) or row[after + 1].sort is not Sort.ACTOR:
        return None
    if not any(row[k].particle == "joint" for k in range(max(0, at - 2), at)) or not counts(row[after + 2].mention):
        return None
    men = read_group(row, after + 2, hi, COMBATANTS)
    if men is None or men.owner or len(men.parts) != 1:
        return None
    ids = row[after + 1].ids
    who = COMBATANTS if men.plain else men.parts[0][0]
    return replace(men, parts=((who, men.parts[0][1]),), plain=False, owner=ids, owners=ids, actors=(after + 1,))


_PART: Final = "particle.agent_part"


def injured(row: Sequence[Chunk], after: int, hi: int) -> Group | None:
    """Read whose the injuries are: "the injuries of |a number of civilians and soldiers|"."""
    if after + 1 >= hi or row[after].gap or row[after].joined or row[after].prep or not counts(row[after].mention):
        return None
    if row[after + 1].gap or row[after + 1].reading(Kind.VICTIM) is None:
        return None
    return read_group(row, after, hi, "")


def who_underwent(row: Sequence[Chunk], at: int, lo: int) -> Group | None:
    """Read the victims between "underwent" and the harm at chunk ``at``: "|four workers| underwent arrest, wounds"."""
    if row[at].prep != _TO:
        return None
    for k in range(at - 2, max(lo, at - _BETWEEN) - 1, -1):
        if row[k].particle == _UNDERWENT:
            group = read_group(row, k + 1, at, "")
            return replace(group, last=at) if group is not None and group.last == at else None
    return None


_TO: Final = "ل"
_UNDERWENT: Final = "undergo"
_BETWEEN: Final = 8
"""Chunks that the victims may fill: "underwent |seven men of the border guards|"."""
