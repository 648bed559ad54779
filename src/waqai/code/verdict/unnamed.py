"""Whom an act was aimed at that neither names anybody nor hurt civilians (codebook rulings 15, 27, 32 and 36)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.told import Act
from waqai.code.clause.scene import Part
from waqai.code.side.tried_on import AT_FIGHTER
from waqai.code.side.upon import NEAR_POST
from waqai.code.verdict.aims import aims_at_military, struck_from
from waqai.code.verdict.raids import storms
from waqai.model import Harm
from waqai.tag.actor.camps import tables
from waqai.tag.harm.find import CIVILIANS, COMBATANTS, HURT, HarmMention
from waqai.values.actor import CIVILIANS as CIVILIANS_ID
from waqai.values.actor import UNKNOWN

REMOTE: Final = frozenset({"fire", "air", "bomb", "open"})
"""Families of acts that are done from afar."""
SEEKS_PEOPLE: Final = frozenset({"raid", "abduction", "property"})
"""Families of acts that are done to people."""


def unnamed(
    act: Act, harm: Sequence[tuple[Harm, HarmMention]], enemies: list[str], parts: list[Part], family: str
) -> tuple[list[str], list[Part], str]:
    """Give the target of an act that neither names one nor hurt civilians: what was hit says whose it is."""
    sub = act.lead.method.sub if act.lead.method is not None else ""
    if sub == _TRANSFER:
        return _other_hand(act, parts)
    if sub == _DESERTS:
        return [], parts, "judge.nobody_aimed_at"
    fighters = any(row.who == COMBATANTS and row.max != 0 for row, _ in harm) or any(
        AT_FIGHTER in d.marks for d in act.drafts
    )
    hit = _hit(act) if family in REMOTE else frozenset()
    if family == "raid" and fighters and not enemies and not any(row.kind in HURT for row, _ in harm):
        return [CIVILIANS_ID], parts, "judge.held_of_no_group"
    if "civilian" in hit and "military" not in hit and not any(m.who == COMBATANTS for _, m in harm):
        return [CIVILIANS_ID], parts, "judge.homes"
    if (
        fighters
        or family == "disrupted"
        or (enemies and (_attacks_town(act) or _besieges(act) or _storms_ground(act, harm)))
        or (aims_at_military(act) and family not in SEEKS_PEOPLE and family != _CLOSURE)
    ):
        return enemies_or_nobody(enemies or (_owner_there(act) if family in REMOTE else []), parts)
    ground = "open" if hit == {"ground"} else _ground(act) if family in REMOTE or _besieges(act) else ""
    if ground == "base":
        return enemies_or_nobody(enemies or _owner_there(act), parts)
    if ground == "open":
        return [UNKNOWN], parts, "judge.open_ground"
    return [CIVILIANS_ID], parts, "judge.civilians_by_default"


_TRANSFER: Final = "Non-violent transfer of territory"
_DESERTS: Final = "Change to group/activity"


def _other_hand(act: Act, parts: list[Part]) -> tuple[list[str], list[Part], str]:
    """Give from whom or to whom a place went without a fight: "X took over A |from Y|", "X handed A |to Y|"."""
    mine = act.agent_ids()
    other = [p for p in act.lead.parts if p.rule == _ASIDE and p.ids and mine.isdisjoint(p.ids)]
    if not other:
        return [UNKNOWN], parts, "judge.nobody_named"
    return list(other[0].ids), other[:1], "roles.other_hand"


_ASIDE: Final = "roles.aside"
_CLOSURE: Final = "closure"
"""Roads are closed to people, whatever checkpoint stands on them."""


def _owner_there(act: Act) -> list[str]:
    """Give whose all bases and soldiers are where the act was, where one army alone has any, or alone is fought there by the doers."""
    if act.where is None:
        return []
    place = act.where.value
    return [
        row["actor"]
        for row in tables()["soil"]
        if row["country"] == place.country
        and ("governorates" not in row or place.admin1 in row["governorates"])
        and ("by" not in row or row["by"] in act.agent_ids())
    ]


def _attacks_town(act: Act) -> bool:
    """Tell whether the act is an attack on a place itself, which an enemy holds: "X launched an attack |on the town of A|", "A |came under| an attack of X"."""
    lead = act.lead
    if lead.method is None or lead.method.rule != _ASSAULT or lead.method.method != "other":
        return False
    return bool(lead.place_chunks) and (lead.place_chunks[0].prep == "علي" or _UNDERGOES in lead.marks)


_ASSAULT: Final = "method.trigger.assault"
_UNDERGOES: Final = "undergo"


def _besieges(act: Act) -> bool:
    """Tell whether the act is a siege, which is laid to those who hold the place: "a unit |surrounds| the quarter of A"."""
    return act.lead.method is not None and act.lead.method.rule in _SIEGE


_SIEGE: Final = frozenset({"method.trigger.siege", "method.trigger.close_in", "method.trigger.besieging"})


def _storms_ground(act: Act, harm: Sequence[tuple[Harm, HarmMention]]) -> bool:
    """Tell whether a place itself is stormed, as one who fights for it does: no house and nobody in it is sought."""
    if not storms(act) or any(row.kind == "detained" for row, _ in harm):
        return False
    return bool(act.lead.place_chunks) and not act.lead.objects


def _hit(act: Act) -> frozenset[str]:
    """Give the classes of what the words behind the act, or behind "came under", name: houses, positions, woods."""
    lead = act.lead
    if lead.method is None:
        return frozenset()
    at = struck_from(lead, lead.method.at)
    return frozenset(cls for k, cls in lead.objects if k > at)


def foes_of_fight(
    act: Act, enemies: list[str], parts: list[Part], harm: Sequence[tuple[Harm, HarmMention]], final: str
) -> tuple[list[str], list[Part], str]:
    """Give whom a fight that names no other side was aimed at: the enemies told elsewhere, or the unarmed who were waylaid."""
    hurt = {who: sum(row.min or 0 for row, _ in harm if row.kind in HURT and row.who == who) for who in _CLASSES}
    if final == _AMBUSH and hurt[CIVILIANS] > hurt[COMBATANTS]:
        return [CIVILIANS_ID], parts, "judge.waylaid"
    if not enemies and hurt[CIVILIANS] and met_nobody(act, [row for row, _ in harm]):
        return [CIVILIANS_ID], parts, "judge.civilians_hit"
    return enemies_or_nobody(enemies, parts)


_AMBUSH: Final = "ambush"
_CLASSES: Final = (COMBATANTS, CIVILIANS)


def met_nobody(act: Act, harm: Sequence[Harm]) -> bool:
    """Tell whether an operation is all that is told and only the unarmed were hurt in it (ruling 12): "a civilian died |in a military operation|"."""
    fights = [d.method for d in act.drafts if d.method is not None and d.family_name == "clash"]
    hurt = [row for row in harm if row.kind in HURT and row.max != 0]
    if not fights or not hurt or any(row.who != CIVILIANS for row in hurt):
        return False
    return all(m.rule == _OPERATION and not m.beside for m in fights)


_OPERATION: Final = "method.trigger.military_operation"


def enemies_or_nobody(enemies: list[str], parts: list[Part]) -> tuple[list[str], list[Part], str]:
    """Give the enemies whom the article elsewhere has the doers fight, else nobody known."""
    return (enemies, parts, "judge.enemy_elsewhere") if enemies else ([UNKNOWN], parts, "judge.nobody_named")


_GROUND: Final = {
    "base": "base",
    "police": "base",
    "front": "open",
    "hill": "open",
}
"""What kinds of place say of whom fire at them is aimed at (rulings 27, 32 and 36)."""


def is_at_base(act: Act) -> bool:
    """Tell whether what was hit is a base by the kind of its place: "shelled |the camp of A|" (ruling 15)."""
    return act.family_name in REMOTE and _ground(act) == "base"


_MOUND: Final = "تل "
"""Most places that are called a mound by name are villages."""


_VILLAGE: Final = "village"
_OF_REFUGEES: Final = "-camp"
_OF_VILLAGES: Final = "-region"
"""Endings of the gazetteer's ids of camps for refugees, and of mountains that are regions full of villages."""


