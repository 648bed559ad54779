"""What a raid is coded as: arrests, a fight, an attack on the unarmed, plunder (codebook rulings 5, 10 and 12)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act
from waqai.code.deed.turned import OCCUPIER
from waqai.code.family import FAMILY
from waqai.code.taxonomy import Taxonomy
from waqai.code.verdict.aims import aims_at_military, is_post
from waqai.model import Harm
from waqai.tag.actor.camps import tables
from waqai.tag.harm.find import CIVILIANS, COMBATANTS, HURT, UNSPECIFIED, HarmMention
from waqai.values.actor import CIVILIANS as CIVILIANS_ID
from waqai.values.actor import PROTESTERS, SETTLERS, UNKNOWN

RAIDS: Final = frozenset({"raid", "air_landing", "arrest_campaign", "checkpoint_arrest"})
STORMING: Final = "method.trigger.storming"
OCCUPIED: Final = "PS"
"""Where raids of the occupier on towns meet stones, if no armed group is named."""


def sub_event_of(
    act: Act, harm: Sequence[tuple[Harm, HarmMention]], by: list[str], to: list[str], *, fought: bool
) -> str:
    """Code a raid by what came of it; ``fought`` when a word of fighting is told with it."""
    taxonomy = Taxonomy.load()
    hurt = [row for row, _ in harm if row.kind in HURT and row.max != 0]
    if storms(act) and are_fighters(to) and (all(row.kind in HURT for row, _ in harm) or _takes_a_base(act, harm)):
        return "Armed clash"
    if not hurt and _plunderers(act, by, to) and any(_plunders(d) for d in act.drafts):
        return "Looting/property destruction"
    held = to == [CIVILIANS_ID] and not hurt and any(row.kind == "detained" for row, _ in harm)
    if held and all(map(taxonomy.is_of_its_state, by)):
        # a state's police who hold civilians after a word of fighting; in a war others met arms (ruling 12)
        fought = False
    named = by != [UNKNOWN] or any(d.by_gunmen or any(p.ids for p in d.agents) for d in act.drafts)
    fought = fought and not met_the_unarmed(act, hurt, by, to)
    if not fought and _strikes_a_post(act, harm, to):
        return "Armed clash"
    return _raid(hurt, fought, by, taxonomy, named=named, fighters=are_fighters(to))


def tells_of_fight(act: Act) -> bool:
    """Tell whether a word of fighting is told with an act."""
    methods = [d.method for d in act.drafts if d.method is not None]
    return any(FAMILY[name].name == "clash" for m in methods for name in (m.method, *m.beside))


def _plunderers(act: Act, by: list[str], to: list[str]) -> bool:
    """Tell whether those who raided come to plunder, and nobody was held there nor fought."""
    if to != [CIVILIANS_ID] or not by or not set(by) <= {UNKNOWN, *tables()["plunder"]["actors"]}:
        return False
    return not any(m.kind == "detained" and m.count.max != 0 for m in act.harm)


def _plunders(draft: Draft) -> bool:
    """Tell whether a clause tells of plunder."""
    return draft.method is not None and "looting" in (draft.method.method, *draft.method.beside)


def storms(act: Act) -> bool:
    """Tell whether a place is stormed; who holds it fights."""
    return act.lead.method is not None and act.lead.method.rule == STORMING


def _takes_a_base(act: Act, harm: Sequence[tuple[Harm, HarmMention]]) -> bool:
    """Tell whether a base is stormed and fighters alone are held: prisoners of a fight, not men whom a police sought."""
    at_base = aims_at_military(act) or any(is_post(phrase) for _, phrase in act.lead.places)
    return at_base and all(row.who == COMBATANTS for row, _ in harm)


def _strikes_a_post(act: Act, harm: Sequence[tuple[Harm, HarmMention]], to: list[str]) -> bool:
    """Tell whether an operation is aimed at a patrol or post of fighters and seeks nobody in it: "an operation |against a patrol of| X"."""
    told = act.lead.method
    if (
        told is None
        or told.rule not in _OPERATIONS
        or not are_fighters(to)
        or any(row.kind not in HURT for row, _ in harm)
    ):
        return False
    return aims_at_military(act) or any(cls == "vehicle" and k > told.at for k, cls in act.lead.objects)


_OPERATIONS: Final = frozenset(
    {"method.trigger.operation_of", "method.trigger.operation_that_killed", "method.trigger.operation.fruit"}
)


def met_the_unarmed(act: Act, hurt: list[Harm], by: list[str], to: list[str]) -> bool:
    """Tell whether those who clashed with a raid had no arms: youths who threw stones at an occupier."""
    if any(d.method is not None and d.method.rule == _FIRE_EXCHANGED for d in act.drafts):
        return False
    at_home = act.where is not None and act.where.value.country == OCCUPIED
    return at_home and OCCUPIER in by and not are_fighters(to) and all(row.who == CIVILIANS for row in hurt)


_FIRE_EXCHANGED: Final = "method.trigger.clash.fire"


def _raid(hurt: list[Harm], fought: bool, by: list[str], taxonomy: Taxonomy, *, named: bool, fighters: bool) -> str:
    """Code a raid by what came of it: ``named`` when the text says who raided, ``fighters`` when an armed group was sought."""
    if fought:
        return "Armed clash"
    if hurt:
        classes = {row.who for row in hurt}
        if UNSPECIFIED in classes and CIVILIANS not in classes:
            return "Armed clash"  # wanted men killed (ruling 12)
        return "Armed clash" if COMBATANTS in classes or (fighters and classes != {CIVILIANS}) else "Attack"
    if named and not any(taxonomy.polices(i) for i in by):
        return "Armed clash" if fighters else "Abduction/forced disappearance"
    return "Arrests"


def are_fighters(to: list[str]) -> bool:
    """Tell whether an armed side is among those aimed at."""
    return any(i not in (CIVILIANS_ID, UNKNOWN, PROTESTERS, SETTLERS) for i in to)
