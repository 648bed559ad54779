"""Words of one phrase between which somebody says who says so: "in reply, |so it said,| to what A underwent"."""

from __future__ import annotations

from typing import Final

from waqai.lexicon.entry import Kind
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
        if hit.last + 1 < len(words.texts) and (words.texts[hit.last] in _MARKS or _cites(words, hit.last)):
            ahead = range(hit.last + 2, min(hit.last + _LONGEST, len(words.texts) - 1))
            to = next((j for j in ahead if words.texts[j] == _TO and words.texts[j - 1] in _MARKS), -1)
            found += [to + 1] if to >= 0 else []
    return found


def _cites(words: Words, at: int) -> bool:
    """Tell whether "according to" stands at a token."""
    return any(Kind.SOURCE in hit.readings.senses for hit in words.by_first.get(at, ()))
