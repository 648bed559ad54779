"""Tolls of another place than the act told before: of others who fell to the same deed, of another town that shells hit too.

In: a clause that tells a toll and no act, its place, and the act told before.
"""

from __future__ import annotations

from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act, Where, are_towns, may_hold
from waqai.code.family import FROM_AFAR
from waqai.code.story.telling_of import KILLS, were_hit

_MEANWHILE: Final = "joint"
_LIKE: Final = "like_event"


def goes_on_elsewhere(draft: Draft, where: Where, act: Act) -> bool:
    """Tell whether others than those told fell to the same deed at another place: "raids on A killed six. Four |others| died in B"."""
    if act.where is None or act.lead.method is None or where.is_coarse or where.key == act.where.key:
        return False
    if _LIKE in draft.marks and were_hit(draft):
        return True  # "a bomb killed one in A. |In similar incidents| three died in B"
    if act.family_name not in KILLS | FROM_AFAR or may_hold(where, act.where) or not were_hit(draft):
        return False
    return draft.harm[0].others or _were_hit_next(draft, where, act)


def _were_hit_next(draft: Draft, where: Where, act: Act) -> bool:
    """Tell whether shells or raids hit another town too, of which only the toll is told: "shelled A, which killed a man. |Two were wounded in B|"."""
    last = act.drafts[-1].clause
    if act.family_name not in FROM_AFAR or draft.clause.headline or draft.clause.background or act.where is None:
        return False
    if _MEANWHILE in draft.marks:
        return False  # "|while| a woman was killed in B", nobody says how
    return (
        are_towns(where, act.where) and draft.clause.block == last.block and draft.clause.sentence - last.sentence <= 1
    )
