"""Tolls told with an act that names no place, and then the act at its place: one incident (codebook section 1).

"15 persons were killed when a bomber blew himself up in the north of X. The governor said that |a bomber blew himself up in A|": the
second sentence tells the act anew, with its place, and not the toll. In: the acts of an article. Out: the placed act with the toll.
"""

from __future__ import annotations

from typing import Final

from waqai.code.act.told import Act
from waqai.code.story.spots import is_of_other_item
from waqai.tag.harm.find import HURT, HarmMention

_BLOWS: Final = frozenset({"bomb", "violence", "clash", "fire", "air"})
"""Families of acts that wires first tell of a part of the country."""


def place_tolls(acts: list[Act], *, items: bool) -> None:
    """Join an act told with a toll and no place with the one that the next sentence tells at its place, and without that toll."""
    kept: list[Act] = []
    for act in acts:
        placed = None
        if act.where is None and act.family_name in _BLOWS and any(_is_counted(m) for m in act.harm):
            placed = next((a for a in acts if _places(a, act) and not is_of_other_item(a, act, items=items)), None)
        if placed is None:
            kept.append(act)
            continue
        placed.leading = placed.lead
        placed.harm[:0] = act.harm
        placed.take(act.drafts)
        placed.when = placed.when or act.when
    acts[:] = kept


def _is_counted(m: HarmMention) -> bool:
    return m.kind in HURT and (m.count.min or 0) > 1


def _places(placed: Act, act: Act) -> bool:
    """Tell whether an act tells another again, with its place."""
    first, last = placed.drafts[0], act.drafts[-1]
    if placed.where is None or not placed.own_place or placed.family_name != act.family_name:
        return False
    if first.clause.sentence != last.clause.sentence + 1 or "apart" in first.marks:
        return False
    if {m.kind for m in placed.harm if m.kind in HURT} & {m.kind for m in act.harm if _is_counted(m)}:
        return False
    return not placed.is_by_others(act) and placed.is_on_a_day_of(act)
