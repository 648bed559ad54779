"""When a man found dead had been carried off: part of how he died, and no abduction of its own where nothing says from where (ruling 3).

In: the row of chunks and the drafts of the text in order. "Found the body of a man |whom gunmen had kidnapped two days before|" tells one act,
whose day is that of the finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.code.deed.found_dead import is_body, seized_behind_body
from waqai.tag.chunk import Chunk

_TAKEN: Final = "abducted"
_TAKES: Final = "abduction"


def leave_out_seizures(row: Sequence[Chunk], drafts: list[Draft]) -> None:
    """Take out of the clauses about a body found, and of those right behind them, when and that its man had been carried off."""
    for n, draft in enumerate(drafts):
        clause = draft.clause
        seized = seized_behind_body(row, clause.lo, clause.hi) if draft.harm else None
        if seized is not None:
            dates = [(k, m) for k, m in draft.dates if k < seized]
            drafts[n] = replace(draft, dates=dates, harm=[h for h in draft.harm if h.kind != _TAKEN])
        elif (
            draft.family_name == _TAKES
            and n
            and not (draft.places or draft.homes)
            and _is_of_body(row, draft, drafts[n - 1])
        ):
            drafts[n] = replace(draft, method=None, harm=[], dates=[])


def _is_of_body(row: Sequence[Chunk], draft: Draft, before: Draft) -> bool:
    """Tell whether the clause before is about a body found, and this one goes on with it."""
    if draft.clause.sentence - before.clause.sentence > 1 or draft.clause.block != before.clause.block:
        return False
    return any(is_body(row[k]) for k in range(before.clause.lo, before.clause.hi))
