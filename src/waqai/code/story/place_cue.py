"""Whether a clause puts its act where another was: at the same place, at one that holds it or lies in it, by another name or spelling.

In: an act and a place. Out: a cue for or against the two being one act (``same_act``).
"""

from __future__ import annotations

from typing import Final

from waqai.code.act.told import Act, Where, is_elsewhere, is_unknown
from waqai.code.story.another_one import is_quarter_of
from waqai.gazetteer.key import name_key
from waqai.values.place import PlacePrecision

_SHORTEST: Final = 4
"""Letters from which two names that differ in one are taken for one name."""


def place_cue(act: Act, where: Where | None) -> str | None:
    """Name the cue of a clause's place towards an act; ``None`` where the two lie in different governorates."""
    if where is None:
        return "place.not_said"
    if act.where is None:
        return "place.act_has_none"
    if act.where.key == where.key:
        return "place.same"
    a, b = act.where.value, where.value
    if is_elsewhere(act.where, where):
        return None
    if (act.where.is_coarse or where.is_coarse) and _are_one_land(act.where, where):
        return "place.same"
    if act.where.key in where.parents or where.key in act.where.parents or is_quarter_of(act, where):
        return "place.inside"
    if act.where.is_coarse != where.is_coarse:
        listed = act.where.is_listed if act.where.is_coarse else where.is_listed
        return "place.in_listed_area" if listed else ("place.in_area" if act.where.is_coarse else "place.area_of")
    if is_same_point(act.where, where) or is_misspelt(act.where, where) or is_shortened(act.where, where):
        return "place.same_by_another_name"
    if a.admin1 and a.admin1 == b.admin1 and _is_site_at(act.where, where):
        return "place.may_hold"
    return "place.other_area" if where.is_coarse else "place.other"


def _is_site_at(a: Where, b: Where) -> bool:
    """Tell whether one of two places is a site that may lie in the town that is the other, for all the gazetteer knows."""
    site, town = (a, b) if a.value.precision is PlacePrecision.SITE else (b, a)
    return (
        site.value.precision is PlacePrecision.SITE and town.value.precision is PlacePrecision.TOWN and is_unknown(site)
    )


def _are_one_land(a: Where, b: Where) -> bool:
    """Tell whether one of two places is the land that the other names, or of which it names a side."""
    return _is_whole_of(a, b) or _is_whole_of(b, a) or _is_town_and_land(a, b)


def _is_whole_of(a: Where, b: Where) -> bool:
    """Tell whether ``a`` is the countryside of which ``b`` is one side."""
    return a.is_coarse and bool(b.side) and not a.side and a.key.rpartition("|")[0] == b.key.rpartition("|")[0]


def _is_town_and_land(a: Where, b: Where) -> bool:
    """Tell whether one is a town and the other the governorate of its name, by which the text may mean the town."""
    return a.is_coarse != b.is_coarse and not (a.side or b.side) and a.key.partition("|")[0] == b.key.partition("|")[0]


def is_same_point(a: Where, b: Where) -> bool:
    """Tell whether two names mean one entry of the gazetteer."""
    return (
        a.value.lat is not None
        and (a.value.lat, a.value.lon) == (b.value.lat, b.value.lon)
        and a.value.precision == b.value.precision
        and not (is_unknown(a) or is_unknown(b))
    )


def is_misspelt(a: Where, b: Where) -> bool:
    """Tell whether two names differ in one letter, and at least one of them no gazetteer knows."""
    if not (is_unknown(a) or is_unknown(b)):
        return False
    x, y = a.key.partition("|")[0], b.key.partition("|")[0]
    return min(len(x), len(y)) >= _SHORTEST and _one_edit(x, y)


def is_shortened(a: Where, b: Where) -> bool:
    """Tell whether two sites have one name, once cut short: "جامعة القلعة الخضراء", then "مبنى الجامعة"."""
    if not (a.value.precision is b.value.precision is PlacePrecision.SITE and (is_unknown(a) or is_unknown(b))):
        return False
    x, y = ({name_key(w) for w in p.value.name.split()} - _SHELLS for p in (a, b))
    return bool(x and y) and (x <= y or y <= x)


_SHELLS: Final = frozenset(name_key(w) for w in ("مبنى", "مجمع", "مقر", "حرم", "ساحة", "مدخل", "بوابة", "قاعدة"))
"""Words before the name of a site that say no more than that it has buildings, a yard, an entrance, troops."""


def _one_edit(a: str, b: str) -> bool:
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    k = next((i for i, c in enumerate(a) if c != b[i]), len(a))
    return a[k:] == b[k + 1 :] or a[k + 1 :] == b[k + 1 :]
