"""Bare shelling by those who bomb in the same article and have no guns there: from the air too (``data/camps.toml``).

"Russian aircraft raided A. |The Russian shelling also hit| B": both are air strikes. In: the acts of an article, with their doers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act
from waqai.code.camps import mostly_fly


def shell_from_the_air(acts: Sequence[Act]) -> None:
    """Make air strikes of the bare shelling of those whose aircraft strike elsewhere in the article."""
    shelled = [act for act in acts if act.family_name in _SHELLS]
    if not shelled:
        return
    flown = {i for act in acts if any(d.family_name == _AIR for d in act.drafts) for i in act.agent_ids()}
    for act in shelled:
        if (doers := act.agent_ids()) <= flown and mostly_fly(doers) and _is_bare(act):
            act.tell_anew([_from_above(draft) for draft in act.drafts])


_SHELLS: Final = frozenset({"fire", "open"})
_UNSAID: Final = frozenset({"method.trigger.shelling", "method.trigger.fire_at", "method.trigger.assault"})
"""Rules of words that do not say by what a place was shelled, "targeted" or attacked (ruling 42)."""
_AIR: Final = "air"
_STRIKE: Final = "airstrike"


def _is_bare(act: Act) -> bool:
    """Tell whether no gun, shell or rocket is named in any clause of the act."""
    return all(d.method.bare and d.method.rule in _UNSAID for d in act.drafts if d.method is not None)


def _from_above(draft: Draft) -> Draft:
    if draft.method is None:
        return draft
    return replace(draft, method=replace(draft.method, method=_STRIKE))


def is_shot_down(act: Act, downing: Act) -> bool:
    """Tell whether a headline's strike is of drones or rockets that the body has shot down there: "|A hit by drones|: the defences shot down a drone over A"."""
    fired, downed = act.lead.method, downing.lead.method
    if fired is None or downed is None or act.harm or act.where is None or downing.where is None:
        return False
    same = act.where.key == downing.where.key
    return same and downed.method == "interception" and fired.method in _SENT


_SENT: Final = frozenset({"drone_strike", "rocket", "missile"})
"""What can be shot down on its way."""
