"""A clause as the grammar of roles sees it: the scene, the parts that actors play in it.

The grammar itself is in ``roles``; what the words right beside an actor say, in ``beside``; what holds of all parts of a
clause together, in ``sides``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from waqai.tag.chunk import Chunk, Sort
from waqai.values.term import Terms

HELPED: Final = frozenset({"roles.partner", "roles.together"})
"""Rules of those who only helped: they join the doer whom another clause names, and whoever did it may still be to come."""
EXCHANGES: Final = "roles.exchanges"
"""Rule of the sides of an exchange of fire."""
BEATS_OFF: Final = "roles.repels"
BEATEN_OFF: Final = "roles.repelled"
"""Rules of those who beat off an attack, and of the attackers."""
TELLS: Final = "roles.tells"
"""Rule of who tells of an act against his enemy and names nobody else: it was he."""


class Role(Terms):
    """What an actor does in a clause."""

    AGENT = "agent"
    TARGET = "target"
    SIDE = "side"
    NONE = "none"


DOERS: Final = (Role.AGENT, Role.SIDE)
"""Roles of those who did it, alone or on a side of a fight."""


class Part(msgspec.Struct, frozen=True, gc=False):
    """An actor phrase (chunk ``at``) in its role, and the rule that gave it."""

    at: int
    ids: tuple[str, ...]
    role: Role
    rule: str

    def turned(self, role: Role, rule: str) -> Part:
        """Give the same actor in another role."""
        return Part(self.at, self.ids, role, rule)


def ids_of(parts: Iterable[Part]) -> set[str]:
    """Give the ids of all these actors."""
    ids: set[str] = set()
    for part in parts:
        ids.update(part.ids)
    return ids


class Scene(msgspec.Struct, frozen=True, gc=False):
    """One clause, chunks ``[lo, hi)``, whose act stands at ``trigger`` (``None``: no act).

    ``actors``, ``places`` and ``harms`` are the chunks of all actors, places and words of harm, in their order.
    ``victims`` and ``doers`` are chunks of actors that tolls have read, ``speakers`` tokens of names that citations have.
    ``family`` is that of the act's method, ``marks`` are the clause's particles by class, each with its first chunk.
    """

    row: Sequence[Chunk]
    lo: int
    hi: int
    trigger: int | None
    actors: Sequence[int]
    places: Sequence[int]
    harms: Sequence[int]
    family: str = ""
    victims: frozenset[int] = frozenset()
    doers: frozenset[int] = frozenset()
    speakers: frozenset[int] = frozenset()
    marks: Mapping[str, int] = {}
    is_clash: bool = False
    """Whether two sides act on each other: every rule asks for it."""


def behind_day(row: Sequence[Chunk], k: int) -> int:
    """Give the chunk behind which a word would stand without the day before it: "raids that flew |today| warplanes of X", "a blast hit|, on Sunday,| a patrol"."""
    before = row[k - 1] if k else None
    if before is None or before.sort is Sort.WORD:
        return k
    if before.sort is Sort.DATE:
        return k if row[k].gap else k - 1
    apart = k > _APART and row[k - 2].sort is Sort.DATE and before.text == row[k - _APART].text == ","
    return k - _APART if apart else k


_APART: Final = 3
"""Chunks of a day and its commas."""
