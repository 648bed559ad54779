"""Those of the dead or held whose names are known: "known of the held: A and B", at least two.

In: a row of chunks and the chunk of a plural that counts victims. Out: a row of a toll, or ``None``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Reading
from waqai.tag.chunk import Chunk
from waqai.tag.harm.count import HarmMention
from waqai.tag.harm.member import CIVILIANS
from waqai.tag.harm.names import names_beneath
from waqai.values.count import Count

_AMONG: Final = frozenset({"من", "بين"})


def known_by_name(row: Sequence[Chunk], at: int, after: int, hi: int, kinds: Sequence[Reading]) -> HarmMention | None:
    """Count the names behind "known of |the held|: A and B": of one kind of harm, and at least so many."""
    if len(kinds) != 1 or kinds[0].form.number != "pl" or row[at].prep not in _AMONG:
        return None
    names = names_beneath(row, after)
    if names is None:
        return None
    count = Count.at_least(names.parts[0][1].min or 1)
    return HarmMention(at, at, min(names.last, hi), kinds[0].entry.harm, CIVILIANS, count, plain=True, known=True)
