"""Tolls: who was killed, wounded, detained, and how many (codebook section 3 and rulings 19, 20, 29).

Reads a row of chunks. ``12 civilians killed and 23 others wounded`` gives two mentions; ``9, among
them 5 children`` gives 9; ``no injuries`` gives an explicit zero; ``killed and wounded`` gives one
open row of each.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from waqai.lexicon.entry import Kind, Reading
from waqai.tag.chunks import Chunk, Sort
from waqai.tag.numbers import NumberMention
from waqai.values.count import Count

CIVILIANS = "civilians"
COMBATANTS = "combatants"
UNSPECIFIED = "unspecified"
_REACH = 7
"""Chunks between a harm verb and its victim."""


class HarmMention(msgspec.Struct, frozen=True):
    """One row of a toll in chunks ``[first, last)`` of the row; ``at`` is the chunk of the harm word.

    ``who`` is empty when the words do not say; ``owner`` are the actor ids whose members were hit.
    """

    at: int
    first: int
    last: int
    kind: str
    who: str
    count: Count
    owner: tuple[str, ...] = ()
    active: bool = False


class _Group(msgspec.Struct):
    """Victims as one phrase names them."""

    first: int
    last: int
    parts: list[tuple[str, Count]]
    owner: tuple[str, ...] = ()


def find_harm(row: Sequence[Chunk], lo: int, hi: int) -> list[HarmMention]:
    """Find the tolls told in chunks ``[lo, hi)``, in text order."""
    found: list[HarmMention] = []
    i = lo
    used_until = lo
    while i < hi:
        reading = row[i].reading(Kind.HARM)
        if reading is None:
            zero = _zero(row, i, hi)
            if zero:
                found.extend(zero)
                i = max(z.last for z in zero)
                continue
            i += 1
            continue
        kinds, after = _harm_words(row, i, hi)
        mentions = _read(row, i, kinds, after, max(lo, used_until), hi, found)
        found.extend(mentions)
        end = max((m.last for m in mentions), default=after)
        used_until = end
        i = max(end, after)
    return found


def _harm_words(row: Sequence[Chunk], at: int, hi: int) -> tuple[list[Reading], int]:
    """Collect coordinated harm words that share a victim: "the killing and wounding of 5"."""
    first = row[at].reading(Kind.HARM)
    assert first is not None
    kinds = [first]
    i = at + 1
    while i < hi and row[i].joined and row[i].gap <= 0:
        nxt = row[i].reading(Kind.HARM)
        if nxt is None or nxt.entry.harm == kinds[-1].entry.harm:
            break
        kinds.append(nxt)
        i += 1
    return kinds, i


def _read(
    row: Sequence[Chunk], at: int, kinds: list[Reading], after: int, lo: int, hi: int, before: list[HarmMention]
) -> list[HarmMention]:
    cls = kinds[0].entry.cls
    active = any(k.entry.cls in ("passive", "object") and k.form.pos == "verb" for k in kinds)
    if cls == "headcount":
        return [
            m for k, reading in enumerate(kinds) for m in _headcount(row, at + k, reading, after, lo, hi, len(kinds))
        ]
    group = _group_after(row, after, hi, before) or _group_before(row, at, lo)
    if group is None:
        return []
    last = max(group.last, after)
    shared = len(kinds) > 1
    return [
        HarmMention(
            at, min(at, group.first), last, k.entry.harm, k.entry.who or who, _share(count, shared), group.owner, active
        )
        for k in kinds
        for who, count in group.parts
    ]


def _share(count: Count, shared: bool) -> Count:
    """Split one number over two kinds of harm: "12 dead and wounded" → 1 to 12 of each (ruling 20)."""
    if not shared or count.max is None or count.max <= 1:
        return count
    return Count(1, count.max)


def _headcount(
    row: Sequence[Chunk], at: int, reading: Reading, after: int, lo: int, hi: int, shared: int
) -> list[HarmMention]:
    """Read nouns that count their own victims: "3 dead", "two wounded (dual)", "dead and wounded"."""
    number = _number_before(row, at, lo)
    first = at
    if number is None and shared > 1 and at > lo:
        number = _number_before(row, after - shared, lo)
    form = reading.form
    if number is not None:
        count = number.count
        first = at - 1
        if shared > 1:
            count = _share(count, True)
    elif form.number == "du":
        count = Count.exactly(2)
    elif form.number == "pl":
        count = Count.at_least(1)
    else:
        count = Count.exactly(1)
    who, owner, last = _qualifier(row, after, hi)
    return [HarmMention(at, first, max(last, at + 1), reading.entry.harm, reading.entry.who or who, count, owner)]


def _number_before(row: Sequence[Chunk], at: int, lo: int) -> NumberMention | None:
    if at - 1 < lo or row[at].gap > 0 or row[at].joined:
        return None
    mention = row[at - 1].mention
    return mention if isinstance(mention, NumberMention) and _counts(mention) else None


def _counts(number: NumberMention) -> bool:
    return number.cls not in ("age", "time", "measure", "label", "ordinal")


def _qualifier(row: Sequence[Chunk], i: int, hi: int) -> tuple[str, tuple[str, ...], int]:
    """Read what follows a head count: "(from|among) the civilians", "of the forces of X"."""
    if i >= hi or row[i].gap > 1 or row[i].joined:
        return "", (), i
    victim = row[i].reading(Kind.VICTIM)
    if victim is not None and not _is_other(victim):
        owner = _owner(row, i + 1, hi)
        return victim.entry.who, owner, i + 1
    if row[i].sort is Sort.ACTOR and row[i].prep in ("من", "ل", "في", "ب", ""):
        mention = row[i].mention
        return COMBATANTS, getattr(mention, "ids", ()), i + 1
    return "", (), i


def _owner(row: Sequence[Chunk], i: int, hi: int) -> tuple[str, ...]:
    if i < hi and row[i].sort is Sort.ACTOR and row[i].gap <= 1 and not row[i].joined:
        return getattr(row[i].mention, "ids", ())
    return ()


_OTHER = "victim.other"
_FAMILY = "victim.family"


def _is_other(reading: Reading) -> bool:
    return reading.entry.id == _OTHER


def _group_after(row: Sequence[Chunk], i: int, hi: int, before: list[HarmMention]) -> _Group | None:
    """Read the victims that follow a harm word, past dates, commas and adverbs."""
    steps = 0
    while i < hi and steps < _REACH:
        chunk = row[i]
        if _starts_group(chunk):
            return _group(row, i, hi, before)
        if (
            (chunk.sort is Sort.STOP and chunk.text in ',"(')
            or chunk.sort is Sort.DATE
            or chunk.reading(Kind.SOURCE) is not None
            or (chunk.sort is Sort.PLACE and steps <= 2)
        ):
            pass
        else:
            return None
        i += 1
        steps += 1
    return None


def _starts_group(chunk: Chunk) -> bool:
    if chunk.sort is Sort.NUMBER:
        return isinstance(chunk.mention, NumberMention) and _counts(chunk.mention)
    if chunk.sort is Sort.PERSON:
        return True
    if chunk.sort is Sort.ACTOR:
        return chunk.gap <= 1 and chunk.prep not in ("علي", "ضد", "بين")
    return chunk.reading(Kind.VICTIM) is not None


def _group(row: Sequence[Chunk], i: int, hi: int, before: list[HarmMention]) -> _Group:
    """Read "[number] victim [and victim …]" from chunk ``i``; rows of one class are added up."""
    start = i
    parts: list[tuple[str, Count]] = []
    owner: tuple[str, ...] = ()
    last_who = before[-1].who if before else ""
    while i < hi:
        if parts and not _continues(row, i):
            break
        step = _member(row, i, hi, last_who)
        if step is None:
            break
        who, count, ids, i = step
        parts.append((who, count))
        owner = owner or ids
        last_who = who
    return _Group(start, i, _add_up(parts), owner)


def _continues(row: Sequence[Chunk], i: int) -> bool:
    chunk = row[i]
    return (
        chunk.joined
        and chunk.gap <= 0
        and chunk.reading(Kind.HARM) is None
        and chunk.reading(Kind.TRIGGER) is None
        and _starts_group(chunk)
    )


def _member(row: Sequence[Chunk], i: int, hi: int, last_who: str) -> tuple[str, Count, tuple[str, ...], int] | None:
    chunk = row[i]
    if chunk.sort is Sort.NUMBER:
        assert isinstance(chunk.mention, NumberMention)
        return _counted(row, i, hi, chunk.mention.count, last_who)
    if chunk.sort is Sort.PERSON:
        role = getattr(chunk.mention, "role", "")
        return (COMBATANTS if role == "fighter" else CIVILIANS), Count.exactly(1), (), i + 1
    victim = chunk.reading(Kind.VICTIM)
    if victim is not None:
        who = last_who if _is_other(victim) else victim.entry.who
        count = {"du": Count.exactly(2), "pl": Count.at_least(1)}.get(victim.form.number, Count.exactly(1))
        if victim.entry.id == _FAMILY:
            count = Count.at_least(1)
        end = i + 1
        owner = _owner(row, end, hi)
        nxt = row[end] if end < hi else None
        if (
            nxt is not None
            and nxt.sort is Sort.NUMBER
            and nxt.gap <= 0
            and not nxt.joined
            and victim.form.number != "pl"
        ):
            number = nxt.mention
            if isinstance(number, NumberMention) and _counts(number) and number.count == Count.exactly(2):
                count, end = number.count, end + 1
        end = _skip_apposition(row, end, hi)
        return who, count, owner, end
    if chunk.sort is Sort.ACTOR:
        ids = getattr(chunk.mention, "ids", ())
        men: str = getattr(chunk.mention, "number", "")
        count = {"sg": Count.exactly(1), "du": Count.exactly(2)}.get(men, Count.at_least(1))
        return COMBATANTS, count, ids, i + 1
    return None


def _counted(
    row: Sequence[Chunk], i: int, hi: int, count: Count, last_who: str
) -> tuple[str, Count, tuple[str, ...], int]:
    """Read what a number counts: victims, members of an actor, "others", or nobody named."""
    j = i + 1
    if j < hi and row[j].gap <= 1 and not row[j].joined:
        victim = row[j].reading(Kind.VICTIM)
        if victim is not None:
            who = last_who if _is_other(victim) else victim.entry.who
            owner = _owner(row, j + 1, hi)
            return who, count, owner, _skip_apposition(row, j + 1, hi)
        if row[j].sort is Sort.ACTOR and row[j].prep in ("من", ""):
            return COMBATANTS, count, getattr(row[j].mention, "ids", ()), j + 1
        harm = row[j].reading(Kind.HARM)
        if harm is not None and harm.entry.cls == "headcount":
            return harm.entry.who, count, (), j + 1
    return last_who, count, (), j


def _skip_apposition(row: Sequence[Chunk], i: int, hi: int) -> int:
    """Step over a second class word or a name that says who the victim was ("the youth So-and-so")."""
    while i < hi and not row[i].joined and row[i].gap <= 1:
        if row[i].sort is Sort.PERSON or (
            row[i].reading(Kind.VICTIM) is not None and row[i].sort is Sort.WORD and row[i].gap <= 0 and not row[i].prep
        ):
            i += 1
            continue
        break
    return i


def _group_before(row: Sequence[Chunk], at: int, lo: int) -> _Group | None:
    """Read a victim that stands before its verb: "the fighter was killed", "a girl and her mother were hit"."""
    i = at - 1
    steps = 0
    while i >= lo and steps < 4:
        chunk = row[i]
        if chunk.reading(Kind.HARM) is not None or chunk.reading(Kind.TRIGGER) is not None:
            return None
        if chunk.sort is Sort.STOP and chunk.text in ".;":
            return None
        if chunk.sort is Sort.PERSON or chunk.reading(Kind.VICTIM) is not None:
            start = i
            while start - 1 >= lo and row[start].joined and _starts_group(row[start - 1]):
                start -= 1
            if start - 1 >= lo and row[start - 1].sort is Sort.NUMBER and row[start].gap <= 0:
                start -= 1
            group = _group(row, start, at, [])
            return _Group(start, at, group.parts, group.owner)
        i -= 1
        steps += 1
    return None


def _add_up(parts: list[tuple[str, Count]]) -> list[tuple[str, Count]]:
    summed: dict[str, Count] = {}
    for who, count in parts:
        summed[who] = summed[who] + count if who in summed else count
    return list(summed.items())


def _zero(row: Sequence[Chunk], i: int, hi: int) -> list[HarmMention]:
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
