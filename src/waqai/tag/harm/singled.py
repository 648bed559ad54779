"""Who the people are whom a toll counted: all of them by class, or one or some who are singled out.

"22 dead, [they are]: 19 fighters, and three civilians"; "20 persons, among them 12 soldiers"; "two persons, one of them a leader of X".
In: a row of chunks and where the people end. Out: the group that is named, and whether it is only some.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.group import Group, read_group
from waqai.tag.harm.next import begins_victims
from waqai.tag.harm.tail import OTHER, counts, is_one_of_them
from waqai.tag.number.find import NumberMention

_BODY: Final = "harm.body"
_OF_THEM: Final = "particle.of_them"
_REACH: Final = 8
"""Chunks between people and what says who they are: where and when."""
_BOTH: Final = 8
"""Chunks from the one of two to the other."""


def named_behind(row: Sequence[Chunk], i: int, hi: int) -> tuple[Group | None, bool]:
    """Read "among them 12 soldiers", or "they are 19 fighters and three civilians"; tell whether it is only some."""
    if i < hi and row[i].sort is Sort.STOP and row[i].text == ",":
        i += 1
    if i + 1 < hi and is_one_of_them(row[i]):
        return _one_and_other(row, i, hi)
    if (some := _number_of_them(row, i, hi)) is not None:
        return some, True
    i = _subset_behind(row, i, hi)
    if i + 1 < hi and row[i].particle == "subset" and row[i + 1].gap <= 0:
        i += row[i + 1].has(_BODY) and i + 2 < hi  # "seven bodies, among them |the body of| the bomber"
        if begins_victims(row[i + 1]):
            return read_group(row, i + 1, hi, ""), True
    if i < hi and row[i].sort is Sort.STOP and row[i].text in "-:(":
        i += 1
    if i < hi and row[i - 1].sort is not Sort.STOP:  # "14 |died in the attack|, they are eight of X and six of Y"
        i = next((k + 1 for k in range(i, min(hi - 1, i + _REACH)) if row[k].sort is Sort.STOP), i)
    i += i + 1 < hi and row[i].text == ":" and row[i].gap == 1 and row[i - 1].text == ","  # "|[they are]:| eight of X"
    dashed = i < hi and not row[i].gap and row[i - 1].text in "-:("
    if i < hi and (row[i].gap == 1 or dashed) and _begins_list(row[i]) and not (row[i].prep or row[i].joined):
        return _listed_by_class(row, i, hi), False
    return None, False


def _number_of_them(row: Sequence[Chunk], i: int, hi: int) -> Group | None:
    """Read how many of them are of a class: "five were killed|, three of them soldiers|"."""
    number = row[i].mention if i + 2 < hi else None
    if not isinstance(number, NumberMention) or not counts(number) or row[i].prep or row[i].joined or row[i].gap:
        return None
    if not row[i + 1].has(_OF_THEM) or row[i + 1].gap or row[i + 2].joined or row[i + 2].reading(Kind.HARM) is not None:
        return None
    men = row[i + 2].sort is Sort.ACTOR and row[i + 2].prep == "من" and row[i + 2].gap <= 1
    one = row[i + 2].reading(Kind.VICTIM)
    if not men and (one is None or one.form.definite or row[i + 2].gap or row[i + 2].prep or one.entry.id == OTHER):
        return None
    group = read_group(row, i + 2, hi, "")
    if group is None or len(group.parts) != 1:
        return None
    return replace(group, parts=((group.parts[0][0], number.count),))


def _begins_list(chunk: Chunk) -> bool:
    """Tell whether a list of all may begin with a chunk: a number, one person or two."""
    one = chunk.reading(Kind.VICTIM)
    few = one is not None and not one.form.definite and one.form.number in ("sg", "du") and not chunk.has(OTHER)
    return counts(chunk.mention) or few


def _subset_behind(row: Sequence[Chunk], i: int, hi: int) -> int:
    """Find "among them" behind by what and where people were hurt: "five were killed |in the shelling of A|, among them a soldier"."""
    between = False
    for k in range(i, min(hi - 1, i + _REACH)):
        chunk = row[k]
        if chunk.particle == "subset":
            return k
        if between := chunk.prep == "بين" or (between and chunk.joined):
            continue  # "in fights |between X and Y|, among them 12 soldiers"
        people = chunk.sort is Sort.NUMBER or chunk.men or not _PEOPLE.isdisjoint(chunk.senses)
        if people or (chunk.sort is Sort.STOP and chunk.text != ","):
            return i
    return i


_PEOPLE: Final = frozenset({Kind.HARM, Kind.VICTIM, Kind.FORCE})
"""What may bring other people, of whom "among them" would tell."""


def _listed_by_class(row: Sequence[Chunk], i: int, hi: int) -> Group | None:
    """Read a list of classes, with commas before its "and" too: "2 civilians (a girl and a woman)|, and 13 of X, and 3 of Y|"."""
    group = read_group(row, i, hi, "")
    while group is not None:
        k = group.last
        if k + 2 >= hi or row[k].text != "," or not row[k + 1].joined or not counts(row[k + 1].mention):
            return group
        men = row[k + 2]
        if men.gap > 1 or not (men.sort is Sort.ACTOR or men.reading(Kind.VICTIM) is not None):
            return group
        more = read_group(row, k + 1, hi, "")
        group = _both(group, more) if more is not None else None
    return None


def _one_and_other(row: Sequence[Chunk], i: int, hi: int) -> tuple[Group | None, bool]:
    """Read "one of them a leader of X", "one of them a civilian |and the other| a man of X"."""
    end = min(hi, i + _BOTH)
    other = next((k for k in range(i + 2, end) if row[k].joined and row[k].has(OTHER)), hi)
    one = _single(row, i + 1, other)
    if one is None or other >= hi - 1 or one.last not in (other, other - 1):
        return one, True
    two = _single(row, other + 1, hi)
    return (_both(one, two), False) if two is not None else (one, True)


def _single(row: Sequence[Chunk], i: int, hi: int) -> Group | None:
    """Read one person whom a word or his side says to be somebody."""
    if i >= hi or row[i].gap or row[i].prep or row[i].joined or not begins_victims(row[i]) or counts(row[i].mention):
        return None
    group = read_group(row, i, hi, "")
    return group if group is not None and sum(n.min or 0 for _, n in group.parts) == 1 else None


def _both(one: Group, two: Group) -> Group:
    """Add up two groups by class."""
    parts = dict(one.parts)
    for who, n in two.parts:
        parts[who] = parts[who] + n if who in parts else n
    return replace(
        one, last=two.last, parts=tuple(parts.items()), owner=one.owner or two.owner, actors=(*one.actors, *two.actors)
    )
