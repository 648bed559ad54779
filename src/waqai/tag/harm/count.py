"""Nouns that count their own victims: "3 dead", "two wounded (dual)", "dead and wounded", "25 dead of X and six of Y".

In: a row of chunks and the chunk of the noun. Out: rows of a toll.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.lexicon.entry import Kind, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.besides import also_of, one_besides, sides_named
from waqai.tag.harm.group import Group, read_group
from waqai.tag.harm.member import CIVILIANS, COMBATANTS, UNSPECIFIED
from waqai.tag.harm.mention import HarmMention
from waqai.tag.harm.names import martyrs_beneath, names_after, names_beneath
from waqai.tag.harm.next import NATIONALS
from waqai.tag.harm.tail import OTHER, adds_to_number, counts, is_at_least, is_unarmed, says_country
from waqai.tag.harm.tally import (
    BODIES,
    RISES,
    are_mourned,
    are_of_counted,
    fell_victim,
    is_whole_of_some,
    number_of_some,
    out_of,
    tally,
)
from waqai.tag.harm.victim_side import ATTACKERS, HIT, force_of
from waqai.tag.harm.whose import are_told_again, is_of_actor_before, is_one_fallen
from waqai.tag.number.find import NumberMention
from waqai.values.actor import UNKNOWN
from waqai.values.count import Count

_CASUALTIES = "harm.casualties"
_FALL = "trigger.fall"
_DETAINED = "detained"
_WOUNDED = "wounded"
_ATTACKERS = "victim.attacker"


def headcount(
    row: Sequence[Chunk], at: int, reading: Reading, after: int, lo: int, hi: int, shared: int
) -> list[HarmMention]:
    """Read nouns that count their own victims: "3 dead", "two wounded (dual)", "dead and wounded"."""
    number = _number_before(row, at, lo) or (
        _number_before(row, after - shared, lo) if shared > 1 and at > lo else None
    )
    form, kind = reading.form, reading.entry.harm
    if reading.entry.id == _CASUALTIES and form.number == "sg" and (fell := fell_victim(row, at, lo, number)):
        return [HarmMention(at, fell.first, after, kind, w, n, fell.owner, actors=fell.actors) for w, n in fell.parts]
    if number is None and reading.entry.id in BODIES and (bodies := _of_bodies(row, at, after, hi, kind)):
        return bodies
    again = are_told_again(row, at, after, reading) or (kind == _DETAINED and form.number == "sg")
    if number is None and (again or are_of_counted(row, at)):
        return []  # "took the school for |a prison|", "|the captives| are well"
    after += shared == 1 and after < hi and adds_to_number(row[after], form.number, counted=number is not None)
    told = _told_of(row, at - (number is not None), after, lo, hi, "" if number is not None else form.number)
    if told.first < at and number is None:
        number = _number_before(row, told.first, lo)  # "|three| civilians fell dead"
    of_them = number_of_some(row, at, lo) if number is None and form.number == "pl" and not form.definite else None
    some = number is None and of_them is None and form.number == "pl"
    if some and (is_whole_of_some(row, at, lo) or are_mourned(row, at, lo)):
        return []
    count = _count(number or of_them, form.number, shared, martyrs_beneath(row, at))
    if form.number == "sg" and after < hi and is_at_least(row[after]) and count.is_exact:
        count = Count.at_least(count.min or 1)
    if number is not None and shared == 1:
        count, told = _with_more(row, hi, count, told)
        if kind == _WOUNDED and (whole := out_of(row, after, hi)) is not None:
            count, told = whole[0], msgspec.structs.replace(told, last=whole[1])
    rises = row[at].prep == "ل" or (at > lo and row[at - 1].particle in RISES)
    rising = tally(row, at, told.last if rises else after, lo, hi) if some and (rises or not told.actors) else None
    if rising is not None:
        count = share(_passed(row, at, lo, rising[0]), shared > 1)
        told = msgspec.structs.replace(told, last=max(told.last, rising[1]))
    elif some and shared == 1 and not told.actors and (listed := names_beneath(row, after)) is not None:
        count, who = listed.parts[0][1], told.who or (CIVILIANS if kind == _DETAINED else "")
        told = msgspec.structs.replace(told, who=who, last=max(told.last, min(listed.last, hi)))
    elif some and form.definite and not form.suffix and not told.who and shared == 1:
        names = names_after(row, after, hi)
        if names is None:
            return []
        count, told = names[1], msgspec.structs.replace(told, who=names[0], last=names[2])
    some = some and rising is None
    if some and form.suffix and shared == 1 and not told.actors:
        return []  # "the families of |its dead|"
    if some and reading.entry.id == _CASUALTIES and _are_of_doer(row, after, hi):
        told = msgspec.structs.replace(told, who="", owner=(), actors=())
    fought = _in_ranks(row, at, after, lo, hi) or _inflicted(row, told.first, lo)
    who = reading.entry.who or told.who or (COMBATANTS if fought else "")
    last = max(told.last, at + 1)
    loss = some and shared == 1 and not count.is_exact and reading.entry.id == _CASUALTIES
    whose = {"sides": sides_named(row, after, told.last), "state": _served(row, reading, after, hi)}
    rest = {"actors": told.actors, "owners": told.owner, "undescribed": loss, **whose}
    mention = HarmMention(at, told.first, last, kind, who, count, told.owner, **rest)  # type: ignore[arg-type]
    counted = number is not None or (form.number == "du" and after < hi and row[after].prep == "من")
    if counted and shared == 1 and told.who and (more := one_besides(row, last, hi)) is not None:
        return _with_others(mention, more)
    also = also_of(row, told.last, hi, told.who) if some else ""
    return [mention, msgspec.structs.replace(mention, who=also, last=last + 1)] if also else [mention]


def _served(row: Sequence[Chunk], reading: Reading, after: int, hi: int) -> str:
    """Give the kind of force whose men's bodies are told of: "the bodies of |policemen|"; empty where none is."""
    return force_of(row, after, hi) if reading.entry.id in BODIES else ""


