"""Dead whom a group mourns as its own after the act that killed them: "a drone hit a car in A and killed its driver. |Hours later X mourned him| as one of its fighters".

In: the acts and all drafts in order, and the row. Whoever is mourned so was a fighter, and the act was aimed at his group (section 3).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act
from waqai.code.clause.scene import Part, Role
from waqai.code.taxonomy import Taxonomy
from waqai.tag.chunk import Chunk
from waqai.tag.harm.find import CIVILIANS, COMBATANTS, HarmMention

_MOURNED: Final = "mourned"
_STRUCK: Final = frozenset({"air", "fire", "bomb", "violence", "open"})
"""Families of acts whose dead may turn out to be fighters."""
_REACH: Final = 3
"""Sentences from the act to the mourning."""
_TWO: Final = "هما"
_MANY: Final = "هم"
_PAIR: Final = 2


def name_mourned(acts: Sequence[Act], drafts: Sequence[Draft], row: Sequence[Chunk]) -> None:
    """Let the dead of a strike be fighters of the group that mourns them, and its target."""
    for draft in drafts:
        if _MOURNED not in draft.marks or draft.method is not None:
            continue
        at = draft.marks[_MOURNED]
        mourners = [p for p in draft.parts if p.at > at and p.ids and all(map(_may_mourn, p.ids))]
        act = _struck_before(acts, draft) if mourners else None
        if act is None:
            continue
        mourned = [m for m in act.harm if _is_meant(m, row[at].text)]
        if mourned:
            act.harm[:] = [replace(m, who=COMBATANTS) if m in mourned else m for m in act.harm]
            act.lead.parts.append(Part(mourners[0].at, mourners[0].ids, Role.TARGET, "heritage.mourned"))


def _may_mourn(actor: str) -> bool:
    """Tell whether somebody's own dead are fighters: an armed group's."""
    return Taxonomy.load().is_armed_group(actor)


def _struck_before(acts: Sequence[Act], draft: Draft) -> Act | None:
    """Find the act told last before a clause, near it, that killed somebody."""
    told = [a for a in acts if a.lead.clause.lo < draft.clause.lo and any(m.kind == "killed" for m in a.harm)]
    act = max(told, key=lambda a: a.lead.clause.lo, default=None)
    if act is None or act.family_name not in _STRUCK:
        return None
    return act if draft.clause.sentence - act.drafts[-1].clause.sentence <= _REACH else None


def _is_meant(m: HarmMention, pronoun: str) -> bool:
    """Tell whether the pronoun can mean these dead, by their number."""
    if m.kind != "killed" or m.who not in ("", CIVILIANS) or m.count.max == 0:
        return False
    if pronoun.endswith(_TWO):
        return m.count.min == _PAIR
    return pronoun.endswith(_MANY) or m.count.min == 1
