"""An act that was only told as what came before the news: "ten died today, |a day after| a bombing. A car bomb in A killed six" is two."""

from __future__ import annotations

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act


def is_left_behind(act: Act, draft: Draft) -> bool:
    """Tell whether a clause goes on with the news, and the act was told as an earlier one only, without a place of its own clause."""
    if draft.refers_back or draft.clause.background or draft.clause.earlier or not draft.places:
        return False
    return all(d.clause.earlier and not d.places for d in act.drafts)
