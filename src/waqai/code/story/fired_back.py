"""Fire by those who were just hit, at nobody in particular: "a charge hit a car of X in A. |Heavy fire of X followed upon the blast|" is one incident (section 1).

Fire at those who fired from elsewhere is another, of which no place is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act
from waqai.code.clause.scene import Role, ids_of
from waqai.code.family import FROM_AFAR
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk
from waqai.values.actor import CIVILIANS, UNKNOWN

_SHOTS: Final = frozenset({"small_arms", "other"})
"""Methods of fire that nobody says hit anything."""
_BLOWS: Final = frozenset({"bomb", "violence", "open", "clash"})
"""Families of acts that men under arms answer by shooting about them."""
_NEXT: Final = 1
"""Sentences from the blow to the fire."""


def drop_fire_back(acts: list[Act]) -> None:
    """Drop fire that names no place, nobody hit and no harm, by those whom a blow of the same place had just hit."""
    acts[:] = [
        act
        for act in acts
        if act.own_place or act.harm or not ((_is_aimless(act) and _follows(act, acts)) or _hits_who_fired(act, acts))
    ]


def _hits_who_fired(act: Act, acts: Sequence[Act]) -> bool:
    """Tell whether fire that names no place hits those who fired at the place told last, and so are not there: "X shelled A. |Y answered by shelling the posts of X|"."""
    if act.where is None or act.family_name not in _ANSWERS:
        return False
    at, by = act.target_ids() - {UNKNOWN, CIVILIANS}, act.agent_ids()
    first = act.drafts[0].clause.sentence
    fired = (a for a in acts if a is not act and a.own_place and a.family_name in FROM_AFAR and a.meets(act))
    near = [a for a in fired if any(0 <= first - d.clause.sentence <= _ANSWERED for d in a.drafts)]
    if any(p.role is Role.SIDE or p.rule == _WITH for a in near for d in a.drafts for p in d.parts):
        return False  # both sides are there who "exchange fire in A"
    return bool(by) and any(at & a.agent_ids() and not by & a.agent_ids() for a in near)


_WITH: Final = "roles.aside"
"""Rule of those with whom fire was exchanged by words that nobody reads."""
_ANSWERED: Final = 2
"""Sentences from fire to what answers it."""
_ANSWERS: Final = FROM_AFAR | {"open"}
"""Families of fire that answers, of which it may not be said what it was."""


def _is_aimless(act: Act) -> bool:
    method = act.lead.method
    if method is None or method.method not in _SHOTS or method.family != "violence":
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
    return blow.target_ids() | {i for h in blow.harm for i in h.owner}


def is_answered(draft: Draft, row: Sequence[Chunk]) -> bool:
    """Tell whether several acts of no day and no place are only what another answers: "hit A |in reply to attacks that X launched|"."""
    if not draft.clause.answered or draft.dates or draft.harm or draft.method is None:
        return False
    act = row[draft.method.at].reading(Kind.TRIGGER)
    return act is not None and act.form.pos is Pos.NOUN and act.form.number == "pl"
