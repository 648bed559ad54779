"""What goes on since longer than the month within which an incident has to be dated (codebook section 1)."""

from __future__ import annotations

from waqai.code.act.draft import Draft
from waqai.code.setting.days import Days
from waqai.tag.date.expression import Relation


def goes_on(draft: Draft, days: Days) -> bool:
    """Tell whether an act goes on since longer than a month: a siege, the toll of a war, an air campaign."""
    if not draft.dates:
        return False
    if _is_campaign(draft, days):
        return True
    at = draft.marks.get("since")
    if at is None or any(k != at and days.calendar.dates_act(k, m) for k, m in draft.dates):
        return False
    return any(k == at and days.is_long_since(k, m) for k, m in draft.dates)


def _is_campaign(draft: Draft, days: Days) -> bool:
    """Tell whether a clause without a place tells what goes on since long: "the coalition strikes in Iraq since last August"."""
    if draft.method is None or draft.names_a_day or _has_place(draft, days):
        return False
    return any(m.relation is Relation.SINCE and days.is_long_since(k, m) for k, m in draft.dates)


def _has_place(draft: Draft, days: Days) -> bool:
    """Tell whether a place stands with the act, and not only ahead of a comma: "entered A, |and the coalition strikes in Iraq since last August|"."""
    assert draft.method is not None
    row = days.calendar.tagged.row
    comma = next((k for k in range(draft.method.at, draft.clause.lo, -1) if row[k].text == ","), draft.clause.lo - 1)
    return any(k > comma for k, _ in draft.places)
