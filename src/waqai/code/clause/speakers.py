"""Actors whom a citation names as its source, and who therefore did nothing.

In: a tagged text. Out: their chunks.
"""

from __future__ import annotations

from waqai.tag.chunk import Sort
from waqai.tag.tagged import Tagged


def speakers_of(tagged: Tagged) -> frozenset[int]:
    """Give the chunks of actors whom a citation names as its source."""
    said = {t for s in tagged.sources for t in range(s.name_first, _with_bracket(tagged, s.name_last))}
    return frozenset({k for k, chunk in enumerate(tagged.row) if chunk.first in said and chunk.sort is Sort.ACTOR})


def _with_bracket(tagged: Tagged, last: int) -> int:
    """Give the end of a name with the other name in brackets behind it: "the Internal Security Forces (Asayish)"."""
    texts = tagged.words.texts
    if texts[last : last + 1] != ["("]:
        return last
    return next((i for i in range(last + 1, min(last + 5, len(texts))) if texts[i] == ")"), last)
