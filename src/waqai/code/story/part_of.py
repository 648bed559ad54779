"""Acts that are only part of one told beside them, and are dropped: where its shells fell, the entry before its arrests, the cordon around it."""

from __future__ import annotations

from typing import Final

from waqai.code.act.told import Act
from waqai.values.place import PlacePrecision


def drop_spots_hit(acts: list[Act]) -> None:
    """Drop where the shells of a fire just told fell: "X shelled the town of A. |The shells fell near the roundabout of B|"."""
    if any(_is_spot_hit(a) for a in acts):
        fires = [a for a in acts if a.family_name == "fire" and a.agent_ids()]
        acts[:] = [a for a in acts if not (_is_spot_hit(a) and any(_fell_in(a, fire) for fire in fires))]


def _is_spot_hit(act: Act) -> bool:
    method = act.lead.method
    if method is None or method.rule != _FELL or act.where is None or act.harm or act.agent_ids():
        return False
    return act.where.value.precision is PlacePrecision.SITE


def _fell_in(spot: Act, fire: Act) -> bool:
    told = spot.lead.clause.sentence
    near = any(0 <= told - d.clause.sentence <= 1 for d in fire.drafts if d.clause.sentence != told or d.places)
    return near and fire is not spot and spot.is_on_a_day_of(fire)


_FELL: Final = "method.trigger.fall"


def drop_entries(acts: list[Act]) -> None:
    """Drop troops' entry into a town that is told with whom they arrested there: it is one raid (section 1)."""
    raids = [a for a in acts if a.family_name == "raid"]
    acts[:] = [a for a in acts if not (_is_entry(a) and any(_entered_for(a, raid) for raid in raids))]


def _is_entry(act: Act) -> bool:
    method = act.lead.method
    return method is not None and method.method == "deployment" and not act.harm


def _entered_for(entry: Act, raid: Act) -> bool:
    told = entry.drafts[-1].clause.sentence
    return entry.meets(raid) and entry.agent_ids() == raid.agent_ids() and raid.drafts[0].clause.sentence == told


def drop_cordons(acts: list[Act]) -> None:
    """Drop the cordon that is thrown around the place where the article tells another act: it is no siege of its own, as a curfew is (ruling 5)."""
    if any(_is_cordon(a) for a in acts):
        others = [a for a in acts if a.family_name not in ("movement", "closure")]
        acts[:] = [a for a in acts if not (_is_cordon(a) and any(a.meets(b) for b in others))]


def _is_cordon(act: Act) -> bool:
    method = act.lead.method
    return method is not None and method.method == "closure" and not act.own_place and not act.harm
