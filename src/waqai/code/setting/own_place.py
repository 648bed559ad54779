"""Which of the places that a clause names are where its act was (codebook section 3 and rulings 7, 35).

Places that "and" or a list joins are one group, each an act of its own where the act spreads (shelling), else the first
alone. Of groups that only stand side by side ("the quarter of A … in the town of B") one is the act's: the finest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import msgspec
from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.code.act.marks import AFTER_TAKING
from waqai.code.act.told import Where, is_unknown
from waqai.code.family import FAMILY
from waqai.code.setting.scenes import VILLAGES
from waqai.tag.chunk import Chunk
from waqai.tag.place.find import PlacePhrase
from waqai.values.place import FINENESS, PlacePrecision

Locate = Callable[[Draft, Iterable[tuple[int, PlacePhrase]]], list[Where]]


def choose_places(draft: Draft, found: list[Where]) -> list[Where]:
    """Choose the act's own places among those that its clause names, each once."""
    if draft.method is None or not found:
        return []
    groups = _groups(draft, found)
    if len(groups) > 1:
        groups = _of_act(draft, _told_apart(draft, _without_heading(draft, groups)))
    best = min(groups, key=lambda g: _rank(draft, g)) if len(groups) > 1 else groups[0]
    best = [_put_into(w, groups) for g in groups if g is best or _is_other_act(draft, best, g) for w in g]
    best = [_held(draft, w, groups) for w in best] if _CONTROL in draft.marks and len(groups) > 1 else best
    if not FAMILY[draft.method.method].spreads:
        best = _one_or_list(draft, best)
    unique: dict[str, Where] = {}
    for where in best:
        unique.setdefault(where.key, where)
    return list(unique.values())


def own_places(draft: Draft, locate: Locate) -> list[Where]:
    """Choose the act's own places, and the town "from" which people were taken where the clause else names only its land: "A: arrested three |from the town of B|, east of A" is at B.

    ``locate`` resolves the places of a clause, its homes only where they are asked for.
    """
    places = choose_places(draft, locate(draft, draft.places))
    held = draft.family_name == "raid" and any(m.kind == "detained" for m in draft.harm)
    if not held or len(places) != 1 or not (places[0].is_coarse or _heads_item(draft, places[0])):
        return places
    land, homes = places[0], locate(draft, draft.homes)
    beside = land.at == draft.clause.lo or land.at - 1 in {home.at for home in homes}
    towns = [w for w in homes if not w.is_coarse and w.value.admin1 == land.value.admin1 and w.key != land.key]
    if not (beside and towns):
        return places
    lists = {at: phrase.list_id for at, phrase in draft.homes}
    first = lists.get(towns[0].at, -1)
    return [w for n, w in enumerate(towns) if not n or lists.get(w.at, -1) == first >= 0]


def headed(draft: Draft, locate: Locate, headers: int) -> list[Where]:
    """Give the town that heads the item, one of several ``headers``: "A: three killed by shelling. B: …"."""
    if draft.header < 0 or headers <= 1 or draft.clause.headline:
        return []
    heads = locate(draft, (h for h in draft.homes if h[0] == draft.header))
    return [w for w in heads if not w.is_coarse or w.is_stretch]


def homes_of(draft: Draft, *, written: bool) -> list[tuple[int, PlacePhrase]]:
    """Give the places where people come from that may be the act's; where a story was ``written`` is none, and others are those of arrests alone.

    "A – the forces arrested two men |from the town of B|" is at B.
    """
    if not written:
        return draft.homes
    held = draft.family_name == "raid" and any(m.kind == "detained" for m in draft.harm)
    return [h for h in draft.homes if h[0] != draft.header] if held else []


def _heads_item(draft: Draft, where: Where) -> bool:
    """Tell whether a city ahead of the act stands for its governorate, as in Palestine, whose governorates go by their cities' names."""
    assert draft.method is not None
    return where.value.country == _BY_CITY and where.at < draft.method.at and where.at <= draft.clause.lo + 1


_BY_CITY: Final = "PS"


def _groups(draft: Draft, found: list[Where]) -> list[list[Where]]:
    """Part the places where nothing joins one to the one before."""
    groups: list[list[Where]] = []
    for where in found:
        if groups and where.at not in draft.joined_places and _is_other_name(groups[-1][-1], where):
            continue  # "the countryside of A 'B', and C": B is another name of A
        if groups and where.at in draft.joined_places:
            groups[-1].append(where)
        else:
            groups.append([where])
    return groups


def _without_heading(draft: Draft, groups: list[list[Where]]) -> list[list[Where]]:
    """Leave out the city at the head of a clause where its countryside is named behind: "|In Homs|, two died in the eastern countryside of Homs"."""
    first = groups[0][0]
    phrase = next(p for k, p in draft.places if k == first.at)
    if len(groups[0]) > 1 or phrase.kind or first.at - draft.clause.lo > 1:
        return groups
    name = first.key.partition("|")[0]
    lands = (w for g in groups[1:] for w in g if w.value.precision is PlacePrecision.COUNTRYSIDE)
    return groups[1:] if any(w.key.partition("|")[0] == name for w in lands) else groups


