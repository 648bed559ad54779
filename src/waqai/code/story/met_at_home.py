"""Mines and blasts of other days that are told by where those come from whom they hit: "… last month three children |of the town of B| were hurt by a mine"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act
from waqai.tag.harm.find import CIVILIANS, HURT


def met_at_home(draft: Draft, acts: Sequence[Act]) -> bool:
    """Tell whether a blast with a day and victims of its own, who were told of nowhere before, names only their town: they met it there."""
    if draft.family_name != _BOMB or not draft.dates or draft.refers_back or draft.clause.headline:
        return False
    hurt = [h for h in draft.harm if h.kind in HURT and h.who == CIVILIANS]
    before = {(h.kind, h.count) for act in acts for h in act.harm}
    return bool(hurt) and bool(acts) and not any((h.kind, h.count) in before for h in hurt)


_BOMB: Final = "bomb"
