"""Nouns that count their own victims: "3 dead", "two wounded (dual)", "dead and wounded", "25 dead of X and six of Y".

In: a row of chunks and the chunk of the noun. Out: rows of a toll.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from waqai.lexicon.entry import Kind, Reading
from waqai.tag.chunks import Chunk, Sort
from waqai.tag.harm_group import CIVILIANS, COMBATANTS, UNSPECIFIED, read_group
from waqai.tag.harm_tail import OTHER, counts
from waqai.tag.harm_tally import tally
from waqai.tag.numbers import NumberMention
from waqai.values.count import Count


class HarmMention(msgspec.Struct, frozen=True):
    """One row of a toll in chunks ``[first, last)`` of the row; ``at`` is the chunk of the harm word.

    ``who`` is empty when the words do not say; ``owner`` are the actor ids whose members were hit, ``actors`` the chunks
    that name them, ``agents`` the chunks of those who did it. ``others`` are counted beside victims told elsewhere;
    ``meant`` victims are told by a pronoun only.
    """

    at: int
    first: int
    last: int
    kind: str
    who: str
    count: Count
    owner: tuple[str, ...] = ()
    active: bool = False
    actors: tuple[int, ...] = ()
    agents: tuple[int, ...] = ()
    others: bool = False
    meant: bool = False
    plain: bool = False
    """Whether the victims are only called persons or men: another account may say who they were."""
    state: str = ""
    """``ARMY`` or ``POLICE`` (``victim_side``) where they are called soldiers or policemen, whoever's."""
    owners: tuple[str, ...] = ()
    """Ids of all whose men are among them."""
    sides: tuple[str, ...] = ()
    """``STATE``, ``GUNMEN`` and ``ATTACKERS``, as far as the words for them say so."""


_BODIES = frozenset({"harm.body", "harm.body_found"})


def headcount(
    row: Sequence[Chunk], at: int, reading: Reading, after: int, lo: int, hi: int, shared: int
) -> list[HarmMention]:
    """Read nouns that count their own victims: "3 dead", "two wounded (dual)", "dead and wounded"."""
    number = _number_before(row, at, lo)
    if number is None and shared > 1 and at > lo:
        number = _number_before(row, after - shared, lo)
    first = at if number is None else at - 1
    form = reading.form
    if number is None and reading.entry.id in _BODIES and after < hi and not row[after].gap and not row[after].joined:
        group = read_group(row, after, hi, "") if counts(row[after].mention) else None
        if group is not None:  # "the bodies of |13 persons|"
            return [
                HarmMention(at, at, group.last, reading.entry.harm, who, count, group.owner, actors=group.actors)
                for who, count in group.parts
            ]
    if number is not None:
        count = share(number.count, shared > 1)
    elif form.number == "du":
        count = Count.exactly(2)
    elif form.number == "pl":
        count = Count.at_least(1)
    else:
        count = Count.exactly(1)
    who, owner, actor, last = _qualifier(row, after, hi)
    if not who and actor < 0 and number is None and at > lo and not row[at].gap and not row[at].joined:
        before = row[at - 1].reading(Kind.VICTIM)  # "two civilians fell |dead|"
        if before is not None and before.entry.id != OTHER and before.form.number == form.number and not row[at].prep:
            who, first = before.entry.who, at - 1
    actors = [actor] if actor >= 0 else []
    while actors and _adds_men(row, last, hi):
        more = row[last].mention
        count = count + more.count if isinstance(more, NumberMention) else count
        owner = (*owner, *getattr(row[last + 1].mention, "ids", ()))
        actors.append(last + 1)
        last += 2
    if number is None and form.number == "pl" and _is_whole_of_some(row, at, lo):
        return []
    told = tally(row, at, after, lo, hi) if number is None and form.number == "pl" and not actors else None
    if told is not None:
        last = max(last, told[1])
        who = reading.entry.who or who
        return [HarmMention(at, first, last, reading.entry.harm, who, share(told[0], shared > 1), owner, owners=owner)]
    if number is None and form.number == "pl" and form.definite and not form.suffix and not who and shared == 1:
        names = _names_after(row, after, hi)
        if names is None:
            return []
        who, count, last = names
    if not who and _in_ranks(row, at, after, lo, hi):
        who = COMBATANTS
    kind = reading.entry.harm
    who = reading.entry.who or who
    return [HarmMention(at, first, max(last, at + 1), kind, who, count, owner, actors=tuple(actors), owners=owner)]


