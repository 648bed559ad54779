"""Who "three others" are whom another act of the same sentence hurt, and whose "another force" is: of the same side as those told before them.

In: the row of chunks and the drafts of the text in order. "Two men of X were killed in A, |and three others were hurt by a bomb in B|".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.code.clause.scene import Role, ids_of
from waqai.lexicon.entry import Kind
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


def name_other_forces(row: Sequence[Chunk], drafts: Sequence[Draft]) -> None:
    """Give "another force", which nothing else names, the side of the force told of before it: "a force of X entered A. |Another force| had entered B yesterday"."""
    for before, draft in pairwise(drafts):
        if draft.method is None or ids_of(draft.parts) or draft.clause.sentence - before.clause.sentence > 1:
            continue
        sides = {part.ids for part in before.doers}
        if (
            len(sides) == 1
            and before.family_name in _FORCES
            and _is_another_force(row, draft.clause.lo, draft.method.at)
        ):
            draft.parts = [*(p.turned(Role.AGENT, _ANOTHER) for p in before.doers[:1]), *draft.parts]


def _is_another_force(row: Sequence[Chunk], lo: int, at: int) -> bool:
    """Tell whether the subject of the verb at ``at`` is only called another force, patrol or unit."""
    for k in range(lo, min(at + 2, len(row) - 1)):
        again = row[k + 1]
        if row[k].reading(Kind.FORCE) is not None and not row[k].prep and again.has(OTHER):
            return not (again.gap or again.joined or again.prep)
    return False


_FORCES: Final = frozenset({"movement", "raid", "violence"})
_ANOTHER: Final = "roles.another_force"
