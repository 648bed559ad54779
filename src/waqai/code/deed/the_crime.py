"""Crimes told with the article: "the crime" takes up an act told before, "the crime that X committed in A" tells one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Reading
from waqai.tag.chunk import Chunk, Sort

_CRIME: Final = "trigger.crime"
_CRIMES: Final = frozenset({_CRIME, "trigger.massacre"})
_UPON: Final = "علي"
"""What stands before that of which something is the answer: "in reply |to| …"."""


def is_the_crime(row: Sequence[Chunk], k: int, hi: int, trigger: Reading) -> bool:
    """Tell whether "the crime" at ``k`` only takes up what was told: "|the crime| was no act of war", "those behind |the crime|"."""
    if trigger.entry.id in _CRIMES and trigger.form.number == "pl" and row[k].prep == _UPON:
        return True  # "in reply |to the massacres| in A": why, and no act of a day
    if trigger.entry.id != _CRIME or not trigger.form.definite:
        return False
    if k + 1 >= hi or row[k + 1].sort is Sort.STOP or row[k + 1].particle == "negation" or row[k + 1].joined:
        return True
    return row[k + 1].sort not in (Sort.PLACE, Sort.DATE) and not row[k + 1].gap
