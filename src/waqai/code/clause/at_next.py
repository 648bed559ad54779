"""Whether "and in B" heads another act: "five were killed in A by a mine, |and in B| eleven died", "|and in B| X laid an ambush"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN


def is_at_next(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether "and in B" heads another act, whose verb comes next: "in A five were killed by a mine, |and in B| eleven died …"."""
    chunk = row[k]
    if chunk.sort is Sort.PLACE and chunk.linked and chunk.gap == 1 and not chunk.prep:
        return _witnesses(row, k, hi)
    if chunk.sort is not Sort.PLACE or chunk.prep not in IN or row[k - 1].sort is not Sort.STOP:
        return False
    at = _behind_aside(row, k, hi)
    if at >= hi or row[at].joined or row[at].prep:
        return False
    if row[at].gap:
        return chunk.linked and at == k + 1 and _breaks_out_next(row, at, hi)
    told = row[at].reading(Kind.TRIGGER) or row[at].reading(Kind.HARM)
    return told is not None and is_verb(row[at], told)


def _breaks_out_next(row: Sequence[Chunk], at: int, hi: int) -> bool:
    """Tell whether a verb nobody reads, with its doer or none, has an act for its object: "and in B |X laid an ambush|", "and in B |a fight| broke out"."""
    if row[at].names_side and at + 1 < hi and row[at].gap <= _ASIDE:
        at += 1  # "and in B |of the same province laid X| an ambush"
        if row[at].gap or row[at].prep or row[at].joined:
            return False
    elif row[at].gap > 1:
        return False
    return _names_one(row[at])


def _names_one(chunk: Chunk) -> bool:
    """Tell whether a chunk names an act by a noun without the article: "|an ambush|"."""
    act = chunk.reading(Kind.TRIGGER)
    return act is not None and act.form.pos is not Pos.VERB and not act.form.definite and act.entry.names_act


def is_verb(chunk: Chunk, told: Reading) -> bool:
    """Tell whether a word is a verb, or a phrase that begins with one, which "she" and "they" of the past end in."""
    if told.form.pos is not Pos.PHRASE:
        return told.form.pos is Pos.VERB
    return (chunk.text.endswith("ت") and not chunk.text.endswith("ات")) or chunk.text.endswith("وا")


def _behind_aside(row: Sequence[Chunk], k: int, hi: int) -> int:
    """Step over a comma behind a place, or over what two commas set apart: "and in B|, also in the south-east,| a soldier fell"."""
    if k + 1 >= hi or row[k + 1].text != ",":
        return k + 1
    for j in range(k + 2, min(hi - 1, k + _ASIDE)):
        if row[j].text == ",":
            return j + 1
        if row[j].tells or row[j].joined:
            break
    return k + 2


_ASIDE: Final = 5
"""Chunks behind a place that commas may set apart."""


def _witnesses(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a place is the subject of a verb nobody reads, whose object is an act: "… |and B| saw clashes between …"."""
    at = k + 1 + (k + 1 < hi and row[k + 1].sort is Sort.DATE)
    return at < hi and not (row[at].gap or row[at].prep or row[at].joined) and _names_one(row[at])
