"""Acts that an article has told to the end, set against each other: what is told twice becomes one (codebook section 1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from waqai.code.act.joins import may_join
from waqai.code.act.told import Act, are_apart, are_other_dead, is_elsewhere
from waqai.code.camps import stand_together
from waqai.code.family import FOUGHT, FROM_AFAR
from waqai.code.story.aloft import is_shot_down
from waqai.code.story.another_one import has_come_to
from waqai.code.story.at_large import is_a_side, is_told_at_large, is_told_beside
from waqai.code.story.lands import absorb_lands
from waqai.code.story.part_of import drop_cordons, drop_entries, drop_spots_hit
from waqai.code.story.put_down import are_held_of_crowd, is_put_down, take_force
from waqai.code.story.same_toll import join_same_toll
from waqai.code.story.spots import absorb_cities, is_of_other_item
from waqai.code.story.unplaced import place_tolls
from waqai.code.story.vague import absorb_vague
from waqai.values.date import DateValue

_NEWS: Final = 7
"""Days around the news within which an act without a day of its own may be."""
_PAIR: Final = 2
_WARD_OFF: Final = "method.trigger.ward_off"


def join_twins(acts: list[Act], *, items: bool, news: DateValue | None) -> None:
    """Join what is told twice, and drop what only repeats; ``items``: whether the page is a round-up, ``news``: the day of acts without a day word."""
    if len(acts) < _PAIR:
        _drop_warded_off(acts)
        return  # nothing else is asked of one act alone
    place_tolls(acts, items=items)
    _absorb_coarse(acts, items=items, news=news)
    absorb_cities(acts, items=items)
    absorb_lands(acts, items=items)
    _drop_headline_twins(acts)
    at_one_place = _are_any_at_one_place(acts)
    if at_one_place:
        _join(acts, _clash_twins, _take_fire)
        _join(acts, _takes_away, _take_away)
        _join(acts, is_put_down, take_force)
    drop_spots_hit(acts)
    if at_one_place:
        drop_entries(acts)
        drop_cordons(acts)
        _join_attack_and_capture(acts)
    _drop_warded_off(acts)
    if at_one_place:
        _join(acts, _repeats, _take_again)
    join_same_toll(acts)
    absorb_vague(acts, items=items)


def _are_any_at_one_place(acts: list[Act]) -> bool:
    keys = [a.where.key for a in acts if a.where is not None]
    return len(set(keys)) < len(keys)


def _absorb_coarse(acts: list[Act], *, items: bool, news: DateValue | None) -> None:
    kept: list[Act] = []
    for act in acts:
        if act.where is not None and act.where.is_coarse:
            early = all(d.clause.block <= 1 or (n and not (d.harm or d.dates)) for n, d in enumerate(act.drafts))
            finer = [
                a for a in acts if a is not act and _tells(a, act, news) and not is_of_other_item(a, act, items=items)
            ]
            if act.where.is_listed and not early:
                finer = [a for a in finer if _takes_up(a, act) or is_told_at_large(act, a)]
            finer = [a for a in finer if all(d is not mine for d in a.drafts for mine in act.drafts)]
            finer = finer if early or not any(are_other_dead(a.harm, act.harm) for a in finer) else []
            if act.is_in_headline_only:
                finer.sort(key=lambda a: a.family_name != act.family_name)
            if finer:
                if not act.where.is_listed and not any(a.harm for a in finer):
                    finer[0].harm.extend(act.harm)
                finer[0].take(act.drafts)
                continue
        kept.append(act)
    acts[:] = kept


def _takes_up(fine: Act, listed: Act) -> bool:
    """Tell whether the next sentences say where in a listed governorate: "raids on towns in the land of A and B. |They raided C in A|, and D in B"."""
    first = fine.drafts[0]
    away = first.clause.sentence - listed.drafts[-1].clause.sentence
    told_with = first.opens_with("joint") and "how" not in first.marks
    return fine.family_name == listed.family_name and not told_with and 0 < away <= _NEXT


_ANEW: Final = "anew"
_NEXT: Final = 2
"""Sentences on in which the spots of a list are told."""


def _drop_headline_twins(acts: list[Act]) -> None:
    """Drop acts that only the headline tells, when the body tells the same kind of act with more."""
    if not any(a.is_in_headline_only for a in acts):
        return
    body = [a for a in acts if not a.is_in_headline_only]
    kept: list[Act] = []
    for act in acts:
        if act.is_in_headline_only:
            again = [a for a in body if _is_told_again(act, a) and not are_apart(a, act)]
            again = again or [a for a in body if is_shot_down(act, a) and not are_apart(a, act)]
            if again:
                if not again[0].harm:
                    again[0].harm.extend(act.harm)
                continue
        kept.append(act)
    acts[:] = kept


def _is_told_again(act: Act, told: Act) -> bool:
    return may_join(told.lead, act.lead) or _storms(act, told) or are_held_of_crowd(act, told)


def _storms(act: Act, fight: Act) -> bool:
    """Tell whether a headline's storming of a place is the fight for it that the body tells."""
    method = act.lead.method
    stormed = method is not None and method.rule == _STORM
    return stormed and fight.family_name in FOUGHT and bool(act.agent_ids() & fight.agent_ids())


_STORM: Final = "method.trigger.storming"


def _join(acts: list[Act], are_one: Callable[[Act, Act], bool], take: Callable[[Act, Act], None]) -> None:
    """Let the first act told of those that are one take in the later ones; they are of one place."""
    kept: list[Act] = []
    there: dict[str, list[Act]] = {}
    for act in acts:
        told = there.setdefault(act.where.key if act.where is not None else "", [])
        first = next((a for a in told if are_one(a, act)), None) if told else None
        if first is None:
            kept.append(act)
            told.append(act)
        else:
            take(first, act)
    acts[:] = kept


