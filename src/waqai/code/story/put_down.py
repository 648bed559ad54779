"""What a force did to a crowd, told behind the protest as an act of its own: one incident, a protest with intervention (ruling 27).

"They sat in at A. |The police arrested everybody who took pictures|", "the march of B was broken up. |Soldiers fired| at those who took part".
"""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from waqai.code.act.told import Act
from waqai.values.actor import PROTESTERS, UNKNOWN

_BY_FORCE: Final = frozenset({"raid", "violence"})
"""Families of acts by which a crowd is put down."""
_NEXT: Final = 2
"""Sentences from a protest to what a force did to it."""
_DISPERSES: Final = "disperses"


def is_put_down(protest: Act, act: Act) -> bool:
    """Tell whether an act without a place of its own is what a force did to the crowd told of shortly before."""
    if protest.family_name != "protest" or act.family_name not in _BY_FORCE or act.own_place:
        return False
    if protest.where is None or act.where is None or protest.where.key != act.where.key:
        return False
    fired_at = any(PROTESTERS in p.ids for d in act.drafts for p in d.targets)
    if not fired_at and any(h.kind == "killed" and h.count.max != 0 for h in act.harm):
        return False  # "they blocked the road |after a child was killed|": what they protest against
    away = act.drafts[0].clause.sentence - protest.drafts[-1].clause.sentence
    by_force = any(_DISPERSES in d.marks for d in protest.drafts) or bool(act.agent_ids() - {PROTESTERS, UNKNOWN})
    return by_force and 0 <= away <= _NEXT and protest.is_on_a_day_of(act)


def take_force(protest: Act, act: Act) -> None:
    """Let a protest take in what was done to the crowd; a toll that both tell is the protest's."""
    protest.leading = protest.lead
    at = act.lead.clause.lo
    protest.take(replace(d, method=None, marks={**d.marks, _DISPERSES: at}) for d in act.drafts)
    told = {h.kind for h in protest.harm}
    protest.harm.extend(h for h in act.harm if h.kind not in told)


def are_held_of_crowd(act: Act, crowd: Act) -> bool:
    """Tell whether those whom a headline says were arrested are those of the demonstration that the body tells: "|200 teachers arrested| in A: … the police broke up a rally and arrested 200"."""
    if act.family_name != "raid" or crowd.family_name != "protest" or act.where is None or crowd.where is None:
        return False
    held = {h.count.min for h in act.harm if h.kind == "detained"}
    return bool(held) and act.where.key == crowd.where.key and held <= {h.count.min for h in crowd.harm}
