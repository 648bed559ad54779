"""The clauses of an act by how near they stand to the one that puts it where it was: what that one leaves open the nearest says."""

from __future__ import annotations

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act


def by_nearness(act: Act) -> tuple[Draft, list[Draft]]:
    """Give the clause that names the act's place, else its lead, and all its clauses: that one first, the headline last."""
    if len(act.drafts) == 1:
        return act.lead, act.drafts
    at = act.where.at if act.where is not None else -1
    home = next((d for d in act.drafts if any(k == at for k, _ in d.places)), act.lead)
    ranked = sorted(
        act.drafts,
        key=lambda d: (
            d is not home or d.clause.headline,
            d.clause.headline,
            abs(d.clause.sentence - home.clause.sentence),
            d.clause.lo,
        ),
    )
    return home, ranked
