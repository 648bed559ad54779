"""What a clause names besides its act: weapons, aircraft and guns, as methods with their chunks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from waqai.code.deed.hints import hints_of, without_later
from waqai.code.deed.refine import AIR
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort

_MEANWHILE: Final = "meanwhile"


def named_means(row: Sequence[Chunk], lo: int, hi: int, at: int, marks: Mapping[str, int]) -> list[tuple[str, int]]:
    """Give what the clause's words stand for; what came "at the time of" the act told at ``at`` says nothing of it."""
    named = _but_meanwhile(row, lo, hi, at) if _MEANWHILE in marks else hints_of(row, lo, hi)
    named = without_later(row, at, hi, named)
    guns = [k for m, k in named if m in ("shelling", "mortar") and is_gun(row[k])]
    if guns and row[at].has("trigger.shelling"):
        return [h for h in named if h[0] not in AIR or h[1] < guns[0]]  # "by artillery, and once by a drone"
    return named


def _but_meanwhile(row: Sequence[Chunk], lo: int, hi: int, at: int) -> list[tuple[str, int]]:
    """Give what the clause's words stand for, but for those behind "at the time of"."""
    end = next((k for k in range(at + 1, hi) if row[k].particle == _MEANWHILE), hi)
    return [(m, k) for m, k in hints_of(row, lo, end) if k in (at, lo) or row[k - 1].particle != _MEANWHILE]


FIRES: Final = frozenset({"trigger.fire", "trigger.open_fire", "trigger.fire.bursts"})


def with_guns(row: Sequence[Chunk], at: int, named: Sequence[tuple[str, int]]) -> int | None:
    """Find the artillery with which fire was opened, no other act between: "opened fire on A |with mortar shells| and machine guns", "let off |its shells| and bursts"."""
    if row[at].joined and any(k == at - 1 and m in _OF_GUNS and is_gun(row[k]) for m, k in named):
        return at - 1
    guns = (k for m, k in named if k > at and m in _OF_GUNS and is_gun(row[k]))
    k = next((k for k in guns if row[k].prep == "ب" or row[k].joined or row[k].gap), None)
    if k is None or any(
        row[j].reading(Kind.TRIGGER) is not None or _parts(row[j], row[j + 1]) for j in range(at + 1, k)
    ):
        return None
    return k


def _parts(chunk: Chunk, after: Chunk) -> bool:
    """Tell whether a stop parts fire from the guns, and is not the comma before the weapons used: "opened fire on A|,| using rifles and mortars"."""
    used = after.gap > 0 and Kind.WEAPON in after.senses
    return chunk.sort is Sort.STOP and not (chunk.text == "," and used)


_OF_GUNS: Final = ("mortar", "shelling")


def is_gun(chunk: Chunk) -> bool:
    """Tell whether a chunk names artillery or its shells, and no act."""
    return chunk.reading(Kind.TRIGGER) is None and not chunk.has(_CLUSTER)


_CLUSTER: Final = "weapon.cluster"
"""Aircraft drop these as well."""
