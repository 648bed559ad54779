"""Pages on which a writer gives his own mind, a thinker answers or somebody remembers: there is no news cycle that dates an act."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import msgspec

from waqai.shipped import shipped_table
from waqai.text.fold import fold_key

_JOINED: Final = frozenset({"و", "ف"})


class _Signs(msgspec.Struct, frozen=True):
    """The words of a writer, also with "and" before them, and how often a page of his has them."""

    words: dict[str, str]
    least: int
    kinds: int
    among: int


@cache
def _signs() -> _Signs:
    table = shipped_table("essay.toml")
    words = [fold_key(word) for word in table["words"]]
    joined = {head + word: word for word in words for head in _JOINED}
    return _Signs(joined | {word: word for word in words}, table["least"], table["kinds"], table["among"])


def speaks_its_mind(texts: Sequence[str]) -> bool:
    """Tell whether the folded words of a page are those of a writer: so many, of so many kinds, so close to each other."""
    signs = _signs()
    found = [signs.words[text] for text in texts if text in signs.words]
    if len(found) < signs.least or len(found) * signs.among < len(texts):
        return False
    return len(set(found)) >= signs.kinds
