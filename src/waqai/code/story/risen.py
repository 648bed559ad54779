"""Tolls that rise: the news is that somebody died of wounds, and the act is of a day before: "the dead of the shelling of A rose to five. |X had shelled the town on Sunday|" is one incident, on Sunday."""

from __future__ import annotations

from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import NEWS_CYCLE, Act, When, Where
from waqai.values.date import DateValue

_LATER: Final = frozenset({"rises", "succumbed", "in_care"})
"""Marks of clauses that tell what came of an act later: a toll that rose, somebody who died of wounds."""


def is_day_of_risen(act: Act, own: When, where: Where | None, news: DateValue | None) -> bool:
    """Tell whether a day shortly before the news is that of an act of which only its toll was told, as news."""
    if not act.drafts[0].marks.keys() & _LATER and not _heads_risen(act):
        return False
    if where is not None and act.where is not None and act.where.key not in (where.key, where.town, *where.parents):
        return False
    if any(d.dates and not d.marks.keys() & _LATER for d in act.drafts):
        return False
    told = act.when.value if act.when is not None else news
    if told is None or told.start is None or own.value.end is None:
        return False
    return 0 < (told.start - own.value.end).days <= NEWS_CYCLE.days


def _heads_risen(act: Act) -> bool:
    """Tell whether the headline's act is told on by a toll that rises."""
    return act.drafts[0].clause.headline and any(_is_risen(d) for d in act.drafts)


def _is_risen(draft: Draft) -> bool:
    return bool(draft.marks.keys() & _LATER)
