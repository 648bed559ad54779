"""Who "of them" were: "gunmen attacked a village. The army said that it killed |twelve of them|".

In: the chunks up to a toll that a pronoun alone names. Out: the toll with the class of the people told of last.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.lexicon.entry import Kind
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import ENDS
from waqai.tag.harm.find import CIVILIANS, COMBATANTS, HURT, HarmMention
from waqai.tag.harm.meant import group_meant
from waqai.values.actor import CIVILIANS as CIVILIANS_ID
from waqai.values.actor import PROTESTERS

_OF_THEM: Final = "particle.of_them"
_PERSONS: Final = frozenset({"victim.person", "victim.nationals", "victim.man", "victim.affiliate"})
"""People of whom something else may say who they were: "persons |accused| of belonging to X"."""
_UNARMED: Final = frozenset({CIVILIANS_ID, PROTESTERS})
_FOR: Final = "ل"
_BACK: Final = 24
"""Chunks back to the people that "them" takes up."""


def with_their_class(row: Sequence[Chunk], harm: list[HarmMention]) -> list[HarmMention]:
    """Give the tolls of a clause, those of "them" with the class of those told of before."""
    harm = [replace(m, who=COMBATANTS) if _are_under_fire(row, m) else m for m in harm]
    if all(m.who for m in harm):
        return harm
    harm = _of_two(row, harm)
    return [replace(m, who=_who_before(row, m.at)) if not m.who and _are_of_them(row, m) else m for m in harm]


def _are_under_fire(row: Sequence[Chunk], told: HarmMention) -> bool:
    """Tell whether those hurt are of a force that came under fire: "|the patrol| came under fire, by which |a number of them|, two of its men were hurt"."""
    if told.kind not in HURT or told.owner or told.who == COMBATANTS:
        return False
    if not (_are_its_members(row[told.last - 1]) if told.who else _are_of_them(row, told)):
        return False
    for k in range(told.at - 1, max(1, told.at - _BACK) - 1, -1):
        if row[k].text in ENDS:
            return False
        if row[k].particle == _UNDERGO:
            fire = next((j for j in range(k + 1, min(told.at, k + _FIRE)) if row[j].prep == _FOR), told.at)
            if not _SHOTS.isdisjoint(r.entry.id for r in row[fire].readings):
                return _is_force(row[k + 1]) if fire > k + 1 else _is_force(row[k - 1]) or _raided(row, k)
    return False


def _are_its_members(chunk: Chunk) -> bool:
    """Tell whether a chunk is "its members", by a word that families use too."""
    people = chunk.reading(Kind.VICTIM)
    return people is not None and bool(people.form.suffix) and chunk.has(_MEMBERS)


def _is_force(chunk: Chunk) -> bool:
    return chunk.sort is Sort.ACTOR or Kind.FORCE in chunk.senses


def _raided(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether the act ahead of "and came under fire" is a raid, by a force: "|a patrol of X raided| a house in A and came under fire"."""
    told = next((k for k in range(at - 1, max(0, at - _BACK), -1) if row[k].entry(Kind.TRIGGER).method in _RAIDS), 0)
    return told > 0 and (_is_force(row[told - 1]) or (told + 1 < at and _is_force(row[told + 1])))


_UNDERGO: Final = "undergo"
_SHOTS: Final = frozenset({"trigger.fire", "trigger.assault", "trigger.ambush", "particle.fire_word"})
_FIRE: Final = 5
"""Chunks from "came under" to the fire: who did so."""
_MEMBERS: Final = "force.members"
_RAIDS: Final = frozenset({"raid", "air_landing", "arrest_campaign"})


def _of_two(row: Sequence[Chunk], harm: list[HarmMention]) -> list[HarmMention]:
    """Give the tolls of "one of the two" and of "the other" the class of the two told before: "two policemen came under fire, which killed |one of them|"."""
    words = tables()["one_of_two"]
    one = next((m for m in harm if not m.who and any(c.text == words["one"] for c in row[m.at + 1 : m.last + 1])), None)
    two = group_meant(row, one.at, words["pronoun"], man=True) if one is not None else None
    if one is None or two is None or not two.parts[0][0]:
        return harm
    who, state, owner, actors = two.parts[0][0], two.state, two.owner, two.actors
    return [
        replace(m, who=who, state=state, owner=owner, actors=actors)
        if m is one or (not m.who and m.at > one.at and row[m.at + 1].text == words["other"])
        else m
        for m in harm
    ]


def _are_of_them(row: Sequence[Chunk], told: HarmMention) -> bool:
    return any(chunk.has(_OF_THEM) for chunk in row[told.last - 1 : told.last + 1])


def _who_before(row: Sequence[Chunk], at: int) -> str:
    """Give the class of the last people told of as new to the text, or counted, or of a crowd; empty where there are none."""
    for k in range(at - 1, max(1, at - _BACK) - 1, -1):
        if row[k].ids and _UNARMED.issuperset(row[k].ids):
            return CIVILIANS
        if row[k].sort is Sort.ACTOR and row[k].prep == _FOR and not row[k].gap:
            return ""  # "shelled a gathering |of X's men| and killed eleven of them"
        if _are_new(row[k], row[k - 1]):
            return row[k].entry(Kind.VICTIM).who
    return ""


def _are_new(chunk: Chunk, before: Chunk) -> bool:
    """Tell whether a chunk is several people, without an owner: "17 gunmen", not "the gunmen of X", nor one who did it, "a sniper"."""
    people = chunk.reading(Kind.VICTIM)
    if people is None or people.form.suffix or not people.entry.who or people.entry.id in _PERSONS:
        return False
    if before.sort is Sort.NUMBER:
        return True
    several = people.form.number != "sg" and not chunk.text.endswith(_OF)
    return several and not people.form.definite


_OF: Final = ("ي", "و")
"""How plurals end that somebody owns: "the gunmen |of| X"."""
