"""Acts that cost the same great number of victims, told within a few sentences: one, though the paper lets another day or place stand by it.

"33 fighters died in a blast in Mosul. Witnesses said that a car bomb killed |33 fighters| in the district of B"; what the reporter dates "the day
before yesterday" his source calls "yesterday".
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.joins import may_join
from waqai.code.act.told import Act, Where, are_apart, are_other_dead, is_elsewhere, is_unknown, told_again
from waqai.code.camps import stand_together
from waqai.tag.harm.find import HURT, HarmMention
from waqai.values.actor import UNKNOWN
from waqai.values.count import DOZENS
from waqai.values.place import FINENESS

_GREAT: Final = 10
"""Victims from which one equal number is no chance; of two numbers, and of a headline's, each from two."""
_NEXT: Final = 2
"""Sentences within which the act is told again."""
_DAY: Final = timedelta(days=1)


def join_same_toll(acts: list[Act]) -> None:
    """Let the act told first take in a later one that cost just as many."""
    kept: list[Act] = []
    for act in acts:
        first = next((a for a in kept if a.harm and _are_one(a, act)), None) if act.harm else None
        if first is None:
            kept.append(act)
            continue
        if _says_where_better(first, act):
            first.where, first.own_place = act.where, act.own_place
        if act.when is not None and act.when.at is not None and not _names_its_day(first):
            first.when = act.when
        first.take(act.drafts)
        first.harm.extend(act.harm)
    acts[:] = kept


def _names_its_day(act: Act) -> bool:
    """Tell whether the day of an act stands in a clause of its own."""
    at = act.when.at if act.when is not None else None
    return at is not None and any(d.clause.lo <= at < d.clause.hi for d in act.drafts)


def _are_one(a: Act, b: Act) -> bool:
    again = told_again(a.harm, b.harm)
    if not again or (len({kind for kind, _ in again}) < 2 and _are_apart(a, b)):
        return False
    same = {(kind, n) for kind, n in again if kind in HURT and n > 1 and n != DOZENS}
    headed = a.is_in_headline_only and a.family_name == b.family_name and not are_apart(a, b)
    if not same or not (headed or len(same) > 1 or max(n for _, n in same) >= _GREAT):
        return False
    if are_other_dead(a.harm, b.harm):
        return False
    if not may_join(a.lead, b.lead) or "anew" in b.lead.marks or b.harm[0].others:
        return False
    near = a.is_in_headline_only or any(0 <= b.drafts[0].clause.sentence - d.clause.sentence <= _NEXT for d in a.drafts)
    return near and _are_of_one_day(a, b) and not _are_foes(a, b)


def _are_apart(a: Act, b: Act) -> bool:
    """Tell whether two acts lie in two governorates by what the article says of each, and not by a headline, a lead or a name that nobody knows."""
    if a.where is None or b.where is None or not is_elsewhere(a.where, b.where):
        return False
    early = a.drafts[0].clause.headline and all(d.clause.sentence <= 1 for d in a.drafts)
    return not (early or is_unknown(a.where) or _ends_as(a.where, b.where))


def _ends_as(one: Where, other: Where) -> bool:
    """Tell whether two names end in one word: "the gate of A", "A"."""
    return one.value.name.rpartition(" ")[2] == other.value.name.rpartition(" ")[2]


def _are_of_one_day(a: Act, b: Act) -> bool:
    """Tell whether two acts are of one day, or of two that follow each other."""
    if a.when is None or b.when is None or a.when.value.overlaps(b.when.value):
        return True
    one, other = a.when.value.start, b.when.value.start
    return one is not None and other is not None and abs(one - other) <= _DAY


def _are_foes(a: Act, b: Act) -> bool:
    """Tell whether others did the one than did the other."""
    mine, theirs = (act.agent_ids() - {UNKNOWN} for act in (a, b))
    return a.is_by_others(b) and not stand_together(mine, theirs)


def _says_where_better(first: Act, act: Act) -> bool:
    """Tell whether the later act names the place, and the first only the headline's or one that nobody knows or that is wider."""
    if act.where is None or first.where is None or not act.own_place:
        return first.where is None
    if is_elsewhere(first.where, act.where):
        return is_unknown(first.where)  # the lead's "south of A", which the next sentence says better
    if first.is_in_headline_only:
        return True
    return _is_finer(act.where, first.where)


def _is_finer(fine: Where, wide: Where) -> bool:
    return FINENESS[fine.value.precision] < FINENESS[wide.value.precision]


def tells_death_again(act: Act, draft: Draft, where: Where | None, harm: Sequence[HarmMention]) -> bool:
    """Tell whether somebody cited next tells at the same place of as many dead of the same class, and when: "a policeman was shot in A. X said he was hit |on Sunday| and died"."""
    if where is None or act.where is None or where.key != act.where.key or draft.family_name != act.family_name:
        return False
    clause = draft.clause
    if clause.background or clause.headline or clause.sentence - act.drafts[-1].clause.sentence > _SOON:
        return False
    dead = [{(m.who, m.count.min) for m in told if m.kind == "killed"} for told in (act.harm, harm)]
    return bool(dead[0]) and dead[0] == dead[1] and act.family_name == _SHOT


_SHOT: Final = "violence"
_SOON: Final = 2
"""Sentences within which a death is told again with its day."""
