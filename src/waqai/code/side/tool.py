"""Who strikes and who is struck where the bomb stands between the verb and its object: "X targeted |with a charge| a patrol of Y"."""

from __future__ import annotations

from typing import Final

from waqai.code.clause.scene import Scene
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Sort
from waqai.tag.chunk_words import IN


def wields(scene: Scene, k: int, tool: int) -> bool:
    """Tell whether the actor ahead of the verb strikes with the bomb behind it: "|cells of X| targeted with a charge a patrol"."""
    if _killed_others(scene, k, tool):
        return True
    dated = scene.row[k + 1].sort is Sort.DATE
    if tool == k + 1 + dated and k > scene.lo and scene.row[k - 1].has(_THROW):
        return True  # "gunmen of X |threw a grenade|"
    if tool != k + 2 or tool + 1 >= scene.hi:
        return False
    hit = scene.row[tool + 1]
    return not hit.prep and hit.sort in (Sort.ACTOR, Sort.WORD) and aims_with(scene, tool)


def _killed_others(scene: Scene, k: int, tool: int) -> bool:
    """Tell whether the actor is the subject of a killing whose victims are others, and the bombing is how: "|gunmen of X| killed two of its soldiers in a bombing"."""
    verb = scene.row[k + 1]
    harm = verb.reading(Kind.HARM)
    if harm is None or harm.form.pos is not Pos.VERB or verb.gap or verb.joined or scene.row[tool].prep not in IN:
        return False
    return verb.text.endswith(_THEY) and any(k + 1 < victim < tool for victim in scene.victims)


_THEY: Final = "وا"
"""Ending of a verb whose subject stands before it."""


def aims_with(scene: Scene, tool: int) -> bool:
    """Tell whether a bomb stands between a verb and whom it is done to: "gunmen targeted |with a grenade| a patrol of X"."""
    if scene.row[tool].prep != "ب" and not scene.row[tool].text.startswith("ب"):
        return False
    for j in range(scene.lo, tool):
        act = scene.row[j].reading(Kind.TRIGGER)
        if act is not None and act.form.is_active_verb and not act.form.suffix:
            return any(chunk.names_side for chunk in scene.row[scene.lo : tool])
    return False


_THROW: Final = "trigger.throw"
