"""Cues for and against one act in what two clauses say was done: the same, what can be part of it, or the fight for what was taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import BLAST_RULES, Act
from waqai.code.deed.method import MethodFound
from waqai.code.family import FAMILY, FROM_AFAR
from waqai.tag.harm.find import HarmMention

_WENT_OFF: Final = BLAST_RULES | {"method.trigger.bombing"}
"""Rules of words that say that something went off and not what."""
_JOINT: Final = "joint"


def kind_cues(act: Act, draft: Draft, harm: Sequence[HarmMention], *, current: bool, placed: bool) -> tuple[str, ...]:
    """Name the cues; ``current`` is the act just told, ``placed`` a clause that names a place."""
    a, b = act.lead.method, draft.method
    if a is None or b is None:
        return ()
    meant = current and draft.refers_back and not draft.opens_with(_JOINT) and _names_no_kind(b)
    meant = meant and b.family in FAMILY[a.method].joins
    if meant or a.method == b.method:
        kind = "kind.same"
    elif "open" in (a.family, b.family):
        kind = "kind.open"
    elif current and not placed and _is_fight_for(act, draft, harm):
        kind = "kind.fought_for"
    else:
        kind = "kind.other"
    return (kind, "kind.taken_up") if draft.refers_back else (kind,)


def _names_no_kind(method: MethodFound) -> bool:
    """Tell whether a noun only takes up a blast or a bombardment, of whatever kind: "|the blast| killed three" of a car bomb."""
    return method.bare if method.family in FROM_AFAR else method.rule in _WENT_OFF


def _is_fight_for(act: Act, draft: Draft, harm: Sequence[HarmMention]) -> bool:
    """Tell whether the next sentence gives the toll of the fight for the ground just taken: "X took A. Fierce clashes broke out in the past hours, |which killed ten|", not "those clashes"."""
    if (
        act.family_name != "capture"
        or draft.family_name != "clash"
        or not harm
        or draft.refers_back
        or draft.opens_with(_JOINT)
    ):
        return False
    return draft.clause.sentence - act.drafts[-1].clause.sentence == 1 and not act.harm
