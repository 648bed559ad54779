"""Tolls that no word of harm tells: whom a campaign of arrests "reached", and that nobody was hurt; whom a raid was only for.

In: a row of chunks and the chunk of the phrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.lexicon.readings import AIMED
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import UNDERGOES
from waqai.tag.harm.held import holds_a_thing
from waqai.tag.harm.member import CIVILIANS, UNSPECIFIED
from waqai.tag.harm.mention import HarmMention
from waqai.tag.harm.next import begins_victims
from waqai.tag.harm.tail import counts
from waqai.tag.number.label import NumberClass
from waqai.values.count import Count


def is_reached(row: Sequence[Chunk], i: int, lo: int) -> bool:
    """Tell whether a campaign of arrests "reached" whom the next words name, or an arrest "aimed at" him."""
    if row[i].particle != "reaches":
        if row[i].joined or row[i].gap or not row[i].has(AIMED):
            return False
        return any(chunk.entry(Kind.TRIGGER).id in _ARRESTS for chunk in row[max(lo, i - _NEAR) : i])
    return any(chunk.entry(Kind.TRIGGER).method in _ARREST_METHODS for chunk in row[max(lo, i - 7) : i])


_ARRESTS: Final = frozenset({"trigger.arrest", "trigger.arrest_campaign"})
_NEAR: Final = 4
"""Chunks between an arrest and whom it aimed at: where and when."""
_ARREST_METHODS: Final = frozenset({"raid", "arrest_campaign", "checkpoint_arrest"})


def are_families(row: Sequence[Chunk], i: int, hi: int, reading: Reading) -> bool:
    """Tell whether a word for taking prisoners is "families", which is spelt like it: counted, "a number of |families| of workers", or with nobody taken behind it."""
    after = row[i + 1] if i + 1 < hi else None
    if i and row[i - 1].sort is Sort.NUMBER and not (row[i].gap or row[i].joined):
        return after is None or not (after.prep == "من" or after.particle == "of_them")
    return reading.entry.id == _CAPTURING and (after is None or not begins_victims(after))


_CAPTURING: Final = "harm.capturing"


def zeros(row: Sequence[Chunk], i: int, hi: int) -> list[HarmMention]:
    """Read a phrase of ``tag.zero`` as explicit zeros, one for each kind of harm that it denies (codebook section 3)."""
    kinds = [r.entry.harm for r in row[i].readings if r.entry.kind is Kind.PARTICLE and r.entry.cls == "none_of"]
    if not kinds:
        return []
    who = UNSPECIFIED
    for j in range(i + 1, min(i + 4, hi)):
        victim = row[j].reading(Kind.VICTIM)
        if row[j].sort is Sort.STOP:
            break
        if victim is not None and victim.entry.who == CIVILIANS:
            who = CIVILIANS
            break
    return [HarmMention(i, i, i + 1, kind, who, Count.exactly(0)) for kind in kinds]


def is_purpose(row: Sequence[Chunk], i: int, lo: int, reading: Reading) -> bool:
    """Tell whether people are what a raid was for, not what came of it: "stormed A |to arrest| wanted men", "|with the aim of arresting|"."""
    if reading.entry.id == _KILLING_OF and (
        _is_any(row, i, reading) or (row[i - 1].particle == _PLAN and not row[i].gap)
    ):
        return True
    if row[i].joined or reading.form.pos is Pos.VERB:
        return False
    if reading.entry.id == _WIPED_OUT:
        counted = i + 1 < len(row) and counts(row[i + 1].mention)
        led_to = any(row[k].particle in _LEADS_TO for k in range(max(lo, i - 3), i))
        return (row[i].prep in _TOWARDS and not (counted or led_to)) or (
            i > lo and row[i - 1].particle in _AIMS and not row[i].gap
        )
    if reading.entry.harm not in _SOUGHT:
        return False
    if row[i].prep != "ل":
        return i > lo and row[i - 1].particle in _AIMS and not row[i].gap
    return not any(row[k].particle in _LEADS_TO for k in range(max(lo, i - 3), i))


def _is_any(row: Sequence[Chunk], i: int, reading: Reading) -> bool:
    """Tell whether it is killing as such: "threats of |the killing|", "daily acts of |the killing|"; not "|the execution| of 19"."""
    counted = i + 1 < len(row) and counts(row[i + 1].mention)
    return reading.form.definite and not reading.form.suffix and not counted


_WIPED_OUT: Final = "harm.wiped_out"
_TOWARDS: Final = frozenset({"ل", "الي", "علي"})
"""What stands before wiping somebody out as an aim: "to", "works on"; an act that "led to" it has done it."""
_PLAN: Final = "plan"
_SOUGHT: Final = frozenset({"detained", "abducted"})
_AIMS: Final = frozenset({"plan", "purpose", "aim"})
_LEADS_TO: Final = UNDERGOES | {"result", "cause"}


def is_charged(row: Sequence[Chunk], i: int, lo: int, reading: Reading, found: Sequence[HarmMention]) -> bool:
    """Tell whether a killing is what people who are held are charged with or planned: "arrested two men |accused of killing| a policeman"."""
    if reading.entry.harm not in _DONE or row[i].joined:
        return False
    named = reading.form.pos is Pos.NOUN or bool(row[i].prep)
    if not any(m.kind in _SOUGHT for m in found) and not any(map(_arrests, row[lo:i])):
        return False
    least = max(lo, i - _OF_WHAT)
    for k in range(i - 1, max(lo, i - _OF_A_DEED) - 1, -1):
        if row[k].particle in _CHARGES or row[k].has(_ACCUSED):
            return named or row[i].has(_KILLING_OF)
        if row[k].particle == "result" and k >= least:
            least = max(lo, i - _OF_A_DEED)  # "suspected of an attack on an inn |that led to the death of| five"
        if k < least or row[k].sort is Sort.STOP or row[k].joined:
            return False
    return False


def _arrests(chunk: Chunk) -> bool:
    return chunk.entry(Kind.TRIGGER).id == _ARREST


_ARREST: Final = "trigger.arrest"
_ACCUSED: Final = "victim.wanted"
_KILLING_OF: Final = "harm.killing_of"
"""The killing, which is spelt like the verb: "on a charge of |killing|"."""
_DONE: Final = frozenset({"killed", "wounded"})
_CHARGES: Final = frozenset({"grounds", "accused", "hedge", "suspected", "plan", "tries", "attempt"})
_OF_WHAT: Final = 2
"""Chunks between a charge and the killing: taking part in it, crimes of it."""
_OF_A_DEED: Final = 9
"""Chunks between a charge and whom the deed killed: the deed, what it hit, that it led to."""


def nearly(row: Sequence[Chunk], i: int, lo: int) -> bool:
    """Tell whether a harm only nearly came about: "the deputy |nearly| met his death"; "hardly" had come when it is denied."""
    for k in range(i - 1, max(lo, i - _NEARLY) - 1, -1):
        if row[k].particle == _ALMOST:
            return True
        if row[k].joined or (row[k].sort is Sort.STOP and row[k].text != ","):
            return False
    return False


_ALMOST: Final = "almost"
_NEARLY: Final = 7
"""Chunks of whom it nearly befell, and when, between "nearly" and the harm."""


def hits_a_thing(row: Sequence[Chunk], i: int, hi: int, reading: Reading) -> bool:
    """Tell whether it is a building or a car that was hit: "a shell |hit the seat| of the council", and none in it; or a body, cars that were held."""
    if holds_a_thing(row, i, hi):
        return True
    if reading.entry.id == _HIT and reading.form.voice != _PASSIVE and _is_one_of_things(row, i + 1, hi):
        return True
    if reading.entry.id == _HIT and reading.form.voice != _PASSIVE and _is_by_weapon(row, i, hi):
        return True
    if (
        reading.entry.id != _HIT
        or i + 1 >= hi
        or row[i + 1].gap
        or row[i + 1].prep
        or row[i + 1].joined
        or row[i + 1].sort is not Sort.WORD
    ):
        return False
    return Kind.OBJECT in row[i + 1].senses and Kind.VICTIM not in row[i + 1].senses


def _is_by_weapon(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether a weapon is what hit, and a thing what it hit: "|a rocket| hit |a lorry|" [hit a rocket a lorry]."""
    if i + 2 >= hi or any(row[k].gap or row[k].prep or row[k].joined for k in (i + 1, i + 2)):
        return False
    weapon, thing = row[i + 1], row[i + 2]
    if weapon.reading(Kind.WEAPON) is None or weapon.reading(Kind.VICTIM) is not None:
        return False
    return Kind.OBJECT in thing.senses and Kind.VICTIM not in thing.senses


