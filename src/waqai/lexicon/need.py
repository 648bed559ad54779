"""What must stand behind a word for it to mean an entry, parted into names, words, and words that must not (``needs``)."""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.lexicon.entry import Reading
from waqai.text.fold import fold_key

WORD: Final = "="
UNLESS: Final = "!"
"""How a need begins that is a word, and one that is a word which must not stand before it."""


class Need(msgspec.Struct, frozen=True, gc=False):
    """What the reading of a form that is number ``at`` needs: names of entries and kinds, words, and words that it must not have, folded."""

    at: int
    reading: Reading
    names: frozenset[str]
    words: frozenset[str]
    unless: frozenset[str]

    @property
    def only_refuses(self) -> bool:
        """Whether the entry needs nothing and only says what must not stand behind it."""
        return not (self.names or self.words)


def need_of(at: int, reading: Reading) -> Need:
    """Part what the entry of a reading needs."""
    needs = reading.entry.needs
    words, unless = (frozenset(fold_key(need[1:]) for need in needs if need[0] == mark) for mark in (WORD, UNLESS))
    names = frozenset(need for need in needs if need[0] not in (WORD, UNLESS))
    return Need(at, reading, names, words, unless)
