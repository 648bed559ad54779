"""Doers whom an act does not name and the article does: named once in headline or lead, and meant throughout.

Papers of every camp name the army that shells in the first sentence and then go on with "the shelling also hit …". Of
such acts nearly all are the named doer's (codebook ruling 14 stands: where the article names nobody, nobody is taken).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act
from waqai.code.camps import are_allies, can_fly, clients_of, defends, foes_of, only_fly, owner_of, share_ground
from waqai.code.clause.scene import HELPED, Part, Role, ids_of
from waqai.code.story.hit_alike import share_targets
from waqai.values.actor import CIVILIANS, UNKNOWN

_CARRIES_ON: Final = frozenset({"fire", "air", "raid", "capture", "closure"})
"""Families of acts that go on under one doer; a mine, a murder or a clash does not."""


_ANSWER: Final = "retaliates"
_NOBODY: Final = "nobody_known"
_TARGETING: Final = "method.trigger.fire_at"
_AIR: Final = "air"
_FIGHT: Final = "clash"
_OPENS: Final = 2
"""Chunks into a clause that is about the fight which it names."""
_KIN: Final = {"air": "fire"}
"""Who bombs from the air also shells, where the article goes on about it."""


def inherit_doers(acts: Sequence[Act], drafts: Sequence[Draft]) -> None:
    """Give acts without a doer the doer that the article goes on about; ``drafts``: all its clauses, those of no act too."""
    share_targets(acts)
    _name_both_sides(acts, drafts)
    _name_fighters(acts, drafts)
    _name_who_answers(acts)
    nobodys = [act for act in acts if act.family_name in _CARRIES_ON and not _has_doer(act)]
    if nobodys:
        unknown = {d.clause.sentence for d in drafts if _NOBODY in d.marks}
        _hand_on([act for act in nobodys if act.lead.clause.sentence not in unknown], acts, drafts)
    _name_militias(acts)


def _has_doer(act: Act) -> bool:
    """Tell whether somebody is said to have done an act who can have: gunmen, a doer without a known name, a side of a fight."""
    return act.lead.by_gunmen or any(
        (p.role is Role.AGENT or (p.ids and p.role is Role.SIDE)) and p.rule not in HELPED and _can_have(act, p.ids)
        for d in act.drafts
        for p in d.parts
    )


def _hand_on(nobodys: Sequence[Act], acts: Sequence[Act], drafts: Sequence[Draft]) -> None:
    """Give acts that nobody did the doer of one told before."""
    named = [(act, draft, doers) for act in acts for draft in act.drafts if (doers := _doers(draft))]
    for act in nobodys:
        source = _stepped_up(act, drafts) or _source(act, named) or _taken_up(act, drafts)
        hit = act.target_ids()
        if (
            source
            and not _fires_there(act, source)
            and not _has_owner(act, source)
            and not _is_other_craft(act, source, named)
            and not _stand_elsewhere(act, source, named)
            and not any(are_allies(p_id, i) for p in source for p_id in p.ids for i in hit)
        ):
            told = act.drafts[-1]
            act.tell_anew([*act.drafts[:-1], replace(told, parts=[*told.parts, *_inherited(source)])])


def _stepped_up(act: Act, drafts: Sequence[Draft]) -> list[Part]:
    """Give whose fire in general an act's clause goes into: "X |stepped up its shelling|, as a man was killed by shells in A"."""
    lead = act.lead
    if _HOW not in lead.marks:
        return []
    at = next((n for n, draft in enumerate(drafts) if draft is lead), 0)
    before = drafts[at - 1] if at else lead
    mine = _kin(act.family_name)
    if before.clause.sentence != lead.clause.sentence or _kin(before.family_name) != mine:
        return []
    return _doers(before) if _RAISED & before.marks.keys() else []


def _taken_up(act: Act, drafts: Sequence[Draft]) -> list[Part]:
    """Give whose fire, told before of no place that is known, an act takes up: "X shelled the region … |the shelling| of A killed a man"."""
    lead = act.lead
    if not lead.refers_back or lead.clause.background:
        return []
    mine = _kin(act.family_name)
    told = [
        doers
        for draft in drafts
        if _start(draft) < _start(lead) and _kin(draft.family_name) == mine
        if (doers := _doers(draft)) and not draft.clause.background
    ]
    return told[-1] if len({frozenset(ids_of(doers)) for doers in told}) == 1 else []