def _is_one_of_things(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a word that nobody knows stands behind "one of", which is no person then: "a shell hit |one of the [mills]|"."""
    if k >= hi or row[k].number_cls != NumberClass.ONE_OF or row[k].gap or row[k].prep or row[k].joined:
        return False
    return k + 1 >= hi or row[k + 1].gap > 0 or row[k + 1].sort in (Sort.STOP, Sort.PLACE)


_HIT: Final = "harm.wounded_passive"
_PASSIVE: Final = "passive"


def _is_of_kin(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether the dead man only says whose family it is, and was told of before: "the family of |the dead man|"."""
    dead = row[at].reading(Kind.HARM)
    if at == 0 or dead is None or not dead.form.definite or dead.form.number != "sg" or row[at].gap or row[at].prep:
        return False
    return not row[at].joined and row[at - 1].has_any(KIN)


KIN: Final = frozenset({"victim.family", "victim.relative"})
"""Words for somebody's kin."""


def _names_a_building(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether a building or an operation is called after the dead: "to the hospital of |the martyr| So-and-so"."""
    if at == 0 or row[at].gap or row[at].prep or row[at].joined:
        return False
    named = row[at - 1].reading(Kind.TRIGGER)
    if named is not None and named.entry.method in _CALLED and named.form.pos is not Pos.VERB:
        harm = row[at].reading(Kind.HARM)
        return harm is not None and harm.form.definite and harm.form.number == "sg"
    return any(r.entry.cls == "destination" or r.entry.id == "object.market" for r in row[at - 1].readings)


_CALLED: Final = frozenset({"clash", "raid", "other", "capture"})
"""Methods of acts that are given names: a battle, an operation."""


def names_nobody(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether the dead are only what something is called after, or whose family stands before them, or the hurt whom medics were with when they were hit."""
    return _names_a_building(row, at) or _is_of_kin(row, at) or _are_carried(row, at)


def _are_carried(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether an ambulance or medics had others with them who were hurt before: "an ambulance that |was carrying wounded|"."""
    if at == 0 or row[at].gap or row[at].prep or row[at].joined or row[at - 1].sort is Sort.STOP:
        return False
    return row[at - 1].text in tables()["phrases"]["carrying"]
