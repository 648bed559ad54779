"""The sides of a place that was lost: who follows "to" took it, who stands behind "from the hands of" had held it.

In: the scene of an act and the parts of its actors. Out: the parts with their roles turned; nothing where no place was lost.
"""

from __future__ import annotations

from typing import Final

from waqai.code.clause.scene import DOERS, Part, Role, Scene
from waqai.code.side.sides import group_of
from waqai.lexicon.entry import Kind

_OWN_DOER: Final = frozenset({"roles.act_of", "roles.agent"})
"""Rules by which the words of an act before or behind name its doer: he is not whose place it was."""


def turn_lost(scene: Scene, parts: list[Part]) -> list[Part]:
    """Give the sides of a place that was lost: "X lost A |to| Y", "lost |its hold on A to| Y", "A slipped |from X's hands|".

    Nothing where none was.
    """
    lost = scene.row[scene.trigger].reading(Kind.TRIGGER) if scene.trigger is not None else None
    if lost is not None and lost.entry.id in _SLIPS:
        return _turn_loser(scene, parts)
    if lost is None or not (lost.entry.id == _LOSE_TO or (lost.entry.id == _HOLD and not lost.form.is_active_verb)):
        return []
    winner = next((p for p in parts if p.at > scene.lo and scene.row[p.at - 1].particle == "for_group"), None)
    if winner is None:
        return []
    return [
        p.turned(Role.AGENT if p.at >= winner.at else Role.TARGET, "roles.fell_to")
        if p is winner or p.role in DOERS
        else p
        for p in parts
    ]


def _turn_loser(scene: Scene, parts: list[Part]) -> list[Part]:
    """Give the place that passed out of somebody's hands its loser: the first named behind the word, else the one ahead of it."""
    at = scene.trigger or scene.lo
    own = [p for p in parts if p.ids and p.rule not in _OWN_DOER]
    loser = next((p for p in own if at < p.at <= at + _LOSER), own[-1] if own and own[-1].at < at else None)
    if loser is None:
        return []
    return [p.turned(Role.TARGET, "roles.taken_from") if group_of(parts, p) is loser else p for p in parts]


_SLIPS: Final = frozenset({"trigger.slip_from", "trigger.lose_hold"})
_LOSER: Final = 4
"""Chunks between "passed out" and whose hands it was in: the place, the day, and the word for the hold stand between."""
_LOSE_TO: Final = "trigger.lose_to"
_HOLD: Final = "trigger.capture"
