"""Whom a raid or a wave of arrests is after, where no arrested man is said to be theirs (codebook ruling 30)."""

from __future__ import annotations

from typing import Final

from waqai.code.clause.scene import Scene
from waqai.tag.chunk import Sort

_CUES: Final = frozenset({"seeks", "reaches"})
"""Particles behind which stands whom a raid is after: "in search of", "that reached"."""
_REACH: Final = 4
"""Chunks between such a word and the group: "in search of |members in| X", "of X |and| Y"."""


def is_sought(scene: Scene, k: int) -> bool:
    """Tell whether a group is whom the raid is after: "raided houses |in search of members of| X", "arrests |that reached| X and Y"."""
    row = scene.row
    if row[k].is_land:
        return False
    for j in range(k - 1, max(scene.lo - 1, k - 1 - _REACH), -1):
        if row[j].particle in _CUES:
            return scene.trigger is not None and j > scene.trigger
        if row[j].sort in (Sort.PLACE, Sort.DATE, Sort.STOP, Sort.NUMBER) or row[j].particle == "agent":
            return False
    return False
