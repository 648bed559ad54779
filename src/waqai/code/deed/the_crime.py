"""Crimes told with the article: "the crime" takes up an act told before, "the crime that X committed in A" tells one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort

_CRIME: Final = "trigger.crime"
CRIMES: Final = frozenset({_CRIME, "trigger.massacre"})
_UPON: Final = "علي"
"""What stands before that of which something is the answer: "in reply |to| …"."""


def is_the_crime(row: Sequence[Chunk], k: int, hi: int, trigger: Reading) -> bool:
    """Tell whether "the crime" at ``k`` only takes up what was told: "|the crime| was no act of war", "those behind |the crime|"."""
    if trigger.entry.id in CRIMES and trigger.form.number == "pl" and row[k].prep == _UPON:
        return True  # "in reply |to the massacres| in A": why, and no act of a day
    if trigger.entry.id != _CRIME or not trigger.form.definite:
        return False
    if k + 1 >= hi or row[k + 1].sort is Sort.STOP or row[k + 1].particle == "negation" or row[k + 1].joined:
        return True
    return row[k + 1].sort not in (Sort.PLACE, Sort.DATE) and not row[k + 1].gap


def is_which_attack(row: Sequence[Chunk], k: int, hi: int, trigger: Reading) -> bool:
    """Tell whether a verb at ``k`` only says whom an attack hit, which is no shelling: "after the attack |that hit| a mosque in A", "an attack |hit| a church"."""
    if trigger.entry.id != FIRE_AT or trigger.form.pos is not Pos.VERB:
        return False
    if row[k].gap == 1 and row[k - 1].prior and (attack := _open_attack(row[k - 1])) is not None:
        return attack.form.definite
    after = row[k + 1] if k + 1 < hi else None
    if after is None or after.gap or after.prep or after.joined:
        return False
    attack = _open_attack(after)
    return attack is not None and not attack.form.definite


def _open_attack(chunk: Chunk) -> Reading | None:
    """Give the noun of an attack that leaves open how it was done."""
    attack = chunk.reading(Kind.TRIGGER)
    return attack if attack is not None and attack.form.pos is Pos.NOUN and attack.entry.id == _ASSAULT else None


_ASSAULT: Final = "trigger.assault"
FIRE_AT: Final = "trigger.fire_at"
