"""Tolls that rise: the news is that somebody died of wounds, and the act is of a day before: "the dead of the shelling of A rose to five. |X had shelled the town on Sunday|" is one incident, on Sunday."""

from __future__ import annotations

from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import NEWS_CYCLE, Act, When, Where
from waqai.values.date import DateValue

_LATER: Final = frozenset({"rises", "succumbed"})
"""Marks of clauses that tell what came of an act later: a toll that rose, somebody who died of wounds."""
_NEXT: Final = 2
"""Sentences from the toll to the act."""


def is_day_of_risen(act: Act, draft: Draft, own: When, where: Where | None, news: DateValue | None) -> bool:
    """Tell whether a day shortly before the news is that of an act of which headline and lead told only its toll, as news."""
    last = act.drafts[-1].clause
    if last.block > 1 or not 0 <= draft.clause.sentence - last.sentence <= _NEXT:
        return False
    if not any(_is_risen(d) for d in act.drafts) or any(d.dates and not _is_risen(d) for d in act.drafts):
        return False
    if draft.family_name != act.family_name or _is_elsewhere(act, where):
        return False
    told = act.when.value if act.when is not None else news
    if told is None or told.start is None or own.value.end is None:
        return False
    return 0 < (told.start - own.value.end).days <= NEWS_CYCLE.days


def _is_elsewhere(act: Act, where: Where | None) -> bool:
    """Tell whether a clause names another place than the act's, and no quarter of it."""
    if where is None or act.where is None:
        return False
    return act.where.key not in (where.key, where.town)


def _is_risen(draft: Draft) -> bool:
    return not _LATER.isdisjoint(draft.marks)


def settle_risen(act: Act, draft: Draft, own: When | None, news: DateValue | None) -> None:
    """Give an act of which the toll was told first the day on which it was."""
    if own is not None and is_day_of_risen(act, draft, own, act.where, news):
        act.when = own
