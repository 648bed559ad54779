"""On whose life an attempt was made, where it hurt nobody: "an officer |survived| an attempt", "three officers of X |came under| one".

No toll tells of him; his word says whether he is a fighter, and the force behind it whose.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.scene import Part, Role
from waqai.code.deed.method import MethodFound
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.member import COMBATANTS
from waqai.tag.harm.tail import counts

AT_FIGHTER: Final = "at_fighter"
"""Mark of a clause that tells an attempt on a fighter's life, and his word's chunk."""
_SURVIVES: Final = "particle.survive"
_SURVIVED: Final = "survives"
"""Mark of "survived"."""
_UNDERGOES: Final = "undergo"
_MURDER: Final = "assassination"
_OF: Final = frozenset({"من", "في", "ب", "ل"})


def mark_fighter(
    row: Sequence[Chunk], lo: int, hi: int, method: MethodFound, parts: list[Part], marks: dict[str, int]
) -> list[Part]:
    """Note the fighter on whose life the attempt was made, and turn the force behind his word into whom it was aimed at."""
    if _SURVIVED not in marks and not (_UNDERGOES in marks and method.method == _MURDER):
        return parts
    at = _tried_on(row, lo, hi, method)
    if at is None:
        return parts
    marks[AT_FIGHTER] = at
    return [p.turned(Role.TARGET, "roles.tried_on") if _is_his(row, p, at) else p for p in parts]


def _is_his(row: Sequence[Chunk], part: Part, at: int) -> bool:
    return part.at == at or (part.at == at + 1 and row[part.at].prep in _OF and row[part.at].gap <= 1)


def _tried_on(row: Sequence[Chunk], lo: int, hi: int, method: MethodFound) -> int | None:
    """Find the fighter right behind "survived", or behind "came under" an attempt at murder; a number may stand between."""
    for k in range(lo, hi - 1):
        if not row[k].particle:
            continue
        under = row[k].particle == _UNDERGOES and method.method == _MURDER
        if not (under or row[k].has(_SURVIVES)):
            continue
        at = k + 2 if counts(row[k + 1].mention) and k + 2 < hi else k + 1
        man = row[at].reading(Kind.VICTIM)
        if (man is not None and man.entry.who == COMBATANTS) or (at > k + 1 and row[at].sort is Sort.ACTOR):
            return at
    return None
