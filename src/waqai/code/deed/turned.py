"""Acts that who does them, or who wards them off, makes other acts: a road closed by demonstrators, a feud with firearms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from waqai.code.deed.controlled import blown_up_by_finder
from waqai.code.deed.disposed import came_upon
from waqai.code.deed.ground import fought_for, regains, waylays
from waqai.code.deed.in_the_way import stood_in_the_way
from waqai.code.family import REPELS, is_from_afar
from waqai.lexicon.entry import Entry, Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.number.find import NumberMention
from waqai.values.actor import PROTESTERS, TRIBAL

BRAWLS: Final = frozenset({"trigger.brawl", "trigger.brawl.quarrel"})
_ASSAULT: Final = "trigger.assault"
OCCUPIER: Final = "ISRAEL_MIL"
_GUN: Final = "weapon.gun"
_FIRE_AT: Final = "trigger.fire_at"
_FIRE: Final = "trigger.fire"
_BOMBING: Final = "trigger.bombing"
_FALLS_UPON: Final = frozenset({_ASSAULT, "trigger.storming", "trigger.get_into", "trigger.manage_into"})
DESTROYS: Final = frozenset(
    {"trigger.destroy", "trigger.destroy.finish", "trigger.destroy.manage", "trigger.destruction"}
)
DESTROYED: Final = frozenset(f"method.{name}" for name in DESTROYS)
"""Rules of what these words tell."""
_CAR_BOMB: Final = "trigger.vehicle_bomb"
_BOMB_WORKS: Final = "object.bomb_works"
_FAR: Final = 6
"""Chunks between a verb and its object: the doer and the number stand between."""
_REPEL: Final = "particle.repel"
_SHOOT_DOWN: Final = "trigger.shoot_down"
_MANNED: Final = "force.manned"
_AT_CROWDS: Final = frozenset({"small_arms", "", "other", "raid"})
"""Methods of a force that fires at a crowd or storms it (ruling 27)."""
_FREE: Final = "trigger.capture"
_ENTERS: Final = frozenset({"trigger.enter", "trigger.reinforce"})
_ENTER_IN: Final = "trigger.enter"
_ENTER: Final = "دخل"
STREET: Final = frozenset({"trigger.battle.street", "trigger.battle.street_broke_out"})
"""Palestine's own word for clashes in its streets."""
_BOMB: Final = "trigger.ied"
_ROAD_BLOCK: Final = "trigger.road_block"
BATTLES: Final = STREET | {"trigger.battle", "trigger.clash", "trigger.clash.fire", "trigger.confrontation"}
_REACH: Final = 4
"""Chunks between "repelled" and the attack: the doer stands between."""


