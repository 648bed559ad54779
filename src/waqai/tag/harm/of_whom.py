"""Victims counted behind those of whom they are: "there were killed |of the militia| in this battle |thirty|".

In: a row of chunks and the chunk behind a verb of harm. Out: the group of the counted, or ``None``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN
from waqai.tag.harm.group import Group, read_group
from waqai.tag.harm.lost import men_of_side
from waqai.tag.harm.member import COMBATANTS
from waqai.tag.harm.next import begins_victims
from waqai.tag.harm.tail import counts, is_at_least
from waqai.tag.harm.word import is_verb
from waqai.values.count import Count

_OF: Final = "من"
_OF_BOTH: Final = "of_both"
_REACH: Final = 5
"""Chunks of when, where and in what, between those of whom and their number."""
_UNREAD: Final = 2
"""Words that nothing reads before the number, and before "of": "were killed |in it| of X"."""


def counted_apart(row: Sequence[Chunk], at: int, hi: int, told: Reading) -> Group | None:
    """Read the victims of the verb at chunk ``at`` whose number stands behind those of whom, or on whose side, they were."""
    if (nth := _nth_of_them(row, at + 1, hi)) is not None:
        return nth
    if not (is_verb(told) or told.entry.id in CAPTURED):
        return None
    return men_of_side(row, at, at + 1, hi) or counted_of(row, at + 1, hi) or _some_of_them(row, at, hi)


def _nth_of_them(row: Sequence[Chunk], i: int, hi: int) -> Group | None:
    """Read "the killing |of the first| and the wounding |of the second|" of two who were told of before."""
    if (
        i >= hi
        or row[i].text not in tables()["phrases"]["nth"]
        or row[i].sort is not Sort.NUMBER
        or row[i].gap
        or row[i].prep
    ):
        return None
    if i + 1 < hi and not row[i + 1].gap and (row[i + 1].prep == _OF or row[i + 1].sort is Sort.DATE):
        return None  # "the second |of March|"
    return Group(i, i + 1, (("", Count.exactly(1)),))


def _some_of_them(row: Sequence[Chunk], at: int, hi: int) -> Group | None:
    """Read "|a number of them| were killed", "|members of it| were killed": at least one of those told of before, whoever they were."""
    them = at + 1
    them += them + 1 < hi and row[them].has(_MEMBERS) and not (row[them].gap or row[them].prep or row[them].joined)
    named = them > at + 1
    if them >= hi or not row[them].has(_OF_THEM) or row[them].joined or row[them].gap != (not named):
        return None
    if them + 1 < hi and not row[them + 1].gap and (counts(row[them + 1].mention) or begins_victims(row[them + 1])):
        return None  # "were killed |of them| three"
    return Group(them, them + 1, (("", Count.at_least(1)),))


_MEMBERS: Final = "force.members"
_OF_THEM: Final = "particle.of_them"


CAPTURED: Final = frozenset({"harm.capturing", "harm.captured_verb"})
"""Words for taking prisoners, which are spelt like each other and like "families"."""


def counted_of(row: Sequence[Chunk], at: int, hi: int) -> Group | None:
    """Read "of X … n" from chunk ``at``: an actor or a class in the plural, then its number, little but day, place and act between."""
    while at + 1 < hi and row[at].sort in (Sort.DATE, Sort.PLACE) and not row[at].joined:
        at += 1  # "were killed |yesterday in A| of X …"
    if at + 1 < hi and row[at].particle == _OF_BOTH and counts(row[at + 1].mention) and not row[at + 1].gap:
        men = read_group(row, at + 1, hi, COMBATANTS)
        return men and replace(men, first=at, parts=tuple((COMBATANTS, n) for _, n in men.parts), plain=False)
    if at >= hi or row[at].prep != _OF or row[at].joined or row[at].gap > _UNREAD or row[at].sort is Sort.NUMBER:
        return None
    whole = read_group(row, at, hi, "")
    if whole is None or len(whole.parts) != 1 or whole.parts[0][1] != Count.at_least(1):
        return None
    for k in range(whole.last, min(hi, whole.last + _REACH)):
        if _counts_them(row, k):
            return _with_number(whole, read_group(row, k, hi, whole.parts[0][0]))
        if not _is_between(row, k):
            return None
    return None


def _counts_them(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a number of heads stands here, or one or two men of theirs: "of the army |a soldier|"."""
    chunk = row[k]
    if chunk.joined or chunk.gap > _UNREAD or chunk.prep not in ("", _OF):
        return False
    if chunk.sort is Sort.NUMBER:
        return counts(chunk.mention)
    one = chunk.reading(Kind.VICTIM)
    return (
        one is not None
        and not chunk.prep
        and not chunk.gap
        and one.form.number in ("sg", "du")
        and not one.form.definite
    )


def _is_between(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a chunk says when, where or in what act: "|in these clashes|", "|yesterday|", "at least"."""
    chunk = row[k]
    if chunk.joined or Kind.HARM in chunk.senses:
        return False
    if chunk.sort is Sort.DATE or is_at_least(chunk):
        return True
    if chunk.sort is Sort.PLACE:
        return chunk.prep in IN or (not chunk.gap and Kind.TRIGGER in row[k - 1].senses)
    act = chunk.reading(Kind.TRIGGER)
    return act is not None and act.form.pos is not Pos.VERB and (chunk.prep in IN or chunk.gap > 0)


def _with_number(whole: Group, men: Group | None) -> Group | None:
    """Give those of whom their number, and the class that the number brings, if it says more than a person."""
    if men is None or len(men.parts) != 1 or (men.owner and men.owner != whole.owner):
        return None
    who, count = men.parts[0]
    who = who if who and not men.plain else whole.parts[0][0]
    return replace(whole, last=men.last, parts=((who, count),), plain=whole.plain, state=men.state or whole.state)