def _take_fire(first: Act, act: Act) -> None:
    """Make one act of a clash and the shelling of the same place and day by the same side (section 1): the one with the toll says what, where and when."""
    if act.harm and not first.harm:
        first.drafts, act.drafts = act.drafts, first.drafts
        first.harm, act.harm = act.harm, first.harm
        first.where, first.own_place, first.when, first.joined_by = act.where, act.own_place, act.when, act.joined_by
    first.leading = first.drafts[0]
    first.take(act.drafts)
    first.harm.extend(act.harm)


def _take_away(raid: Act, taking: Act) -> None:
    """Make one act of a raid and who was taken away in it: one incident, the taken are its harm (section 1)."""
    raid.leading = raid.lead
    raid.take(taking.drafts)
    raid.harm.extend(taking.harm)


def _take_again(first: Act, act: Act) -> None:
    """Make one act of two of one kind at one place on one day, be it two blasts: they are one incident (ruling 8)."""
    first.take(act.drafts)
    first.harm.extend(h for h in act.harm if h.count.max != 0 or not first.harm)
    first.when = first.when or act.when


def _join_attack_and_capture(acts: list[Act]) -> None:
    """Make one act of an attack and what was taken in it at the same place by the same side (section 1)."""
    for taking in [a for a in acts if a.family_name == "capture"]:
        part = [a for a in acts if _led_to(a, taking)]
        for act in part:
            _take_away(taking, act)
        acts[:] = [a for a in acts if not any(a is p for p in part)]


def _led_to(act: Act, taking: Act) -> bool:
    if not act.meets(taking) or act.family_name not in _ATTACKS or taking.where is None or taking.where.is_coarse:
        return False
    mine, theirs = act.agent_ids(), taking.agent_ids()
    if mine.isdisjoint(theirs):
        allied = mine and theirs and stand_together(mine, theirs)
        if not allied or not theirs.isdisjoint(act.target_ids()):  # allies who fight each other are two sides
            return False
    return any(abs(d.clause.sentence - t.clause.sentence) <= 1 for d in act.drafts for t in taking.drafts)


_ATTACKS: Final = frozenset({"clash", "open", "fire", "violence"})
"""Families of acts by which an attacker takes a place."""


def _repeats(a: Act, b: Act) -> bool:
    if a.where is None or a.where.is_coarse or not a.meets(b) or are_other_dead(a.harm, b.harm):
        return False
    if a.is_by_others(b):
        return _answers(a, b)
    return a.family_name == b.family_name and a.family_name in _TOLD_TWICE


def _answers(a: Act, b: Act) -> bool:
    """Tell whether a fight is told of the other side too: "X beat off an attack of Y on A. |It destroyed| three cars of Y" is one clash (section 1)."""
    names = {a.family_name, b.family_name}
    return "clash" in names and names <= _FIGHT and (a.when is None) == (b.when is None)


_FIGHT: Final = frozenset({"clash", "open"})
_TOLD_TWICE: Final = frozenset({"air", "fire", "bomb", "clash"})
"""Families of acts of which papers tell one again by another of its words."""


def _takes_away(raid: Act, taking: Act) -> bool:
    if taking.own_place or not raid.meets(taking) or raid.family_name != "raid" or taking.family_name != "abduction":
        return False
    doers = raid.agent_ids()
    return bool(doers) and doers == taking.agent_ids()


def _clash_twins(a: Act, b: Act) -> bool:
    if a.where is None or a.where.is_coarse or not a.meets(b):
        return False
    names = {a.family_name, b.family_name}
    return "clash" in names and bool(names & {"fire", "violence", "raid"}) and not a.is_by_others(b)


def _drop_warded_off(acts: list[Act]) -> None:
    """Drop what air defences are said to have done about a strike that the article tells: it is one incident (section 1)."""
    if any(_is_warded_off(a) for a in acts):
        of = [a for a in acts if a.family_name in FROM_AFAR]
        acts[:] = [a for a in acts if not (_is_warded_off(a) and any(a.meets(s) or _is_over_land(a, s) for s in of))]


def _is_over_land(a: Act, b: Act) -> bool:
    """Tell whether one of two acts of a day is told of the land around the other's city."""
    if a.where is None or b.where is None or a.where.is_coarse == b.where.is_coarse or not a.is_on_a_day_of(b):
        return False
    return a.where.value.admin1 is not None and a.where.value.admin1 == b.where.value.admin1


def _is_warded_off(act: Act) -> bool:
    method = act.lead.method
    return method is not None and method.rule == _WARD_OFF


def _tells(fine: Act, coarse: Act, news: DateValue | None) -> bool:
    """Tell whether the finer act is what the coarse one is about."""
    if fine.where is None or coarse.where is None or fine.where.is_coarse or not may_join(fine.lead, coarse.lead):
        return False
    if is_elsewhere(fine.where, coarse.where) or has_come_to(fine, coarse.drafts[0], coarse.harm):
        return False
    if fine.is_by_others(coarse) and not is_a_side(fine, coarse):
        return False
    if is_told_beside(fine, coarse) or (_ANEW in fine.lead.marks and coarse.where.is_stretch):
        return False  # "two raids on the heights of A, |a third| hit B"
    one, other = ((a.when.value if a.when is not None else news) for a in (fine, coarse))
    slack = 0 if fine.when is not None and coarse.when is not None else _NEWS
    return one is None or other is None or one.overlaps(other, slack_days=slack)
