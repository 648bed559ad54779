"""Clauses that tell another act than the one at hand, for all that likens them.

"Ten died today, |a day after| a bombing. A car bomb in A killed six" is two; so is "eight died in A. |On the other hand|, 20 were killed".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act, Where, are_other_dead, told_again
from waqai.tag.harm.find import HarmMention


def is_left_behind(act: Act, draft: Draft) -> bool:
    """Tell whether a clause goes on with the news, and the act was told as an earlier one only, without a place of its own clause."""
    if draft.refers_back or draft.clause.background or draft.clause.earlier or not draft.places:
        return False
    return all(d.clause.earlier and not d.places for d in act.drafts)


def is_its_fight(act: Act, draft: Draft) -> bool:
    """Tell whether the sentence behind an attack goes on with the fight that it became: "gunmen attacked a post of X. Clashes broke out |between the two sides|"."""
    if "both_sides" not in draft.marks or draft.family_name != "clash" or draft.places:
        return False
    attack = act.family_name in _ATTACKS and draft.clause.sentence - act.drafts[-1].clause.sentence == 1
    return attack and bool(act.agent_ids())


_ATTACKS: Final = frozenset({"open", "violence"})


def is_on_its_road(act: Act, draft: Draft, where: Where) -> bool:
    """Tell whether a clause takes up an act told at a point and says on which road that was: "a strike hit a car near A. |The strike was on the road from B to C|"."""
    if not draft.refers_back or draft.family_name != act.family_name or "joint" in draft.marks:
        return False
    road = any(at == where.at and phrase.relation == _ROAD for at, phrase in draft.places)
    away = draft.clause.sentence - act.drafts[-1].clause.sentence
    return road and 0 < away <= _NEXT and not are_other_dead(act.harm, draft.harm)


_ROAD: Final = "road"
_NEXT: Final = 2
"""Sentences from an act to the road on which it was."""


def is_quarter_of(act: Act, where: Where) -> bool:
    """Tell whether a quarter is in the town that headline and lead alone have told the act of: "killed in the town of A. …, the shots fell in |the quarter of B|"."""
    if not where.town or act.where is None or where.town != act.where.key:
        return False
    return all(d.clause.block <= 1 for d in act.drafts)


def is_besides(act: Act, draft: Draft, where: Where, harm: Sequence[HarmMention], place: str) -> bool:
    """Tell whether a clause tells of another quarter of the act's town, or by "while" of the desert around, with other victims: "killed a man in the town of A. |Gunmen also shot at B in the quarter of C|"."""
    if place == _WITHIN and where.town and are_other_dead(act.harm, harm):
        return True
    if draft.marks.get("joint") != draft.clause.lo or draft.refers_back or not any(m.count.max != 0 for m in harm):
        return False
    near = place == _WITHIN or (place == _AROUND and where.is_desert)
    return near and bool(act.harm) and not told_again(act.harm, harm)


_WITHIN: Final = "place.inside"
_AROUND: Final = "place.area_of"


def is_as_wide(act: Act, where: Where | None) -> bool:
    """Tell whether a clause names the act's own place, or a land as the act does: "in the governorate of A", "in the countryside of A"."""
    if act.where is None or where is None:
        return False
    return act.where.key == where.key or (act.where.is_coarse and where.is_coarse)


def opens_another(draft: Draft, act: Act | None, cues: Collection[str]) -> bool:
    """Tell whether a clause that opens another matter and names no place tells none of the acts before: by other dead, or by nothing that likens them."""
    if draft.marks.get("apart") != draft.clause.lo or draft.refers_back:
        return False
    return _SURE.isdisjoint(cues) or (act is not None and are_other_dead(draft.harm, act.harm))


_SURE: Final = frozenset({"agent.same", "toll.same", "kind.same"})
"""Cues by which a clause that opens another matter and names no place of its own is still about an act told before."""


def is_second_headline(act: Act, draft: Draft) -> bool:
    """Tell whether a headline tells of two acts: "three soldiers killed in an attack in A, |and the army holds 20|"."""
    if not draft.clause.headline or not act.is_in_headline_only:
        return False
    held, hurt = {m.kind for m in draft.harm}, {m.kind for m in act.harm}
    named = any(p.ids for p in draft.agents) and not act.agent_ids()
    return named and bool(held) and held <= _HELD and bool(hurt) and not hurt & _HELD


_HELD: Final = frozenset({"detained", "abducted"})
