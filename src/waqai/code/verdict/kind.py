"""What kind of act it finally is, and whether it missed its aim.

Codebook section 2 and rulings 10 to 13, 21, 31 and 42.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.code.act.draft import Draft
from waqai.code.act.told import BLAST_RULES, Act
from waqai.code.camps import strikes_from_afar, take_for_government
from waqai.code.clause.scene import ids_of
from waqai.code.deed.method import MethodFound
from waqai.code.deed.turned import DESTROYED
from waqai.code.family import FAMILY, FOUGHT, FROM_AFAR, lesser
from waqai.code.side.tried_on import AT_FIGHTER
from waqai.code.taxonomy import Taxonomy
from waqai.code.verdict import protest, raids, streets
from waqai.code.verdict.aims import aims_at_military
from waqai.code.verdict.protest import is_protest
from waqai.code.verdict.survived import is_no_miss, was_hit_himself
from waqai.code.verdict.unnamed import met_nobody
from waqai.model import Harm
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk
from waqai.tag.harm.fallen import SURVIVED
from waqai.tag.harm.find import CIVILIANS, COMBATANTS, HURT, HarmMention
from waqai.values.actor import CIVILIANS as CIVILIANS_ID
from waqai.values.actor import PROTESTERS, TRIBAL, UNKNOWN

_FOILS: Final = "particle.repel"
_SURVIVES: Final = "particle.survive"
_ATTEMPT: Final = "trigger.assassination"
_SEIZED: Final = "seizure"
_SUICIDE: Final = "suicide_bomb"
_DISARMED: Final = "Disrupted weapons use"
_BY_HAND: Final = frozenset({"small_arms", "sniper", "assassination", "other"})
_TARGETED: Final = frozenset({"method.trigger.fire_at"})
_MASSACRE: Final = "method.trigger.massacre"
_ASSAULT: Final = "method.trigger.assault"
_UNSAID: Final = frozenset({_MASSACRE, _ASSAULT})
"""Rules of words that say how bad and not how."""
_HEARD: Final = "method.trigger.blast_heard"
_RECEIVED: Final = "method.trigger.receive_ground"
_GUNMEN: Final = frozenset({"DARAA_GROUPS", UNKNOWN, "IS"})
_VIOLENT_CROWD: Final = frozenset({"clash", "open", "property", "raid"})


def final_method(act: Act) -> str:
    """Give the method that the codebook's order picks among those the drafts tell."""
    methods = [d.method for d in act.drafts if d.method is not None]
    if act.leading is not None and act.family_name:
        methods = [m for m in methods if m.family == act.family_name]
    if any(m.method in raids.RAIDS and "sniper" in m.beside for m in methods):
        return "sniper"
    stormed = any(m.rule == raids.STORMING for m in methods)
    if (act.family_name in FOUGHT or stormed) and _is_taken(act):
        briefly = any("briefly" in d.marks for d in act.drafts)
        return "clash" if briefly else "capture"  # a clash after which the place changed hands (section 2)
    if any(m.kind == "detained" and m.count.max != 0 for m in act.harm) and any(map(_disarms, methods)):
        # arms seized with those who are held for them: arrests (ruling 30)
        methods = [m for m in methods if not _disarms(m)] or [
            msgspec.structs.replace(methods[0], method="raid", sub="")
        ]
    if act.lead.method is not None and act.lead.method.rule == _ASSAULT and _is_from_afar(act, massacre=False):
        # blasts were heard, then told: "an |attack of| Israel killed two"
        methods = [m for m in methods if m.rule not in BLAST_RULES]
    best = methods[0] if len(methods) == 1 else max(methods, key=_rank)
    if best.family == "bomb":
        best = next((m for m in methods if m.method == _SUICIDE), None) or next(
            (m for m in methods if m.by and m.family == "bomb"), best
        )  # "a blast", then what blew up; a car bomb, then that its driver blew himself up
    if best.method == "other" and any(m.rule in _TARGETED for m in methods) and _is_murder(act):
        return "assassination"
    if (
        best.method == "other"
        and any(m.rule in _TARGETED for m in methods)
        and _hits_a_place(act)
        and not (_by_gunmen(act) or _is_called_attack(act))
    ):
        return "shelling"
    if best.method == "other" and best.rule in _UNSAID and _is_from_afar(act, massacre=best.rule == _MASSACRE):
        return "shelling"
    if best.rule == _RECEIVED and act.where is not None and act.where.value.country in tables()["receive"]["countries"]:
        return "capture"
    if best.method == "deployment" and any(m.kind in HURT and m.count.max != 0 for m in act.harm):
        return "raid"  # troops who came into a village and killed there (section 2)
    if any("at_work" in d.marks for d in act.drafts):
        return next((m for m in best.beside if FAMILY[m].name == "bomb"), "ied")
    if best.rule in DESTROYED and best.method == "other" and not (aims_at_military(act) or _hits_their_cars(act)):
        return "demolition"
    return best.method


