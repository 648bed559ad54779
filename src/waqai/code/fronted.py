"""What stands ahead of the main verb as its setting: "|While the fighting in A went on,| X shelled B".

The places, actors and tolls of the setting are those of its own acts, not of the main one, so a clause ends where the
setting ends: at the comma before the main verb, or at a verb right behind a place or a day.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunks import Chunk, Sort
from waqai.tag.words import Words

_FRONTS: Final = "fronts"
_TELLING: Final = (Kind.TRIGGER, Kind.HARM, Kind.SOURCE)
_VERBAL: Final = (Pos.VERB, Pos.PHRASE)
_FAR: Final = 2
"""Unread words between the comma and the main verb."""


def find_fronts(words: Words) -> frozenset[int]:
    """Give the tokens at which a word stands that can open a setting: while, after, despite, in reply to."""
    return frozenset(hit.first for hit, reading in words.by_kind[Kind.PARTICLE] if reading.entry.cls == _FRONTS)


def is_fronted(row: Sequence[Chunk], k: int, hi: int, fronts: frozenset[int]) -> bool:
    """Tell whether the clause that begins with chunk ``k`` begins with such a word."""
    while k < hi and row[k].sort is Sort.STOP:
        k += 1
    return k < hi and not fronts.isdisjoint(range(row[k].first - row[k].gap, row[k].first + 1))


def ends_setting(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether the setting that an act was told in ends with chunk ``k``."""
    if k + 1 >= hi:
        return False
    after = row[k + 1]
    if after.joined or after.prep:
        return False
    if row[k].sort is Sort.STOP and row[k].text == ",":
        return (after.sort is Sort.ACTOR and after.gap == 1) or (after.gap <= _FAR and _is_verb(after))
    return row[k].sort in (Sort.PLACE, Sort.DATE) and after.gap == 0 and _is_verb(after)


def _is_verb(chunk: Chunk) -> bool:
    told = (chunk.reading(kind) for kind in _TELLING)
    return any(t is not None and t.form.pos in _VERBAL and not t.form.suffix for t in told)
