"""What the weapons, forces and acts of a clause say of how it was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunks import Chunk, Sort

_ONLY_THERE: Final = frozenset({"hover", "partner"})
"""Particles behind which aircraft are in the air or give cover and do not strike."""


OPENED_FIRE: Final = "fire"
"""What bare "fire" says: gunfire where it is opened, no method of its own where something burns."""


def hints_of(row: Sequence[Chunk], lo: int, hi: int) -> list[tuple[str, int]]:
    """Give the methods that weapons, forces and acts of chunks ``[lo, hi)`` stand for, each with its chunk."""
    found: list[tuple[str, int]] = []
    hovering = False
    for k in range(lo, hi):
        chunk = row[k]
        senses = chunk.senses
        if senses:
            particle = senses.get(Kind.PARTICLE)
            if particle is not None and particle.entry.cls in _ONLY_THERE:
                hovering = True
            elif Kind.TRIGGER in senses:
                hovering = False
            if hovering:
                continue
            if particle is not None and particle.entry.cls == "fire_word":
                found.append((OPENED_FIRE, k))
            for kind in (Kind.WEAPON, Kind.TRIGGER, Kind.FORCE):
                reading = senses.get(kind)
                if reading is not None and reading.entry.method:
                    found.append((reading.entry.method, k))
        elif chunk.sort is Sort.STOP:
            hovering = False
        elif chunk.sort is Sort.ACTOR and not hovering:
            method = getattr(chunk.mention, "method", "")
            if method:
                found.append((method, k))
    return found
