"""Friends of whoever did it, at whom nothing was aimed however near they stand: "the rout of Y |by the strikes of| X let Z take A"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.camps import are_allies, stand_together
from waqai.code.clause.scene import Part
from waqai.code.taxonomy import Taxonomy

_AT: Final = "roles.against"
_BY_PLACE: Final = frozenset({"roles.second_side", "roles.act_upon", "roles.object_with_l"})
"""Rules by which an actor was hit only as he stands behind an act and its doer."""


def is_of_friends(part: Part, family: str, by: Sequence[str]) -> bool:
    """Tell whether a part names friends of all doers: a state's aircraft do not bomb them, nor is anybody aimed at for where he stands alone."""
    if not by:
        return False
    if family == "air" and part.rule != _AT and all(are_allies(doer, i) and doer != i for doer in by for i in part.ids):
        return True
    if part.rule not in _BY_PLACE or not any(map(Taxonomy.load().is_of_a_state, (*by, *part.ids))):
        return False  # rebels of one camp fight each other too
    return not set(by) & set(part.ids) and stand_together(by, part.ids)
