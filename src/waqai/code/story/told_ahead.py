"""Tolls told ahead of the acts that had them: "11 fighters and ten civilians were killed around A. |The raid| killed the 11 …, |a bomb| the ten" (ruling 1).

In: the acts of an article, each with all tolls told of it. An act keeps what its own clause gives, and loses what only a sum before it had.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act, are_apart
from waqai.code.clause.cut import Clause
from waqai.code.clause.scene import Role
from waqai.tag.harm.find import HURT, HarmMention
from waqai.values.count import DOZENS

_MANY: Final = 3
"""Victims from which an equal number is no chance."""
_SUM: Final = 8
"""Victims from which it is no chance that tolls come to a sum."""
_PARTS: Final = 4
_NEXT: Final = 6
"""Acts told behind a sum that may be parts of it."""


def leave_out_told_ahead(acts: Sequence[Act]) -> None:
    """Take out of an act what was told before its own clause and is another act's toll, or that of several with its own."""
    if len(acts) < 2:
        return
    homes: list[list[Clause]] | None = None
    for n, act in enumerate(acts):
        if len(act.drafts) < 2 or not any(_may_be_sum(m) for m in act.harm):
            continue
        homes = homes or [_home(a) for a in acts]
        home = homes[n]
        if not home:
            continue
        ahead = [m for m in act.harm if _may_be_sum(m) and m.at < home[0].lo]
        for m in ahead:
            others = {k: own for k, a in enumerate(acts) if k != n and (own := _own(a, homes[k], m))}
            counted = _is_others(act, m, [own for k, own in others.items() if acts[k].family_name != act.family_name])
            if counted or _is_sum(m, _own(act, home, m), list(others.values())):
                act.harm.remove(m)
            if counted:
                act.tell_anew([_without(d, m) for d in act.drafts])
            elif _is_bare_and_others(act, m, others.values()):
                act.harm.remove(m)
                _drop_clause(act, m)


def is_sum_of_all(act: Act, later: Sequence[Act]) -> bool:
    """Tell whether headline and first sentence only count the dead of all acts told next, wherever those were: "19 killed in scattered clashes west of A. 15 of them in B …, four in C"."""
    if len(later) < 2 or any(not d.clause.headline and (d.clause.block > 1 or d.agents) for d in act.drafts):
        return False
    first = min((d.clause.sentence for d in act.drafts if not d.clause.headline), default=0)
    if any(d.clause.sentence > first for d in act.drafts):
        return False
    counted = [m for m in act.harm if m.kind == _KILLED and (m.count.max is not None or m.count.min != 1)]
    dead = {m.count.min or 0 for m in counted}
    if (
        act.where is not None
        and not (act.where.is_coarse or _heads_a_land(act))
        and not all(are_apart(act, a) for a in later if a.harm)
    ):
        return False  # "blasts shook the town of A, in which 45 died": what is told of a town happened there
    told = [max(own) for a in later if (own := [m.count.min or 0 for m in a.harm if m.kind == _KILLED])]
    return len(told) > 1 and len(dead) == 1 and sum(told) in dead and dead.isdisjoint(told) and max(dead) >= _SUM


def _heads_a_land(act: Act) -> bool:
    """Tell whether only the headline names an act's place, a governorate's seat: "strikes on |Hasakah and Aleppo|" are in their lands."""
    assert act.where is not None
    named = [d for d in act.drafts if d.places]
    return act.where.is_seat and all(d.clause.headline for d in named)


_KILLED: Final = "killed"


def _may_be_sum(m: HarmMention) -> bool:
    return m.kind in HURT and (m.count.min or 0) >= _MANY and m.count.min != DOZENS


def _home(act: Act) -> list[Clause]:
    """Give the clauses that tell an act at its own place, and what their sentences go on with at no other."""
    named = [d.clause for d in act.drafts if not d.clause.headline and act.is_named_in(d)]
    if not named:
        return []
    goes_on = [d.clause for d in act.drafts if d.clause.sentence == named[0].sentence and not d.places]
    return [*named, *(c for c in goes_on if c.lo >= named[0].hi)]


def _own(act: Act, home: Sequence[Clause], m: HarmMention) -> list[HarmMention]:
    """Give what an act's own clauses tell behind a toll, of its kind."""
    told = (n for n in act.harm if n.kind == m.kind and n.at > m.at and n.count.max != 0 and n.count.min != DOZENS)
    return [n for n in told if any(c.lo <= n.at < c.hi for c in home)]


def _is_others(act: Act, m: HarmMention, others: Sequence[Sequence[HarmMention]]) -> bool:
    """Tell whether a clause that tells no act has counted another act's victims, of the same class."""
    return any(_tells(d, m) and d.method is None for d in act.drafts) and _have_them(others, m)


def _is_bare_and_others(act: Act, m: HarmMention, others: Iterable[Sequence[HarmMention]]) -> bool:
    """Tell whether a headline, or a clause that only says that people were killed, has another act's victims, where the act has a toll of its own: "X kills 22. 24 died in A by a bomb …. |X fought Y in B, which killed 22|"."""
    said = next((d for d in act.drafts if _tells(d, m) and d.method is not None), None)
    rest = [d for d in act.drafts if d is not said and not d.clause.headline]
    own = [n.count.min for n in act.harm if n.kind == m.kind and any(_tells(d, n) for d in rest)]
    if said is None or said.method is None or not own or m.count.min in own:
        return False
    bare = said.clause.headline and not said.places
    return (bare or (said.method.rule == _KILLING and not act.is_named_in(said))) and _have_them(others, m)


def _have_them(others: Iterable[Sequence[HarmMention]], m: HarmMention) -> bool:
    """Tell whether another act has just so many victims of that class."""
    return any(n.count.min == m.count.min and n.who == m.who for own in others for n in own)


def _drop_clause(act: Act, m: HarmMention) -> None:
    """Take out of an act the clause that told another's victims, and what else it told of them."""
    act.drafts[:] = [d for d in act.drafts if not _tells(d, m)]
    if act.leading is not None and _tells(act.leading, m):
        act.leading = None
    act.weigh()


_KILLING: Final = "method.harm_by_doer"


def _without(draft: Draft, m: HarmMention) -> Draft:
    """Leave out of a clause whom other acts' victims belonged to."""
    if not (m.owner and _tells(draft, m)):
        return draft
    parts = [p for p in draft.parts if p.role is not Role.TARGET or not set(p.ids) <= set(m.owner)]
    return replace(draft, parts=parts)


def _tells(draft: Draft, m: HarmMention) -> bool:
    return draft.clause.lo <= m.at < draft.clause.hi


def _is_sum(m: HarmMention, own: Sequence[HarmMention], others: Sequence[Sequence[HarmMention]]) -> bool:
    """Tell whether an act's own toll, with those of acts told behind, comes to what was told ahead."""
    total = m.count.min or 0
    if total < _SUM or not own:
        return False
    parts = [max(n.count.min or 0 for n in told) for told in sorted(others, key=lambda told: told[0].at)[:_NEXT]]
    left = {total - (n.count.min or 0) for n in own}
    return any(sum(some) in left for many in range(1, _PARTS) for some in combinations(parts, many) if min(some) > 0)
