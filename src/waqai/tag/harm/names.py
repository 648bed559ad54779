"""Lists of the names of victims: "arrested each of: A, B, C and D".

In: a row of chunks and the chunk of the colon. Out: how many they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.group import Group
from waqai.tag.harm.member import CIVILIANS
from waqai.tag.harm.tail import counts
from waqai.values.count import Count


def names_listed(row: Sequence[Chunk], i: int, hi: int) -> Group | None:
    """Count the names of a list behind a colon, those among them that nobody knows: "arrested each of|:| A, B, C and D, in a raid"."""
    k, count = i + 1, 0
    while k < hi:
        chunk = row[k]
        if chunk.sort is Sort.PERSON and chunk.gap <= _NAME:
            count += 1
        elif chunk.sort is Sort.STOP and chunk.text in _IN_LIST:
            count += chunk.text in ",(" and chunk.gap >= _NAME
        elif (one := chunk.reading(Kind.VICTIM)) is not None and one.form.number == "sg" and row[k - 1].text in _PARTS:
            count += not (
                k + 1 < hi and row[k + 1].sort is Sort.PERSON and not row[k + 1].gap
            )  # "|the child| So-and-so"
        elif not (chunk.sort is Sort.NUMBER and (not counts(chunk.mention) or _is_numbering(row, k, hi))):
            count += chunk.sort is Sort.STOP and chunk.linked and chunk.gap >= _NAME
            break
        k += 1
    return Group(i, k, ((CIVILIANS, Count.exactly(count)),), plain=True) if count > 1 else None


def names_beneath(row: Sequence[Chunk], i: int) -> Group | None:
    """Count the names that stand beneath a heading: "the martyrs |of the town of A today|: A, B, C", in whatever clause."""
    for k in range(i, min(len(row), i + _HEADING)):
        if row[k].sort is Sort.STOP:
            return names_listed(row, k, len(row)) if row[k].text == ":" else None
        told = row[k].sort in (Sort.PLACE, Sort.DATE) or not _OF_DEATH.isdisjoint(row[k].senses)
        if not told and row[k].particle != _CAUSE:
            return None
    return None


_OF_DEATH: Final = frozenset({Kind.TRIGGER, Kind.HARM})
_CAUSE: Final = "cause"
_HEADING: Final = 6
"""Chunks of a heading behind its dead: where, when and of what they died."""
_NAME: Final = 2
"""Words of a name at least."""
_IN_LIST: Final = ",()-"
_PARTS: Final = ",-:"


def _is_numbering(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a number only counts the names of a list: "|1| - So-and-so"."""
    return k + 1 < hi and row[k + 1].sort is Sort.STOP and row[k + 1].text == "-" and row[k - 1].text in _PARTS
