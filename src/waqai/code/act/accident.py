"""Bodies that are recovered from an accident, which no armed side left there (codebook section 1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft

_ACCIDENT: Final = "accident"
_BODY: Final = "method.body_found"


def spread_accident(drafts: Sequence[Draft]) -> None:
    """Let bodies recovered be those of the accident told before on the page: "a boat sank …. |Five bodies were recovered|"."""
    at = next((draft.marks[_ACCIDENT] for draft in drafts if _ACCIDENT in draft.marks), None)
    if at is None:
        return
    for draft in drafts:
        if draft.method is not None and draft.method.rule == _BODY and draft.clause.hi > at:
            draft.marks.setdefault(_ACCIDENT, at)
