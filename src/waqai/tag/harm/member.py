"""One victim or one counted class of victims, and what the words behind it say of who they are (rulings 19 and 30).

In: a row of chunks and a member read so far. Out: the member, with its class.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import HE_IS
from waqai.tag.harm.charge import charged_at
from waqai.tag.harm.tail import OTHER, is_at_least, is_no_group, is_people, is_unarmed, skip_bracket
from waqai.tag.number.label import NumberClass
from waqai.values.count import Count

CIVILIANS: Final = "civilians"
COMBATANTS: Final = "combatants"
UNSPECIFIED: Final = "unspecified"
_ONE: Final = Count.exactly(1)
_ACCUSED: Final = "victim.wanted"
_CITIZEN: Final = "victim.citizen"
"""Held on a charge he is a person like any other."""


class Member(msgspec.Struct):
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
    of_group: bool = False
    """Whether it is a person or a man of some group, whom no word calls its fighter."""
    itemised: bool = False
    """Whether the words behind it say again who the counted were: "3 persons, a man, a child and a woman"."""


def belonging(row: Sequence[Chunk], hi: int, member: Member) -> Member:
    """Say of persons and men whose they are: "youths of the resistance"; held as members of a group (rulings 19 and 30)."""
    if member.who == COMBATANTS and not member.owner and (end := _past_rescuers(row, member.end, hi)) > member.end:
        return msgspec.structs.replace(member, who=CIVILIANS, end=end)
    accused = row[member.end - 1].entry(Kind.VICTIM).id == _CITIZEN and charged_at(row, member.end, hi) >= 0
    if not member.plain and not accused:
        return member
    if _are_mostly_fighters(row, member.end, hi):
        return msgspec.structs.replace(member, who=UNSPECIFIED, plain=False)
    if member.count == _ONE and member.actor < 0:
        called, owner, actor = named_class(row, member.end, hi)
        if actor >= 0:  # "a youth, |one of the men of X|"
            return msgspec.structs.replace(member, who=called, owner=owner, actor=actor, plain=False)
    if member.end < hi and row[member.end].particle == "of_both" and row[member.end].gap <= 1:
        return msgspec.structs.replace(member, who=COMBATANTS, plain=False, end=member.end + 1)
    if _are_of_force(row, member.end, hi):
        return msgspec.structs.replace(member, who=COMBATANTS, plain=False)  # "five |men of the army|"
    if row[member.end - 1].entry(Kind.VICTIM).id == _ACCUSED:
        if member.end < hi and row[member.end].particle == "dealing":
            return member
        return msgspec.structs.replace(member, who=UNSPECIFIED, plain=False)  # "two youths |accused of| …"
    if member.actor >= 0 and is_unarmed(row[member.actor]):
        return member  # "four persons |of the protesters|"
    if member.actor >= 0 and is_people(row[member.actor]):
        return msgspec.structs.replace(member, owner=(), actor=-1)
    if member.actor >= 0 and row[member.actor].prep in ("", "من", "في") and not is_no_group(row[member.actor]):
        return msgspec.structs.replace(member, who=COMBATANTS, plain=False, of_group=True)
    if member.end < hi and row[member.end].gap <= 1 and row[member.end].has(_BELT):
        return msgspec.structs.replace(member, who=COMBATANTS, plain=False)  # "eight persons |with explosive belts|"
    if (who := class_in_attempt(row, member.end, hi)) is not None:
        return msgspec.structs.replace(member, who=who, plain=False)
    charge = charged_at(row, member.end, hi)
    if charge < 0:
        return member
    group = next((k for k in range(charge + 1, min(hi, charge + 3)) if row[k].sort is Sort.ACTOR), -1)
    if group < 0:
        return msgspec.structs.replace(member, who=UNSPECIFIED, plain=False)
    ids = row[group].ids
    return msgspec.structs.replace(member, who=UNSPECIFIED, owner=ids, actor=group, plain=False)


def _past_rescuers(row: Sequence[Chunk], i: int, hi: int) -> int:
    """Step over the rescue service whose members they are, which bears no arms: "three members |[of the teams] of the civil defence|"."""
    if i >= hi or not row[i - 1].has(_MEMBERS) or row[i].joined or row[i].prep not in _OF_THE or row[i].gap > _TEAM:
        return i
    at = i + (row[i].has(_TEAMS) and i + 1 < hi and not row[i + 1].gap)
    return at + 1 if row[at].has(_UNARMED) or row[at].particle == _RESCUE else i


_UNARMED: Final = "source.name.monitor"
_RESCUE: Final = "rescue_service"
_TEAMS: Final = "force.forces"
_TEAM: Final = 2
"""Words of "of" and a team that nobody knows."""
_OF_THE: Final = frozenset({"", "من", "في", "ب", "ل"})


def _are_of_force(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether men are called those of a force right behind: "the men |of the army|", and not the members of a party."""
    i -= row[i - 1].reading(Kind.VICTIM) is None  # the force may have been stepped over
    if i >= hi or row[i].joined or row[i].sort is not Sort.WORD or (force := row[i].reading(Kind.FORCE)) is None:
        return False
    if not force.form.definite or row[i].reading(Kind.VICTIM) is not None:
        return False
    men = row[i - 1]
    if row[i].prep == _FROM and row[i].gap <= 1 and men.has(_PERSON):
        return True  # "five persons |of the forces|"
    return not (row[i].gap or row[i].prep) and men.has(_MEMBERS) and men.entry(Kind.VICTIM).id != _AFFILIATE


