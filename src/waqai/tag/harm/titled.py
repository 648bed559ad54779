"""Persons by their titles: who has an officer's rank, and whom "and" brings by a title that no lexicon reads for more.

In: a chunk.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.person.find import PersonMention


def is_titled_too(chunk: Chunk) -> bool:
    """Tell whether "and" brings one more by a title that nothing else reads, and by name: "the captain A |and the doctor B|"."""
    if chunk.sort is not Sort.PERSON or not chunk.linked or chunk.prep or chunk.joined:
        return False
    return isinstance(chunk.mention, PersonMention) and 0 < chunk.gap == chunk.mention.title


def is_officer(chunk: Chunk) -> bool:
    """Tell whether a chunk names somebody with an officer's rank: "the brigadier |So-and-so|"."""
    return chunk.sort is Sort.PERSON and isinstance(chunk.mention, PersonMention) and chunk.mention.officer


def leads_whom(row: Sequence[Chunk], i: int, lo: int) -> int:
    """Find the actor between a leader's word and his name at ``i``: "the leader |of X| So-and-so was killed"; -1 where there is none."""
    if i - 1 <= lo or row[i].sort is not Sort.PERSON or row[i].gap > 1 or row[i - 1].sort is not Sort.ACTOR:
        return -1
    whose, leader = row[i - 1], row[i - 2].entry(Kind.VICTIM)
    return i - 1 if leader.who == "combatants" and not (whose.prep or whose.joined or whose.gap) else -1
