"""Members of a cell that is caught (codebook ruling 19)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.group import Group, read_group
from waqai.tag.harm.member import COMBATANTS, UNSPECIFIED
from waqai.tag.harm.tail import counts

_OF: Final = 3
"""Words between a cell and the number of its members."""


def cell_of(row: Sequence[Chunk], i: int, hi: int) -> Group | None:
    """Read the members of a cell that is caught: "a cell of X consisting |of four persons|" (ruling 19)."""
    if i + 1 >= hi or not row[i].names_side:
        return None
    if not counts(row[i + 1].mention) or row[i + 1].prep != "من" or row[i + 1].gap > _OF:
        return None
    group = read_group(row, i + 1, hi, "")
    if group is None:
        return None
    owner = () if row[i].sort is not Sort.ACTOR else row[i].ids
    return msgspec.structs.replace(
        group,
        parts=tuple((who if who == COMBATANTS else UNSPECIFIED, count) for who, count in group.parts[:1]),
        owner=owner or group.owner,
    )
