"""What people are held for, where the words for it stand further on: "held five |in A on Monday| accused of belonging to X"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.tail import is_one_of_them

_CHARGE: Final = "suspected"
_MEMBERS: Final = "membership"
_REACH: Final = 7
"""Chunks between those who are held and what they are held for: where, when, in what raid, who is among them."""
_BACK: Final = 6
"""Chunks back from the end of those who are held to the word that says so."""


def charged_at(row: Sequence[Chunk], at: int, hi: int) -> int:
    """Find "accused of belonging" behind people whose words end at chunk ``at``; -1 where nothing says so.

    Right behind them it holds for all people, past a place, a day or a raid for those who are held (ruling 30).
    """
    for k in range(at, min(hi, at + _REACH)):
        first = k == at or (k == at + 1 and _is_said(row[at]))  # "held five |who, it said,| belong to X"
        if first and row[k].particle == _MEMBERS and row[k].gap <= 1 and _are_held(row, at):
            return k
        if row[k].particle == _CHARGE:
            near = row[k].gap <= 1
            return k if near and (k == at or _are_held(row, at)) else -1
        if not (_is_passed(row, k, at) or (k == at and _is_said(row[k]))):
            return -1
    return -1


def _is_said(chunk: Chunk) -> bool:
    """Tell whether a verb of saying stands right behind, of whoever holds them."""
    return not (chunk.gap or chunk.joined or chunk.prep) and chunk.entry(Kind.SOURCE).cls == "verb"


def _are_held(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether the word of harm before the people is one of holding them."""
    for k in range(at - 1, max(-1, at - 1 - _BACK), -1):
        harm = row[k].reading(Kind.HARM)
        if harm is not None:
            return harm.entry.harm == "detained"
    return False


def _is_passed(row: Sequence[Chunk], k: int, at: int) -> bool:
    """Tell whether a chunk only says where, when or in what raid they were held, or who is among them."""
    chunk = row[k]
    if chunk.sort is Sort.STOP:
        return chunk.text == ","
    if chunk.sort in (Sort.PLACE, Sort.DATE) or chunk.particle == "subset" or is_one_of_them(chunk):
        return True
    if k > at and row[k - 1].particle == "subset":
        return chunk.sort is Sort.NUMBER or chunk.reading(Kind.VICTIM) is not None
    trigger = chunk.reading(Kind.TRIGGER)
    return trigger is not None and bool(chunk.prep) and chunk.reading(Kind.HARM) is None
