"""Victims as one phrase names them: "9 civilians", "a man and his two daughters", "three fighters of X and a child".

In: a row of chunks and where to look. Out: a group with its classes and counts (codebook section 3, rulings 19, 20 and 30).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.lexicon.entry import Kind, Reading
from waqai.tag.actors import LAND
from waqai.tag.chunks import Chunk, Sort
from waqai.tag.harm_charge import charged_at
from waqai.tag.harm_tail import (
    OTHER,
    TWO,
    counts,
    is_at_least,
    is_clan,
    is_no_group,
    is_people,
    is_unarmed,
    is_whole,
    lists_on,
    owner_behind,
    skip_apposition,
    skip_bracket,
    two_after,
)
from waqai.tag.numbers import NumberMention
from waqai.tag.victim_side import FORCES, SIDES
from waqai.values.count import Count

CIVILIANS: Final = "civilians"
COMBATANTS: Final = "combatants"
UNSPECIFIED: Final = "unspecified"
REACH: Final = 7
"""Chunks between a harm word and its victim."""
_FAMILY: Final = "victim.family"
_FORMER: Final = frozenset({"victim.former", "victim.former_two"})
"""They are no members of the group any more."""
_ACCUSED: Final = "victim.wanted"
_FORMER_TWO: Final = "victim.former_two"
_AGENT: Final = "victim.collaborator"
_PLAIN: Final = frozenset({"victim.person", "victim.man", "victim.youth"})
_NAME: Final = 2
"""Words of a name that nobody knows, between a victim and his kin: "his wife So-and-so and his son"."""
_NAMES: Final = 4
"""Words of a name that nobody knows, behind a harm word and before "and his brother"."""
_OF_WHOM: Final = 2
"""Unread words behind a number that say of whom they are."""
_OF: Final = 3
"""Words between a family and the number of its members: "a whole family consisting of six"."""


class Group(msgspec.Struct, frozen=True):
    """Victims in chunks ``[first, last)``: counts by class, whose members they are, and the chunks of those actors.

    ``others`` says that they are "others" beside victims told before or after; ``agents`` are the actors that stand
    between an active verb and its victims.
    """

    first: int
    last: int
    parts: tuple[tuple[str, Count], ...]
    owner: tuple[str, ...] = ()
    actors: tuple[int, ...] = ()
    others: bool = False
    agents: tuple[int, ...] = ()
    plain: bool = False
    """Whether nobody in it is called more than a person or a man."""
    state: str = ""
    """``ARMY`` or ``POLICE`` where somebody in it is called a soldier or a policeman: one of a state's own."""
    owners: tuple[str, ...] = ()
    """Ids of all whose men are in it."""
    sides: tuple[str, ...] = ()
    """``STATE``, ``GUNMEN`` and ``ATTACKERS``, as far as the words for them say so."""


class _Member(msgspec.Struct):
    """One victim or one counted class of victims, ending before chunk ``end``."""

    who: str
    count: Count
    end: int
    owner: tuple[str, ...] = ()
    actor: int = -1
    other: bool = False
    plain: bool = False
    state: str = ""
    """``ARMY`` or ``POLICE`` where it is called a soldier or a policeman."""
    side: str = ""
    itemised: bool = False
    """Whether the words behind it say again who the counted were: "3 persons, a man, a child and a woman"."""


def begins_victims(chunk: Chunk) -> bool:
    """Tell whether victims may begin with this chunk."""
    if chunk.sort is Sort.NUMBER:
        return counts(chunk.mention)
    if chunk.sort is Sort.PERSON:
        return True
    if chunk.sort is Sort.ACTOR:
        return chunk.gap <= 1 and chunk.prep not in ("علي", "ضد", "بين")
    return chunk.reading(Kind.VICTIM) is not None


