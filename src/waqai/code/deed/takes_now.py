"""The present of a taking: "X takes hold of A" at the head of a post tells that it was just taken; elsewhere who holds it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.deed.ground import GONE
from waqai.lexicon.entry import Kind, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN
from waqai.tag.date.find import DateMention
from waqai.tag.place.find import PlacePhrase
from waqai.values.place import POINTS

_LINE: Final = "\n"
_ON: Final = "علي"
_ITS: Final = "trigger.its_capture"
_SINCE: Final = "منذ"
_REACH: Final = 14
"""Chunks from the head of a line to a second verb of its subject, and from the verb to what it came of."""
_PART_OF: Final = 2
"""Words from a verb to a place where "on" brings a part of it: "on |the top of| A"."""


def is_taken_now(row: Sequence[Chunk], at: int, trigger: Reading) -> bool:
    """Tell whether a verb of holding is the present of a taking."""
    form = trigger.form
    return form.tense == "present" and not form.suffix and form.voice != "passive" and takes_now(row, at)


def takes_now(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether the verb in the present at ``at`` tells an act: its side before it, at the head of the text's first line or with what it came of ("after", "in the wake of")."""
    held = at + 1
    if held < len(row) and row[held].has(_ITS):
        held += 1  # "spreads |its hold| over A"
    if row[at].prep or row[at].that or held >= len(row) or not _is_ground(row[held], joined=row[at].joined):
        return False
    head = _head_of_line(row, at)
    if head < 0:
        return False
    end = next((k for k in range(at, min(len(row), at + _REACH)) if _ends(row[k])), min(len(row), at + _REACH))
    if any(_lasts(row[k]) for k in range(head, end)):
        return False
    first = sum(row[k].text == _LINE for k in range(head)) <= 1
    return first or any(row[k].prior or row[k].particle in GONE for k in range(held + 1, end))


def _is_ground(chunk: Chunk, *, joined: bool) -> bool:
    """Tell whether a chunk is a point on the map that is taken; behind another verb of the same side also things there, in numbers."""
    if isinstance(chunk.mention, PlacePhrase):
        near = chunk.gap <= 1 if chunk.prep == _ON else not chunk.prep and chunk.gap == _PART_OF
        return near and chunk.mention.precision in POINTS
    if chunk.prep != _ON or chunk.gap > 1:
        return False
    return joined and (chunk.sort is Sort.NUMBER or Kind.OBJECT in chunk.senses)


def _head_of_line(row: Sequence[Chunk], at: int) -> int:
    """Find the stop or the start that the verb's side stands behind, right ahead of it or of the verb that "and" joins it to; -1 where there is none."""
    k = at
    if row[at].joined:
        verbs = (j for j in range(at - 1, max(-1, at - _REACH), -1) if Kind.TRIGGER in row[j].senses or _ends(row[j]))
        k = next(verbs, at)
        if Kind.TRIGGER not in row[k].senses or row[k].senses[Kind.TRIGGER].form.tense != "present":
            return -1
    if row[k].gap:
        return -1  # "the forces |that| hold A"
    j = k - 1
    if j > 0 and row[j].sort is Sort.PLACE and row[j].prep in IN:
        k, j = j, j - 1  # "the factions |in A| take B"
    while j >= 0 and row[j].names_side and not row[j].prep and (row[j].joined or j == k - 1 or not row[j].gap):
        j -= 1
    if j == k - 1 or row[j + 1].joined:
        return -1
    if j > 0 and row[j].text == ",":  # "after battles, |X takes| A"
        start = next((i for i in range(j, -1, -1) if _ends(row[i])), -1)
        return start + 1 if row[start + 1].prior or row[start + 1].sort is Sort.DATE else -1
    return j + 1 if j < 0 or _ends(row[j]) else -1


def _ends(chunk: Chunk) -> bool:
    return chunk.sort is Sort.STOP and chunk.text != ","


def _lasts(chunk: Chunk) -> bool:
    """Tell whether a day or "since" says how long a hold has lasted."""
    return chunk.prep == _SINCE or (isinstance(chunk.mention, DateMention) and chunk.mention.runs_to_now)