def _is_other_name(before: Where, where: Where) -> bool:
    """Tell whether a name right behind a place is another one of the same entry of the gazetteer."""
    a, b = before.value, where.value
    same = a.lat is not None and (a.lat, a.lon) == (b.lat, b.lon) and before.key != where.key
    return same and where.at == before.at + 1 and not (is_unknown(before) or is_unknown(where))


def _told_apart(draft: Draft, groups: list[list[Where]]) -> list[list[Where]]:
    """Leave out the places of which those behind "among them" are parts, and what is told further on: "positions in A, |among them| B and C"."""
    behind = {draft.marks.get(cls, -_PAST) + 1 for cls in _AMONG}
    if (reached := draft.marks.get(_REACHED)) is not None and reached > groups[0][-1].at:
        behind.add(reached + 1)
    parts = next((n for n, g in enumerate(groups) if n and g[0].at in behind), 0)
    if not parts or groups[parts][0].at - groups[parts - 1][-1].at > _PAST_COMMA:
        return groups
    listed, within = groups[parts - 1], {w.value.admin1 for w in groups[parts]}
    beside = [w for w in listed if w.value.admin1 not in within]
    beside = listed[:-1] if len(beside) == len(listed) else beside
    return [*groups[: parts - 1], [*beside, *groups[parts]]]


_AMONG: Final = ("subset", "above_all", "namely")
_REACHED: Final = "reaches"
"""Class of "reached", behind which stands which parts of a land an act hit: "raids on A |that reached| B and C"."""
_PAST: Final = 9
"""Chunks before any place."""
_PAST_COMMA: Final = 3
"""Chunks from a place to one behind a comma and "among them"."""


def _of_act(draft: Draft, groups: list[list[Where]]) -> list[list[Where]]:
    """Leave out places behind "which led to" where the act has one before: what came of it may have come elsewhere."""
    assert draft.method is not None
    behind = [draft.marks[cls] for cls in _BEHIND_THE_ACT if draft.marks.get(cls, -1) > draft.method.at]
    taken = draft.marks.get(AFTER_TAKING, -1) if draft.family_name != "capture" else -1
    if taken > draft.method.at:
        behind.append(taken)  # "clashes in A |after X took| B"
    if not behind:
        return groups
    result = min(behind)
    hit = draft.marks.get("undergo", draft.method.at)
    before = [g for g in groups if min(hit, draft.method.at) < g[0].at < result]
    fine = any(not (w.is_coarse or w.is_stretch) for g in before for w in g)
    return before if fine or (before and result == taken) else groups


_BEHIND_THE_ACT: Final = ("result", "accuses", "plan", "grounds", "fire_source")
"""Particles behind which a sentence goes on about what came of the act, who is blamed for it by whom, what it was over, or to lead to, or what was hit from there."""


def _is_other_act(draft: Draft, best: list[Where], group: list[Where]) -> bool:
    """Tell whether a group as fine as the best has a trigger of its own: "shelling of A … raids on B"."""
    if FINENESS[best[0].value.precision] != FINENESS[group[0].value.precision] or _is_side(draft, group[0]):
        return False
    first, second = sorted((best, group), key=lambda g: g[0].at)
    if group is first and all(at > first[0].at for at in draft.told_at):
        return False
    return any(first[-1].at < at < second[0].at for at in draft.told_at)


def _is_side(draft: Draft, where: Where) -> bool:
    """Tell whether a place is only the land on one side of a city, in which the village is named behind: "shelling |west of Idlib| hit A"."""
    phrase = next(phrase for k, phrase in draft.places if k == where.at)
    return where.is_coarse and bool(phrase.side) and where.value.precision is PlacePrecision.TOWN


def _put_into(where: Where, groups: list[list[Where]]) -> Where:
    """Give a place that no gazetteer knows the point of the larger place that its clause names beside it, or of the road."""
    if not is_unknown(where):
        return where
    fine = FINENESS[where.value.precision]
    around = [g[0] for g in groups if FINENESS[g[0].value.precision] > fine and not is_unknown(g[0])]
    around = around or [g[0] for g in groups if g[0].at == where.at + 1 and not is_unknown(g[0])]
    if not around:
        return where
    parent = min(around, key=lambda w: FINENESS[w.value.precision])
    if where.value.country and where.value.country != parent.value.country:
        return where  # its own phrase says where it lies
    value = msgspec.structs.replace(
        where.value,
        admin1=parent.value.admin1,
        country=parent.value.country,
        lat=parent.value.lat,
        lon=parent.value.lon,
    )
    return replace(
        where, value=value, rule=f"{where.rule}; its clause puts it in {parent.value.name_en or parent.value.name}"
    )


