"""Fire by those who were just hit, at nobody in particular: "a charge hit a car of X in A. |Heavy fire of X followed upon the blast|" is one incident (section 1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.told import Act
from waqai.code.clause.scene import ids_of
from waqai.values.actor import CIVILIANS, UNKNOWN

_SHOTS: Final = frozenset({"small_arms", "other"})
"""Methods of fire that nobody says hit anything."""
_BLOWS: Final = frozenset({"bomb", "violence", "open", "clash"})
"""Families of acts that men under arms answer by shooting about them."""
_NEXT: Final = 1
"""Sentences from the blow to the fire."""


def drop_fire_back(acts: list[Act]) -> None:
    """Drop fire that names no place, nobody hit and no harm, by those whom a blow of the same place had just hit."""
    acts[:] = [act for act in acts if not (_is_aimless(act) and _follows(act, acts))]


def _is_aimless(act: Act) -> bool:
    method = act.lead.method
    if method is None or method.method not in _SHOTS or act.family_name != "violence" or act.own_place or act.harm:
        return False
    return not any(d.objects or ids_of(d.targets) - {UNKNOWN} for d in act.drafts)


def _follows(act: Act, acts: Sequence[Act]) -> bool:
    """Tell whether those who fire were hit there and then by an act told in the same sentence or the one before."""
    by = act.agent_ids() - {UNKNOWN, CIVILIANS}
    first = act.drafts[0].clause.sentence
    blows = (a for a in acts if a is not act and a.family_name in _BLOWS and a.meets(act))
    near = (b for b in blows if any(0 <= first - d.clause.sentence <= _NEXT for d in b.drafts))
    return any(by & _hit_by(blow) for blow in near)


def _hit_by(blow: Act) -> set[str]:
    """Give whom an act hit: at whom it was aimed, and whose men were hurt."""
    return ids_of(p for d in blow.drafts for p in d.targets) | {i for h in blow.harm for i in h.owner}
