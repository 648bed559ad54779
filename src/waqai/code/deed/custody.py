"""Somebody who died in the hands of his keepers: "the detainee So-and-so was martyred |in the prison of A|" (codebook ruling 12)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk
from waqai.tag.harm.mention import HarmMention
from waqai.tag.place.find import PlacePhrase

CUSTODY: Final = "method.died_in_custody"
_DETAINEE: Final = "victim.detainee"
_CAPTIVES: Final = frozenset({"harm.captive", "harm.detained_count"})
_PRISON: Final = "prison"
_OUT_OF: Final = frozenset({"من", "الي", "عن"})
_FEW: Final = 5
"""Dead of whom more at once are those of a bombed prison, or of years."""


def died_in_custody(row: Sequence[Chunk], lo: int, hi: int, harm: Sequence[HarmMention]) -> int | None:
    """Find the death of a detainee in a prison that the clause names; ``None`` where it tells none."""
    for told in harm:
        if told.kind != "killed" or not 0 < (told.count.max or 0) <= _FEW:
            continue
        victims = row[max(lo, min(told.first, told.at)) : min(hi, max(told.last, told.at + 2))]
        if not any(chunk.has(_DETAINEE) or chunk.has_any(_CAPTIVES) for chunk in victims):
            continue
        if any(_is_prison(chunk) for chunk in row[lo:hi]):
            return told.at
    return None


def _is_prison(chunk: Chunk) -> bool:
    """Tell whether somebody is said to be in a prison, by its name or its keeper's."""
    if chunk.prep in _OUT_OF:
        return False
    if isinstance(chunk.mention, PlacePhrase):
        prisons = tuple(tables()["kept"]["prisons"])
        return chunk.text.startswith(prisons) or chunk.mention.name.startswith(prisons)
    return chunk.entry(Kind.OBJECT).cls == _PRISON and chunk.prep != ""
