"""Lists of the names of victims: "arrested each of: A, B, C and D".

In: a row of chunks and the chunk of the colon. Out: how many they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.tag.chunks import Chunk, Sort
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
        elif not (chunk.sort is Sort.NUMBER and not counts(chunk.mention)):
            count += chunk.sort is Sort.STOP and chunk.linked and chunk.gap >= _NAME
            break
        k += 1
    return Group(i, k, ((CIVILIANS, Count.exactly(count)),), plain=True) if count > 1 else None


_NAME: Final = 2
"""Words of a name at least."""
_IN_LIST: Final = ",()-"
