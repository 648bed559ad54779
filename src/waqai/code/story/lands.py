"""Governorates that headline and lead name together, by their seats, for what the text tells of places in them: "strikes on |Hasakah and Aleppo|. …, a drone hit A"."""

from __future__ import annotations

from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.joins import may_join
from waqai.code.act.told import Act, Where
from waqai.code.story.spots import is_of_other_item

_SPREAD: Final = frozenset({"air", "fire", "bomb", "clash", "open", "violence", "raid"})
"""Families of acts that headlines tell of several governorates at once."""
_COUNTRYSIDE: Final = "countryside"
_SEVERAL: Final = 2


def absorb_lands(acts: list[Act], *, items: bool) -> None:
    """Drop what headline and lead tell of a governorate beside another, where the text tells such an act of a place in it."""
    heads = [act for act in acts if act.where is not None and _is_land(act, act.where)]
    if len(heads) < _SEVERAL and not any(act.where is not None and act.where.is_listed for act in heads):
        return
    for act in heads:
        inside = next((a for a in acts if _is_inside(a, act) and not is_of_other_item(a, act, items=items)), None)
        if inside is not None:
            inside.take(act.drafts)
            inside.harm.extend([] if any(a.harm for a in acts if a is not act) else act.harm)
            inside.when = inside.when or act.when
            acts[:] = [a for a in acts if a is not act]


def _is_land(act: Act, where: Where) -> bool:
    """Tell whether an act of headline and lead alone is at a governorate that is named by its seat, without "the city of"."""
    if act.family_name not in _SPREAD or not act.is_of_lead:
        return False
    if not where.is_seat or not any(d.clause.headline and d.places for d in act.drafts):
        return False
    return all(_names_no_city(d, where) for d in act.drafts)


def _names_no_city(draft: Draft, where: Where) -> bool:
    name = where.key.partition("|")[0]
    named = [phrase for _, phrase in draft.places if phrase.name == name]
    return all(p.kind in ("", _COUNTRYSIDE, "governorate") for p in named)


def _is_inside(fine: Act, head: Act) -> bool:
    """Tell whether an act of the text is one of those that the headline told of its governorate."""
    if fine is head or fine.where is None or head.where is None or not fine.own_place:
        return False
    if fine.where.key.partition("|")[0] == head.where.key.partition("|")[0]:
        return False
    if fine.where.value.admin1 != head.where.value.admin1 or fine.is_by_others(head):
        return False
    if all(d.clause.headline for d in fine.drafts) or not fine.is_on_a_day_of(head):
        return False
    return fine.drafts[0].clause.lo > head.drafts[-1].clause.lo and _is_such(fine, head)


def _is_such(fine: Act, head: Act) -> bool:
    """Tell whether two acts are of kinds that one word of a headline tells: "three |attacks|" may be a bomb and shots."""
    return may_join(fine.lead, head.lead) or (head.family_name == "open" and fine.family_name in _SPREAD)