def _rank(m: MethodFound) -> tuple[bool, bool, int, bool, int, bool]:
    """Give how well a method says what an act was."""
    said = m.method not in ("other", "assassination")
    return m.rule != _HEARD, said, -lesser(m.method), not m.bare, m.strength, m.method != "ied"


def _disarms(told: MethodFound) -> bool:
    """Tell whether arms are seized, or bombs disarmed by a campaign that holds people too: "a campaign by which 8 were held |and two bombs defused|" (ruling 30)."""
    return told.sub == _DISARMED or (told.family == "disrupted" and not raids.RAIDS.isdisjoint(told.beside))


def _hits_their_cars(act: Act) -> bool:
    """Tell whether vehicles of an armed side were destroyed: "destroyed three cars |of [l-] X|", "the destruction of |X's tanks|"."""
    return any(
        p.rule in (_OWNS, _UPON)
        and raids.are_fighters(list(p.ids))
        and (p.rule == _UPON or any(cls == "vehicle" and p.at == k + 1 for k, cls in d.objects))
        for d in act.drafts
        for p in d.targets
    )


_UPON: Final = "roles.act_upon"
_OWNS: Final = "roles.owner_of_object"


def _is_taken(act: Act) -> bool:
    """Tell whether a place is taken, and not only said to have been taken before by those who are now attacked there: "forces attack the base. X |had taken it|"."""
    taking = [d for d in act.drafts if d.method is not None and d.method.method == "capture"]
    if act.lead.family_name == "capture":
        return bool(taking)
    ours = ids_of(act.lead.agents)
    return any(not ours or not (theirs := ids_of(d.agents)) or ours & theirs for d in taking)


def _is_from_afar(act: Act, *, massacre: bool) -> bool:
    """Tell whether those who did it shell the country and do not fight there."""
    country = act.where.value.country if act.where is not None else None
    return strikes_from_afar(act.agent_ids(), country, massacre=massacre)


def _by_gunmen(act: Act) -> bool:
    """Tell whether those who did it have no guns of range: unknown men or cells, against a patrol, a car, a checkpoint."""
    ids = act.agent_ids()
    gunmen = ids <= _GUNMEN if ids else any(d.by_gunmen for d in act.drafts)
    if not gunmen or any(p.ids and p.rule in _MEN_HIT for p in act.lead.targets):
        return gunmen
    return any(cls in ("military", "vehicle") for d in act.drafts for _, cls in d.objects)


def _is_called_attack(act: Act) -> bool:
    """Tell whether men who were "targeted" were attacked in the page's own words: "targeted a patrol of X in A. |The attack| killed two"."""
    named = any(d.method is not None and d.method.rule == _ASSAULT and not d.clause.headline for d in act.drafts)
    if not named or _is_from_afar(act, massacre=False):
        return False
    return raids.are_fighters([i for d in act.drafts for p in d.targets for i in p.ids])


