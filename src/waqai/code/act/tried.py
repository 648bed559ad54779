"""Arrests, abductions and killings that were only tried (codebook ruling 21), and what had failed before the act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from waqai.code.clause.attempt import tried_at
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import AFTER

if TYPE_CHECKING:
    from waqai.code.act.draft import Draft

_UPON_MEN: Final = frozenset({"raid", "abduction", "violence"})
_HEADCOUNT: Final = "headcount"
_WOUNDED: Final = "wounded"


def leave_out_tried(row: Sequence[Chunk], draft: Draft) -> None:
    """Leave out whom somebody only tried to hold or to kill; where that is the act and nobody was hurt, it is marked ``tried``."""
    lo, method = draft.clause.lo, draft.method
    if draft.harm:
        draft.harm = [h for h in draft.harm if _only_tried(row, lo, h.at) is None]
    if method is None or draft.harm or method.family not in _UPON_MEN:
        return
    if (tried := _only_tried(row, lo, method.at)) is not None:
        draft.marks.setdefault("tried", tried)


def _only_tried(row: Sequence[Chunk], lo: int, at: int) -> int | None:
    """Find the word that says that what is told at ``at`` was only tried: "gunmen tried |to kidnap| a merchant"."""
    told = row[at].reading(Kind.HARM) or row[at].reading(Kind.TRIGGER)
    if (
        told is None
        or told.form.suffix
        or row[at].joined
        or told.entry.cls == _HEADCOUNT
        or told.entry.harm == _WOUNDED
    ):
        return None  # "tried to help |the wounded|"
    return tried_at(row, lo, at)


def failed_before(row: Sequence[Chunk], at: int, failure: int) -> bool:
    """Tell whether the failure told at ``failure`` came before the act told at ``at``: "shelled A |after it had failed| to storm it", "took A |after attempts that failed|"."""
    told = row[failure].reading(Kind.PARTICLE)
    if told is None or told.entry.id != _FAILURE or told.form.pos is Pos.PHRASE or at >= failure or row[failure].joined:
        return False
    after_that = row[failure].that and row[failure].gap == _AFTER_THAT
    for chunk in reversed(row[at + 1 : failure + 1]):
        if chunk.sort is Sort.STOP or Kind.SOURCE in chunk.senses:
            return False
        if after_that or chunk.prior or chunk.text in AFTER:
            return True
    return False


_FAILURE: Final = "particle.failure"
_AFTER_THAT: Final = 2
"""Words of "after" and "that"."""
