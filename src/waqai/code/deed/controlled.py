"""Bombs that others had laid, blown up by those who found them: disposal, and no attack (ruling 13)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.taxonomy import Taxonomy
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk, Sort


def blown_up_by_finder(row: Sequence[Chunk], lo: int, at: int, hi: int) -> int | None:
    """Find the bomb of others that a state's force or sappers blow up: "|sappers of X| blew up charges |that were laid| on the road".

    Its object are charges, mines, a car bomb, and words say that they were laid, found or left behind; of sappers none have to.
    """
    sappers = any(row[k].has(_SAPPERS) for k in range(max(lo, at - _NEAR), min(hi, at + _NEAR)))
    if not (sappers or _clears(row, lo, at, hi)):
        return None
    bomb = next((k for k in range(at + 1, min(hi, at + _NEAR)) if row[k].has_any(_BOMBS)), hi)
    if bomb == hi or row[bomb].prep or row[bomb].text.startswith(_WITH):
        return None
    behind = row[bomb + 1 : min(hi, bomb + _NEAR)]
    return bomb if sappers or any(c.particle in _LAID or c.has(_REMNANT) for c in behind) else None


def _clears(row: Sequence[Chunk], lo: int, at: int, hi: int) -> bool:
    """Tell whether who stands right beside the word clears bombs: a state's forces, or one that does so where it rules."""
    beside = (row[k] for k in (at + 1, at - 1) if lo <= k < hi)
    who = next((c.ids for c in beside if c.sort is Sort.ACTOR and not c.prep), ())
    return bool(who) and all(Taxonomy.load().is_of_a_state(i) or i in tables()["clears"]["actors"] for i in who)


_SAPPERS: Final = "force.sappers"
_BOMBS: Final = frozenset(
    {f"weapon.{what}" for what in ("ied", "mine", "car_bomb", "bomb", "remnant")}
    | {f"trigger.{what}" for what in ("ied", "landmine", "vehicle_bomb", "unexploded")}
)
_REMNANT: Final = "weapon.remnant"
_LAID: Final = frozenset({"laid", "found"})
_WITH: Final = "ب"
_NEAR: Final = 4
"""Chunks from the verb to the bomb, and from that to the word that says whose it was not."""
