"""Acts told as the like of the one before: "and also shelled B", "a similar massacre in B" (codebook section 1)."""

from __future__ import annotations

from typing import Final

import msgspec
from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act
from waqai.code.clause.scene import Role, ids_of
from waqai.code.deed.method import MethodFound
from waqai.code.deed.refine import OPEN
from waqai.code.family import FROM_AFAR
from waqai.lexicon.entry import Kind
from waqai.tag.tagged import Tagged

_TARGETED: Final = "method.trigger.fire_at"
_ALIKE: Final = "alike"
_OF_A_WEAPON: Final = FROM_AFAR | {"bomb"}
"""Families of acts of which "a similar attack" is done with the same weapon."""
_THEATRE: Final = "method.trigger.theatre"
"""Rule of a clause that only says where the act told before was: "A and B were |its theatre|"."""


def as_before(draft: Draft, act: Act | None, tagged: Tagged) -> Draft:
    """Read an act as done the way of the one before it, where its own clause leaves that open.

    "And also shelled B", "the shelling hit B" behind air raids are air raids, where no other doer is named; "a similar attack" is the
    like of the last.
    """
    method = draft.method
    told = act.lead.method if act is not None else None
    if act is None or told is None or method is None:
        return draft
    if method.rule == _THEATRE:
        told = msgspec.structs.replace(told, at=method.at)
        return replace(draft, method=told, parts=[*draft.parts, *act.lead.parts])
    if method.family == _CLASH and (told.family == _CLASH or (told.family == _ATTACK and _is_of_sentence(draft, act))):
        return _between_them(draft, method, act, tagged)
    if not method.bare:
        return draft
    near = draft.clause.sentence - act.drafts[-1].clause.sentence <= 1
    named = any(p.ids for p in draft.agents) and not act.agent_ids() & ids_of(draft.agents)
    family = told.family
    alike = _is_alike(tagged, method)
    goes_on = (
        family == "air"
        and ("joint" in draft.marks or draft.refers_back or tagged.row[method.at].joined)
        and (method.method == "shelling" or method.rule.startswith(_TARGETED))
    )
    like = alike and family in _OF_A_WEAPON and method.method in (OPEN, "shelling")
    if named or not (goes_on and near or like):
        return draft
    return replace(draft, method=msgspec.structs.replace(method, method=told.method, bare=False))


def _between_them(draft: Draft, method: MethodFound, act: Act, tagged: Tagged) -> Draft:
    """Give a fight the sides of the one before where it is its like, of the same sentence (ruling 32), or between "the two sides", and names none."""
    if any(p.ids for p in draft.parts) or draft.refers_back:
        return draft
    if "both_sides" not in draft.marks and not _is_alike(tagged, method) and not _is_of_sentence(draft, act):
        return draft
    return replace(draft, parts=[*draft.parts, *(p for p in act.lead.parts if p.ids and p.role is not Role.NONE)])


_CLASH: Final = "clash"
_ATTACK: Final = "open"


def _is_of_sentence(draft: Draft, act: Act) -> bool:
    return draft.clause.lo == act.drafts[-1].clause.hi and draft.clause.sentence == act.drafts[-1].clause.sentence


def _is_alike(tagged: Tagged, method: MethodFound) -> bool:
    """Tell whether "similar" stands right behind the word for the act."""
    after = tagged.row[method.at].last
    found = tagged.words.reading(after, (Kind.PARTICLE,)) if after < len(tagged.words.texts) else None
    return found is not None and found[1].entry.cls == _ALIKE