def _with_others(mention: HarmMention, more: Group) -> list[HarmMention]:
    """Give a number and those who died beside it, a row for each class; of one class and nobody's they are counted on: "25 dead of X |and 13 rebels|"."""
    if len(more.parts) == 1 and more.parts[0][0] == mention.who and not more.owner:
        return [msgspec.structs.replace(mention, count=mention.count + more.parts[0][1], last=more.last)]
    theirs = {"owner": more.owner, "owners": more.owners, "actors": more.actors, "sides": more.sides}
    return [
        mention,
        *(msgspec.structs.replace(mention, who=w, count=n, last=more.last, **theirs) for w, n in more.parts),
    ]


def _passed(row: Sequence[Chunk], at: int, lo: int, count: Count) -> Count:
    """Take a number that the dead are said to have passed for the least: "the number of the dead |passed| 40"."""
    return Count.at_least(count.min or 1) if at > lo and row[at - 1].particle == "exceeds" else count


def _are_of_doer(row: Sequence[Chunk], after: int, hi: int) -> bool:
    """Tell whether victims are called after whoever made them so: "the victims |of X|"."""
    return after < hi and row[after].sort is Sort.ACTOR and not (row[after].prep or row[after].gap or row[after].joined)


class _Told(msgspec.Struct, frozen=True, gc=False):
    """Who the counted are, whose men and by which chunks of actors, in chunks ``[first, last)``."""

    who: str
    owner: tuple[str, ...]
    actors: tuple[int, ...]
    first: int
    last: int


def _told_of(row: Sequence[Chunk], first: int, after: int, lo: int, hi: int, number: str) -> _Told:
    """Read who the counted are from the words behind them, else from those before them; ``number`` of a noun without one."""
    fell = after < hi and row[after].has(_FALL) and not row[after].joined and row[after].gap <= 0
    who, owner, actor, last = qualifier(row, after + fell, hi)  # "four dead |who fell| in the ranks of X"
    if who or actor >= 0:
        return _Told(who, owner, (actor,) if actor >= 0 else (), first, last)
    if is_of_actor_before(row, first, lo) or (number == "sg" and is_one_fallen(row, first, lo)):
        return _Told(COMBATANTS, row[first - 1].ids, (first - 1,), first, last)
    if number and first > lo and not (row[first].gap > 1 or row[first].joined or row[first].prep):
        land = row[first - 1].is_land or row[first - 1].has(NATIONALS)
        men = first - 1 - (first - 1 > lo and land and not (row[first - 1].gap or counts(row[first - 2].mention)))
        before = row[men].reading(Kind.VICTIM)  # "two civilians fell |dead|", "12 persons fell |dead|"
        counted = number == "pl" and men > lo and not row[men].gap and counts(row[men - 1].mention)
        if before is not None and before.entry.id != OTHER and (before.form.number == number or counted):
            return _Told(before.entry.who, (), (), men, last)
    return _Told("", (), (), first, last)


def _count(number: NumberMention | None, form: str, shared: int, lines: int) -> Count:
    """Count by the ``lines`` that name one each, else by the number before a noun, else by the form of the noun."""
    if lines > 1:
        return Count.exactly(lines)
    if number is not None:
        return share(number.count, shared > 1)
    return {"du": Count.exactly(2), "pl": Count.at_least(1)}.get(form, Count.exactly(1))


def _with_more(row: Sequence[Chunk], hi: int, count: Count, told: _Told) -> tuple[Count, _Told]:
    """Count on the dead of others told behind: "25 dead of X |and six of Y|"."""
    owner, actors, last = told.owner, told.actors, told.last
    while _adds_men(row, last, hi, some=bool(actors)):
        more = row[last].mention
        count = count + more.count if isinstance(more, NumberMention) else count
        owner = (*owner, *row[last + 1].ids)
        actors = (*actors, last + 1) if row[last + 1].sort is Sort.ACTOR else actors
        last += 2
    return count, _Told(told.who, owner, actors, told.first, last)


