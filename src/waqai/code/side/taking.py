"""Actors where troops come or a place comes into other hands: who had held it, who helped to take it, whose column it is."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.code.clause.scene import Part, Role, Scene
from waqai.code.deed.ground import is_driven_off, is_taken_from
from waqai.code.side.column import is_of_column
from waqai.code.side.help import aided_or_taken


def on_ground(scene: Scene, part: Part, parts: Sequence[Part], *, over: bool, moved: bool) -> Part:
    """Read an actor anew behind "from", or where a place comes into other hands (``over``) or troops come (``moved``)."""
    chunk = scene.row[part.at]
    given = aided_or_taken(scene, part) if chunk.prep == "من" else None
    if given is not None:
        part = given
    elif part.role is not Role.TARGET and (
        (chunk.prep == "من" and is_taken_from(scene.row, scene.lo, part.at))
        or (over and is_driven_off(scene.row, scene.trigger, part.at))
    ):
        part = part.turned(Role.TARGET, "roles.taken_from")
    met = scene.family == "movement" and part.role is Role.TARGET and part.rule != "roles.taken_from"
    whose = part.rule == "roles.owner_of_object" and not chunk.prep
    if met and whose and any(p.role is Role.AGENT and p.ids for p in parts):
        return part.turned(Role.NONE, "roles.beside")  # "X entered A amid disorder in the ranks |of Y|"
    if met or (moved and is_of_column(scene, part.at)):
        return part.turned(Role.AGENT, "roles.who_moves")  # a column of X: nobody is aimed at (ruling 35)
    return part
