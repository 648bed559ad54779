"""Who "three others" are whom another act of the same sentence hurt: men of the same side as those told before them.

In: the row of chunks and the drafts of the text in order. "Two men of X were killed in A, |and three others were hurt by a bomb in B|".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.tag.chunk import Chunk
from waqai.tag.harm.find import COMBATANTS, HURT
from waqai.tag.harm.tail import OTHER

_VICTIM: Final = "roles.victim"


def name_others(row: Sequence[Chunk], drafts: Sequence[Draft]) -> None:
    """Give those whom a clause calls "others", and nothing else, the side of the fighters hurt in the clause before."""
    for before, draft in pairwise(drafts):
        if not draft.harm or not before.harm or draft.clause.sentence != before.clause.sentence:
            continue
        if draft.method is None or before.method is None or not draft.places or not before.places or draft.targets:
            continue  # one toll of one act
        told, them = before.harm[-1], draft.harm[0]
        if told.who != COMBATANTS or told.kind not in HURT or them.who or len(draft.harm) > 1:
            continue
        if any(row[k].has(OTHER) for k in range(them.first, them.last)):
            draft.harm = [replace(them, who=COMBATANTS, owner=told.owner, owners=told.owners)]
            draft.parts = [*draft.parts, *(p for p in before.parts if p.rule == _VICTIM)]
