"""What people who are held are said to have done: "arrested a man in A, |whom they suspect behind an attack that killed five|" tells one act.

In: the row of chunks and the drafts of the text in order. A clause that only charges those just arrested tells nothing by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.tag.chunk import Chunk

_CHARGES: Final = frozenset({"grounds", "suspected", "claims", "accused", "hedge"})
_DEEDS: Final = frozenset({"open", "violence", "bomb"})
_HELD: Final = "detained"


def leave_out_charges(row: Sequence[Chunk], drafts: list[Draft]) -> None:
    """Take the act and the dead out of clauses that go on in the sentence of an arrest with what those arrested are charged with."""
    for n in range(1, len(drafts)):
        before, draft = drafts[n - 1], drafts[n]
        if draft.method is None or draft.clause.sentence != before.clause.sentence or before.family_name != "raid":
            continue
        if draft.family_name in _DEEDS and not (draft.dates or draft.places) and _is_charge(row, before, draft):
            drafts[n] = replace(draft, method=None, harm=[])


def _is_charge(row: Sequence[Chunk], before: Draft, draft: Draft) -> bool:
    """Tell whether a charge stands before the act, and somebody was arrested."""
    assert draft.method is not None
    if not any(h.kind == _HELD for h in before.harm):
        return False
    return any(row[k].particle in _CHARGES for k in range(draft.clause.lo, draft.method.at))
