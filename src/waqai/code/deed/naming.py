"""How a clause names its act: as one told before, as a state that lasts, as what gunmen did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.code.clause.places import ClausePlaces
from waqai.code.clause.scene import Part
from waqai.code.deed.armed import is_armed, is_members
from waqai.code.deed.method import MethodFound
from waqai.code.deed.takes_now import takes_now
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.actor.armed import is_armed_group
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import UNDERGOES
from waqai.tag.number.find import NumberMention
from waqai.tag.place.find import PlacePhrase
from waqai.values.actor import SETTLERS, TRIBAL


def holds(row: Sequence[Chunk], method: MethodFound) -> bool:
    """Tell whether the verb says who holds a place ("the forces control …") or people ("are holding …"), not that it was taken."""
    trigger = row[method.at].reading(Kind.TRIGGER)
    if trigger is not None and trigger.entry.id == "trigger.control" and trigger.form.tense == "present":
        return not takes_now(row, method.at)
    if trigger is not None and trigger.entry.id == _ITS_HOLD and method.at and not row[method.at].gap:
        verb = row[method.at - 1].reading(Kind.TRIGGER)  # "X |spreads| its hold over A", not "spread"
        return (
            verb is not None
            and verb.entry.id == _ESTABLISH
            and verb.form.tense == "present"
            and not takes_now(row, method.at - 1)
        )
    return row[method.at].particle == "holds_people"


_ITS_HOLD: Final = "trigger.its_capture"
_ESTABLISH: Final = "trigger.establish"


def by_arms(method: MethodFound | None, doers: Sequence[Part]) -> MethodFound | None:
    """Read a road cut by a named armed group as closed: no crowd protests there; clans and settlers do."""
    if method is None or method.method != _ROAD_CUT or not doers or not doers[0].ids:
        return method
    armed = all(is_armed_group(i) and i not in _CROWDS for i in doers[0].ids)
    return MethodFound(_CLOSURE, "", method.at, (), method.strength, method.rule, method.bare) if armed else method


_ROAD_CUT: Final = "road_block"
_CLOSURE: Final = "closure"
_CROWDS: Final = frozenset({TRIBAL, SETTLERS})


def by_gunmen(row: Sequence[Chunk], method: MethodFound, lo: int, hi: int) -> bool:
    """Tell whether gunmen or members whom nobody names are the subject of the verb, behind it or right before it."""
    at = method.at
    trigger = row[at].reading(Kind.TRIGGER)
    if trigger is not None and trigger.form.pos is Pos.NOUN and at + 1 < hi and is_armed(row, at):
        return True
    if trigger is not None and trigger.form.pos is Pos.NOUN and not trigger.form.definite and at > lo:
        return not row[at].gap and row[at - 1].gap == 1 and is_members(row[at - 1])  # "|gunmen| carried out an attack"
    if trigger is None or not trigger.form.is_active_verb:
        return False
    ahead = at > lo and not row[at].gap and is_members(row[at - 1])
    if ahead or at + 1 >= hi or row[at + 1].gap:
        return ahead
    band = at + 2 < hi and row[at + 1].reading(Kind.FORCE) is not None and not row[at + 2].gap
    return is_members(row[at + 1]) or (band and is_members(row[at + 2]))  # "|armed groups| plundered"


def refers_back(row: Sequence[Chunk], method: MethodFound) -> bool:
    """Tell whether the noun of the act only takes up one told before or known: "the shelling", "this battle", "the battle |of A|"."""
    trigger = row[method.at].reading(Kind.TRIGGER)
    if trigger is None or trigger.form.pos is Pos.VERB or trigger.form.suffix:
        return False
    if trigger.entry.id == _BATTLE and trigger.form.number == "sg" and method.at + 1 < len(row):
        behind = row[method.at + 1]
        if behind.sort is Sort.PLACE and not (behind.prep or behind.gap or behind.joined):
            return True
    if trigger.form.pos is Pos.PHRASE and trigger.entry.id in _HOLD:
        return False
    if trigger.form.number == "sg" and row[method.at].prep == "ل" and _is_undergone(row, method.at):
        return False  # "a checkpoint in A |underwent the| targeting"
    return trigger.form.definite or trigger.entry.id == _THE_CAMPAIGN


def _is_undergone(row: Sequence[Chunk], at: int) -> bool:
    return any(row[k].particle in UNDERGOES for k in range(max(0, at - _UNDERGONE), at))


_HOLD: Final = frozenset({"trigger.arrest", "trigger.arrest_apart", "trigger.arrest.laid_hands"})
"""Whose phrases have the article in "laid |hold| of", be it told for the first time."""
_THE_CAMPAIGN: Final = "trigger.the_arrest_campaign"
_BATTLE: Final = "trigger.battle"
_UNDERGONE: Final = 5
"""Chunks between "underwent" and the act: who or what did so, where and when."""
_THAT_WAS_IN: Final = 3
"""Words from an act to where it was, when a relative clause says it."""


def anew(row: Sequence[Chunk], acts: Sequence[int]) -> dict[str, int]:
    """Mark the noun of one of the ``acts`` that says itself that it is none of those told before: "|another| attack", "a |similar| attack"."""
    for k in acts:
        form = row[k].senses[Kind.TRIGGER].form
        if form.pos is not Pos.NOUN or form.definite or form.number == "pl" or k + 1 >= len(row):
            continue
        behind = row[k + 1]
        if not (behind.gap or behind.prep or behind.joined) and (
            behind.particle == "alike" or behind.has("victim.other")
        ):
            return {"anew": k}
    return {}


def is_next_of_several(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether an act is counted as one behind others: "|the second| strike hit A"."""
    act, nth = row[at].senses.get(Kind.TRIGGER), row[at + 1] if at + 1 < len(row) else None
    if act is None or nth is None or act.form.pos is not Pos.NOUN or not act.form.definite or act.form.number == "pl":
        return False
    if nth.gap or nth.prep or nth.joined or not isinstance(nth.mention, NumberMention):
        return False
    return not nth.mention.counts and (nth.mention.count.min or 0) > 1


def says_where(method: MethodFound, places: Sequence[tuple[int, PlacePhrase]], chunks: Sequence[Chunk]) -> bool:
    """Tell whether a relative clause says where an act was: "the attack |that was in| A sheds light on a war of 13 years"."""
    if not places or places[0][0] != method.at + 1:
        return False
    return chunks[0].prep == "في" and chunks[0].gap >= _THAT_WAS_IN


_ATTACKER: Final = "victim.attacker"


def without_attackers(row: Sequence[Chunk], lo: int, places: ClausePlaces, family: str) -> ClausePlaces:
    """Leave out where the attack was whose makers, or their kin, are arrested: "arrested the brother of |the attacker of A|"."""
    if family != "raid":
        return places
    own = [(k, mention) for k, mention in places.own if not any(row[j].has(_ATTACKER) for j in range(lo, k))]
    return msgspec.structs.replace(places, own=own)
