"""Victims besides others, behind where and when those were hit: "three soldiers were killed in A yesterday, |besides an officer|".

In: a row of chunks and the toll told last. Out: the tolls of those besides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.group import read_group
from waqai.tag.harm.mention import HarmMention
from waqai.tag.harm.next import goes_along

_SETTING: Final = 4
"""Chunks of where and when between victims and those besides."""


def besides_setting(row: Sequence[Chunk], mention: HarmMention, hi: int) -> list[HarmMention]:
    """Read more victims besides, behind where and when: "three soldiers were killed in A yesterday, |besides an officer|"."""
    i = mention.last
    while i < min(hi, mention.last + _SETTING) and _is_setting(row[i]):
        i += 1
    if (i == mention.last and not _is_verb_behind(row[i - 1])) or not goes_along(row, i, hi):
        return []
    i += 1 + (row[i].sort is Sort.STOP)
    group = read_group(row, i, hi, mention.who)
    if group is None or (group.last < hi and row[group.last].tells and not row[group.last].prep):
        return []
    return [
        HarmMention(i, i, group.last, mention.kind, who, n, group.owner, owners=group.owners, sides=group.sides)
        for who, n in group.parts
    ]


def _is_verb_behind(chunk: Chunk) -> bool:
    """Tell whether a toll ends with the verb, its people ahead: "three soldiers |were killed| besides an officer"."""
    harm = chunk.reading(Kind.HARM)
    return harm is not None and harm.form.pos is Pos.VERB


def _is_setting(chunk: Chunk) -> bool:
    """Tell whether a chunk says where, when or in what act: "|in an ambush in A| yesterday"."""
    return chunk.sort in (Sort.PLACE, Sort.DATE) or (chunk.prep == _IN and chunk.reading(Kind.TRIGGER) is not None)


_IN: Final = "في"
