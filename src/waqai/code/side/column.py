"""Troops that come: whose column it is, "reinforcements of [l-] the army" (codebook ruling 35: the mover alone)."""

from __future__ import annotations

from typing import Final

from waqai.code.clause.scene import Scene
from waqai.lexicon.entry import Kind

_COLUMN: Final = "trigger.reinforce"
_WHERE: Final = frozenset({"في", "الي", "علي"})
"""Prepositions of what does not move: "amid collapse |in| the ranks of X", "came |to| a post of X"."""


def moves_in(scene: Scene) -> bool:
    """Tell whether the act is that troops come, be it that they take the place."""
    if scene.family == "movement":
        return True
    return scene.family == "capture" and scene.trigger is not None and scene.row[scene.trigger].has(_COLUMN)


def is_of_column(scene: Scene, k: int) -> bool:
    """Tell whether the actor owns what moves right before him: "reinforcements of [l-] the army"."""
    chunk, before = scene.row[k], scene.row[k - 1]
    if k == scene.lo or chunk.gap > 1 or chunk.prep not in ("", "ل") or chunk.joined or before.prep in _WHERE:
        return False
    return before.reading(Kind.OBJECT) is not None or before.entry(Kind.TRIGGER).method == "deployment"