def _of_bodies(row: Sequence[Chunk], at: int, after: int, hi: int, kind: str) -> list[HarmMention]:
    """Read whose the bodies are: "the bodies of |13 persons|"."""
    if after >= hi or row[after].gap or row[after].joined or not counts(row[after].mention):
        return []
    group = read_group(row, after, hi, "")
    parts = group.parts if group is not None else ()
    if group is None or group.owner == (UNKNOWN,):  # "of men whom nobody knows" are no group's
        return [HarmMention(at, at, group.last, kind, "", count) for _, count in parts if group is not None]
    rest = {"actors": group.actors, "owners": group.owners, "state": group.state}
    return [HarmMention(at, at, group.last, kind, w, n, group.owner, **rest) for w, n in parts]  # type: ignore[arg-type]


def with_side(row: Sequence[Chunk], m: HarmMention, lo: int) -> HarmMention:
    """Say of counted dead that they are those whom a side inflicted on another, or the attackers."""
    if m.who != COMBATANTS or m.owner:
        return m
    if m.last - 1 > m.at and row[m.last - 1].has(_ATTACKERS):
        return msgspec.structs.replace(m, sides=(ATTACKERS,))
    return msgspec.structs.replace(m, sides=(HIT,)) if _inflicted(row, m.first, lo) else m


def _inflicted(row: Sequence[Chunk], first: int, lo: int) -> bool:
    """Tell whether the dead are losses that one side inflicted on another: "|inflicted on| it losses that reached 80 dead"."""
    return any(row[k].particle == "inflicts" for k in range(max(lo, first - _LOSSES), first))


_LOSSES: Final = 6
"""Chunks between "inflicted" and the dead."""


def _in_ranks(row: Sequence[Chunk], at: int, after: int, lo: int, hi: int) -> bool:
    """Tell whether the dead are "in the ranks" of men whom a pronoun means: they are fighters."""
    return any(
        (r := row[k].reading(Kind.OBJECT)) is not None and r.entry.cls == "ranks" and bool(r.form.suffix)
        for k in (*range(max(lo, at - 3), at), *range(after, min(hi, after + 2)))
    )


def _adds_men(row: Sequence[Chunk], i: int, hi: int, *, some: bool) -> bool:
    """Tell whether more dead of another side are counted on: "25 dead of X and six of Y", of a people nobody knows and "of" others."""
    if i + 1 >= hi or not row[i].joined or not counts(row[i].mention):
        return False
    of = row[i + 1].sort is Sort.ACTOR or (not some and row[i + 1].reading(Kind.VICTIM) is not None)
    return of and row[i].gap <= (0 if some else _OF) and row[i + 1].prep == "من" and row[i + 1].gap <= 1


_OF: Final = 2
"""Words of "of" and a people that nobody knows."""


def _number_before(row: Sequence[Chunk], at: int, lo: int) -> NumberMention | None:
    if at - 1 < lo or row[at].gap > 0 or row[at].joined:
        return None
    mention = row[at - 1].mention
    return mention if isinstance(mention, NumberMention) and counts(mention) else None


def qualifier(row: Sequence[Chunk], i: int, hi: int) -> tuple[str, tuple[str, ...], int, int]:
    """Read what follows a head count: "(from|among) the civilians", "of the forces of X"."""
    if i >= hi or row[i].gap > 1 or row[i].joined:
        return "", (), -1, i
    if row[i].entry(Kind.OBJECT).cls == "ranks" and i + 1 < hi and row[i + 1].gap <= 1:
        i += 1
    if row[i].particle == "subset" and i + 1 < hi:
        return (UNSPECIFIED, (), -1, i) if row[i + 1].entry(Kind.VICTIM).who == COMBATANTS else ("", (), -1, i)
    if row[i].particle == "of_both":
        return COMBATANTS, (), -1, i + 1
    victim = row[i].reading(Kind.VICTIM)
    if victim is not None and victim.entry.id != OTHER:
        if i + 1 < hi and row[i + 1].sort is Sort.ACTOR and row[i + 1].gap <= 1 and not row[i + 1].joined:
            return victim.entry.who, row[i + 1].ids, i + 1, i + 1
        return victim.entry.who, (), -1, i + 1
    if row[i].sort is Sort.ACTOR and row[i].prep in ("من", "ل", "في", "ب", "") and not _is_of_a_land(row[i]):
        return CIVILIANS if is_unarmed(row[i]) else COMBATANTS, row[i].ids, i, i + 1
    force = row[i].reading(Kind.FORCE)
    if force is not None and force.form.definite and row[i].prep == "من" and victim is None:
        return COMBATANTS, (), -1, i + 1  # "two dead |of the security forces|", whose nobody says
    return "", (), -1, i


def _is_of_a_land(chunk: Chunk) -> bool:
    """Tell whether a people's adjective goes with a word that nobody knows: "the dead of the [north] |Syrian|" are no army's."""
    return says_country(chunk) and not (chunk.prep or chunk.men)


def share(count: Count, shared: bool) -> Count:
    """Split one number over two kinds of harm: "12 dead and wounded" → 1 to 12 of each (ruling 20)."""
    if not shared or count.min is None or count.min <= 1:
        return count
    return Count(1, count.max)