def _held(draft: Draft, where: Where, groups: list[list[Where]]) -> Where:
    """Note the town in which a quarter lies behind whose it is: "the quarter of A |held by X in the city of B|"."""
    if not where.at < draft.marks[_CONTROL] <= where.at + _WHOSE:
        return where
    fine, control = FINENESS[where.value.precision], draft.marks[_CONTROL]
    around = {g[0].key for g in groups if control < g[0].at <= control + _WHOSE}
    around &= {g[0].key for g in groups if FINENESS[g[0].value.precision] > fine}
    return replace(where, parents=where.parents | around) if around else where


_CONTROL: Final = "control"
_WHOSE: Final = 2
"""Chunks from a quarter to "held by", and from there to its town: whose it is stands between."""


def _rank(draft: Draft, group: list[Where]) -> tuple[float, int]:
    """Rank a group by its first place: fine before coarse, "in" and "upon" before a bare name, behind the act before ahead."""
    assert draft.method is not None
    first = group[0]
    chunk = next(c for (k, _), c in zip(draft.places, draft.place_chunks, strict=True) if k == first.at)
    cost = float(FINENESS[first.value.precision])
    if is_unknown(first):
        # A kind word announces it ("the quarter of A"), which weighs more than the city beside it.
        cost = max(cost, FINENESS[PlacePrecision.TOWN] - 0.5 * bool(chunk.place_kind))
    if _is_side(draft, first):
        cost += 0.25
    if first.is_stretch and chunk.place_kind == "village":
        # "the villages of |the mountain A|, which killed a man in the village of B"
        cost = max(cost, float(FINENESS[PlacePrecision.COUNTRYSIDE]))
    if _is_road_at_village(draft, first):
        cost = FINENESS[PlacePrecision.TOWN] + 0.5
    if first.at < draft.method.at:
        if first.is_coarse:  # "in Saada, … the district of A": the governorate heads what is told of a part of it
            cost = max(cost, float(FINENESS[PlacePrecision.DISTRICT]))
        cost += 0.5 + 1.0 * _heads_clause(draft, first)
        if chunk.prep == "" and chunk.place_kind == "":
            cost += 1.0
    return cost, first.at


def _is_road_at_village(draft: Draft, where: Where) -> bool:
    """Tell whether a road between cities is named with the village beside which it was: "on the road from A to B, |near the village of C|", "|near the village of C| on the road from A to B"."""
    named = dict(draft.places)
    if named[where.at].relation != "road":
        return False
    villages = [(at, p.relation) for at, p in draft.places if p.kind in VILLAGES]
    return any(at == where.at - 1 or (at > where.at and relation == "near") for at, relation in villages)


def _heads_clause(draft: Draft, where: Where) -> bool:
    """Tell whether a place only heads the clause, for what is told in it: "|In A|, three posts of the district of B fell"."""
    assert draft.method is not None
    behind = any(at > draft.method.at and phrase.kind == "district" for at, phrase in draft.places)
    return behind and where.at - draft.clause.lo <= 1 and where.value.precision is PlacePrecision.TOWN


def _one_or_list(draft: Draft, group: list[Where]) -> list[Where]:
    """Keep the first place of an act that does not spread, with the members of its list."""
    assert draft.method is not None
    at = draft.method.at
    behind = [w for w in group if w.at > at]
    chosen = (behind or group)[0]
    lists = {k: phrase.list_id for k, phrase in draft.places}
    mine = lists[chosen.at]
    chunks = {k: chunk for (k, _), chunk in zip(draft.places, draft.place_chunks, strict=True)}
    last = chosen.at
    kept: list[Where] = []
    for where in group:
        beside = where.at == last + 1 and chunks[where.at].joined and chunks[where.at].gap == 0
        beside = beside or (where.at == last + 1 and where.at in draft.joined_places and chunks[where.at].linked)
        beside = beside or (where.at == last + 2 and where.at in draft.joined_places and chunks[where.at].gap == 0)
        beside = beside or (bool(kept) and _is_taken_up(draft, chunks[chosen.at], chunks[where.at], where.at))
        beside = beside or (bool(kept) and (where.at == draft.marks.get("another") or where.at in draft.listed_on))
        beside = beside or (last < draft.marks.get("besides", last) < where.at - 1 and where.at in draft.joined_places)
        beside = beside or (draft.marks.get("also") == where.at - 1 and where.at in draft.joined_places)
        beside = beside or (bool(kept) and 0 <= lists[where.at] == lists.get(last, -1))
        if where is chosen or beside or (mine >= 0 and lists[where.at] == mine):
            kept.append(where)
            last = where.at
    return kept


def _is_taken_up(draft: Draft, first: Chunk, chunk: Chunk, at: int) -> bool:
    """Tell whether the preposition of the act's first place is taken up with "and": "took the villages of A and B, |and [took] the towns of| C"."""
    return (
        at in draft.joined_places and chunk.linked and chunk.gap == 1 and bool(chunk.prep) and chunk.prep == first.prep
    )
