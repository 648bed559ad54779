"""Arms that were found and then taken: a seizure of "it" is no looting (codebook ruling 13)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk

DISARMS: Final = "Disrupted weapons use"
_SEIZURE: Final = "trigger.seizure"


def takes_found_arms(row: Sequence[Chunk], lo: int, at: int) -> bool:
    """Tell whether "it" that was seized are arms found before: "found in A forty shells |and seized them|"."""
    act = row[at].reading(Kind.TRIGGER)
    if act is None or act.entry.id != _SEIZURE or not act.form.suffix:
        return False
    found = next((k for k in range(lo, at) if row[k].particle == "found"), at)
    return any(row[k].reading(Kind.WEAPON) is not None for k in range(found, at))
