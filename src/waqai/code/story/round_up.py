"""Whose acts a round-up lists, where only its heading says so: "|The Israeli attacks| on Tuesday: - A: five shells on its outskirts. - B: …".

In: the acts and all drafts in order, and the row. Items that name nobody are the announced doer's; none without a heading of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act
from waqai.code.act.totals import is_dashed
from waqai.code.clause.scene import Part, Role
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort

_OFFENCES: Final = "offences"
_NEAR: Final = 2
"""Chunks from "the attacks" to whose they are."""
_LISTED: Final = frozenset({"fire", "air", "raid", "movement", "violence", "property", "closure", "open"})
"""Families of acts that such a list holds; a bomb has its own doer."""
_ITEMS: Final = 2
"""Items by which a page is a list."""


def name_listed(acts: Sequence[Act], drafts: Sequence[Draft], row: Sequence[Chunk]) -> None:
    """Give acts told in items that name no doer the one whose attacks the headline, or the line above the items, announces."""
    announced = [
        (draft.clause.lo, doers) for draft in drafts if _OFFENCES in draft.marks and (doers := _announced(draft, row))
    ]
    if not announced:
        return
    items = [act for act in acts if act.lead.header >= 0 or is_dashed(row, act.lead.clause.lo)]
    if len(items) < _ITEMS:
        return
    for act in items:
        doers = next((found for at, found in reversed(announced) if at < act.lead.clause.lo), [])
        if doers and act.family_name in _LISTED and not (act.agent_ids() or act.lead.by_gunmen):
            act.lead.parts.extend(Part(p.at, p.ids, Role.AGENT, "heritage.listed") for p in doers)


def _announced(draft: Draft, row: Sequence[Chunk]) -> list[Part]:
    """Give whose attacks a headline, or a line that ends in a colon, says that it lists."""
    clause = draft.clause
    if not (clause.headline or row[clause.hi - 1].text == ":"):
        return []
    at = draft.marks[_OFFENCES]
    return [p for p in draft.parts if p.ids and 0 < p.at - at <= _NEAR and not _is_suffered(row, p.at)]


def _is_suffered(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether somebody is whom the attacks hit: "the attacks |on the army|"."""
    return row[at].prep == "علي" or row[at].sort is not Sort.ACTOR or row[at].reading(Kind.VICTIM) is not None
