"""What a page says of a whole countryside and means of the villages that it names besides: "both sides shell each other in the countrysides of A and B. …".

In: an act at a land, and one at a place of it. Out: whether the one speaks at large of what the other tells.
"""

from __future__ import annotations

from typing import Final

from waqai.code.act.told import Act, exact_dead, told_again
from waqai.code.camps import stand_together
from waqai.code.clause.scene import ids_of
from waqai.values.actor import NO_SIDE

_MUTUAL: Final = "mutual"


def is_a_side(fine: Act, coarse: Act) -> bool:
    """Tell whether who struck at a place is one of two sides that are said to shell each other in its land, or fights for one."""
    if _MUTUAL not in coarse.lead.marks:
        return False
    mine = fine.agent_ids() - NO_SIDE
    sides = ids_of(p for d in coarse.drafts for p in d.sides) - NO_SIDE
    return bool(mine) and any(mine == {side} or stand_together(mine, {side}) for side in sides)


def is_told_at_large(coarse: Act, fine: Act) -> bool:
    """Tell whether "the shelling hits houses in the countrysides of A and B", of no day and nobody counted, goes on in a village told further down."""
    if coarse.family_name != fine.family_name or exact_dead(coarse.harm):
        return False
    first = coarse.drafts[0]
    at_large = all(d.refers_back and not (d.places and d.dates) for d in coarse.drafts)
    return at_large and fine.drafts[0].clause.sentence > first.clause.sentence


def is_told_beside(fine: Act, coarse: Act) -> bool:
    """Tell whether "while" brings another act in the desert around, with victims of its own: "a soldier was killed in A, |while| a mine killed a shepherd in the desert of B"."""
    first = coarse.lead
    alone = coarse.where is not None and coarse.where.is_desert and not first.refers_back
    if not alone or not first.opens_with("joint") or "how" in first.marks:
        return False
    return bool(fine.harm and coarse.harm) and not told_again(fine.harm, coarse.harm)
