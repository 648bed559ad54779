"""Attacks that were beaten off: whose men fell ("X repelled an attack of Y |and killed seven of them|"), and who goes on to do what is told next.

In: a draft whose sides are read. Out: the tolls that name nobody, as those of the attackers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from waqai.code.clause.scene import BEATEN_OFF, BEATS_OFF, Part
from waqai.tag.harm.find import COMBATANTS, HURT, HarmMention
from waqai.tag.harm.victim_side import ATTACKERS

if TYPE_CHECKING:
    from waqai.code.act.draft import Draft


def of_the_repelled(parts: Sequence[Part], harm: list[HarmMention], at: int) -> list[HarmMention]:
    """Give the tolls of a clause whose act stands at ``at``: whom a side that beat it off killed, by a verb of its own, were the attackers."""
    if not any(p.rule == BEATEN_OFF for p in parts):
        return harm
    return [replace(m, who=COMBATANTS, sides=(ATTACKERS,)) if _is_of_nobody(m) and m.at > at else m for m in harm]


def _is_of_nobody(m: HarmMention) -> bool:
    """Tell whether a verb alone tells of the dead, or "of them" does."""
    return m.kind in HURT and not (m.who or m.owners or m.sides) and (m.active or m.of_them)


def acting(beat: Draft | None, before: Draft, draft: Draft) -> list[Part]:
    """Give who goes on to do what a clause tells: its doers, or elsewhere who ``beat`` them off: "X |repelled| Y's attack on A, and shelled its posts in B"."""
    carried = before is beat or all(p.rule == "roles.carried_on" for p in before.agents)
    if beat is None or not draft.places or not carried or before.clause.sentence != beat.clause.sentence:
        return before.agents
    repels = [p for p in beat.parts if p.rule == BEATS_OFF and p.ids]
    theirs = bool(beat.agents) and bool(repels) and all(p.at > repels[0].at for p in beat.agents)
    return repels if theirs else before.agents
