"""How right one report is against another, field by field, and which reports of an article are pairs."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any, Final

import msgspec

from waqai.evaluate.place_name import same_governorate, same_place
from waqai.evaluate.record import ScoredReport

NEAR_DAYS: Final = 1
FAR_DAYS: Final = 31


class Checks(msgspec.Struct, frozen=True):
    """How right each field of a matched report is, 0 to 1; the order is that of every table."""

    sub_event: float
    place: float
    date: float
    initiators: float
    targets: float
    harm: float
    killed: float
    outcome: float

    @property
    def is_exact(self) -> bool:
        """Whether the incident is right in all that the exact-incident rate asks for."""
        return min(self.sub_event, self.place, self.date, self.initiators, self.targets, self.killed) == 1.0


FIELDS: Final = Checks.__struct_fields__


def check(gold: ScoredReport, system: ScoredReport) -> Checks:
    """Compare a pair field by field."""
    return Checks(
        sub_event=float(gold.sub_event_type == system.sub_event_type),
        place=float(same_place(gold, system)),
        date=float(gold.days == system.days),
        initiators=_f1(set(gold.initiators or ()), set(system.initiators or ())),
        targets=_f1(set(gold.targets or ()), set(system.targets or ())),
        harm=_f1(gold.harm or (), system.harm or ()),
        killed=float(_killed(gold) == _killed(system)),
        outcome=float((gold.outcome or "completed") == (system.outcome or "completed")),
    )


def days_meet(a: ScoredReport, b: ScoredReport, slack_days: int) -> bool:
    """Tell whether the days overlap or lie at most so far apart; unknown days meet every day."""
    these, those = a.days, b.days
    if these is None or those is None:
        return True
    return (those[0] - these[1]).days <= slack_days and (these[0] - those[1]).days <= slack_days


def affinity(gold: ScoredReport, system: ScoredReport) -> float:
    """Rate a possible pair; 0 when the two cannot match at all."""
    if gold.event_type != system.event_type:
        return 0.0
    near = days_meet(gold, system, NEAR_DAYS)
    if not (same_place(gold, system) or (same_governorate(gold, system) and near)):
        return 0.0
    if not days_meet(gold, system, FAR_DAYS):
        return 0.0
    right = check(gold, system)
    shared = right.sub_event + right.date + (right.initiators + right.targets + right.harm)
    return 1 + 2 * right.place + near + shared


def pairs(gold: Sequence[ScoredReport], system: Sequence[ScoredReport]) -> list[tuple[int, int]]:
    """Pair gold and system reports one to one, best first; pairs of indexes."""
    product = itertools.product(enumerate(gold), enumerate(system))
    rated = sorted(((affinity(g, s), i, j) for (i, g), (j, s) in product), reverse=True)
    chosen: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_system: set[int] = set()
    for value, i, j in rated:
        if value <= 0:
            break
        if i not in used_gold and j not in used_system:
            chosen.append((i, j))
            used_gold.add(i)
            used_system.add(j)
    return chosen


def _killed(report: ScoredReport) -> Counter[Any]:
    return Counter(row for row in report.harm or () if row.kind == "killed")


def _f1(a: Collection[Any], b: Collection[Any]) -> float:
    """Give the harmonic mean of precision and recall of two bags; two empty ones agree."""
    if not a and not b:
        return 1.0
    hits = sum((Counter(a) & Counter(b)).values())
    return 2 * hits / (len(a) + len(b))