_HOW: Final = "how"
_RAISED: Final = frozenset({"raised", "ongoing"})
"""Marks of a clause that tells how much somebody does, and "as", "where" behind it tells what."""


def _name_militias(acts: Sequence[Act]) -> None:
    """Give an act that takes up another's ("the Turkish shelling was heaviest at …") the militias who did that one with the patron."""
    for before, act in pairwise(acts):
        if not any(d.refers_back for d in act.drafts):
            continue
        draft = next((d for d in act.drafts if d.agents), act.lead)
        if not draft.refers_back or draft.clause.block - before.lead.clause.block > 1:
            continue
        mine, theirs = (ids_of(p for d in one.drafts for p in d.agents) for one in (act, before))
        if mine and mine < theirs and theirs - mine <= clients_of(mine):
            militias = [p for d in before.drafts for p in d.agents if set(p.ids) <= theirs - mine]
            draft.parts.extend(p.turned(p.role, "heritage.militias") for p in militias)


def _can_have(act: Act, doers: Collection[str]) -> bool:
    """Tell whether somebody can have done the act: whoever has no aircraft has not bombed."""
    return act.family_name != _AIR or not doers or bool(can_fly(doers))


def _fires_there(act: Act, source: Sequence[Part]) -> bool:
    """Tell whether guns are not those doers': of a coalition that only flies, or of who defends the country that was hit."""
    ids = ids_of(source)
    country = act.where.value.country if act.where is not None else None
    return act.family_name == "fire" and (only_fly(tuple(ids)) or defends(country, ids))


def _has_owner(act: Act, source: Sequence[Part]) -> bool:
    """Tell whether only another side has the weapon: who drops barrel bombs on Syria is not who shelled before."""
    lead = act.lead
    if lead.method is None or act.where is None:
        return False
    owners = owner_of(lead.method.method, act.where.value.country, act.when.value.start if act.when else None)
    return bool(owners) and ids_of(source).isdisjoint(owners)


def _stand_elsewhere(act: Act, source: Sequence[Part], named: Sequence[tuple[Act, Draft, Sequence[Part]]]) -> bool:
    """Tell whether those doers only stand side by side in other provinces: "shelling |from where both X and Y stand|" hit none but those near them."""
    if act.where is None or not share_ground(ids_of(source)):
        return False
    there = [a.where.value.admin1 for a, _, doers in named if a.where is not None and share_ground(ids_of(doers))]
    return act.where.value.admin1 not in there


def _is_other_craft(act: Act, source: Sequence[Part], named: Sequence[tuple[Act, Draft, Sequence[Part]]]) -> bool:
    """Tell whether a drone that nobody names struck on a day of its own, and those doers only flew aeroplanes: whose it was is not said (ruling 14)."""
    lead = act.lead
    if lead.method is None or lead.method.method != _DRONE or not lead.dates:
        return False
    flown = {d.method.method for _, d, doers in named if doers is source or doers == source if d.method is not None}
    return bool(flown) and flown <= _AEROPLANES


_DRONE: Final = "drone_strike"
_AEROPLANES: Final = frozenset({"airstrike", "barrel_bomb"})


def _inherited(source: Sequence[Part]) -> list[Part]:
    return [p.turned(p.role, "heritage.goes_on") for p in source]


def _name_both_sides(acts: Sequence[Act], drafts: Sequence[Draft]) -> None:
    """Give a clash "between the two sides" the sides of the fight told before it, be it of no place."""
    for n, act in enumerate(acts):
        draft = next((d for d in act.drafts if "both_sides" in d.marks), None)
        if draft is None or act.agent_ids():
            continue
        if _are_foes([p for p in draft.targets if p.ids]):
            draft.parts[:] = [replace(p, role=Role.SIDE) if p.role is Role.TARGET and p.ids else p for p in draft.parts]
            continue
        if fought := _fought_before(draft, drafts):
            draft.parts.extend(p.turned(p.role, "heritage.both_sides") for p in fought)
            continue
        for before in reversed(acts[:n]):
            sides = [p for d in before.drafts for p in d.parts if p.role is not Role.NONE and p.ids]
            if len(ids_of(sides)) > 1:
                draft.parts.extend(p.turned(p.role, "heritage.both_sides") for p in sides)
                break