def read_group(row: Sequence[Chunk], i: int, hi: int, last_who: str) -> Group | None:
    """Read "[number] victim [and victim …]" from chunk ``i``; counts of one class are added up."""
    start = i
    kin = row[i].reading(Kind.VICTIM) if i < hi else None
    members: list[_Member] = []
    if kin is not None and kin.form.suffix and row[i].joined and 0 < row[i].gap <= _NAMES:
        members.append(_Member(CIVILIANS, Count.exactly(1), i))  # whose kin it is has a name that nobody knows
    itemised = False
    while i < hi:
        if members and i > start and not _continues(row, i):
            if not lists_on(row, i, hi):
                break
            i += 1
        member = _member(row, i, hi, last_who)
        if member is None:
            break
        if not itemised:
            members.append(member)
            itemised = member.itemised
        i, last_who = member.end, member.who
        while member.owner and i < hi and row[i].sort is Sort.ACTOR and row[i].joined and is_whole(row[i]):
            i += 1  # "thirty of X and Y": one number of two owners' men
    if not members:
        return None
    summed: dict[str, Count] = {}
    for member in members:
        summed[member.who] = summed[member.who] + member.count if member.who in summed else member.count
    return Group(
        start,
        i,
        tuple(summed.items()),
        next((m.owner for m in members if m.owner), ()),
        tuple(m.actor for m in members if m.actor >= 0),
        any(m.other for m in members),
        plain=all(m.plain for m in members),
        state=next((m.state for m in members if m.state), ""),
        owners=tuple(dict.fromkeys(i for m in members for i in m.owner)),
        sides=tuple(dict.fromkeys(m.side for m in members if m.side)),
    )


def _continues(row: Sequence[Chunk], i: int) -> bool:
    chunk = row[i]
    counted = i + 1 < len(row) and chunk.sort is Sort.NUMBER and row[i + 1].gap <= 1
    kin = row[i + counted].reading(Kind.VICTIM)
    named_before = kin is not None and bool(kin.form.suffix)
    if (
        counted
        and chunk.joined
        and chunk.gap <= _OF_WHOM
        and row[i - 1].sort is Sort.NUMBER
        and _counts_members(row[i + 1])
    ):
        return True  # "six of the [so-and-so] and three members of X"
    return (
        (chunk.joined or chunk.prep == "مع")
        and chunk.gap <= (_NAME if named_before else int(counted and kin is not None)) + (chunk.prep == "مع")
        and chunk.prep in ("", "من", "مع")
        and chunk.reading(Kind.HARM) is None
        and chunk.reading(Kind.TRIGGER) is None
        and begins_victims(chunk)
    )


def _counts_members(chunk: Chunk) -> bool:
    return chunk.sort is Sort.ACTOR or chunk.reading(Kind.VICTIM) is not None


def _member(row: Sequence[Chunk], i: int, hi: int, last_who: str) -> _Member | None:
    chunk = row[i]
    if chunk.sort is Sort.NUMBER:
        assert isinstance(chunk.mention, NumberMention)
        return _counted(row, i, hi, chunk.mention.count, last_who)
    if chunk.sort is Sort.PERSON:
        role = getattr(chunk.mention, "role", "")
        who = COMBATANTS if role == "fighter" else CIVILIANS
        pair = i + 1 < hi and row[i + 1].sort is Sort.STOP and row[i + 1].linked and row[i + 1].gap <= _NAME
        return _Member(who, Count.exactly(1 + pair), skip_bracket(row, i + 1, hi))
    victim = chunk.reading(Kind.VICTIM)
    if victim is not None:
        return _named_class(row, i, hi, victim, last_who)
    if chunk.sort is Sort.ACTOR:
        ids = getattr(chunk.mention, "ids", ())
        men: str = getattr(chunk.mention, "number", "")
        count = {"sg": Count.exactly(1), "du": TWO}.get(men, Count.at_least(1))
        count, end = two_after(row, i + 1, hi, count)
        return _Member(CIVILIANS if is_unarmed(chunk) else COMBATANTS, count, end, ids, i)
    return None


def _named_class(row: Sequence[Chunk], i: int, hi: int, victim: Reading, last_who: str) -> _Member:
    """Read a class word that counts by its own form: "a child", "two fighters (dual)", "civilians"."""
    other = victim.entry.id == OTHER
    number = victim.form.number
    count = {"du": TWO, "pl": Count.at_least(1)}.get(number, Count.exactly(1))
    if victim.entry.id == _FORMER_TWO:
        count = TWO
    if victim.entry.id == _FAMILY and number != "du":
        count = Count.at_least(1)
        if i + 1 < hi and row[i + 1].prep == "من" and row[i + 1].gap <= _OF:
            members = _members_of_family(row, i + 1, hi, victim.entry.who)
            if members is not None:
                return members
    former = victim.entry.id in _FORMER
    owner, actor, end = ((), -1, i + 1) if former else owner_behind(row, i + 1, hi, victim.entry.who)
    if victim.entry.id == _AGENT and end < hi and row[end].sort is Sort.ACTOR and not row[end].gap:
        end += 1  # "an agent of |X|"
    count, end = two_after(row, end, hi, count)
    if end < hi and is_at_least(row[end]) and count.min is not None:
        count = Count.at_least(count.min)
    who = victim.entry.who if not other else COMBATANTS if actor >= 0 else last_who
    plain, state = victim.entry.id in _PLAIN, FORCES.get(victim.entry.id, "")
    side = SIDES.get(victim.entry.id, "")
    past = skip_apposition(row, end, hi)
    return _belonging(row, hi, _Member(who, count, past, owner, actor, other, plain, state, side))