def _ground(act: Act) -> str:
    """Tell whether the act's place is a base, or open ground that has no owner."""
    if act.where is None:
        return ""
    at, value = act.where.at, act.where.value
    height = (value.name or "").partition(" ")[0] in tables()["heights"]["words"]
    if height and not (value.gazetteer_id or "").endswith(_OF_VILLAGES):
        villages = any(k == at and phrase.kind == _VILLAGE for draft in act.drafts for k, phrase in draft.places)
        return "" if villages else "open"  # "the |villages of| Mount A"
    kinds = (
        phrase.kind
        for draft in act.drafts
        for k, phrase in draft.places
        if k == at and (phrase.list_id < 0 or phrase.kind == "base") and not phrase.name.startswith(_MOUND)
    )
    ground = next((_GROUND[kind] for kind in kinds if kind in _GROUND), "")
    if ground != "open" and (value.gazetteer_id or "").endswith(_OF_REFUGEES):
        return ""  # Gaza calls its camps by the army's word
    return ground or ("base" if (value.name or "").partition(" ")[0] in tables()["bases"]["words"] else "")


def only_stood_near(rule: str, family: str, *, hit_civilians: bool, clash: bool) -> bool:
    """Tell whether somebody's thing or post, by the rule that read it, only stood near what was hit."""
    if rule == NEAR_POST:
        return hit_civilians
    return rule == _WEAK and family in REMOTE and (hit_civilians or not clash)


_WEAK: Final = "roles.object"
