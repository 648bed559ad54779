"""Clauses that count what a month or a stretch of days had of acts or of dead, and tell no act (ruling 6 and section 1)."""

from __future__ import annotations

from typing import Final

from waqai.code.act.draft import Draft
from waqai.tag.date.expression import CalendarMonth, Moment, Today

EARLY: Final = 2
"""The last sentence of a headline and lead."""


def counts_days(draft: Draft, summed: int) -> bool:
    """Tell whether the dead of several days, of a region, are counted: "documented the death of 11 within 24 hours" (ruling 1).

    ``summed`` is the last sentence that did.
    """
    if not (draft.dates or draft.harm):
        return False
    if _counts_a_month(draft) or (draft.harm and _takes_up_sum(draft, summed)):
        return True
    # "the dead |in the north of the country| in 24 hours"
    of_all = "region" in draft.marks and draft.clause.sentence > EARLY
    if not (of_all or "documents" in draft.marks) or draft.places or not draft.harm:
        return False
    return any(m.is_period or (m.runs_to_now and not isinstance(m.expression, Today | Moment)) for _, m in draft.dates)


def _takes_up_sum(draft: Draft, summed: int) -> bool:
    """Tell whether a toll is that of the acts which the sentence before has counted: "150 attacks since May. |The attacks killed 19|"."""
    return draft.clause.sentence == summed + 1 and draft.refers_back and not (draft.places or draft.dates)


def _counts_a_month(draft: Draft) -> bool:
    """Tell whether a toll is that of a month over several places: "580 were killed in blasts in A, B and C last month" (ruling 6).

    Or the acts of a month are: "in A there were 40 assassinations last month".
    """
    if (draft.count or 0) >= ACTS_OF_A_MONTH and any(isinstance(m.expression, CalendarMonth) for _, m in draft.dates):
        return not draft.names_a_day or (not draft.places and any(m.is_period for _, m in draft.dates))
    if len(draft.places) < _SEVERAL or not draft.dates or sum(h.count.min or 0 for h in draft.harm) < _MANY:
        return False
    return all(isinstance(m.expression, CalendarMonth) for _, m in draft.dates)


_SEVERAL: Final = 2
ACTS_OF_A_MONTH: Final = 10
"""Acts in a month from which they are a statistic."""
_MANY: Final = 50
"""Dead from which a month's toll over several places is a statistic."""
