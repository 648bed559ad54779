"""Actors who are named beside an act and have no part in it: who is held where it was, who agreed to it, who parts those who fight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.scene import Scene
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk

_BEFORE: Final = frozenset({"houses", "by_accord"})
"""Classes of words right before them: "which holds detainees of", "by the agreement with"."""
_CONTAINS, _PARTS_THEM, _WARDS_OFF = "contains", "parts_them", "wards_off"
_BY_THE_WAY: Final = _BEFORE | {_CONTAINS, _PARTS_THEM, _WARDS_OFF}
"""Classes of all words beside which an actor is only named."""


def named_by_the_way(scene: Scene, k: int) -> str:
    """Give the rule by which an actor is only named beside the act; empty where he is not."""
    if _BY_THE_WAY.isdisjoint(scene.marks):
        return ""
    row, lo, hi = scene.row, scene.lo, scene.hi
    if k > lo and not row[k].gap and (row[k - 1].particle in _BEFORE or _is_held_there(row, lo, k)):
        return "roles.by_the_way"
    if scene.is_clash and k + 1 < hi and row[k + 1].gap <= 1 and _parts_them(row, k + 1, hi):
        return "roles.parts_them"
    return ""


def _is_held_there(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether an actor's men are the inmates of a place: "A, which has in it |detainees of| X"."""
    return k - 2 >= lo and row[k - 2].particle == _CONTAINS and row[k - 1].entry(Kind.HARM).harm == "detained"


def _parts_them(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether somebody steps in between those who fight: "X stepped in |to part them|", "stepped in |to end| a fight between two clans"."""
    if row[k].particle == _PARTS_THEM:
        return True
    ends = row[k].particle == _WARDS_OFF and row[k].prep == "ل" and k + 1 < hi and not row[k + 1].gap
    return ends and row[k + 1].entry(Kind.TRIGGER).method == "clash"
