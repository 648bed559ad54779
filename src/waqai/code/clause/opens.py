"""Whether a joined word begins another act, or goes on with the one before it: "shelled A, |and killed| two", "|and in B gunmen shot| …"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.ahead import act_ahead, another_ahead, place_ahead
from waqai.code.clause.at_next import is_at_next, is_verb
from waqai.code.clause.next_act import KILLINGS, goes_on_hurting, is_of_same_toll
from waqai.code.clause.subject import is_subject
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import UNDERGOES

_DIES: Final = "subject"
"""Class of what is a verb of harm, be it of several words: "met their death"."""
_MANAGED: Final = "managed"


def opens(row: Sequence[Chunk], k: int, hi: int, seen_place: bool) -> bool:
    """Tell whether a joined word begins another act rather than goes on with this one."""
    chunk = row[k]
    harm = chunk.reading(Kind.HARM)
    if harm is not None and is_of_same_toll(row, k):
        return False
    trigger = chunk.reading(Kind.TRIGGER)
    if trigger is not None and trigger.entry.tells_act:
        if is_verb(chunk, trigger):
            return True
        return seen_place and place_ahead(row, k, hi)
    if harm is not None and (harm.form.pos is Pos.VERB or harm.entry.cls == _DIES):
        return act_ahead(row, k, _up_to_next(row, k, hi)) and (seen_place or not goes_on_hurting(row, k))
    if harm is not None and harm.entry.cls in KILLINGS and harm.form.pos is Pos.NOUN and seen_place:
        return another_ahead(row, k, hi)
    if chunk.particle in UNDERGOES:
        return True
    if chunk.particle == _MANAGED:
        return seen_place and _manages(row, k, hi)
    if chunk.entry(Kind.SOURCE).cls == "verb":
        return seen_place and act_ahead(row, k, hi)
    if is_subject(row, k, hi):
        return True
    if chunk.sort is Sort.DATE:
        return k + 1 < hi and _begins_tale(row[k + 1])
    return (
        chunk.sort is Sort.ACTOR
        and chunk.prep == ""
        and seen_place
        and act_ahead(row, k, hi)
        and row[k - 1].sort is Sort.STOP
    )


def _manages(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether somebody named, or whoever did the act before and nobody else, managed another act at its own place: "clashes in A, |and X managed| to take B"."""
    if k + 1 >= hi or not act_ahead(row, k, hi) or not place_ahead(row, k, hi):
        return False
    if row[k + 1].sort is Sort.ACTOR:
        return not (row[k + 1].prep or row[k + 1].gap)
    again = any(chunk.particle == _MANAGED for chunk in row[max(0, k - _AGAIN) : k])
    return again and Kind.TRIGGER in row[k + 1].senses and all(chunk.sort is not Sort.ACTOR for chunk in row[k:hi])


_AGAIN: Final = 10
"""Chunks back to what the same doer managed before."""


def _up_to_next(row: Sequence[Chunk], k: int, hi: int) -> int:
    """Give where another act begins behind a verb of harm, whose act that is not: "… killing five, |and shells hit| B", "|and in B| gunmen"."""
    return next((j for j in range(k + 1, hi) if _is_next(row, j, hi)), hi)


def _is_next(row: Sequence[Chunk], k: int, hi: int) -> bool:
    if row[k].sort is Sort.PLACE:
        return is_at_next(row, k, hi)
    act = row[k].reading(Kind.TRIGGER) if row[k].joined and not row[k].prep else None
    return act is not None and act.entry.tells_act and is_verb(row[k], act)


def _begins_tale(chunk: Chunk) -> bool:
    """Tell whether "and on 2 May" heads what follows: a comma or a verb comes next, be it "and constantly |is shelled|"."""
    if chunk.sort is Sort.STOP or chunk.particle in UNDERGOES:
        return chunk.text == "," or chunk.sort is not Sort.STOP
    told = chunk.reading(Kind.TRIGGER) or chunk.reading(Kind.HARM)
    return told is not None and told.form.pos is Pos.VERB