def _members_of_family(row: Sequence[Chunk], i: int, hi: int, who: str) -> _Member | None:
    """Read whom a family consists of: "a family |of six|", "a family |of a father, a mother and a child|"."""
    if counts(row[i].mention):
        return _member(row, i, hi, who)
    kin = row[i].reading(Kind.VICTIM)
    group = read_group(row, i, hi, who) if kin is not None and kin.form.number != "pl" else None
    if group is None or len(group.parts) != 1:
        return None
    return _Member(group.parts[0][0], group.parts[0][1], group.last)


def _counted(row: Sequence[Chunk], i: int, hi: int, count: Count, last_who: str) -> _Member | None:
    """Read what a number counts: victims, members of an actor, "others", nobody named; nothing when it counts things."""
    j = i + 1
    if j < hi and row[j].gap <= 1 and not row[j].joined:
        chunk = row[j]
        victim = chunk.reading(Kind.VICTIM)
        if victim is not None:
            other = victim.entry.id == OTHER
            owner, actor, end = owner_behind(row, j + 1, hi)
            who = victim.entry.who if not other else COMBATANTS if actor >= 0 else last_who
            plain = victim.entry.id in _PLAIN
            past = skip_apposition(row, end, hi)
            again = any(row[k].reading(Kind.VICTIM) is not None for k in range(end, past))
            if end < hi and is_at_least(row[end]) and count.is_exact and count.min is not None:
                count = Count.at_least(count.min)
            side = SIDES.get(victim.entry.id, "")
            state = FORCES.get(victim.entry.id, "")
            return _belonging(row, hi, _Member(who, count, past, owner, actor, other, plain, state, side, again))
        if chunk.sort is Sort.ACTOR and chunk.prep in ("من", ""):
            if j + 1 < hi and is_at_least(row[j + 1]) and count.is_exact:
                count = Count.at_least(count.min or 1)
            if getattr(chunk.mention, "cls", "") in LAND or is_clan(chunk):
                return _belonging(row, hi, _Member(CIVILIANS, count, j + 1, plain=True))
            who = CIVILIANS if is_unarmed(chunk) else COMBATANTS
            return _Member(who, count, j + 1, getattr(chunk.mention, "ids", ()), j)
        harm = chunk.reading(Kind.HARM)
        if harm is not None and harm.entry.cls == "headcount":
            return _Member(harm.entry.who, count, j)
        if chunk.gap == 0 and (chunk.reading(Kind.OBJECT) is not None or chunk.reading(Kind.WEAPON) is not None):
            return None
    if j < hi and row[j].particle == "suspected" and row[j].gap <= 1:
        return _belonging(row, hi, _Member(CIVILIANS, count, j, plain=True))  # "three Syrians suspected to be X's"
    return _Member(last_who, count, j)


def _belonging(row: Sequence[Chunk], hi: int, member: _Member) -> _Member:
    """Say of persons and men whose they are: "youths of the resistance"; held as members of a group (rulings 19 and 30)."""
    if not member.plain:
        return member
    if member.end < hi and row[member.end].particle == "of_both" and row[member.end].gap <= 1:
        return msgspec.structs.replace(member, who=COMBATANTS, plain=False, end=member.end + 1)
    accused = row[member.end - 1].reading(Kind.VICTIM)
    if accused is not None and accused.entry.id == _ACCUSED:
        if member.end < hi and row[member.end].particle == "dealing":
            return member
        return msgspec.structs.replace(member, who=UNSPECIFIED, plain=False)  # "two youths |accused of| …"
    if member.actor >= 0 and is_people(row[member.actor]):
        return msgspec.structs.replace(member, owner=(), actor=-1)
    if member.actor >= 0 and row[member.actor].prep in ("", "من", "في") and not is_no_group(row[member.actor]):
        return msgspec.structs.replace(member, who=COMBATANTS, plain=False)
    charge = charged_at(row, member.end, hi)
    if charge < 0:
        return member
    group = next((k for k in range(charge + 1, min(hi, charge + 3)) if row[k].sort is Sort.ACTOR), -1)
    if group < 0:
        return msgspec.structs.replace(member, who=UNSPECIFIED, plain=False)
    ids = getattr(row[group].mention, "ids", ())
    return msgspec.structs.replace(member, who=UNSPECIFIED, owner=ids, actor=group, plain=False)
