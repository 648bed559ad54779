"""A sentence that says more closely where the act just told was.

"18 were killed in clashes in the city of A. The clashes broke out in the area of B" is one act, at B. In: an act, and a clause with a
place of its own. Out: whether the clause only says where the act was.
"""

from __future__ import annotations

from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act, Where, is_elsewhere, told_again
from waqai.code.clause.scene import Role, ids_of
from waqai.code.family import FROM_AFAR
from waqai.gazetteer.key import name_key
from waqai.tag.actor.camps import tables
from waqai.tag.harm.find import HarmMention
from waqai.values.actor import UNKNOWN
from waqai.values.place import FINENESS, PlacePrecision

_ONE_BLOW: Final = frozenset({"bomb", "air"})
"""Families of acts that strike one place at a time: "the blast", "the raid"."""
_FOUGHT: Final = frozenset({"clash", "raid", "open", "violence"})
_BOMB: Final = "bomb"
_MANY: Final = 3
_RIVER: Final = "نهر "
_NEAR: Final = 2
"""Sentences from an act to where it was."""
"""The block of the first paragraph."""


def says_where(act: Act, draft: Draft, where: Where, harm: list[HarmMention], *, may_hold: bool) -> bool:
    """Tell whether a clause tells the act told last again, with its toll, and puts it in a closer place.

    ``may_hold``: whether nobody knows if the site lies in the act's town, where it is only a bomb that the town has but one of.
    """
    last = act.drafts[-1].clause
    if may_hold and draft.family_name != _BOMB:
        return False
    if draft.method is None or act.where is None or not act.family_name or act.where.is_listed:
        return False
    if _says_how(act, draft) and not is_elsewhere(act.where, where) and not _is_by_others(act, draft):
        return _is_finer(act.where, where)
    if _narrows(act, draft, where, harm):
        return True
    if not act.harm:
        return False
    if draft.clause.sentence - last.sentence > _NEAR or is_elsewhere(act.where, where) or _is_by_others(act, draft):
        return False
    if not harm and _is_between_them(act, draft, where):
        return True
    taken_up = draft.refers_back and not harm
    if not taken_up and (draft.clause.sentence == last.sentence or draft.opens_with("joint")):
        return False
    again = _same_toll(act, harm) or (draft.refers_back and _counts_them(act, harm))
    if again and _is_of_family(act, draft):
        return _is_closer(act, where)
    if not draft.refers_back or draft.clause.background or (harm and not again):
        return False
    name = draft.family_name
    if not _is_of_family(act, draft) or not (name in _FOUGHT or (name in _ONE_BLOW and draft.count is None)):
        return False
    return _is_closer(act, where) or (name == _BOMB and draft.clause.sentence - last.sentence == 1)


def _narrows(act: Act, draft: Draft, where: Where, harm: list[HarmMention]) -> bool:
    """Tell whether a clause takes an act up by its noun and gives the part of the town: "X shelled the city of A. |The shelling hit the quarter of| B"."""
    assert act.where is not None
    if not draft.refers_back or draft.clause.background or _is_by_others(act, draft):
        return False
    if draft.family_name != act.family_name or draft.family_name not in FROM_AFAR:
        return False
    if draft.opens_with("joint") or draft.clause.sentence - act.drafts[-1].clause.sentence != 1:
        return False
    if is_elsewhere(act.where, where) or (harm and act.harm and not _same_toll(act, harm)):
        return False
    return where.value.precision is PlacePrecision.NEIGHBOURHOOD and act.where.value.precision is PlacePrecision.TOWN


def _is_between_them(act: Act, draft: Draft, where: Where) -> bool:
    """Tell whether a clause says on which front of the town the fight went on "between the two sides": "8 died in battles in A. |Clashes broke out between the two sides on the front of B south of A|"."""
    method, town = draft.method, act.where
    if method is None or town is None or not act.family_name == draft.family_name == "clash":
        return False
    if draft.marks.get(_BOTH, -1) < method.at or town.value.precision is not PlacePrecision.TOWN:
        return False
    kind = next((c.place_kind for (k, _), c in zip(draft.places, draft.place_chunks, strict=True) if k == where.at), "")
    held = town.key in (where.town, *where.parents)
    return held or (town.is_seat and kind not in _TOWNS and not where.is_coarse)