def turned(
    row: Sequence[Chunk], lo: int, hi: int, at: int, entry: Entry, named: Sequence[tuple[str, int]]
) -> tuple[str, int] | None:
    """Give the method that an act in chunks ``[lo, hi)`` turns into, and the chunk that says so; ``None`` when it stays.

    ``named`` are the methods that the clause's words stand for. Roads that demonstrators close are blocked in protest
    (section 2); feuds with firearms are clashes (ruling 4), and so is fire that both sides open on each other; an attack
    that was beaten off was made on people who fight; people who are freed are released, not conquered; what an air force
    blows up it bombs; a town entered after battles was taken; gunmen who cut a road fall upon whoever comes along it; a
    bomb that was come upon did not go off.
    """
    if entry.method == "closure":
        crowd = next((k for k in range(lo, hi) if _protests(row[k])), None)
        return None if crowd is None else ("road_block", crowd)
    if entry.id == _BOMB and (found := came_upon(row, lo, at, hi)) is not None:
        return "interception", found
    if entry.id == _ROAD_BLOCK and waylays(row, lo, at):
        return "other", at
    if (way := stood_in_the_way(row, at, hi, entry, named)) is not None:
        return way
    if entry.id in STREET and (shots := _shot_by_occupier(row, lo, hi, at)) is not None:
        return "small_arms", shots
    if entry.id in BRAWLS:
        shot = next((k for method, k in named if method == "small_arms"), None)
        return None if shot is None else ("clash", shot)
    if entry.id in (_FIRE_AT, _FIRE):
        near = (k for k in (at + 1, at + 2) if k < hi)
        mutual = next((k for k in near if row[k].particle == "mutual" or is_feud(row[k]) or _is_among(row[k])), None)
        if mutual is None and entry.id == _FIRE:
            mutual = next((k for k in range(at + 1, hi) if is_feud(row[k])), None)
        return None if mutual is None else ("clash", mutual)
    if entry.id in (*_FALLS_UPON, _ENTER_IN) and (held := _and_took_it(row, lo, at, hi)) is not None:
        return "capture", held
    if entry.id == _ASSAULT and not any(is_from_afar(method) for method, _ in named):
        word = _repelled(row, lo, at)
        word = fought_for(row, lo, hi, at, entry) if word is None else word
        return None if word is None else ("clash", word)
    if entry.id in _ENTERS and row[at].text.removeprefix("و").startswith(_ENTER):
        fought = next((k for k in range(at + 1, hi) if _is_battle(row[k])), None)
        return None if fought is None else ("capture", fought)
    if entry.method == "capture" and (tried := fought_for(row, lo, hi, at, entry)) is not None:
        return "raid" if any(_is_civilian(row[k]) for k in range(lo, hi)) else "clash", tried
    return _freed_or_bombed(row, lo, hi, at, entry, named)


def _is_civilian(chunk: Chunk) -> bool:
    return chunk.entry(Kind.VICTIM).who == "civilians"


def is_feud(chunk: Chunk) -> bool:
    """Tell whether two families or clans are the sides: "gunfire |between two families|"."""
    if chunk.prep != "بين":
        return False
    people = chunk.reading(Kind.VICTIM)
    return TRIBAL in chunk.ids or (people is not None and people.entry.id == _FAMILY and people.form.number != "sg")


def _is_among(chunk: Chunk) -> bool:
    """Tell whether armed men fire at each other: "gunfire |among gunmen|"."""
    men = chunk.reading(Kind.FORCE)
    return men is not None and chunk.prep == "بين" and men.form.number != "sg"


_FAMILY: Final = "victim.family"


def _freed_or_bombed(
    row: Sequence[Chunk], lo: int, hi: int, at: int, entry: Entry, named: Sequence[tuple[str, int]]
) -> tuple[str, int] | None:
    if entry.id == _SHOOT_DOWN:
        crewed = next((k for k in range(at + 1, min(hi, at + _REACH)) if _has_crew(row[k])), None)
        return None if crewed is None else ("clash", crewed)
    if entry.id == _WARDS_OFF and (men := _men_met(row, at, hi)) is not None:
        return "clash", men
    if entry.id in DESTROYS and (bomb := _bomb_of_foe(row, at, hi, named)) is not None:
        return "interception", bomb
    if entry.id == _FREE and _frees(row[at]) and (people := _of_people(row, at, hi)) is not None:
        return "release", people
    if entry.id == _BOMBING and (bomb := blown_up_by_finder(row, lo, at, hi)) is not None:
        return "interception", bomb
    if entry.id == _BOMBING and (force := _from_the_air(row, lo, at, named)) is not None:
        return "airstrike", force
    if entry.id == _BOMBING and (army := _razed_by(row, lo, at, hi, named)) is not None:
        return "demolition", army
    return None


def _men_met(row: Sequence[Chunk], at: int, hi: int) -> int | None:
    """Find the men who were warded off, where the aircraft told with them is whose it was: "helicopters warded off |a group| that tried to steal in"."""
    met = next((k for k in range(at + 1, hi) if row[k].prep == "ل" and not row[k].gap), None)
    if met is None or Kind.WEAPON in row[met].senses or row[met].actor_method:
        return None
    return met if row[met].ids or {Kind.FORCE, Kind.VICTIM} & row[met].senses.keys() else None


