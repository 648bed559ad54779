"""Bombs that are blown up by those who found them, which is part of the finding and no attack, and bombs that hurt who disarms them (ruling 13)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.find import HarmMention

BLOWS_UP: Final = "trigger.bombing"
_FINDS: Final = "trigger.seize_arms"
_REACH: Final = 8
"""Chunks between the finding and what was done with the bomb: who found it, when and where."""


def is_of_found_bomb(row: Sequence[Chunk], k: int, trigger: Reading) -> bool:
    """Tell whether what somebody blew up is the bomb that he had found: "found a car bomb in A |and blew it up|"."""
    if trigger.entry.id != BLOWS_UP or trigger.form.pos is not Pos.VERB or not trigger.form.suffix:
        return False
    for j in range(k - 1, max(-1, k - 1 - _REACH), -1):
        if row[j].sort is Sort.STOP and row[j].text != ",":
            return False
        if row[j].entry(Kind.TRIGGER).id == _FINDS:
            return True
    return False


def came_upon(row: Sequence[Chunk], lo: int, at: int, hi: int) -> int | None:
    """Find the word that says that somebody came upon the bomb at ``at``, which hurt nobody: "people of A |found| this morning a bomb near the school"."""
    if row[at].prep != _UPON or any(row[k].entry(Kind.HARM).harm for k in range(at + 1, hi)):
        return None
    for k in range(at - 1, max(lo, at - _REACH) - 1, -1):
        if row[k].sort is Sort.STOP:
            return None
        if row[k].particle == _FOUND:
            return k
    return None


_UPON: Final = "علي"
_FOUND: Final = "found"


def hurt_at_work(row: Sequence[Chunk], at: int, harm: Sequence[HarmMention]) -> bool:
    """Tell whether people are told to have been hurt while they disarmed the bomb at ``at``: "three died |while| they defused a mine", not "and they defused"."""
    if row[at].entry(Kind.TRIGGER).id not in _DISARM or row[at].joined:
        return False
    if not (row[at].gap or row[at - 1].particle == _TRYING):
        return False
    return any(h.at < at and all(row[k].sort is not Sort.STOP for k in range(h.at, at)) for h in harm)


_DISARM: Final = frozenset({"trigger.interception", "trigger.defuse"})
_TRYING: Final = "attempt_of"
