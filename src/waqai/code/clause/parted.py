"""Words of one phrase between which somebody says who says so: "in reply, |so it said,| to what A underwent"."""

from __future__ import annotations

from typing import Final

from waqai.tag.words import Words

_PARTED: Final = "reply_parted"
_TO: Final = "علي"
_MARKS: Final = frozenset({",", "-"})
_LONGEST: Final = 8
"""Words between "in reply" and "to"."""


def parted_replies(words: Words) -> list[int]:
    """Give the tokens right behind "in reply, …, to"."""
    found = []
    for hit in words.particles.get(_PARTED, ()):
        if words.texts[hit.last : hit.last + 1] and words.texts[hit.last] in _MARKS:
            ahead = range(hit.last + 1, min(hit.last + _LONGEST, len(words.texts) - 1))
            to = next((j for j in ahead if words.texts[j] == _TO and words.texts[j - 1] in _MARKS), -1)
            found += [to + 1] if to >= 0 else []
    return found
