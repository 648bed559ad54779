"""Clashes in the streets of occupied towns: the unarmed with soldiers, whom Palestine's press names by a word of its own.

Codebook section 2 and rulings 12 and 27: youths with stones are a crowd, no armed side; who of them is shot is shot at.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.told import Act
from waqai.code.clause.scene import Part
from waqai.code.deed.turned import OCCUPIER, STREET
from waqai.code.family import FAMILY
from waqai.code.side.protest import STONES
from waqai.code.verdict.protest import riot
from waqai.code.verdict.raids import OCCUPIED
from waqai.model import Harm
from waqai.tag.actor.camps import tables
from waqai.tag.harm.find import CIVILIANS
from waqai.values.actor import CIVILIANS as CIVILIANS_ID
from waqai.values.actor import PROTESTERS, SETTLERS, UNKNOWN

_STREET: Final = frozenset(f"method.{name}" for name in STREET)
_ASSAULT: Final = "method.trigger.assault"
_SCUFFLES: Final = frozenset(
    {"method.trigger.clash", "method.trigger.battle", "method.trigger.confrontation", _ASSAULT}
)
"""Words that stand for fights with arms too; an exchange of fire is not among them."""
_FORCES: Final = frozenset({OCCUPIER, "PA_FORCES"})
_UNARMED: Final = frozenset({CIVILIANS_ID, PROTESTERS, UNKNOWN, SETTLERS}) | _FORCES
_RIOT: Final = "Violent demonstration"
_MOB: Final = "Mob violence"
_FIGHTS: Final = frozenset({"clash", "capture"})


def is_of_the_unarmed(act: Act, by: Sequence[str], to: Sequence[str]) -> bool:
    """Tell whether all that is told of a fight in Palestine is the word for clashes in its streets, and nobody with arms but a force is named.

    Worshippers at a mosque and people who are named as a side have no arms either, whatever word stands for the clash.
    """
    if act.where is None or act.where.value.country != OCCUPIED or not {*by, *to} <= _UNARMED:
        return False
    fights = [d.method.rule for d in act.drafts if d.method is not None and d.method.family in _FIGHTS]
    named = {*by, *to}
    people = CIVILIANS_ID in named or act.where.value.name.startswith(tuple(tables()["phrases"]["mosques"]))
    people = people or (SETTLERS in named and named.isdisjoint(_FORCES))  # villagers who beat settlers back
    return bool(fights) and all(rule in _STREET or (people and rule in _SCUFFLES) for rule in fights)


def sub_event_of(hurt: Sequence[Harm], by: Sequence[str], to: Sequence[str]) -> str:
    """Give what such a clash is coded as: the unarmed who are hit were attacked, else they rioted."""
    if any(row.who == CIVILIANS for row in hurt):
        return "Attack"
    return _MOB if SETTLERS in {*by, *to} and not _FORCES & {*by, *to} else _RIOT


def crowds(act: Act, method: str, sub_event: str, by: list[str], to: list[str]) -> tuple[list[str], list[str]]:
    """Give who did what to whom where a crowd is a side: in a riot it began, in the streets of Palestine it has no arms."""
    by, to = riot(sub_event, by, to)
    if not to and act.lead.method is not None and act.lead.method.rule == _SMASHES:
        return by, [CIVILIANS_ID]  # banks and shops are civilians'
    if FAMILY[method].name == "clash" and is_of_the_unarmed(act, by, to):
        return sides(sub_event, by, to)
    return by, to


def sides(sub_event: str, by: list[str], to: list[str]) -> tuple[list[str], list[str]]:
    """Give who did such a clash to whom: the force to whom it hit, else the crowd to the force; settlers to people."""
    named = list(dict.fromkeys((*by, *to)))
    force = [i for i in named if i in _FORCES]
    if sub_event == "Attack":
        doers = force or [i for i in named if i == SETTLERS]
        return (doers or by, [CIVILIANS_ID])
    if sub_event == _MOB:
        return [SETTLERS], [CIVILIANS_ID]
    return [PROTESTERS], force


_SMASHES: Final = "method.trigger.smash_fronts"
_STONES: Final = frozenset(f"method.{name}" for name in STONES)
_DAMAGE: Final = "Looting/property destruction"


def throws(act: Act) -> bool:
    """Tell whether the act is stones and bottles thrown."""
    return act.lead.method is not None and act.lead.method.rule in _STONES


def drop_answers(acts: list[Act]) -> None:
    """Drop stones that only answer a raid told at the same place and day: one incident (section 1)."""
    acts[:] = [act for act in acts if act.harm or not throws(act) or not any(_is_met_by(act, a) for a in acts)]


def _is_met_by(stones: Act, raid: Act) -> bool:
    """Tell whether an act is what a force did where and when stones were thrown at it."""
    return raid is not stones and raid.family_name in _BY_FORCE and not throws(raid) and raid.meets(stones)


_BY_FORCE: Final = frozenset({"raid", "clash", "violence", "protest", "open"})


def stoned(act: Act) -> list[Part]:
    """Give at whom stones were thrown: whoever beside the crowd is named with it."""
    parts = (p for d in act.drafts for p in (*d.targets, *d.sides, *d.agents))
    return [p for p in parts if p.ids and not set(p.ids) <= _CROWD]


def thrown(hurt: Sequence[Harm], to: Sequence[str]) -> str:
    """Give what stones are coded as: at a force a riot, at settlers' cars damage where nobody is hurt (ruling 27)."""
    if _FORCES & {*to}:
        return _RIOT
    return _DAMAGE if list(to) == [SETTLERS] and not hurt else ""


def only_damages(act: Act, hurt: Sequence[Harm], by: Sequence[str]) -> bool:
    """Tell whether settlers fell upon houses or cars, and hurt nobody (ruling 27)."""
    lead = act.lead
    if list(by) != [SETTLERS] or hurt or lead.method is None or lead.method.rule != _ASSAULT:
        return False
    return any(cls == _OF_CIVILIANS and k > lead.method.at for k, cls in lead.objects)


_OF_CIVILIANS: Final = "civilian"
_CROWD: Final = frozenset({CIVILIANS_ID, PROTESTERS, UNKNOWN})