_WARDS_OFF: Final = "trigger.ward_off"


def _razed_by(row: Sequence[Chunk], lo: int, at: int, hi: int, named: Sequence[tuple[str, int]]) -> int | None:
    """Find the occupier whose own charges went off where it stands: "|the enemy's army| carried out a blast in A", "the blowing up |by X| of a house"."""
    if any(is_from_afar(method) or method in _GUNS for method, _ in named) or any(
        c.senses.keys() & _NO_RAZING for c in row[lo:hi]
    ):
        return None
    sides = [k for k in range(lo, hi) if row[k].sort is Sort.ACTOR and row[k].ids]
    doers = [k for k in sides if OCCUPIER in row[k].ids and not row[k].prep and (k < at or k == at + 1)]
    alone = all(OCCUPIER in row[k].ids for k in sides)
    return doers[0] if doers and alone and not any(row[k].has(_FIRE_AT) for k in range(lo, at)) else None


_GUNS: Final = frozenset({"small_arms", "sniper", "clash", "suicide_bomb", "vehicle_bomb"})
_NO_RAZING: Final = frozenset({Kind.HARM, Kind.WEAPON})


def _and_took_it(row: Sequence[Chunk], lo: int, at: int, hi: int) -> int | None:
    """Find "and took it" behind a place that was stormed or attacked: "stormed A |and controlled it|", "|and the control of it|"."""
    for k in range(at + 1, hi):
        if row[k].joined and row[k].particle == "control":
            return k
        if row[k].joined and row[k].has(_HOLD):
            return None if any(c.particle in _FOR_NAUGHT or c.has(_REPEL) for c in row[lo:k]) else k
        if row[k].sort is Sort.STOP or (row[k].reading(Kind.TRIGGER) is not None and not row[k].has(_GET_INTO)):
            return None
    return None


_HOLD: Final = "trigger.hold"
_FOR_NAUGHT: Final = frozenset({"failure", "plan", "attempt"})
_GET_INTO: Final = "trigger.get_into"


HOLD: Final = "control"
"""Class of "took control of", and of "under the control of"."""


def taken_by(row: Sequence[Chunk], first: int, end: int, hi: int) -> int | None:
    """Find, from the hold told at ``first`` up to chunk ``end``, "and it was taken |by X last month|": who took the place told of, and when."""
    for k in range(first, min(end, hi - 2)):
        who = row[k + 1]
        if row[k].particle != HOLD or not row[k].joined or who.sort is not Sort.ACTOR or who.prep or who.gap:
            continue
        if any(row[j].sort is Sort.DATE for j in range(k + 2, min(hi, k + 4))):
            return k
    return None


def _bomb_of_foe(row: Sequence[Chunk], at: int, hi: int, named: Sequence[tuple[str, int]]) -> int | None:
    """Find the car bomb, or where they are made, that somebody on the ground destroyed: "the troops destroyed three |car bombs|" did not let them go off."""
    if any(is_from_afar(method) for method, _ in named) or any(Kind.HARM in chunk.senses for chunk in row[at:hi]):
        return None
    done = row[at].reading(Kind.TRIGGER)
    by_somebody = done is not None and done.form.pos is not Pos.VERB
    for k in range(at + 1, min(hi, at + _FAR)):
        if row[k].sort is Sort.STOP:
            return None
        by_somebody = by_somebody or (row[k].sort is Sort.ACTOR and not row[k].prep)
        if row[k].entry(Kind.TRIGGER).id == _CAR_BOMB or row[k].has(_BOMB_WORKS):
            return k if by_somebody and not row[k].prep else None
    return None


def _has_crew(chunk: Chunk) -> bool:
    """Tell whether a chunk is a manned aircraft (ruling 41)."""
    return _MANNED in chunk.called or chunk.has(_MANNED)