_MEMBERS: Final = "force.members"
_PERSON: Final = "victim.person"
_AFFILIATE: Final = "victim.affiliate"


def _are_mostly_fighters(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether persons are said to be mostly fighters: they are of both classes."""
    i += i < hi and is_at_least(row[i])
    i += i < hi and row[i].sort is Sort.STOP and row[i].text == ","
    if i + 1 >= hi or not row[i].has(_MOST) or row[i].joined or row[i + 1].gap > _BIG_MOST:
        return False
    return row[i + 1].sort is Sort.ACTOR or row[i + 1].entry(Kind.VICTIM).who == COMBATANTS


_HERS: Final = "particle.attempt.hers"


def class_in_attempt(row: Sequence[Chunk], i: int, hi: int) -> str | None:
    """Give the class of persons who died in an attempt of their own: "while they tried |to attack|", "while they tried |to plant a bomb|"."""
    for k in range(i, min(hi - 1, i + _ATTEMPT)):
        if row[k].particle == "attempt" and not row[k].has(_HERS):
            return _class_by_deed(row, k + 1, hi)
        if row[k].sort is Sort.STOP:
            return None
    return None


def _class_by_deed(row: Sequence[Chunk], k: int, hi: int) -> str | None:
    """Give the class of those whose attempt, told at ``k``, has an attack or a weapon for its object."""
    k = next((j for j in range(k, hi) if row[j].sort not in (Sort.DATE, Sort.NUMBER)), hi)
    if k == hi or row[k].prep or row[k].joined or row[k].particle == "agent" or row[k].gap > _OF_DEED:
        return None
    told = [r.entry for r in row[k].readings if r.entry.kind in (Kind.WEAPON, Kind.TRIGGER)]
    if any(entry.id == "trigger.assault" for entry in told):
        return COMBATANTS
    return UNSPECIFIED if told and not any(entry.method == "interception" for entry in told) else None


_OF_DEED: Final = 2
"""Words between an attempt and its object: "tried |to carry out an act of| stabbing"."""
_ATTEMPT: Final = 5
"""Chunks between persons and what they tried."""
_BELT: Final = "weapon.belt"
_MOST: Final = "particle.subset_most"
_BIG_MOST: Final = 2
"""Words of "the |great| majority |of|"."""


def named_class(row: Sequence[Chunk], i: int, hi: int) -> tuple[str, tuple[str, ...], int]:
    """Give the class of a named person by the words behind his name, and whose man he is: "So-and-so, |one of the leaders of X|", "So-and-so (a commander)", "So-and-so |commander of| X"."""
    home = _past_home(row, i, hi)
    if home > i and home < hi and row[home].joined and row[home].number_cls == NumberClass.ONE_OF:
        return _one_of_side(row, home, hi)
    k = i = home
    while k < min(hi, i + _STOPS) and row[k].sort is Sort.STOP and row[k].text in ",(-)":
        k += 1
    if (actor := _man_of(row, k, hi, apart=k > i)) >= 0:
        return COMBATANTS, row[actor].ids, actor
    one_of = k < hi and row[k].number_cls == NumberClass.ONE_OF and not row[k].joined
    k += one_of
    leads = (
        k + 1 < hi and row[k + 1].sort is Sort.ACTOR and not (row[k + 1].gap or row[k + 1].prep or row[k + 1].joined)
    )
    leads = leads and not (is_no_group(row[k + 1]) or is_people(row[k + 1]))
    he_is = k < hi and row[k].itself == HE_IS
    if k >= hi or row[k].joined or row[k].prep or row[k].gap > (k > i or leads or he_is):
        return _NOBODYS
    if one_of and row[k].sort is Sort.ACTOR:
        return _NOBODYS if is_no_group(row[k]) or is_people(row[k]) else (COMBATANTS, row[k].ids, k)
    who = row[k].reading(Kind.VICTIM)
    if who is None or who.entry.who != COMBATANTS or not (one_of or who.form.number == "sg"):
        return _NOBODYS
    if leads:
        return COMBATANTS, row[k + 1].ids, k + 1
    return (COMBATANTS, (), -1) if k > i or he_is or who.form.definite else _NOBODYS


def _past_home(row: Sequence[Chunk], i: int, hi: int) -> int:
    """Step over from where somebody is, behind his name: "So-and-so |of the town of A|, and he is a fighter in X"."""
    if i + 1 >= hi or row[i].sort is not Sort.PLACE or row[i].joined or row[i].gap > _FROM_THERE:
        return i
    from_it = row[i].prep == _FROM or row[i].text in _NATIVE
    behind = row[i + 1 + (row[i + 1].text == ",")] if i + 2 < hi else row[i + 1]
    told = behind.itself == HE_IS or behind.particle == _MAN_OF or behind.number_cls == NumberClass.ONE_OF
    return i + 1 if from_it and told else i


def _one_of_side(row: Sequence[Chunk], k: int, hi: int) -> tuple[str, tuple[str, ...], int]:
    """Read whose man he also is: "So-and-so of A |and one of the men of X|"."""
    if k + 1 >= hi or row[k + 1].sort is not Sort.ACTOR or row[k + 1].gap or row[k + 1].prep:
        return _NOBODYS
    side = row[k + 1]
    unarmed = is_no_group(side) or is_people(side) or is_unarmed(side)
    return _NOBODYS if unarmed else (COMBATANTS, side.ids, k + 1)


_FROM: Final = "من"
_NATIVE: Final = frozenset({"من", "المنحدر", "ابن", "ينحدر", "منحدر"})
"""How the phrase of a place begins that says where somebody is from."""
_FROM_THERE: Final = 2
"""Words of "coming from"."""


def _man_of(row: Sequence[Chunk], k: int, hi: int, *, apart: bool) -> int:
    """Find the armed side of which words behind a name, or the comma behind it, make its bearer a man: "So-and-so, |and he is a fighter in X|", "|who held the post of| an official in X"; -1 where there is none."""
    if k >= hi or (row[k].joined and row[k].particle != _MAN_OF):
        return -1
    if row[k].sort is Sort.ACTOR and row[k].text in _MEN and row[k].prep == _FROM and row[k].gap <= 1:
        return -1 if is_unarmed(row[k]) or is_no_group(row[k]) else k  # "So-and-so |of the men of X|"
    if row[k].sort is Sort.ACTOR and row[k].men == "sg" and not row[k].prep and not is_unarmed(row[k]):
        he_is = row[k].gap == 1 and row[k].itself == HE_IS
        return k if he_is or (apart and not row[k].gap) else -1
    if row[k].particle != _MAN_OF or row[k].gap > 1:
        return -1
    end = next((j for j in range(k + 1, min(hi, k + _POST)) if row[j].sort is Sort.STOP), min(hi, k + _POST))
    sides = [j for j in range(k + 1, end) if row[j].sort is Sort.ACTOR]
    side = next((j for j in sides if row[j].prep == _IN), sides[0] if sides else -1)
    no_side = side < 0 or is_unarmed(row[side]) or is_no_group(row[side]) or is_people(row[side])
    return -1 if no_side else side


_IN: Final = "في"
_MEN: Final = frozenset({"عناصر", "مقاتلي", "افراد", "مرتبات", "منتسبي", "مسلحي", "ضباط", "قاده", "قيادات"})
"""How the phrase of a side begins that means its men."""
_MAN_OF: Final = "man_of"
_POST: Final = 4
"""Chunks from "held the post of" to whose post it was: "an official |of security| in X"."""
_NOBODYS: Final[tuple[str, tuple[str, ...], int]] = ("", (), -1)
_STOPS: Final = 2
"""Marks between a name and what says who he is: "(So-and-so)|, |one of …"."""


def names_behind(row: Sequence[Chunk], i: int, hi: int) -> tuple[int, int]:
    """Count the names right behind "the two civilians", "the citizens": "So-and-so and So-and-so"; with the chunk behind them."""
    if i < hi and row[i].text == "(" and row[i].sort is Sort.STOP:
        return _names_in_bracket(row, i, hi)
    found, last = 0, i
    while (
        i < hi and row[i].sort is Sort.PERSON and row[i].gap <= 1 and not row[i].prep and row[i].joined == (found > 0)
    ):
        found += 1
        last = i = skip_bracket(row, i + 1, hi)
        i += i + 1 < hi and row[i].sort is Sort.STOP and row[i].text == "," and row[i + 1].joined
    return found, last


def _names_in_bracket(row: Sequence[Chunk], i: int, hi: int) -> tuple[int, int]:
    """Count the names between brackets, with dashes or commas between them, those that nobody knows too: "the civilians |(A - B - C)|"."""
    close = next((k for k in range(i + 1, min(hi, i + _NAMES)) if row[k].text == ")"), i)
    inside = row[i + 1 : close]
    if not inside or any(chunk.sort not in (Sort.PERSON, Sort.STOP) for chunk in inside):
        return 0, i
    marks = sum(chunk.sort is Sort.STOP or chunk.joined for chunk in inside)
    return (marks + 1, close + 1) if any(chunk.sort is Sort.PERSON for chunk in inside) else (0, i)


_NAMES: Final = 24
"""Chunks of names in one bracket."""


def past_names(row: Sequence[Chunk], i: int, past: int, hi: int) -> int:
    """Step over the names of people who were counted, where what says who they are ends at ``past``: "two children, they are |A (6) and B|"."""
    named = next((k for k in range(i, past) if row[k].sort is Sort.PERSON), past)
    return max(past, names_behind(row, named, hi)[1]) if named < past else past


def says_who_two_are(chunk: Chunk) -> bool:
    """Tell whether a chunk says who two counted persons are: "two civilians, [they are] |a father| and his son"."""
    victim = chunk.reading(Kind.VICTIM)
    if victim is not None and chunk.joined and victim.form.suffix and chunk.gap == _THEY_ARE:
        return True  # of a father whom no lexicon knows
    return (
        victim is not None
        and victim.form.number == "sg"
        and not (chunk.joined or chunk.prep)
        and chunk.gap <= 1
        and victim.entry.id != OTHER
    )


_THEY_ARE: Final = 2
"""Words of "they are" and the first of two."""
