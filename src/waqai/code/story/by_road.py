"""The road by which an act was: a clause that only says on which one, or by which village on it, tells the act again."""

from __future__ import annotations

from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act, Where, are_other_dead, told_again
from waqai.tag.harm.find import HarmMention
from waqai.values.place import PlacePrecision


def road_cue(act: Act, draft: Draft, where: Where) -> str:
    """Give the cue that a clause tells again an act by a road: on which one that was, or by which village; empty where it does not."""
    if _is_on_its_road(act, draft, where):
        return "place.not_said"
    return "place.specified" if _is_by_its_road(act, draft, where) else ""


def _is_on_its_road(act: Act, draft: Draft, where: Where) -> bool:
    """Tell whether a clause takes up an act told at a point and says on which road that was: "a strike hit a car near A. |The strike was on the road from B to C|"."""
    if not draft.refers_back or draft.family_name != act.family_name or "joint" in draft.marks:
        return False
    road = any(at == where.at and phrase.relation == _ROAD for at, phrase in draft.places)
    away = draft.clause.sentence - act.drafts[-1].clause.sentence
    return road and 0 < away <= _NEXT and not are_other_dead(act.harm, draft.harm)


def _is_by_its_road(act: Act, draft: Draft, where: Where) -> bool:
    """Tell whether a clause says by which village it was on the road that an act was told of: "a drone hit a car on the road from A to B. |It hit the car near C|"."""
    at = act.where.at if act.where is not None else -1
    if where.value.precision is not PlacePrecision.TOWN or draft.harm or draft.dates or _APART & draft.marks.keys():
        return False
    if not any(k == at and phrase.relation == _ROAD for d in act.drafts for k, phrase in d.places):
        return False
    near = any(k == where.at and phrase.relation == _BY for k, phrase in draft.places)
    again = draft.refers_back or _is_of_method(act, draft)
    return near and again and 0 < draft.clause.sentence - act.drafts[-1].clause.sentence <= _NEXT


def _is_of_method(act: Act, draft: Draft) -> bool:
    first, then = act.lead.method, draft.method
    return first is not None and then is not None and first.method == then.method != _OTHER


_OTHER: Final = "other"
_BY: Final = "near"
_APART: Final = frozenset({"joint", "anew", "apart"})
_ROAD: Final = "road"
_NEXT: Final = 2
"""Sentences from an act to the road on which it was."""


def side_cue(act: Act, where: Where, harm: list[HarmMention]) -> str:
    """Give the cue of a place that may lie on the side of a town told with as many victims: "19 killed |north-east of A|. … killed 19 in the hills of B"."""
    if act.where is None or act.where.is_beside == where.is_beside:
        return ""
    told, mine = ([m for m in all_told if m.count.is_exact] for all_told in (act.harm, harm))
    if act.where.value.country == where.value.country and any(n > 2 for _, n in told_again(told, mine)):
        return "place.specified" if act.where.is_beside else "place.in_area"
    return ""
