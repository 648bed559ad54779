"""Actors whom a citation names as its source, and who therefore did nothing.

In: a tagged text. Out: the tokens of their names.
"""

from __future__ import annotations

from waqai.tag.tagged import Tagged


def speakers_of(tagged: Tagged) -> frozenset[int]:
    """Give the tokens of names that a citation gives as its source."""
    said: set[int] = set()
    for source in tagged.sources:
        said.update(range(source.name_first, _with_bracket(tagged, source.name_last)))
    return frozenset(said)


def _with_bracket(tagged: Tagged, last: int) -> int:
    """Give the end of a name with the other name in brackets behind it: "the Internal Security Forces (Asayish)"."""
    texts = tagged.words.texts
    if texts[last : last + 1] != ["("]:
        return last
    return next((i for i in range(last + 1, min(last + 5, len(texts))) if texts[i] == ")"), last)