def _in_ranks(row: Sequence[Chunk], at: int, after: int, lo: int, hi: int) -> bool:
    """Tell whether the dead are "in the ranks" of men whom a pronoun means: they are fighters."""
    return any(
        (r := row[k].reading(Kind.OBJECT)) is not None and r.entry.cls == "ranks" and bool(r.form.suffix)
        for k in (*range(max(lo, at - 3), at), *range(after, min(hi, after + 2)))
    )


def _is_whole_of_some(row: Sequence[Chunk], at: int, lo: int) -> bool:
    """Tell whether the dead are those of whom some are singled out: "|among the dead| are two children"."""
    return row[at].prep == "بين" or (at > lo and _is_subset(row[at - 1]) and not row[at].gap)


def _adds_men(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether more dead of another side are counted on: "25 dead of X and six of Y"."""
    return (
        i + 1 < hi
        and row[i].joined
        and row[i].gap <= 0
        and counts(row[i].mention)
        and row[i + 1].sort is Sort.ACTOR
        and row[i + 1].prep == "من"
        and row[i + 1].gap <= 1
    )


def _names_after(row: Sequence[Chunk], i: int, hi: int) -> tuple[str, Count, int] | None:
    """Count the names behind "the martyrs are": a list of at least two persons, with dashes, commas, "and" and ages."""
    found = 0
    last = i
    while i < hi and i - last <= 4 and row[i].gap <= 2:
        chunk = row[i]
        if chunk.sort is Sort.PERSON:
            found += 1
            last = i + 1
        elif not (
            (chunk.sort is Sort.STOP and chunk.text in ",-():")
            or (chunk.sort is Sort.NUMBER and not counts(chunk.mention))
        ):
            break
        i += 1
    return (CIVILIANS, Count.exactly(found), last) if found > 1 else None


def _number_before(row: Sequence[Chunk], at: int, lo: int) -> NumberMention | None:
    if at - 1 < lo or row[at].gap > 0 or row[at].joined:
        return None
    mention = row[at - 1].mention
    return mention if isinstance(mention, NumberMention) and counts(mention) else None


def _qualifier(row: Sequence[Chunk], i: int, hi: int) -> tuple[str, tuple[str, ...], int, int]:
    """Read what follows a head count: "(from|among) the civilians", "of the forces of X"."""
    if i >= hi or row[i].gap > 1 or row[i].joined:
        return "", (), -1, i
    thing = row[i].reading(Kind.OBJECT)
    if thing is not None and thing.entry.cls == "ranks" and i + 1 < hi and row[i + 1].gap <= 1:
        i += 1
    if _is_subset(row[i]) and i + 1 < hi:
        some = row[i + 1].reading(Kind.VICTIM)
        return (UNSPECIFIED, (), -1, i) if some is not None and some.entry.who == COMBATANTS else ("", (), -1, i)
    if row[i].particle == "of_both":
        return COMBATANTS, (), -1, i + 1
    victim = row[i].reading(Kind.VICTIM)
    if victim is not None and victim.entry.id != OTHER:
        if i + 1 < hi and row[i + 1].sort is Sort.ACTOR and row[i + 1].gap <= 1 and not row[i + 1].joined:
            return victim.entry.who, getattr(row[i + 1].mention, "ids", ()), i + 1, i + 1
        return victim.entry.who, (), -1, i + 1
    if row[i].sort is Sort.ACTOR and row[i].prep in ("من", "ل", "في", "ب", ""):
        return COMBATANTS, getattr(row[i].mention, "ids", ()), i, i + 1
    return "", (), -1, i


def _is_subset(chunk: Chunk) -> bool:
    return is_particle(chunk, "subset")


def is_particle(chunk: Chunk, cls: str) -> bool:
    """Tell whether a chunk has a particle of this class."""
    return any(r.entry.kind is Kind.PARTICLE and r.entry.cls == cls for r in chunk.readings)


def share(count: Count, shared: bool) -> Count:
    """Split one number over two kinds of harm: "12 dead and wounded" → 1 to 12 of each (ruling 20)."""
    if not shared or count.min is None or count.min <= 1:
        return count
    return Count(1, count.max)
