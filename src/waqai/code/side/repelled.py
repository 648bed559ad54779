"""Where a clause says that an attack was beaten off: "X |repelled| an attack", "X fought Y |and foiled| an attempt of theirs"."""

from __future__ import annotations

from typing import Final

from waqai.code.clause.scene import Scene
from waqai.code.deed.turned import STREET
from waqai.code.family import REPELS
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk

_ATTACKS: Final = STREET | frozenset(
    {
        "trigger.advance",
        "trigger.assault",
        "trigger.attempted_infiltration",
        "trigger.battle",
        "trigger.creep",
        "trigger.military_operation",
        "trigger.clash",
        "trigger.confrontation",
        "trigger.exposure",
        "trigger.offensive",
        "trigger.storming",
        "trigger.capture",
        "trigger.its_capture",
    }
)
"""Acts that a side can beat off; a bomb is defused, a drone shot down."""
_NEAR: Final = 2
"""Chunks behind "beat off" to the attack."""


def repelled_at(scene: Scene) -> int | None:
    """Find the word that the attack of a clause was beaten off; none where it was not."""
    row = scene.row
    if scene.trigger is None:
        return None
    if not names_attack(row[scene.trigger]):
        return None
    ahead = (k for k in range(scene.lo, scene.trigger + 1) if row[k].has_any(REPELS))
    return next(ahead, None) or _repelled_after(scene)


def _repelled_after(scene: Scene) -> int | None:
    """Find the word that an attack was beaten off behind the fight: "X fought Y |and beat off| an attempt of theirs to get into A"."""
    row = scene.row
    for k in range((scene.trigger or 0) + 1, scene.hi - 1):
        if not (row[k].has_any(REPELS) and row[k].joined):
            continue
        if any(c.reading(Kind.TRIGGER) is not None and names_attack(c) for c in row[k + 1 : k + 1 + _NEAR]):
            return k
    return None


def names_attack(chunk: Chunk) -> bool:
    """Tell whether the act of a chunk is one that a side can beat off."""
    return chunk.entry(Kind.TRIGGER).id in _ATTACKS
