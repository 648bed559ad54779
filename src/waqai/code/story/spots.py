"""What headline and lead tell of a city, told again of one spot in it: one incident, at the spot (codebook section 1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.told import Act, Where, are_other_dead, exact_dead, is_unknown
from waqai.gazetteer.key import name_key
from waqai.gazetteer.merge import distance_km
from waqai.tag.actor.camps import tables
from waqai.tag.harm.find import HarmMention
from waqai.values.place import FINENESS, IN_TOWN, PlacePrecision

_AT_A_SPOT: Final = frozenset({"air", "fire", "bomb", "clash"})
"""Families of acts that papers first tell of the city; who takes a city takes more than the spot."""
_MANY: Final = 3
"""Dead of whom nobody counts as many twice by chance."""
_IN_TOWN_KM: Final = 20
"""How far from the middle of a seat a spot is still told of as the city."""


def absorb_cities(acts: list[Act], *, items: bool) -> None:
    """Join what headline and lead tell of a governorate's seat with what is then told of one spot in it or close by."""
    kept: list[Act] = []
    for act in acts:
        fine = _spot_in(act, acts, items=items) if _may_be_city(act) else None
        if fine is None:
            kept.append(act)
            continue
        fine.harm.extend(act.harm if not fine.harm else ())
        fine.take(act.drafts)
        fine.when = fine.when or act.when
    acts[:] = kept


def _may_be_city(act: Act) -> bool:
    """Tell whether an act is one that papers first tell of a city, in headline or lead: most are told further down."""
    return act.where is not None and act.drafts[0].clause.block <= 1 and act.family_name in _AT_A_SPOT


def _spot_in(city: Act, acts: Sequence[Act], *, items: bool) -> Act | None:
    """Give the act that is told of a spot in the city."""
    return next(
        (a for a in acts if a is not city and _narrows(a, city) and not is_of_other_item(a, city, items=items)), None
    )


def _narrows(fine: Act, city: Act) -> bool:
    """Tell whether one act is what a city was first said to have suffered, told of the spot: "raids on A … |the raids| hit camp B"."""
    if fine.where is None or city.where is None or fine.where.is_coarse or fine.where.value.admin1 is None:
        return False
    if city.family_name != fine.family_name:
        return False
    home = fine.where.value.admin1
    seat = city.where.value.name_en == tables()["seats"].get(home, home)
    if not (seat or _is_told_again(fine, city) or _names_what_was_hit(fine, city)):
        return False
    first = fine.drafts[0]
    if not {"joint", "anew"}.isdisjoint(first.marks) or fine.where.key == city.where.key:
        return False
    if first.clause.sentence <= city.drafts[0].clause.sentence or are_other_dead(fine.harm, city.harm):
        return False
    if fine.is_by_others(city):
        return False
    if _same_dead(fine, city):
        return _days_meet(fine, city)
    taken_up = first.refers_back or not city.harm or _spells_out(fine.harm, city.harm)
    return taken_up and _days_meet(fine, city) and _is_close(fine.where, city.where)


def _is_told_again(fine: Act, lead: Act) -> bool:
    """Tell whether what headline and lead put at another place of the governorate killed as many, three or more, as is then told of the spot."""
    assert fine.where is not None
    assert lead.where is not None
    if lead.where.value.admin1 != fine.where.value.admin1 or not lead.is_of_lead:
        return False
    coarser = FINENESS[fine.where.value.precision] > FINENESS[lead.where.value.precision]
    if coarser and not is_unknown(lead.where):
        return False
    return max(exact_dead(fine.harm) & exact_dead(lead.harm), default=0) >= _MANY


def _names_what_was_hit(fine: Act, town: Act) -> bool:
    """Tell whether a camp, a market or a school that was hit in a town is then called by its name: "fire hit |a camp| near A … |the camp of B| was hit"."""
    assert fine.where is not None
    assert town.where is not None
    if town.where.value.precision not in _TOWNS or town.where.value.admin1 != fine.where.value.admin1:
        return False
    if not any(cls == _CIVILIAN for d in town.drafts for _, cls in d.objects):
        return False
    first = fine.drafts[0]
    if any(name_key(p.name) == town.where.key for _, p in first.places):
        return False  # "the quarters of the town of A |and the market of| B": two
    phrase = next((p for k, p in first.places if k == fine.where.at), None)
    if phrase is None or (is_unknown(fine.where) and phrase.kind != _CAMP):
        return False  # "the fuel market"
    return phrase.precision is PlacePrecision.SITE or phrase.kind == _CAMP


_TOWNS: Final = frozenset({PlacePrecision.TOWN, PlacePrecision.DISTRICT})
_CIVILIAN: Final = "civilian"
_CAMP: Final = "camp"


def _spells_out(fine: Sequence[HarmMention], city: Sequence[HarmMention]) -> bool:
    """Tell whether a toll gives the number of everybody whom another told of without one: "civilians were hurt …. |Three were wounded|"."""
    exact = {m.kind for m in fine if m.count.is_exact and m.count.min}
    return all(m.count.max is None and (m.count.min or 0) <= 1 and m.kind in exact for m in city)


def _same_dead(a: Act, b: Act) -> bool:
    """Tell whether two acts killed the same number, two or more."""
    return max(exact_dead(a.harm) & exact_dead(b.harm), default=0) > 1


def _days_meet(fine: Act, city: Act) -> bool:
    """Tell whether two acts may be of one day, where that of the city may be only that of a saying."""
    return (city.when is not None and city.when.weak) or fine.is_on_a_day_of(city)


def _is_close(fine: Where, city: Where) -> bool:
    """Tell whether a spot may lie in a city, for all the gazetteer knows."""
    a, b = fine.value, city.value
    if is_unknown(fine) or a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return a.precision in IN_TOWN
    return distance_km(a.lat, a.lon, b.lat, b.lon) <= _IN_TOWN_KM


def is_of_other_item(a: Act, b: Act, *, items: bool) -> bool:
    """Tell whether two acts are told by different items of a round-up."""
    return items and a.lead.clause.block != b.lead.clause.block
