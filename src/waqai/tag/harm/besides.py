"""Whom a noun that counts the dead counts on behind them: "seven civilian dead |and a soldier|", "dead among the civilians |and the soldiers|".

In: a row of chunks and the chunk behind the counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.group import Group, read_group
from waqai.tag.harm.next import continues


def one_besides(row: Sequence[Chunk], i: int, hi: int) -> Group | None:
    """Read one or two more who died beside a number: "seven civilian dead |and a soldier|"; not whose act goes on: "and a soldier |was hit|"."""
    if i >= hi or not row[i].joined or row[i].sort is Sort.NUMBER or not continues(row, i):
        return None
    one = row[i].reading(Kind.VICTIM)
    if (row[i].men if one is None else one.form.number) not in ("sg", "du"):
        return None
    group = read_group(row, i, hi, "")
    after = row[group.last] if group is not None and group.last < hi else None
    return None if after is not None and after.tells and not (after.prep or after.gap or after.joined) else group


def also_of(row: Sequence[Chunk], i: int, hi: int, who: str) -> str:
    """Give the other class of whom there are dead too: "dead among the civilians |and the soldiers|"."""
    if not who or i >= hi or not row[i].joined or row[i].gap or row[i].prep:
        return ""
    other = row[i].reading(Kind.VICTIM)
    many = other is not None and other.form.number == "pl" and other.form.definite
    return other.entry.who if many and other is not None and other.entry.who not in ("", who) else ""
