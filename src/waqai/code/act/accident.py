"""Bodies that are recovered from an accident, which no armed side left there (codebook section 1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft

_ACCIDENT: Final = "accident"
_BODY: Final = "method.body_found"


def spread_accident(told: Sequence[Draft]) -> None:
    """Let bodies recovered be those of the accident that their sentence tells: "a collision …, |and five bodies were recovered|"."""
    for at in [draft.marks[_ACCIDENT] for draft in told if _ACCIDENT in draft.marks][:1]:
        for draft in told:
            if draft.method is not None and draft.method.rule == _BODY:
                draft.marks.setdefault(_ACCIDENT, at)
