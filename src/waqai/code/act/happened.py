"""Whether a clause tells an act that happened, by the marks of its steering words, its days and its plans (codebook section 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from waqai.code.act.alluded import is_of_old
from waqai.code.act.habit import HABITS, is_habit, is_long_ago
from waqai.code.act.other_life import GOES_OFF, is_of_another_life
from waqai.tag.date.find import DateMention

if TYPE_CHECKING:
    from waqai.code.act.draft import Draft

_FOUND: Final = "found"
_LEFT_BEHIND: Final = "unexploded_ordnance"
"""Method of acts that are always of something earlier."""
_NEAR: Final = 3
"""Chunks that a negation reaches, and within which a day is that of the act."""
_SUMS: Final = frozenset({"total", "trend", "scattered"})
"""Marks of clauses that sum acts up (ruling 1)."""


def happened(draft: Draft) -> bool:
    """Tell whether the clause tells an act that happened: no habit, no running total, no plan ahead of it."""
    marks, method = draft.marks, draft.method
    if not _SUMS.isdisjoint(marks) or (draft.dates and any(m.is_trend for _, m in _days_of_act(draft))):
        return False
    if "does" in marks and not (draft.places or draft.dates or draft.harm or draft.objects):
        return False  # "X attacks Y, and Y's aircraft raid his camps": how a war goes on
    if not _AGAINST_IT.isdisjoint(marks) and _is_ruled_out(draft):
        return False
    if draft.dates and method is not None:
        first = next((at + 1 for at, _ in draft.places if at > method.at), -1)  # "as in A |in the year 1980|"
        near = range(method.at + 1, method.at + _NEAR + 1)
        if any((is_long_ago(m) and k in near) or (k == first and is_of_old(m)) for k, m in draft.dates):
            return draft.takes_up
    elif method is not None and marks.get("earlier") == method.at + 1:
        return method.method == _LEFT_BEHIND
    if is_of_another_life(draft):
        return False
    plan = marks.get("plan")
    if plan is None or (method is not None and plan > method.at):
        return True
    if method is not None:
        return _is_behind_plan(draft, method.at)
    return not draft.harm or any(h.at < plan for h in draft.harm)


_AGAINST_IT: Final = HABITS.union("whether year nationwide once landmark series helps fire_source negation".split())
"""Marks that speak against it by what else the clause has or lacks: most clauses have none of them."""


def _is_ruled_out(draft: Draft) -> bool:
    """Tell whether one of ``_AGAINST_IT`` says that the clause tells no act that happened."""
    marks, method = draft.marks, draft.method
    if (
        (not HABITS.isdisjoint(marks) and is_habit(draft))
        or "whether" in marks
        or ("year" in marks and not draft.takes_up)
    ):
        return True
    if ("nationwide" in marks and not draft.places) or ("once" in marks and not draft.dates):
        return True
    if ("landmark" in marks and not draft.harm) or ("series" in marks and not draft.places):
        return True
    if "helps" in marks and method is not None and method.at < marks["helps"] and not (draft.places or draft.harm):
        return True  # "the strikes of X |supported| Y in this battle"
    if "fire_source" in marks and not (draft.places or draft.harm):
        return True
    return method is not None and "negation" in marks and 0 < method.at - marks["negation"] <= _NEAR


def _days_of_act(draft: Draft) -> list[tuple[int, DateMention]]:
    """Give the days of its act: what was found there may be of long before, "took A |and found| tunnels dug |in the past months|"."""
    found = draft.marks.get(_FOUND, -1)
    if draft.method is None or found < draft.method.at:
        return draft.dates
    return [(k, m) for k, m in draft.dates if k < found]


def _is_behind_plan(draft: Draft, at: int) -> bool:
    """Tell whether a plan is about an act that happened, with a day, a place and a toll: "vowed to find who set off the blast that killed 32 in A yesterday", "demanded the release of five whom X arrested in A yesterday"."""
    past = any(k > at and m.has_day_word and not m.is_plan for k, m in draft.dates) and any(
        k > at for k, _ in draft.places
    )
    goes_off = draft.family_name in GOES_OFF and any(h.at > at for h in draft.harm)
    led = draft.marks.get("result", at)
    # "an attack |that led to the death of| X"
    cost = led > at and any(h.kind == "killed" and h.at > led for h in draft.harm)
    return past and (goes_off or cost or "did" in draft.marks)
