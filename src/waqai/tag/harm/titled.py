"""Persons by their titles: who has an officer's rank, and whom "and" brings by a title that no lexicon reads for more.

In: a chunk.
"""

from __future__ import annotations

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