def _name_fighters(acts: Sequence[Act], drafts: Sequence[Draft]) -> None:
    """Give "the clashes" of a place the sides of the fight that they take up: "X and Y fought. |The clashes| were at A, B and C"."""
    for act in acts:
        draft = act.lead
        if draft.method is None or draft.family_name != _FIGHT or not draft.refers_back:
            continue
        if draft.method.at - draft.clause.lo > _OPENS:  # "a turning point of the fights in A" takes up none
            continue
        if any(p.ids and p.role is not Role.NONE for d in act.drafts for p in d.parts):
            continue
        draft.parts.extend(p.turned(p.role, "heritage.fight") for p in _fought_before(draft, drafts))


def _fought_before(draft: Draft, drafts: Sequence[Draft]) -> list[Part]:
    """Give the sides of the fight that a clause shortly before tells of; nobody where none does."""
    for before in reversed([d for d in drafts if d.clause.lo < draft.clause.lo]):
        if draft.clause.block - before.clause.block > 1:
            return []
        sides = [p for p in before.parts if p.role is not Role.NONE and p.ids]
        if before.family_name == _FIGHT and _are_foes(sides):
            return sides
    return []


def _are_foes(hurt: Sequence[Part]) -> bool:
    """Tell whether the losses of a fight are those of its two sides: "12 of X and nine of Y fell in clashes between |the two|"."""
    ids = ids_of(hurt)
    return not foes_of(ids).isdisjoint(ids)


def _name_who_answers(acts: Sequence[Act]) -> None:
    """Give an act "in answer to that" to whom the act before hit, and aim it at who did that one."""
    for before, act in pairwise(acts):
        answers = (d for d in act.drafts if _ANSWER in d.marks and d.method is not None)
        # not "… in reply |to the suicide attack in A|"
        draft = next((d for d in answers if not d.clause.earlier), None)
        if draft is None or act.agent_ids() or before.lead.clause.block > draft.clause.block:
            continue
        hit = [p for d in before.drafts for p in d.targets if set(p.ids) - {UNKNOWN, CIVILIANS}]
        struck = [p for d in before.drafts for p in d.agents if set(p.ids) - {UNKNOWN}]
        draft.parts.extend(p.turned(Role.AGENT, "heritage.answers") for p in hit)
        if hit and not any(p.ids for p in draft.targets):
            draft.parts.extend(p.turned(Role.TARGET, "heritage.answers") for p in struck)


def _doers(draft: Draft) -> list[Part]:
    """Give who did it in this clause, unless nobody known is named."""
    parts = draft.doers
    return parts if any(p.ids != (UNKNOWN,) for p in parts) else []


def _source(act: Act, named: Sequence[tuple[Act, Draft, list[Part]]]) -> list[Part]:
    """Choose whose act this is: of the acts of its kind, whose the clause told last before it says."""
    mine = _kin(act.family_name)
    kin = [(draft, doers) for other, draft, doers in named if mine in _families(other, draft)]
    if act.lead.clause.background and len({frozenset(ids_of(doers)) for _, doers in kin}) != 1:
        return []
    at = act.lead.clause.lo
    before = [(draft, doers) for draft, doers in kin if _start(draft) < at]
    if not before:
        return []
    last, whose = max(before, key=lambda pair: _start(pair[0]))
    if act.lead.clause.earlier and last.clause.hi == at:
        return []  # "X shelled A |in reply to what B underwent|"
    return _shelled_people(act, last, whose, before) or whose


def _shelled_people(
    act: Act, last: Draft, whose: Sequence[Part], before: Sequence[tuple[Draft, list[Part]]]
) -> list[Part]:
    """Give who had been hitting towns, where whoever acted last only hit his posts, and this act hit a town again."""
    if any(set(p.ids) - {UNKNOWN, CIVILIANS} for d in act.drafts for p in d.targets):
        return []
    struck = ids_of(last.targets) & foes_of(ids_of(whose))
    told = [(draft, doers) for draft, doers in before if struck & ids_of(doers)]
    return max(told, key=lambda pair: _start(pair[0]))[1] if told else []


def _kin(family: str) -> str:
    """Give the family that stands for one and for those whose doer it can have."""
    return _KIN.get(family, family)


def _families(act: Act, draft: Draft) -> set[str]:
    """Name the families of an act and of the clause of it that names the doer: the taking of a hill told with its fight."""
    names = {act.family_name, draft.family_name}
    if draft.method is not None and draft.method.rule == _TARGETING:
        names.add("fire")  # "targeted" without a weapon is shelling (ruling 42)
    return set(map(_kin, names))


def _start(draft: Draft) -> int:
    return draft.clause.lo
