"""Whose soldiers, policemen or patrols a bomb or an attack met where nobody says it: "a mine went off |as soldiers passed|" (codebook ruling 18)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act
from waqai.code.camps import army_of
from waqai.code.family import JOINS
from waqai.code.taxonomy import Taxonomy
from waqai.lexicon.entry import Kind
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.victim_side import ARMY, FORCES, POLICE
from waqai.tag.words import Words
from waqai.values.actor import UNKNOWN
from waqai.values.place import PlaceValue

_MEETS: Final = frozenset({"bomb", "clash", "open"})
"""Families of acts that hit whoever comes by."""
_ATTACK: Final = "open"
"""Family of attacks, whose words games use too: a camp is no army's there."""
SHOTS: Final = "small_arms"
_AIMED: Final = "trigger.fire_at"
_AT: Final = "علي"
_HOUSE: Final = "object.house"


def own_men(act: Act, by: Sequence[str], row: Sequence[Chunk], words: Words) -> str:
    """Tell whether a bomb or an attack met soldiers or policemen whom no force's name gives: which of the state's; empty where it did not.

    A patrol, a checkpoint, a column without an owner is the state's only where nobody else holds a part of the country.
    """
    shot_at = act.lead.method is not None and act.lead.method.method == SHOTS
    if not (shot_at or act.family_name in _MEETS) or any(p.ids for d in act.drafts for p in d.targets):
        return ""
    if any(Taxonomy.load().is_of_a_state(i) for i in by):
        return ""
    told = [d for d in act.drafts if d.family_name in JOINS[act.family_name]]
    for draft in told:
        if met := _met(draft, row, words):
            return met
    country = act.where.value.country if act.where is not None else None
    if not country or country in tables()["held"]["countries"] or act.family_name == _ATTACK:
        return ""
    return ARMY if any(_names_troops(draft, row) for draft in told) else ""


def _names_troops(draft: Draft, row: Sequence[Chunk]) -> bool:
    """Tell whether a patrol, a checkpoint, a column stands behind the act, which nobody but troops has."""
    assert draft.method is not None
    hit = (row[k] for k, cls in draft.objects if cls == "military" and k > draft.method.at)
    return any(chunk.has(_CHECKPOINT) or any(word in chunk.text for word in tables()["met"]["troops"]) for chunk in hit)


_CHECKPOINT: Final = "object.checkpoint"


def _met(draft: Draft, row: Sequence[Chunk], words: Words) -> str:
    """Name of which force the men are behind "as … passed", "a bus that carried …", "it was aimed at …", "the house of …"."""
    assert draft.method is not None
    for k in range(draft.method.at + 1, draft.clause.hi):
        victim = row[k].reading(Kind.VICTIM)
        if victim is None or victim.entry.id not in FORCES:
            continue
        before = row[k - 1]
        if draft.method.method == SHOTS and row[k].prep == _AT and before.sort is not Sort.STOP:
            return FORCES[victim.entry.id]  # "fired at |a policeman|"
        if row[k].prep or row[k].joined:
            continue
        aimed = (before.has(_AIMED) and not row[k].gap) or (before.has(_HOUSE) and row[k].gap <= 1)
        if aimed or (
            row[k].first
            and words.texts[row[k].first - 1] in tables()["met"]["passing"]
            and before.sort is not Sort.STOP
        ):
            return FORCES[victim.entry.id]
    return ""


def of_force(enemies: list[str], served: str, place: PlaceValue, day: date | None, by: Sequence[str]) -> list[str]:
    """Keep of the enemies named the force whose men were hit: policemen are no army's, also where the text names their army alone.

    Soldiers whom another state (``by``) hits are the land's own, where of its foes the text names none but their guests: "the
    raid killed three soldiers. X says that it strikes at |Hezbollah|".
    """
    if not served or not enemies:
        return enemies
    own, other = (army_of(place.country, day, police=police) for police in (served == POLICE, served != POLICE))
    if kept := [i for i in enemies if i in own]:
        return kept
    if served == ARMY and _is_another_state(by) and all(_is_guest(i, own) for i in enemies):
        return list(own)
    return list(own) if all(i in other for i in enemies) else enemies


def _is_guest(actor: str, armies: Sequence[str]) -> bool:
    """Tell whether an actor is in the land because its army called it in."""
    return any([actor, army] in tables()["guest"]["pairs"] for army in armies)


def _is_another_state(by: Sequence[str]) -> bool:
    """Tell whether who did it is an army from abroad."""
    taxonomy = Taxonomy.load()
    return bool(by) and all(taxonomy.is_of_a_state(i) and not taxonomy.is_of_its_state(i) for i in by)


def force_met(served: str, place: PlaceValue, day: date | None, named: Mapping[str, int]) -> Sequence[str]:
    """Give the force whose men these are; where the text names the police alone, a man of any rank is a policeman."""
    police = army_of(place.country, day, police=True, admin1=place.admin1)
    force = police if served == POLICE else army_of(place.country, day, admin1=place.admin1)
    return police if any(named[i] for i in police) and not any(named[i] for i in force) else force


def whose_men_fell(by: list[str], to: Sequence[str], served: str, place: PlaceValue, day: date | None) -> list[str]:
    """Give whose soldiers died where a fight names the other side alone: "an officer and two soldiers died in clashes |with X|" (ruling 16)."""
    if by != [UNKNOWN] or not served or not to or UNKNOWN in to or any(Taxonomy.load().is_of_its_state(i) for i in to):
        return by
    return [i for i in army_of(place.country, day, police=served == POLICE, admin1=place.admin1) if i not in to] or by
