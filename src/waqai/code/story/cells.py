"""Whose men were arrested, where another sentence says it: "eight were held in A. |The cell is linked to X|" (codebook ruling 30)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act
from waqai.code.clause.scene import Part, Role, ids_of
from waqai.code.side.sought import names_cell
from waqai.tag.actor.armed import is_armed_group
from waqai.tag.chunk import Chunk
from waqai.values.actor import UNKNOWN

_RAID: Final = "raid"
_OF_GROUP: Final = frozenset({"roles.for_group", "roles.member_of", "roles.no_act", "roles.sought"})
"""Rules by which a clause about a cell says whose it is: "planned attacks |in the name of X|", "with ties to |leaders of X|"."""
_HELD: Final = frozenset({"victim.wanted", "victim.detainee"})
_NEAR: Final = 3
"""Sentences at most between the arrests and the one that says whose the men are."""


def name_cells(acts: Sequence[Act], drafts: Sequence[Draft], row: Sequence[Chunk]) -> None:
    """Give arrests without a group the one group that the article links the arrested to."""
    raids = [act for act in acts if act.family_name == _RAID and act.where is not None and act.agent_ids() - {UNKNOWN}]
    if not raids:
        return
    links = [(d, found) for d in drafts if (found := _linked(d, row))]
    if len({i for _, found in links for i in ids_of(found)}) != 1:
        return
    for act in raids:
        told = next(d for d in reversed(act.drafts) if d.method is not None)
        if any(map(is_armed_group, ids_of(p for d in act.drafts for p in d.parts if p.role is not Role.NONE))):
            continue
        group: Sequence[Part] = next((found for d, found in links if _is_shortly_behind(d, told)), ())
        told.parts.extend(p.turned(Role.TARGET, "cells.linked") for p in group)


def _is_shortly_behind(draft: Draft, told: Draft) -> bool:
    return draft.clause.lo > told.clause.lo and draft.clause.sentence - told.clause.sentence <= _NEAR


def _linked(draft: Draft, row: Sequence[Chunk]) -> list[Part]:
    """Give the group that a clause about a cell, and about no act of its own, links the cell to."""
    if draft.family_name not in ("", _RAID) and draft.is_told:
        return []
    groups = [p for p in draft.parts if p.rule in _OF_GROUP and p.ids and all(map(is_armed_group, p.ids))]
    if groups and any(_names_men(chunk) for chunk in row[draft.clause.lo : draft.clause.hi]):
        return groups
    return []


def _names_men(chunk: Chunk) -> bool:
    return names_cell(chunk) or chunk.has_any(_HELD)
