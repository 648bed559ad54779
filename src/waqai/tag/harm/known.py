"""Those of the dead or held who are known: by name ("known of the held: A and B", at least two), or as whom a raid was after.

In: a row of chunks and the chunk of a plural that counts victims. Out: a row of a toll, or ``None``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk
from waqai.tag.harm.group import Group
from waqai.tag.harm.meant import group_meant
from waqai.tag.harm.member import CIVILIANS
from waqai.tag.harm.mention import HarmMention
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


def man_sought(row: Sequence[Chunk], at: int, suffix: str) -> Group | None:
    """Read whom a raid took, where only a pronoun says so: "raided the house of the activist |and arrested him|"."""
    verb = row[at].reading(Kind.HARM)
    if suffix not in _HIS or not row[at].joined or verb is None or verb.form.pos is not Pos.VERB:
        return None
    group = group_meant(row, at, suffix, man=True)
    return group if group is not None and group.parts[0][0] else None


_HIS: Final = ("ه", "ها", "هما")