_TOWNS: Final = frozenset({"city", "town", "village", "district"})
_BOTH: Final = "both_sides"
"""Mark of "between the two sides", who were named before."""


def specifies(its: Where, where: Where, draft: Draft) -> bool:
    """Tell whether a clause that takes up a blast names the street or building in the act's town: "the blast was |in the street of| B"."""
    chunk = next((c for (k, _), c in zip(draft.places, draft.place_chunks, strict=True) if k == where.at), None)
    return (
        _is_finer(its, where)
        and draft.refers_back
        and draft.family_name in _ONE_BLOW
        and chunk is not None
        and chunk.prep == "في"
    )


def is_called_after(act: Act, draft: Draft, where: Where) -> str:
    """Give the cue that a town's act is told again of the works or airfield that is called after it: "raids hit A …. |The raid near the refinery of A| killed ten"."""
    if act.where is None or not {act.family_name, draft.family_name} <= _STRUCK:
        return ""
    site, town = sorted((act.where, where), key=lambda w: -len(w.value.name.split()))
    first, *rest = site.value.name.split() or [""]
    if name_key(first) not in tables()["works"]["words"] or name_key(town.value.name) not in map(name_key, rest):
        return ""
    if town.is_coarse or town.is_seat or is_elsewhere(site, town):
        return ""  # of a governorate's seat more is hit than its airport
    early = act.is_of_lead
    again = draft.refers_back or (early and not draft.opens_with("joint"))
    if not again or _is_by_others(act, draft):
        return ""
    return "place.specified" if site is where else "place.inside"


_STRUCK: Final = FROM_AFAR | {"bomb", "open"}


def _says_how(act: Act, draft: Draft) -> bool:
    """Tell whether a clause goes on, by "as" or "where", to say how people were raided: "raided the district of A, |where they entered the village of| B"."""
    last = act.drafts[-1].clause
    by_hand = act.family_name in _BY_HAND and draft.family_name in _BY_HAND
    return by_hand and "how" in draft.marks and draft.clause.lo == last.hi and not draft.dates


_BY_HAND: Final = frozenset({"raid", "abduction"})


def _is_finer(its: Where, where: Where) -> bool:
    """Tell whether a place is finer than the act's own."""
    return FINENESS[where.value.precision] < FINENESS[its.value.precision] and not where.key.startswith(_RIVER)


def _same_toll(act: Act, harm: list[HarmMention]) -> bool:
    """Tell whether a clause gives a number of dead or wounded, three or more, that the act has had, and none that it has not."""
    counted = [m for m in harm if m.count.max != 0]
    again = told_again(act.harm, counted)
    vague = {m.kind for m in act.harm if m.count.max is None}  # "dozens", of whom the clause says how many
    others = {m.kind for m in counted if (m.kind, m.count.min or 0) not in again}
    return any(n >= _MANY for _, n in again) and others <= vague


def _counts_them(act: Act, harm: list[HarmMention]) -> bool:
    """Tell whether a clause gives the numbers of victims that were told without any: "dead and wounded by a blast. |The blast| killed |six|"."""
    told = {m.kind for m in act.harm}
    vague = all(m.count.max is None for m in act.harm)
    return vague and any(m.count.is_exact for m in harm) and {m.kind for m in harm} <= told


def _is_by_others(act: Act, draft: Draft) -> bool:
    mine = ids_of(draft.agents) - {UNKNOWN}
    theirs = ids_of(p for d in act.drafts for p in d.parts if p.role is not Role.NONE) - {UNKNOWN}
    return bool(mine and theirs and not mine & theirs)


def _is_of_family(act: Act, draft: Draft) -> bool:
    return act.family_name == draft.family_name or "open" in (act.family_name, draft.family_name)


def _is_closer(act: Act, where: Where) -> bool:
    """Tell whether a place is finer than the act's own, or as fine where only headline or lead named that."""
    assert act.where is not None
    if where.key.startswith(_RIVER):
        return False  # "the clash broke out on the bank of |the river A|", in the town just told of
    mine, its = FINENESS[where.value.precision], FINENESS[act.where.value.precision]
    return mine < its or (mine == its and act.is_of_lead)
