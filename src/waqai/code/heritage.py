"""Doers whom an act does not name and the article does: named once in headline or lead, and meant throughout.

Papers of every camp name the army that shells in the first sentence and then go on with "the shelling also hit …". Of
such acts nearly all are the named doer's (codebook ruling 14 stands: where the article names nobody, nobody is taken).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from waqai.code.act import Draft
from waqai.code.scene import Part, Role
from waqai.code.told import Act
from waqai.values.actor import UNKNOWN

_CARRIES_ON: Final = frozenset({"fire", "air", "raid", "capture"})
"""Families of acts that go on under one doer; a mine, a murder or a clash does not."""


_KIN: Final = {"air": "fire"}
"""Who bombs from the air also shells, where the article goes on about it."""


def inherit_doers(acts: Sequence[Act]) -> None:
    """Give acts without a doer the doer that the article goes on about."""
    _name_both_sides(acts)
    named = [(act, doers) for act in acts if (doers := _doers(act))]
    for act in acts:
        if act.family is None or act.family.name not in _CARRIES_ON or act.agent_ids():
            continue
        if any(p.role is Role.AGENT for d in act.drafts for p in d.parts):
            continue
        source = _source(act, named)
        if source:
            told = act.drafts[-1]
            act.drafts[-1] = replace(told, parts=[*told.parts, *_inherited(source)])
            if act.leading is told:
                act.leading = act.drafts[-1]


def _inherited(source: Sequence[Part]) -> list[Part]:
    return [Part(p.at, p.ids, p.role, "heritage.goes_on") for p in source]


def _name_both_sides(acts: Sequence[Act]) -> None:
    """Give a clash "between the two sides" the sides of the fight told before it."""
    for n, act in enumerate(acts):
        draft = next((d for d in act.drafts if "both_sides" in d.marks), None)
        if draft is None or act.agent_ids():
            continue
        for before in reversed(acts[:n]):
            sides = [p for d in before.drafts for p in d.parts if p.role is not Role.NONE and p.ids]
            if len({i for p in sides for i in p.ids}) > 1:
                draft.parts.extend(Part(p.at, p.ids, p.role, "heritage.both_sides") for p in sides)
                break


def _doers(act: Act) -> list[Part]:
    parts = [p for d in act.drafts for p in d.agents if p.ids and p.ids != (UNKNOWN,)]
    first = parts[:1]
    draft = next((d for d in act.drafts if first and first[0] in d.parts), None)
    return [p for p in draft.agents if p.ids] if draft is not None else []


def _source(act: Act, named: Sequence[tuple[Act, list[Part]]]) -> list[Part]:
    """Choose whose act this is: of the same kind, told last before it, else first after it."""
    assert act.family is not None
    kin = [
        (o, d)
        for o, d in named
        if o.family is not None and _KIN.get(o.family.name, o.family.name) == _KIN.get(act.family.name, act.family.name)
    ]
    if act.lead.clause.background and len({_ids(doers) for _, doers in kin}) != 1:
        return []
    at = act.lead.clause.lo
    before = [(o, d) for o, d in kin if _start(o.lead) < at]
    if before:
        return max(before, key=lambda pair: _start(pair[0].lead))[1]
    return min(kin, key=lambda pair: _start(pair[0].lead))[1] if kin else []


def _start(draft: Draft) -> int:
    return draft.clause.lo


def _ids(parts: Sequence[Part]) -> tuple[str, ...]:
    return tuple(sorted({i for p in parts for i in p.ids}))
