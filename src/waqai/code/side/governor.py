"""Which act an actor belongs to: the one right before it, else the clause's own."""

from __future__ import annotations

from typing import Final

from waqai.code.clause.scene import Scene, behind_day
from waqai.code.deed.framed import is_frame
from waqai.code.family import FAMILY, JOINS
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort

_HOLDS: Final = frozenset({"trigger.hold", "trigger.take_hold", "trigger.control"})
"""Words for holding a place, which in a clause that tells no act only say since when: "before X took the city"."""


def _is_its(chunk: Chunk) -> bool:
    """Tell whether a noun of taking has a pronoun, whose doer stands before it: "|its| control"."""
    taking = chunk.reading(Kind.TRIGGER)
    return taking is not None and taking.form.pos is not Pos.VERB and (bool(taking.form.suffix) or chunk.has(_ITS_HOLD))


_ITS_HOLD: Final = "trigger.its_capture"


def governor_of(scene: Scene, k: int) -> int | None:
    """Find the act that the actor belongs to: the one right before it, else the clause's own.

    ``None`` when the one right before it is another kind of act than the clause's.
    """
    assert scene.trigger is not None
    row = scene.row
    k = behind_day(row, k)
    for t in range(k - 1, max(scene.lo - 1, k - 4), -1):
        reading = row[t].reading(Kind.TRIGGER)
        if reading is not None and reading.entry.tells_act:
            told = reading.form.definite and reading.form.pos is not Pos.VERB and row[k].gap
            if t < k < scene.trigger and (told or is_frame(row, scene.lo, scene.hi, t, reading)):
                # "after the attack X |launched| a campaign of raids", "in another attack X |set about| …"
                return scene.trigger
            if t == scene.trigger:
                return t
            if t > scene.trigger and scene.family == "capture" and _is_its(row[scene.trigger]):
                return None  # "X told of |its| hold of A |after an attack of| Y's"
            if not scene.family:
                return None if reading.entry.id in _HOLDS else t
            family = FAMILY[reading.entry.method].name if reading.entry.method in FAMILY else "open"
            return t if family in JOINS[scene.family] or family == "open" or k < scene.trigger else None
        if row[t].sort is Sort.STOP or row[t].sort is Sort.ACTOR or row[t].sort is Sort.PLACE:
            break
    return scene.trigger
