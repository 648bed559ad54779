"""Protests that a force broke up or fired on: who did it, and how hard (codebook section 2 and ruling 27)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.told import Act
from waqai.code.clause.scene import Part
from waqai.code.side.protest import FIRES
from waqai.code.taxonomy import Taxonomy
from waqai.model import Harm
from waqai.tag.harm.find import HURT, HarmMention
from waqai.tag.harm.victim_side import CROWD
from waqai.values.actor import PROTESTERS, TRIBAL, UNKNOWN

BY_FIRE: Final = frozenset({"roles.agent", "roles.weapon_of"})
"""Rules of doers whom "by gunfire of" names."""


def is_protest(act: Act) -> bool:
    """Tell whether the act is a protest, however it ended."""
    return act.family_name == "protest"


def brawling(act: Act) -> list[Part]:
    """Give the clans or families whose brawl the act is, which is no protest though unarmed crowds are coded alike."""
    return [p for d in act.drafts for p in d.sides if p.ids == (TRIBAL,)] if is_protest(act) else []


def broken_up_by(act: Act) -> list[Part]:
    """Give the force that broke the protest up or hurt the protesters; nobody when it was left alone."""
    force = [p for d in act.drafts for p in d.agents if set(p.ids) - {PROTESTERS, UNKNOWN}]
    if is_broken_up(act):
        return force
    if not _is_anybody_hurt(act):
        return []
    at_crowds = [d for d in act.drafts if any(PROTESTERS in p.ids for p in d.targets)]
    fired = [p for d in at_crowds for p in d.agents if p in force]
    return fired or [p for p in force if p.rule in BY_FIRE]


def is_broken_up(act: Act) -> bool:
    """Tell whether the protest is said to have been broken up, by whomever; a crowd that attacked has begun a riot."""
    lead = act.lead.method
    if lead is None or lead.method == _ATTACKS:
        return False
    return any("disperses" in d.marks or any(p.rule == FIRES for p in d.agents) for d in act.drafts)


_ATTACKS: Final = "crowd_attack"
_LIVE: Final = "live_fire"
"""Mark of a clause that tells of live rounds."""


def fell_protesting(act: Act, harm: Sequence[tuple[Harm, HarmMention]], by: Sequence[str]) -> bool:
    """Tell whether all whom the men of an authority killed or hurt by hand or gun are called protesters: it fired on a crowd (ruling 27)."""
    hurt = [mention for row, mention in harm if row.kind in HURT and row.max != 0]
    crowd = [mention for mention in hurt if CROWD in mention.sides]
    if act.family_name not in _AT_HAND or not crowd or not all(m in crowd or m.others or m.beside for m in hurt):
        return False
    return bool(by) and UNKNOWN not in by and all(map(Taxonomy.load().polices, by))


_AT_HAND: Final = frozenset({"violence", "open"})
"""Families of what men do to a crowd before them."""


def sub_event_of(act: Act, force: list[Part]) -> str:
    """Tell live fire from tear gas: dead, or wounded by what the force fired, are excessive force."""
    shot = any(p.rule in BY_FIRE or p.rule == FIRES for p in force) or any(_LIVE in d.marks for d in act.drafts)
    fired_on = _is_anybody_hurt(act) and shot
    dead = any(told.kind == "killed" and told.count.max != 0 for told in act.harm)
    return "Excessive force against protesters" if dead or fired_on else "Protest with intervention"


def _is_anybody_hurt(act: Act) -> bool:
    return any(told.kind in HURT and told.count.max != 0 for told in act.harm)


def crowd_alone(act: Act) -> list[Part]:
    """Give the crowd with whom somebody unnamed clashed, "killed |in clashes with| protesters": it is they who riot (ruling 27)."""
    sides = [p for d in act.drafts for p in d.sides if p.ids]
    return sides[:1] if {p.ids for p in sides} == {(PROTESTERS,)} else []


def crowd_hurt(act: Act) -> bool:
    """Tell whether it was protesters who were hurt where somebody unnamed clashed with a force: "twenty |protesters| were hurt in clashes with the police"."""
    hurt = [told for told in act.harm if told.kind in HURT and told.count.max != 0]
    return bool(hurt) and all(CROWD in told.sides or told.others or told.beside for told in hurt)


def fallen_upon(act: Act) -> bool:
    """Tell whether somebody is said to have set upon protesters, who began nothing: "fell |upon the protesters| with sticks"."""
    lead = act.lead.method
    if lead is None or lead.rule != _SET_UPON:
        return False
    return any(PROTESTERS in p.ids and p.rule == _UPON for p in act.lead.targets)


_SET_UPON: Final = "method.trigger.assault"
_UPON: Final = "roles.against"


def riot(sub_event: str, by: list[str], to: list[str]) -> tuple[list[str], list[str]]:
    """Let the crowd have begun what is coded as its riot, whichever side of it is named first: "|the police clashed with| protesters"."""
    if sub_event != _RIOT or PROTESTERS in by or PROTESTERS not in to:
        return by, to
    return [PROTESTERS], by


_RIOT: Final = "Violent demonstration"
