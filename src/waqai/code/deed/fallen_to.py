"""Places that fell into somebody's hands: "A fell into the hands of X", "the town had fallen to X".

In: the chunks of a clause. Out: the chunk of the fall.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort


def fallen_to(row: Sequence[Chunk], lo: int, hi: int, acts: Sequence[int]) -> int | None:
    """Read of one of the ``acts`` "A fell into the hands of X", "the fall of A at the hand of X": it was taken."""
    for k in acts:
        if not row[k].has(_FALL) or k + 2 >= hi:
            continue
        behind = row[k + 1].sort is Sort.PLACE and not row[k + 1].prep
        if _fell_in(row, k):
            return k
        if not behind and not (row[k].tells_of >= 0 or (k > lo and row[k - 1].sort is Sort.PLACE)):
            continue
        for j in range(k + 1 + behind, min(k + 5, hi - 1)):
            if _into_hands(row[j], sure=behind) and row[j + 1].sort is Sort.ACTOR:
                return k
    return None


def _fell_in(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a town that only a word takes up fell into hands told right behind: "and it |had fallen to| X"."""
    hands, fell = row[k + 1], row[k].reading(Kind.TRIGGER)
    if (
        fell is None
        or (fell.form.number, fell.form.gender) != ("sg", "f")
        or hands.gap
        or not (hands.particle == "hands" or hands.text[:2] == _HAND)
    ):
        return False
    return row[k + 2].sort is Sort.ACTOR and not row[k + 2].gap


def _into_hands(chunk: Chunk, *, sure: bool) -> bool:
    """Tell whether something fell into hands; where only its place before the verb says what, no other "by" will do."""
    return chunk.particle == "hands" or (chunk.particle == "agent" and (sure or chunk.text[:2] == _HAND))


_HAND: Final = "بي"
"""What "in the hand of" begins with."""


_FALL: Final = "trigger.fall"