def dispersed(row: Sequence[Chunk], hi: int, entry: Entry, marks: Mapping[str, int]) -> tuple[str, int] | None:
    """Give the protest that an act was to disperse, and its demonstrators, whatever the force did: "opened fire |to disperse| protesters"."""
    if _DISPERSES not in marks or entry.method not in _AT_CROWDS:
        return None
    crowd = next((k for k in range(marks[_DISPERSES], hi) if _protests(row[k]) or _is_march(row[k])), None)
    return None if crowd is None else ("demonstration", crowd)


_DISPERSES: Final = "disperses"


def _is_march(chunk: Chunk) -> bool:
    """Tell whether a chunk is the march or rally itself: "put down |a march| and arrested ten"."""
    told = chunk.reading(Kind.TRIGGER)
    return told is not None and told.entry.method == "demonstration" and told.form.pos is Pos.NOUN


def _frees(chunk: Chunk) -> bool:
    """Tell whether a word of taking can be done to people: not that ground was held, "the organisation's men |controlled| A", nor got back, "the people |regained| their freedom"."""
    act = chunk.reading(Kind.TRIGGER)
    if act is None or (act.form.pos is Pos.PHRASE and chunk.last - chunk.first == 1):
        return False
    return act.form.pos is not Pos.VERB or not regains(chunk)


def _shot_by_occupier(row: Sequence[Chunk], lo: int, hi: int, at: int) -> int | None:
    """Find the shots in what the Palestinian press calls a confrontation with soldiers in which only the unarmed are hit."""
    army = any(row[k].prep == "مع" and OCCUPIER in row[k].ids for k in (at + 1, at + 2) if k < hi)
    if not army or all(row[k].reading(Kind.HARM) is None for k in range(lo, hi)):
        return None
    people = [v.entry.who for k in range(lo, hi) if (v := row[k].reading(Kind.VICTIM)) is not None]
    shot = next((k for k in range(lo, hi) if row[k].has(_GUN)), None)
    return shot if people and set(people) <= {"civilians", "unspecified"} else None


def _is_battle(chunk: Chunk) -> bool:
    """Tell whether a chunk is the fight that somebody had before he came in: "entered A |after battles| with"."""
    return any(r.entry.id in BATTLES and r.form.pos is not Pos.VERB for r in chunk.readings) and not chunk.joined


def is_crowd(chunk: Chunk) -> bool:
    """Tell whether a chunk is demonstrators, or people of the place who may demonstrate."""
    people = chunk.reading(Kind.VICTIM)
    return _protests(chunk) or (people is not None and people.entry.who == "civilians" and people.form.number == "pl")


def _protests(chunk: Chunk) -> bool:
    return PROTESTERS in chunk.ids


def _of_people(row: Sequence[Chunk], at: int, hi: int) -> int | None:
    """Find the people that stand right behind "freed", counted or not: "freed 25 women"."""
    k = at + 1
    if k < hi and row[k].sort is Sort.ACTOR and not row[k].prep and not row[k].gap:
        k += 1  # "|the army| freed 30 hostages"
    if k < hi and isinstance(row[k].mention, NumberMention) and row[k].gap == 0:
        k += 1
    if k >= hi or row[k].gap or row[k].prep or row[k].joined:
        return None
    people = (r for r in row[k].readings if r.entry.kind is Kind.VICTIM)  # "a girl" is written as "his lad" is
    return k if any(not r.form.suffix for r in people) else None


def _from_the_air(row: Sequence[Chunk], lo: int, at: int, named: Sequence[tuple[str, int]]) -> int | None:
    """Find the aircraft or air force right before "blew up" whose act it is: "the air force went |to| blow up"."""
    if at == lo or row[at].gap > 1:
        return None
    return next((k for method, k in named if method == "airstrike" and k == at - 1), None)


def _repelled(row: Sequence[Chunk], lo: int, at: int) -> int | None:
    """Find the word ahead of an attack that says it was beaten off: "the army repelled an attack"."""
    for k in range(at - 1, max(lo, at - _REACH) - 1, -1):
        if row[k].has_any(REPELS):
            return k
        if row[k].sort is Sort.STOP or row[k].reading(Kind.TRIGGER) is not None:
            return None
    return None