_MEN_HIT: Final = frozenset({"roles.object_beside_doer", "roles.direct_object"})
"""Rules by which men or a patrol stand right behind who hit them."""


def _is_murder(act: Act) -> bool:
    """Tell whether unknown men "targeted" one man and killed him: no gun of range, and nothing else was hit."""
    ids = act.agent_ids()
    if not ids or not ids <= _GUNMEN or any(d.objects for d in act.drafts):
        return False
    dead = [m for m in act.harm if m.kind == "killed" and m.count.max != 0]
    return bool(dead) and all(m.count.max == 1 for m in dead)


def _hits_a_place(act: Act) -> bool:
    """Tell whether a bare "targeted" has a place or things for its object: that is shelling (ruling 42)."""
    lead = act.lead
    return bool(lead.objects) or any(p.prep in ("", "ل", "علي") for p in lead.place_chunks) or bool(lead.agents)


def sub_event(
    act: Act, method: str, harm: Sequence[tuple[Harm, HarmMention]], by: list[str], to: list[str], taxonomy: Taxonomy
) -> str:
    """Give the sub-event type (section 2 and rulings 10 to 13, 31)."""
    said = next(
        (d.method.sub for d in act.drafts if d.method is not None and d.method.method == method and d.method.sub), ""
    )
    hurt = [row for row, _ in harm if row.kind in HURT and row.max != 0]
    street = streets.is_of_the_unarmed(act, by, to)
    family = FAMILY[method].name
    if street and family == "clash":
        return streets.sub_event_of(hurt, by, to)
    if is_protest(act) and by not in ([PROTESTERS], [TRIBAL]):
        return protest.sub_event_of(act, protest.broken_up_by(act))
    if PROTESTERS in to and hurt and by != [UNKNOWN] and any(_shoots(d) for d in act.drafts):
        return "Excessive force against protesters"
    if PROTESTERS in by and family in _VIOLENT_CROWD:
        return "Violent demonstration"  # crowds that fight the police or attack buildings (section 2)
    if PROTESTERS in to and family in ("clash", "open", "violence"):
        shot = family == "violence" or (family == "open" and bool(hurt))
        if not shot and protest.fallen_upon(act):
            return "Protest with intervention"
        return "Excessive force against protesters" if shot else "Violent demonstration"
    if hurt and family == "property":
        return _by_hand(hurt, to, military=aims_at_military(act))  # who only damage: looting (ruling 27)
    if family in ("capture", "movement") and _is_handed_over(
        act, family, fought=not street and raids.tells_of_fight(act)
    ):
        return "Non-violent transfer of territory"
    if method in raids.RAIDS:
        return raids.sub_event_of(act, harm, by, to, fought=not street and raids.tells_of_fight(act))
    if method == "clash" and hurt and (raids.met_the_unarmed(act, hurt, by, to) or met_nobody(act, hurt)):
        return "Attack"
    caught = method == "ambush" and not hurt and any(row.kind == "detained" for row, _ in harm)
    if caught and all(map(taxonomy.polices, by)):
        return "Arrests"  # lain in wait for, and held
    if method == "ambush" and to == [CIVILIANS_ID]:
        return "Attack"  # the unarmed were waylaid
    if streets.throws(act) and (thrown := streets.thrown(hurt, to)):
        return thrown
    if method in _BY_HAND and streets.only_damages(act, hurt, by):
        return "Looting/property destruction"
    if method in _BY_HAND:
        on_fighters = any(AT_FIGHTER in d.marks for d in act.drafts)
        return said or _by_hand(hurt, to, military=on_fighters or aims_at_military(act))
    if method == "capture":
        governs = take_for_government(by, taxonomy.actor_kind)
        return "Government regains territory" if governs else "Non-state actor overtakes territory"
    if method == "kidnapping" and any(row.kind == "killed" and row.who == CIVILIANS for row in hurt):
        return "Attack"  # carried off and killed
    if method == "kidnapping" and any(taxonomy.arrests(i) for i in by):
        return "Arrests"
    return said or taxonomy.sub_event_of(method)


