"""Places at which an act told before was, each on its day: "last night X and Y fought. |The clashes| were at A, B and C"."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act


def share_days(acts: Sequence[Act], drafts: Sequence[Draft]) -> None:
    """Give the places that a clause without a day names the day of the act that it takes up, which the first of them has."""
    for draft in drafts:
        if draft.refers_back and len(draft.places) > 1 and not draft.dates:
            _share_day(acts, draft)


def _share_day(acts: Sequence[Act], draft: Draft) -> None:
    here = [act for act in acts if any(d.clause is draft.clause for d in act.drafts)]
    if len(here) > 1 and here[0].drafts[0].clause is not draft.clause and here[0].when is not None:
        for act in here[1:]:
            if act.drafts[0].clause is draft.clause:
                act.when = here[0].when
