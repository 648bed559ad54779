"""Fire that two sides open on each other from afar: "mutual shelling between X and Y", "X and Y exchanged shells" (ruling 16)."""

from __future__ import annotations

from typing import Final

from waqai.code.clause.scene import DOERS, EXCHANGES, Part, Role, Scene
from waqai.code.family import FROM_AFAR

_MUTUAL: Final = "mutual"
_BEHIND: Final = 3
"""Chunks behind the act within which "mutual" stands: "shelling with mortars, |mutual|"."""


def with_exchange(scene: Scene, parts: list[Part]) -> list[Part]:
    """Take those who exchange fire for sides of it, and nobody for who did it."""
    if (
        _MUTUAL not in scene.marks
        or scene.family not in FROM_AFAR
        or scene.trigger is None
        or not _is_mutual(scene, scene.trigger)
    ):
        return parts
    return [p.turned(Role.SIDE, EXCHANGES) if p.role in DOERS and p.ids else p for p in parts]


def _is_mutual(scene: Scene, at: int) -> bool:
    return any(scene.row[k].particle == _MUTUAL for k in range(scene.lo, min(at + _BEHIND, scene.hi)))
