"""Which harm a chunk tells, if it does: of words that tell one only with more beside them, as "left" behind whom "life" stands.

In: a row of chunks and the chunk of the word. Out: its reading, or ``None`` where it tells no harm here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk
from waqai.tag.harm.fallen import COST, falls_dead, life_of
from waqai.tag.harm.lost import LOST_MEN
from waqai.tag.harm.of_whom import CAPTURED
from waqai.tag.harm.unsaid import are_families, hits_a_thing

_FELL: Final = "harm.fell"
_LEFT: Final = "harm.left"
_REACH: Final = 7
"""Chunks between leaving and the life that is left."""


def harm_told(row: Sequence[Chunk], i: int, hi: int) -> Reading | None:
    """Give the harm that a chunk tells; leaving is harm where it is life that is left."""
    reading = row[i].reading(Kind.HARM)
    if reading is not None and reading.entry.id == _FELL:
        return reading if falls_dead(row, i, hi) else None
    if reading is not None and hits_a_thing(row, i, hi, reading):
        return None
    if reading is not None and reading.entry.id == _LEFT:
        return reading if any(row[k].particle == "life" for k in range(i + 1, min(hi, i + _REACH))) else None
    if reading is not None and reading.entry.id == LOST_MEN and _is_particle(row, i, hi):
        return None
    if reading is not None and reading.entry.id in COST:
        return reading if life_of(row, i, hi) >= 0 else None
    if reading is not None and reading.entry.id in CAPTURED and are_families(row, i, hi, reading):
        return None
    return reading


def _is_particle(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether "lost" is "then, has", which is spelt alike: a verb that says, hurts or acts stands right behind it."""
    if i + 1 >= hi or row[i + 1].gap or row[i + 1].joined or row[i + 1].prep:
        return False
    behind = (row[i + 1].reading(kind) for kind in (Kind.SOURCE, Kind.HARM, Kind.TRIGGER))
    return any(reading is not None and reading.form.pos is Pos.VERB for reading in behind)
