"""Who laid a bomb: never the forces of a state, unless a word says that they did (codebook rulings 14 and 18).

Soldiers stand beside a bomb because it hit them, because they combed the ground afterwards, or because they told of it.
"""

from __future__ import annotations

from typing import Final

from waqai.code.act.told import Act
from waqai.code.clause.scene import Part
from waqai.code.taxonomy import Taxonomy

_BOMB: Final = "bomb"
_MARKED: Final = frozenset({"roles.agent"})
"""Rules by which a word right before him marks the doer."""
_SELF: Final = "suicide_bomb"


def without_soldiers(act: Act, parts: list[Part]) -> list[Part]:
    """Leave out of the doers of a bombing the forces of a state that no word marks, and of a suicide bombing those from abroad too."""
    method = act.lead.method
    if act.family_name != _BOMB or method is None:
        return parts
    taxonomy = Taxonomy.load()
    is_soldier = taxonomy.is_of_a_state if method.method == _SELF else taxonomy.is_of_its_state
    return [p for p in parts if p.rule in _MARKED or not any(map(is_soldier, p.ids))]
