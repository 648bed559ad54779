"""Gunfire, arrests and what reads like war in countries at peace: crime, police work and figures of speech unless something else is said (codebook section 1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.told import Act
from waqai.code.camps import army_of, is_at_peace, is_unconquered, policed_by
from waqai.code.family import FAMILY
from waqai.code.taxonomy import Taxonomy
from waqai.lexicon.entry import Kind
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.tail import is_unarmed
from waqai.values.actor import ANY_STATE, CIVILIANS, UNKNOWN

_OF_THE_STATE: Final = frozenset({"violence", "clash", "raid", "release", "property", "air", "fire"})
_RAID: Final = "raid"
_CUSTODY: Final = frozenset({_RAID, "release"})
_POLICED: Final = frozenset({"violence", "clash"}) | _CUSTODY
"""Families that are crime and police work too where armed groups strike now and then."""
_GROUND: Final = "capture"
_ANYBODY: Final = frozenset({UNKNOWN, ANY_STATE, CIVILIANS})
_KNIFE: Final = "stabbing"
"""What no police does, whoever tells it: "the police held one |who stabbed| another"."""


def is_crime(act: Act, row: Sequence[Chunk], method: str, by: Sequence[str], to: Sequence[str]) -> bool:
    """Tell whether somebody unknown, or the police, did something to people of no group in a country at peace, or "took" what no army lost."""
    assert act.where is not None
    family = FAMILY[method].name
    country = act.where.value.country
    if family == _GROUND:
        return is_unconquered(country) and not any(map(Taxonomy.load().is_armed_group, (*by, *to)))
    police: tuple[str, ...] | None = ()
    if not is_at_peace(country):
        common = family in _POLICED and (method == _KNIFE or not _is_armed(act, family))
        police = policed_by(country, by) if common else None
    if police is None or family not in _OF_THE_STATE:
        return False
    theirs = police if family in _CUSTODY else ()
    if not {*to} <= {*_ANYBODY, *theirs} or not {*by} <= {*_ANYBODY, *(police if method == _KNIFE else theirs)}:
        return False
    if family not in _CUSTODY:
        return not _hit_soldiers(act, country)
    return not _is_over_politics(act, row)


def is_by_sentence(row: Sequence[Chunk], method: str, by: Sequence[str]) -> bool:
    """Tell whether a state put somebody to death whom its courts had sentenced, as the page tells somewhere (section 1)."""
    return method == _EXECUTION and list(by) == [ANY_STATE] and any(c.particle in _COURTS for c in row)


_EXECUTION: Final = "execution"
_COURTS: Final = frozenset({"court", "bench", "trial", "last_instance"})


def _hit_soldiers(act: Act, country: str | None) -> bool:
    """Tell whether soldiers of the country are named among the victims, beside whom others were hurt: no common crime."""
    army = set(army_of(country, None)) - {ANY_STATE}
    return any(p.rule == "roles.victim" and army & set(p.ids) for d in act.drafts for p in d.targets)


def _is_armed(act: Act, family: str) -> bool:
    """Tell whether a patrol or the like was hit, or whoever was sought fell in a raid: armed men, and no common crime."""
    if family == _RAID and any(m.kind == "killed" for m in act.harm):
        return True
    return any(cls == "military" for d in act.drafts for _, cls in d.objects)


def _is_over_politics(act: Act, row: Sequence[Chunk]) -> bool:
    """Tell whether people are arrested over an attack, at a protest, or for a group: "the brother of the man who |attacked| A", "20 |demonstrators|"."""
    crowd = tuple(tables()["peace"]["crowd"])
    chunks = (chunk for d in act.drafts for chunk in row[d.clause.lo : d.clause.hi])
    return any(
        is_unarmed(c) or c.text.startswith(crowd) or c.has(_ATTACKER) or _names_attack(c) or names_group(c)
        for c in chunks
    )


def names_group(chunk: Chunk) -> bool:
    """Tell whether a chunk names an armed group that is no force of a state."""
    return chunk.sort is Sort.ACTOR and any(Taxonomy.load().is_armed_group(i) for i in chunk.ids)


_ATTACKER: Final = "victim.attacker"
_ASSAULT: Final = "trigger.assault"
_BOMBS: Final = "bomb"


def _names_attack(chunk: Chunk) -> bool:
    told = chunk.reading(Kind.TRIGGER)
    if told is None or told.entry.method not in FAMILY:
        return False
    return told.entry.id == _ASSAULT or FAMILY[told.entry.method].name == _BOMBS
