"""Victims as one phrase names them: "9 civilians", "a man and his two daughters", "three fighters of X and a child".

In: a row of chunks and where to look. Out: a group with its classes and counts (codebook section 3, rulings 19, 20 and 30).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.lexicon.entry import Kind, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.company import past_between
from waqai.tag.harm.member import (
    CIVILIANS,
    COMBATANTS,
    UNSPECIFIED,
    Member,
    belonging,
    named_class,
    names_behind,
    past_names,
    says_who_two_are,
)
from waqai.tag.harm.named import by_form, is_not_counted, martyrs_of, men_counted, named, riders
from waqai.tag.harm.next import RIDERS, are_beside, continues, ends_with_one, ends_with_some, goes_along, nth_of
from waqai.tag.harm.tail import (
    OTHER,
    TWO,
    at_least,
    count_countrymen,
    counts,
    is_another_act,
    is_at_least,
    is_counted_too,
    is_countryman,
    is_his,
    is_of_group,
    is_owner_too,
    is_unarmed,
    lists_on,
    of_unit,
    owner_behind,
    says_what_kind,
    serves,
    skip_apposition,
    skip_bracket,
    two_after,
)
from waqai.tag.harm.victim_side import FORCES, SIDES
from waqai.tag.number.find import NumberMention
from waqai.values.count import Count

REACH: Final = 7
"""Chunks between a harm word and its victim."""
_THEIR_MEN: Final = frozenset({"victim.man", "victim.affiliate"})
"""Words for members of a group, when a pronoun says whose they are."""
_FAMILY: Final = "victim.family"
_FORMER: Final = frozenset({"victim.former", "victim.former_two", "victim.agent"})
"""They are no members of the group any more, or never were: they only work for it."""
_MEMBERS: Final = "force.members"
_OF_THEM: Final = "particle.of_them"
_PLAIN: Final = frozenset({"victim.person", "victim.nationals", "victim.man", "victim.youth", "victim.affiliate"})
_NAMES: Final = 4
"""Words of a name that nobody knows, behind a harm word and before "and his brother"."""
_BY: Final = "ب"
_OF: Final = 3
"""Words between a family and the number of its members: "a whole family consisting of six"."""


class Group(msgspec.Struct, frozen=True, gc=False):
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
    of_group: bool = False
    """Whether they are persons of some group, whom no word calls its fighters."""
    beside: bool = False
    """Whether they are counted beside somebody told before."""
    nth: int = 0
    """How many there are with one who is told besides, as ``HarmMention`` has it."""


def read_group(row: Sequence[Chunk], i: int, hi: int, last_who: str) -> Group | None:
    """Read "[number] victim [and victim …]" from chunk ``i``; counts of one class are added up."""
    if i < hi and is_another_act(row, i):
        return None
    start = i
    some = i + 1 < hi and row[i].sort is Sort.NUMBER and row[i + 1].prep == "من" and row[i + 1].gap <= 1
    kin = row[i + some].reading(Kind.VICTIM) if i < hi else None
    members: list[Member] = []
    if kin is not None and is_his(row[i + some]) and row[i].joined and 0 < row[i].gap <= _NAMES:
        members.append(Member(CIVILIANS, Count.exactly(1), i))  # whose kin it is has a name that nobody knows
    itemised = False
    actors: list[int] = []
    while i < hi:
        if members and i > start and not continues(row, i):
            listed = lists_on(row, i, hi) or ends_with_one(row, i, hi) or ends_with_some(row, i, hi)
            if not (listed or goes_along(row, i, hi)):
                break
            i += 1 + (not listed and row[i].sort is Sort.STOP and row[i + 1].sort is Sort.WORD)
        member = _member(row, i, hi, last_who)
        if member is None:
            break
        if not itemised:
            members.append(member)
            itemised = member.itemised
        i, last_who = member.end, member.who
        i += past_between(row, i, hi)
        while member.owner and i < hi and is_owner_too(row[i], member.count):
            member.owner += row[i].ids
            actors.append(i)
            i += 1
    if not members:
        return None
    if len(members) > 1 and not members[0].plain and members[0].end == start and members[1].who == COMBATANTS:
        members[0].who = COMBATANTS  # "So-and-so |and three of his guards|", his name unheard of
    summed: dict[str, Count] = {}
    for member in members:
        summed[member.who] = summed[member.who] + member.count if member.who in summed else member.count
    return Group(
        start,
        i,
        tuple(summed.items()),
        next((m.owner for m in members if m.owner), ()),
        (*(m.actor for m in members if m.actor >= 0), *actors),
        any(m.other for m in members),
        plain=all(m.plain for m in members),
        state=next((m.state for m in members if m.state), ""),
        owners=tuple(dict.fromkeys(i for m in members for i in m.owner)),
        sides=tuple(dict.fromkeys(m.side for m in members if m.side)),
        of_group=all(m.of_group for m in members),
        beside=are_beside(row, start, hi),
        nth=nth_of(row[start]),
    )


def _member(row: Sequence[Chunk], i: int, hi: int, last_who: str) -> Member | None:
    chunk = row[i]
    if chunk.sort is Sort.NUMBER:
        assert isinstance(chunk.mention, NumberMention)
        return _counted(row, i, hi, chunk.mention.count, last_who)
    if chunk.sort is Sort.PERSON:
        return named(row, i, hi)
    victim = chunk.reading(Kind.VICTIM)
    if victim is not None:
        return _named_class(row, i, hi, victim, last_who)
    if chunk.particle == RIDERS:
        return riders(row, i, hi, last_who)
    if chunk.sort is Sort.ACTOR:
        ids = chunk.ids
        men: str = chunk.men
        count = {"sg": Count.exactly(1), "du": TWO}.get(men, Count.at_least(1))
        if is_countryman(chunk):
            return Member(CIVILIANS, *two_after(row, i + 1, hi, count_countrymen(chunk)), plain=True)
        count = TWO if not men and chunk.text.endswith(_PAIR) else count
        if (
            not men
            and chunk.gap == 1
            and not chunk.prep
            and i + 1 < hi
            and row[i + 1].sort is Sort.PERSON
            and row[i + 1].gap <= 1
        ):
            return Member(
                COMBATANTS, Count.exactly(1), skip_bracket(row, i + 2, hi), ids, i
            )  # "the [head] of X, So-and-so"
        count, end = two_after(row, i + 1, hi, count)
        count, end = at_least(row, end, hi, count)
        return Member(CIVILIANS if is_unarmed(chunk) else COMBATANTS, count, end, ids, i)
    return None


def _named_class(row: Sequence[Chunk], i: int, hi: int, victim: Reading, last_who: str) -> Member:
    """Read a class word that counts by its own form: "a child", "two fighters (dual)", "civilians"."""
    other = victim.entry.id == OTHER
    number = victim.form.number
    count = by_form(victim, row[i].text)
    if victim.entry.id == _FAMILY and number != "du":
        count = Count.at_least(1)
        of = i + 1 + says_what_kind(row, i + 1, hi)
        bracket = of + 1 < hi and row[of].text == "(" and row[of].gap <= 1 and number != "pl"
        of += bracket  # "a whole family |(a man, his wife and three children)|"
        if of < hi and (bracket or (row[of].prep == "من" and row[of].gap <= _OF)):
            members = _members_of_family(row, of, hi, victim.entry.who)
            if members is not None:
                return members
    former = victim.entry.id in _FORMER
    owner, actor, end = ((), -1, i + 1) if former else owner_behind(row, i + 1, hi, victim.entry.who)
    end += serves(row, end, hi, victim)
    count, end = two_after(row, end, hi, count)
    if end < hi and is_at_least(row[end]) and count.min is not None:
        count = Count.at_least(count.min)
    if victim.form.definite and number in ("du", "pl") and end == i + 1:
        names, last = names_behind(row, end, hi)
        count, end = (Count.exactly(names), last) if names > 1 else (count, end)
    who = victim.entry.who if not other else COMBATANTS if is_of_group(row, actor) else last_who
    if row[i].has(_MEMBERS) and who == CIVILIANS and i + 1 < hi and row[i + 1].has(_OF_THEM) and not row[i + 1].gap:
        who = last_who  # "|members| of it", whatever it is
    plain, state = victim.entry.id in _PLAIN, FORCES.get(victim.entry.id, "")
    side = SIDES.get(victim.entry.id, "")
    past = skip_apposition(row, end, hi)
    by_name = number == "du" or (number == "pl" and count.is_exact and end > i + 1)
    past = past_names(row, end, past, hi) if by_name else past
    if who == COMBATANTS and not owner and not former:
        owner, actor, past = of_unit(row, past, hi)
        if not owner and row[past - 1].sort is Sort.PERSON:
            _, owner, actor = named_class(row, past, hi)  # "the captain So-and-so, |one of the officers of X|"
    again = (number == "du" or count == TWO) and past < hi and says_who_two_are(row[past])
    return belonging(row, hi, Member(who, count, past + again, owner, actor, other, plain, state, side, itemised=again))


_THINGS: Final = frozenset({Kind.OBJECT, Kind.WEAPON, Kind.FORCE})
"""What a number counts that is nobody: positions, rockets, units."""


_PAIR: Final = "يان"
"""Ending of two men of an actor: "two Houthis"."""


def _members_of_family(row: Sequence[Chunk], i: int, hi: int, who: str) -> Member | None:
    """Read whom a family consists of: "a family |of six|", "a family |of a father, a mother and a child|"."""
    if counts(row[i].mention):
        return _member(row, i, hi, who)
    kin = row[i].reading(Kind.VICTIM)
    group = read_group(row, i, hi, who) if kin is not None and kin.form.number != "pl" else None
    if group is None or len(group.parts) != 1:
        return None
    return Member(group.parts[0][0], group.parts[0][1], group.last)


def _counted(row: Sequence[Chunk], i: int, hi: int, count: Count, last_who: str) -> Member | None:
    """Read what a number counts: victims, members of an actor, "others", nobody named; nothing when it counts things."""
    j = i + 1
    if j + 1 < hi and not row[j].gap and is_at_least(row[j]) and row[j + 1].prep == "من":
        count, j = Count.at_least(count.min or 1), j + 1  # "19 |at least| of the fighters of X"
    j += j + 1 < hi and row[j].gap <= 1 and row[j].entry(Kind.OBJECT).cls == "ranks"  # "seven |in the ranks of| X"
    if j < hi and row[j].gap <= 1 and not row[j].joined:
        chunk = row[j]
        victim = chunk.reading(Kind.VICTIM)
        if victim is not None and is_not_counted(chunk, victim, count):
            return Member(last_who, count, j)  # "five, [they are] |a mother| and four children"
        if victim is not None:
            other = victim.entry.id == OTHER
            others = chunk.has(_MEMBERS) and j + 1 < hi and row[j + 1].has(OTHER) and not row[j + 1].gap
            owner, actor, end = owner_behind(row, j + 1 + others, hi)
            end += serves(row, end, hi, victim)
            who = victim.entry.who if not other else COMBATANTS if is_of_group(row, actor) else last_who
            if others and who == CIVILIANS:
                who = (
                    COMBATANTS if is_of_group(row, actor) else last_who or who
                )  # "three other |members| [of the army]"
            plain = victim.entry.id in _PLAIN
            theirs = victim.entry.id in _THEIR_MEN and victim.form.number == "pl" and bool(victim.form.suffix)
            if theirs and chunk.prep == "من":
                who, plain = COMBATANTS, False  # "two |of our men|"
            past = past_names(row, end, skip_apposition(row, end, hi), hi)
            again = any(row[k].reading(Kind.VICTIM) is not None for k in range(end, past))
            past += is_counted_too(row, past, hi, count, victim)
            if end < hi and is_at_least(row[end]) and count.is_exact and count.min is not None:
                count = Count.at_least(count.min)
            side = SIDES.get(victim.entry.id, "")
            state = FORCES.get(victim.entry.id, "")
            return belonging(row, hi, Member(who, count, past, owner, actor, other, plain, state, side, theirs, again))
        if chunk.sort is Sort.ACTOR and chunk.prep in ("من", ""):
            return men_counted(row, j, hi, count)
        harm = chunk.reading(Kind.HARM)
        if harm is not None and harm.entry.cls == "headcount":
            return martyrs_of(row, j, hi, count, harm)
        if (
            chunk.gap == 0 and chunk.prep != _BY and _THINGS & chunk.senses.keys() and chunk.particle != "agent"
        ):  # "three |by the gunfire of|", "two |by shells|"
            by_it = chunk.particle == "agent" and row[i].text.startswith("ال")  # "|the dozens|, by the gunfire of"
            return Member(last_who, count, j) if by_it else None
    if j < hi and row[j].particle == "grounds" and row[j].prep == "من" and row[j].gap <= 1:
        return Member(UNSPECIFIED, count, j + 1)  # "nine |of the suspects|"
    if j < hi and row[j].particle == "suspected" and row[j].gap <= 1:
        return belonging(row, hi, Member(CIVILIANS, count, j, plain=True))  # "three Syrians suspected to be X's"
    native = last_who == COMBATANTS and j < hi and getattr(row[j].mention, "relation", "") == "from"
    return Member(CIVILIANS if native else last_who, count, j)  # "six soldiers and three |of the sons of| A"
