"""Men who were somebody's before a settlement: "two youths |who had been fighters of X before the settlement|" are nobody's any more."""

from __future__ import annotations

from functools import cache
from typing import Final

from waqai.tag.actor.camps import tables
from waqai.tag.words import Words

_FAR: Final = 10
_NEAR: Final = 3
_ENDS: Final = frozenset(".\n")


def was_theirs(words: Words, first: int, last: int) -> bool:
    """Tell whether somebody "was" one of the actor's men, "before" a settlement or an army's coming, named behind."""
    texts, (was, before, settled) = words.texts, _known()
    if was.isdisjoint(texts[max(0, first - _NEAR) : first]):
        return False
    for at in range(last, min(last + _FAR, len(texts) - 1)):
        if texts[at] in _ENDS:
            return False
        if texts[at] in before:
            return any(text.startswith(settled) for text in texts[at + 1 : at + 3])
    return False


@cache
def _known() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """Give the table ``former``: words that say "was", "before", and how those begin for what came between."""
    table = tables()["former"]
    return frozenset(table["was"]), frozenset(table["before"]), tuple(table["settled"])