def _is_handed_over(act: Act, family: str, *, fought: bool) -> bool:
    """Tell whether ground changed hands without a fight: who held it had pulled out, or fled."""
    if any("peaceful" in d.marks for d in act.drafts):
        return True
    if fought:
        return False
    fled = family == "movement" and any(_came_after_flight(d) for d in act.drafts)
    return fled or any("pulled_out" in d.marks for d in act.drafts)


def _came_after_flight(draft: Draft) -> bool:
    """Tell whether troops came to a place after who had held it fled: "entered A |after the flight of| X"."""
    return "driven_off" in draft.marks and any(p.rule == "roles.taken_from" for p in draft.parts)


def _shoots(draft: Draft) -> bool:
    """Tell whether shots are the act, or what people died of in it: "were killed |by the gunfire of| the police in clashes"."""
    if any(p.rule in protest.BY_FIRE for p in draft.agents):
        return True
    return draft.method is not None and "small_arms" in (draft.method.method, *draft.method.beside)


def _by_hand(hurt: list[Harm], to: list[str], *, military: bool) -> str:
    """Tell an attack on fighters from one on the unarmed: by the dead, else by whom and what it was aimed at."""
    killed = {row.who: row.min or 0 for row in hurt if row.kind == "killed"}
    if killed.get(CIVILIANS, 0) > killed.get(COMBATANTS, 0) and to == [CIVILIANS_ID]:
        return "Attack"  # with a few guards or soldiers among the dead
    if any(row.who == COMBATANTS for row in hurt):
        return "Armed clash"
    on_fighters = raids.are_fighters(to) or military
    return "Armed clash" if on_fighters and not any(row.who == CIVILIANS for row in hurt) else "Attack"


_CAPTURE: Final = "capture"
_MISSED: Final = frozenset({"failure", "tried"})
"""Marks of clauses that may tell of an act which missed its aim."""
_STOOD_UP: Final = "method.trigger.clash"


def outcome(act: Act, row: Sequence[Chunk]) -> tuple[str, int | None]:
    """Tell whether the act missed its aim (ruling 21), and the chunk that says so."""
    lead = act.lead.method
    if act.family_name == "disrupted" or (act.family_name == "protest" and lead is not None and lead.rule == _STOOD_UP):
        return "completed", None  # whoever disarms has done it (ruling 13); people who stopped a column have
    if all(_MISSED.isdisjoint(d.marks) for d in act.drafts):
        return "completed", None
    arms = lead.method if lead is not None and lead.sub == _DISARMED else ""
    hurt = any(m.kind in HURT and m.count.max != 0 for m in act.harm)
    dead = any(m.kind == "killed" and m.count.max != 0 for m in act.harm)  # "three killings |and two attempts|"
    taken = any(d.family_name == _CAPTURE and "failure" not in d.marks for d in act.drafts)
    for draft in act.drafts:
        at = draft.marks.get("failure", None if dead else draft.marks.get("tried"))
        if taken and draft.family_name != _CAPTURE:
            continue  # "X took A. |Y says that it beat off an attack| on A"
        if at is None:
            continue
        if (dead and act.family_name in FROM_AFAR) or any(row[m.at].has(SURVIVED) for m in act.harm):
            continue  # fire that killed, whoever else it missed; a victim who survives wounded (ruling 21)
        if arms and (row[at].has(_FOILS) or arms == _SEIZED):
            continue  # a smuggling foiled; arms whose owners were not found
        if row[at].has(_SURVIVES) and ((act.family_name in FROM_AFAR and hurt) or is_no_miss(act, row, at)):
            continue  # others died, or were hurt
        died = dead and "succumbed" in draft.marks
        if row[at].has(_ATTEMPT) and (died or was_hit_himself(act, row)):
            continue  # "was wounded |in an attempt on his life|", or died of it
        if draft.method is not None or draft is act.drafts[0]:
            return "failed", at
    return "completed", None
