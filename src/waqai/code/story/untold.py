"""A toll told at a place before the act that caused it: "18 persons were killed in A yesterday. A car bomb had gone off in the market of A"."""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act, When, Where, are_other_dead

_KILLING: Final = frozenset({"fire", "air", "bomb", "clash", "capture", "violence", "open"})
"""Families of acts that kill and wound."""
_NEXT: Final = 2
"""Sentences within which the act is told."""


class Untold(msgspec.Struct, frozen=True):
    """A clause that tells a toll and no act, where and when that was."""

    draft: Draft
    where: Where
    when: When | None

    def is_of(self, act: Act) -> bool:
        """Tell whether an act just told is what cost it: at its place, or at one in it, on its day."""
        where, last = act.where, act.drafts[-1].clause
        if where is None or act.family_name not in _KILLING or "apart" in act.drafts[-1].marks:
            return False
        away = last.sentence - self.draft.clause.sentence
        if not 0 <= away <= _NEXT or are_other_dead(self.draft.harm, act.harm):
            return False
        if where.key != self.where.key and not (away <= 1 and self.where.key in where.parents):
            return False
        return self.when is None or act.when is None or self.when.value.overlaps(act.when.value)


def place_of(untold: Untold | None, draft: Draft) -> Where | None:
    """Give where people died as the place of an act that names none and is told at once: "killed in A, |where shells fell|"."""
    if untold is None or draft.harm or draft.refers_back or {"apart", "region"} & draft.marks.keys():
        return None
    away = draft.clause.sentence - untold.draft.clause.sentence
    at_once = away == 0 or (away == 1 and draft.clause.block == untold.draft.clause.block)
    return untold.where if at_once and draft.family_name in _KILLING else None
