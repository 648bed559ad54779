"""Arrests counted for a whole land or governorate and then told town by town: "held 12 in the West Bank. In A three …, in B one" (ruling 1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.told import Act
from waqai.values.place import AREAS

_RAID: Final = "raid"
_HELD: Final = "detained"
_SEVERAL: Final = 2
_GOVERNORATE: Final = "محافظ"
"""How the word begins that makes a governorate of its city's name."""


def sums_up_arrests(act: Act, later: Sequence[Act]) -> bool:
    """Tell whether an act only counts those held in a land, of whom acts told behind it have some, each in its town."""
    if act.family_name != _RAID or act.where is None or not _is_of_a_land(act):
        return False
    total = _held(act)
    towns = [
        a
        for a in later
        if a.family_name == _RAID
        and a.where is not None
        and not _is_of_a_land(a)
        and a.where.value.country == act.where.value.country
        and a.is_on_a_day_of(act)
    ]
    held = [n for a in towns if (n := _held(a))]
    return len(held) >= _SEVERAL and total >= sum(held)


def _is_of_a_land(act: Act) -> bool:
    where = act.where
    assert where is not None
    return where.value.precision in AREAS or where.value.text.startswith(_GOVERNORATE)


def _held(act: Act) -> int:
    return max((m.count.min or 0 for m in act.harm if m.kind == _HELD and m.count.max != 0), default=0)
