"""Things that a clause says were hit: positions, houses, vehicles; not those where fire came from, nor what a town has in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.code.clause.posted import is_fired_from
from waqai.code.clause.scene import Part
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.find import CIVILIANS, COMBATANTS, HarmMention
from waqai.tag.harm.tail import counts
from waqai.tag.harm.victim_side import FORCES

_WHOSE: Final = frozenset({"holds", "link"})
"""Particles between a post and whose it is: "that belongs to", "in which is"."""
_FROM: Final = frozenset({"agent", "origin"})
"""Particles right before what fired, and where those who fired sit: "by the fire of |a checkpoint|", "stationed in |the bases|"."""
_NOT_HIT: Final = frozenset({"roles.origin", "roles.fires", "roles.is_there", "roles.machine_of"})
"""Rules by which a part's own base, or its vehicle, was not hit."""


def objects_hit(
    row: Sequence[Chunk], lo: int, hi: int, named: Sequence[int], acts: Sequence[int], parts: Sequence[Part]
) -> list[tuple[int, str]]:
    """Give the chunks of things that a clause ``[lo, hi)`` says were hit, with their classes.

    ``named`` are all things, ``acts`` the words for acts, ``parts`` the actors that it names.
    """
    found: list[tuple[int, str]] = []
    wanted = _wanted_from(row, acts[0] + 1, hi) if acts else hi
    others = {p.at - 1 - (row[p.at - 1].particle in _WHOSE) for p in parts if p.rule in _NOT_HIT}
    for k in named:
        reading = row[k].senses[Kind.OBJECT]
        if (
            k > wanted
            or k in others
            or reading.entry.cls == _TOLD
            or _fires(row, lo, k)
            or (reading.entry.id == _SOURCE and row[k].prep not in _AT_IT)
            or (k + 1 < hi and is_fired_from(row, lo, k + 1))
            or (k > lo and row[k - 1].particle in _FROM and not row[k].gap)
            or _is_cost(row, k, hi)
            or _is_on_the_way(row, lo, k)
            or _is_where(row, lo, k)
        ):
            continue
        at = k + 2 if k + 2 < hi and row[k + 1].sort is Sort.NUMBER and row[k + 1].prep == "ل" else k + 1
        owned = at < hi and row[at].gap <= 1 and not row[at].joined
        theirs = owned and row[at].entry(Kind.VICTIM).who == "civilians"
        served = owned and row[at].entry(Kind.VICTIM).id in FORCES and not row[at].prep
        found.append(
            (k, "civilian" if theirs else "military" if served else reading.entry.cls)
        )  # "the house |of an officer|"
    return found


def with_drivers(
    row: Sequence[Chunk], harm: list[HarmMention], objects: Sequence[tuple[int, str]], parts: Sequence[Part]
) -> list[HarmMention]:
    """Read the driver of what is an army's as one of its men: "a rocket hit a military car of [l-] X and killed |its driver|"."""
    if not objects or not any(m.who == CIVILIANS and _drives(row, m) for m in harm):
        return harm
    owned = {p.at for p in parts if p.rule == _OWNS and p.ids}
    theirs = [k for k, cls in objects if row[k].has(_MACHINE) or (cls == _VEHICLE and k + 1 in owned)]
    return [
        replace(m, who=COMBATANTS) if m.who == CIVILIANS and _drives(row, m) and any(k < m.at for k in theirs) else m
        for m in harm
    ]


def _drives(row: Sequence[Chunk], mention: HarmMention) -> bool:
    return any(c.has(_DRIVER) for c in row[mention.at + 1 : mention.at + 3])


_DRIVER: Final = "victim.its_driver"
_OWNS: Final = "roles.owner_of_object"
_MACHINE, _VEHICLE = "object.machine", "vehicle"


def _is_where(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a thing is only where people were fired at: "opened fire on a youth |at a checkpoint|"."""
    if row[k].prep not in _BESIDE:
        return False
    return any(row[j].prep == _AT and row[j].entry(Kind.VICTIM).who == "civilians" for j in range(lo, k))


_SOURCE: Final = "object.source_of_fire"
"""Where fire came from, which is hit only where it is answered, and else is what nobody knows."""
_AT_IT: Final = frozenset({"علي", "نحو"})
_BESIDE: Final = frozenset({"عند", "قرب"})
_AT: Final = "علي"
_TOLD: Final = "told"
"""Class of what was hit, spoken of again: "damage in |the places that were hit|"."""


def _fires(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether guns fire from the thing: "machine guns opened up |from the checkpoints|", "shelled |from its base| the village"."""
    if row[k].prep != "من" or k <= lo:
        return False
    own = row[k].text.endswith(_OWN) and row[k - 1].sort is not Sort.NUMBER
    own = own or (
        row[k - 1].sort is Sort.ACTOR and row[k].gap <= 1
    )  # "the shelling of [l-] X |from the checkpoints| around it"
    return own or (row[k].gap <= 1 and Kind.WEAPON in row[k - 1].senses)


_OWN: Final = ("ها", "هم")
"""Endings of what is the doers' own."""


def _wanted_from(row: Sequence[Chunk], lo: int, hi: int) -> int:
    """Find the plan behind an act, of which it only says when that was: "shelled A |at a time when it tries| to take positions back"."""
    for k in range(lo, hi):
        if row[k].particle in _PLANS:
            return k
    return hi


_PLANS: Final = frozenset({"plan", "in_attempt", "tries"})


def _is_cost(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether "a position" [mawqi'an] is "leaving" [muqi'an] so many dead, who stand right behind it."""
    if row[k].prep or row[k].joined or not row[k].text.endswith(_ACCUSATIVE):
        return False
    dead = k + 1 + (k + 1 < hi and counts(row[k + 1].mention) and not row[k + 1].gap)
    if dead < hi and row[dead].particle == "at_least":
        dead += 1
    return dead < hi and row[dead].gap <= 1 and not row[dead].joined and row[dead].entry(Kind.HARM).cls == "headcount"


def _is_on_the_way(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether troops are only said to come beside an act told before: "shelled A |after bringing up reinforcements|"."""
    if k - 1 <= lo or row[k].gap > 1 or row[k].prep or not row[k - 1].has(_BRINGS_UP):
        return False
    return any(row[j].entry(Kind.TRIGGER).tells_act for j in range(lo, k - 1))


_BRINGS_UP: Final = "trigger.reinforce"
_ACCUSATIVE: Final = "ا"


def struck_first(row: Sequence[Chunk], lo: int, act: int) -> int | None:
    """Find the verb of hitting whose object stands before the act that is its subject: "|hit| those positions |raids of| X"."""
    if act - lo < _VERB_AND_THING or row[act].prep or row[act].joined:
        return None
    for k in range(act - 1, lo - 1, -1):
        if row[k].sort in (Sort.ACTOR, Sort.STOP):
            return None
        verb = row[k].reading(Kind.TRIGGER) or row[k].reading(Kind.HARM)
        if verb is not None:
            thing = row[k + 1]
            hits = verb.form.is_active_verb and verb.entry.id in _HITS
            return k if hits and thing.reading(Kind.OBJECT) is not None and not (thing.prep or thing.joined) else None
    return None


_VERB_AND_THING: Final = 2
_HITS: Final = frozenset({"trigger.fire_at", "harm.wounded_passive"})
