"""In which act the men of a toll were hurt or taken; and the cordon that the police throw round a blast, which is no act of its own.

Who blocks roads hurts nobody by it: the dead told behind are those of the blow before. A siege by whoever shells the town is an act (section 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act, are_alike
from waqai.code.camps import stand_together
from waqai.code.story.another_one import is_other_news
from waqai.code.story.telling_of import fight_of
from waqai.code.taxonomy import Taxonomy
from waqai.tag.chunk import Chunk
from waqai.tag.harm.find import COMBATANTS, HURT
from waqai.values.actor import UNKNOWN


def held_in(draft: Draft, acts: Sequence[Act], current: Act | None) -> Act | None:
    """Give the act whose toll a clause tells: of fighters who were taken, the fight before any fire told of since; of the men of whoever struck, of other news than the headline's, none; of who died, no cordon."""
    if current is None or _are_strikers_own(draft, current) or is_other_news(current, draft, draft.harm):
        return None
    if draft.harm and not draft.places and draft.opens_with("apart") and _are_of_another(draft, current):
        return None
    taken = bool(draft.harm) and all(h.kind == "detained" and h.who == COMBATANTS for h in draft.harm)
    if taken:
        return fight_of(acts, current) or current
    return _behind_cordon(draft, acts, current) if current.family_name == _CLOSURE else current


def _are_of_another(draft: Draft, act: Act) -> bool:
    """Tell whether the toll of a clause that opens another matter is none of the act's: "eight died in A. |Besides,| X mourned one of its officers"."""
    return bool(act.harm) and not are_alike(act.harm, draft.harm)


def _are_strikers_own(draft: Draft, act: Act) -> bool:
    """Tell whether the dead of a clause are men of those whose aircraft struck just before, whom other fire killed."""
    if act.family_name != "air" or not draft.harm:
        return False
    owners = {i for h in draft.harm for i in (h.owners or h.owner)}
    strikers = act.agent_ids() - {UNKNOWN}
    told = bool(owners and strikers) and owners.isdisjoint(act.target_ids())
    return told and stand_together(owners, strikers)


def _behind_cordon(draft: Draft, acts: Sequence[Act], cordon: Act) -> Act:
    """Give the blow that a cordon followed upon, where a clause tells of dead or wounded."""
    if not any(h.kind in HURT for h in draft.harm):
        return cordon
    return next((act for act in reversed(acts) if _followed(cordon, act)), cordon)


def drop_cordons(acts: list[Act], row: Sequence[Chunk]) -> None:
    """Drop what the police closed around a blast or an attack told at the same place and day: one incident (section 1)."""
    acts[:] = [act for act in acts if not _is_polices(act, row) or not any(_followed(act, blow) for blow in acts)]


def _is_polices(act: Act, row: Sequence[Chunk]) -> bool:
    if act.family_name != _CLOSURE or any(h.kind in HURT for h in act.harm):
        return False
    if any(p.ids for d in act.drafts for p in d.targets):
        return False  # "besieged |X| in A"
    by = act.agent_ids() - {UNKNOWN}
    method = act.lead.method
    if method is None or not row[method.at].has_any(_CLOSES):
        return False
    return bool(by) and all(Taxonomy.load().is_of_its_state(i) for i in by)


_CLOSES: Final = frozenset({"trigger.close_way", "trigger.closure", "trigger.turn_back"})
"""Words for roads and markets that are closed; who besieges does more."""


def _followed(cordon: Act, blow: Act) -> bool:
    """Tell whether a cordon is there where, and when, others struck."""
    if blow.family_name not in _BLOWS or blow.where is None or cordon.where is None:
        return False
    here, there = cordon.where, blow.where
    near = here.key == there.key or here.key in there.parents or there.key in here.parents
    return near and cordon.is_on_a_day_of(blow) and not (blow.agent_ids() & cordon.agent_ids())


_CLOSURE: Final = "closure"
_BLOWS: Final = frozenset({"bomb", "open", "violence"})
