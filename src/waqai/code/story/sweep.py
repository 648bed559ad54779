"""What is counted or told of a whole land and then told town by town: "held 12 in the West Bank. In A three …, in B one" (ruling 1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import NEWS_CYCLE, Act, When
from waqai.tag.actor.camps import tables
from waqai.values.place import AREAS

_RAID: Final = "raid"
_HELD: Final = "detained"
_SEVERAL: Final = 2


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


def sums_up_raids(act: Act, later: Sequence[Act]) -> bool:
    """Tell whether headline or lead only count a governorate's raids of the last days, told behind them town by town: "one killed and 16 held |in the region of A|. In B, of A, one was killed and 13 held, in C three" (ruling 1)."""
    if act.family_name != _RAID or act.where is None or not (_is_of_a_land(act) or act.where.is_seat):
        return False
    if not act.is_of_lead:
        return False
    towns = [a for a in later if a.family_name == _RAID and _is_town_of(a, act)]
    held, killed = sum(map(_held, towns)), sum(_count(a, "killed") for a in towns)
    if not held or _held(act) < held or _count(act, "killed") < killed:
        return False
    return held == _held(act) or 0 < killed == _count(act, "killed")


def _is_town_of(act: Act, land: Act) -> bool:
    """Tell whether an act was in a town of a governorate, at the time of what is told of that."""
    if act.where is None or land.where is None or act.where.is_seat or _is_of_a_land(act):
        return False
    value, of = act.where.value, land.where.value
    near = act.when is None or land.when is None or _are_near(act.when, land.when)
    return near and value.admin1 == of.admin1 and value.country == of.country


def _are_near(one: When, other: When) -> bool:
    """Tell whether two days lie in one news cycle."""
    start, end = one.value.start, other.value.start
    return start is not None and end is not None and abs(start - end) <= NEWS_CYCLE


def sums_up_strikes(act: Act, later: Sequence[Act]) -> bool:
    """Tell whether an act only counts the dead of a day's strikes, told place by place behind it: "dozens were killed in raids. In A nine …, in B six" (ruling 1).

    It names no place of its own but that in which the story was written.
    """
    if act.family_name not in _STRIKES or act.where is None or any(act.is_named_in(d) for d in act.drafts):
        return False
    total = _count(act, "killed")
    towns = [a for a in later if a.family_name in _STRIKES and a.where is not None and a.is_on_a_day_of(act)]
    dead = [n for a in towns if any(a.is_named_in(d) for d in a.drafts) and (n := _count(a, "killed"))]
    return len(dead) > _SEVERAL and total >= sum(dead)


def spreads_over(act: Act, later: Sequence[Act]) -> bool:
    """Tell whether an act is told of the villages of a mountain or plain, of which its sentence goes on to name those hit: "shelled the villages of Mount A, |as it hit| B and C".

    What it counts is left only where those told behind it have some of that kind too.
    """
    if act.family_name not in _STRIKES or act.where is None or act.where.value.name.split(" ")[0] not in _LANDS:
        return False
    end = act.drafts[-1].clause.hi
    hit = [a for a in later if a.family_name in _STRIKES and _goes_on(a.lead, end) and a.where is not None]
    if not hit or any(a.where is not None and a.where.value.admin1 != act.where.value.admin1 for a in hit):
        return False
    told = {m.kind for a in later if a.family_name in _STRIKES for m in a.harm}
    return all(m.count.max is None and m.kind in told for m in act.harm)


def _goes_on(draft: Draft, end: int) -> bool:
    return draft.clause.lo == end and "how" in draft.marks and bool(draft.places)


_LANDS: Final = frozenset({"جبل", "سهل"})
_STRIKES: Final = frozenset({"air", "fire", "open", "violence"})


def _is_of_a_land(act: Act) -> bool:
    where = act.where
    assert where is not None
    return where.value.precision in AREAS or where.value.text.startswith(tables()["phrases"]["governorate"])


def _held(act: Act) -> int:
    return _count(act, _HELD)


def _count(act: Act, kind: str) -> int:
    return max((m.count.min or 0 for m in act.harm if m.kind == kind and m.count.max != 0), default=0)
