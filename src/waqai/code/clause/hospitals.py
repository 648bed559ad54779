"""Hospitals, where people are only treated, die, or tell of what was done elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN
from waqai.tag.place.find import PlacePhrase

HOSPITALS: Final = ("مستشفي", "مشفي")


def only_treats(row: Sequence[Chunk], lo: int, hi: int, k: int) -> bool:
    """Tell whether a hospital only took in the wounded, or is where a doctor speaks."""
    name = m.name if isinstance(m := row[k].mention, PlacePhrase) else ""
    if not (name.startswith(HOSPITALS) or name.endswith(_MEDICAL)):
        return False
    if _is_deathbed(row, lo, hi, k):
        return True
    if any(lo <= j < hi and row[j].particle == "receives" and not row[max(j, k)].gap for j in (k - 1, k + 1)):
        return True
    if row[k].prep == "ل" and any(Kind.HARM in row[j].senses for j in range(max(lo, k - 2), k)):
        return True  # "the arrival of a woman killed and of several wounded |at [l-] the hospital of| A"
    if any(row[j].particle == "in_care" or row[j].has(_TREATED) for j in range(max(lo, k - 2), k)):
        return True
    return not row[k].that and _speaks_there(row, lo, k)


_MEDICAL = " الطبي"  # "the medical centre of A"
_TREATED = "harm.treated"
_SPEAKS = 3
"""Chunks between "according to" and the hospital of the doctor who says so."""


def _speaks_there(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a hospital is that of who says something: "a doctor |of the hospital of A|", not "witnesses said |that planes shelled the hospital of A|"."""
    place = row[k].mention
    for j in range(k - 1, max(lo, k - _SPEAKS) - 1, -1):
        if row[j].reading(Kind.SOURCE) is not None:
            return True
        if row[j].tells and not row[k].prep and isinstance(place, PlacePhrase) and place.relation == "in":
            return False
    return False


def _is_deathbed(row: Sequence[Chunk], lo: int, hi: int, k: int) -> bool:
    """Tell whether a hospital is only where one died of what befell him elsewhere: "then a third died |in the hospital of A| of his wounds"."""
    if row[k].prep not in IN:
        return False
    died = next((j for j in range(k - 1, max(lo, k - _DYING) - 1, -1) if row[j].has_any(_DIES)), -1)
    if died < 0:
        return False
    if any(row[j].particle == _SUCCUMBED for j in range(died, min(hi, k + 3))):
        return True
    return any(row[j].sort is Sort.PLACE and j != k for j in range(lo, hi))


_DIES: Final = frozenset({"harm.died", "harm.died_verb", "harm.left", "particle.life"})
_DYING: Final = 5
_SUCCUMBED: Final = "succumbed"
