"""Killings that somebody sets about, managed or claims: "gunmen went |to kill|", "X |claimed| the killing of two"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.deed.gunmen import are_gunmen
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN


def set_about(row: Sequence[Chunk], at: int, lo: int) -> bool:
    """Tell whether a doer sets about, is accused of or claims the killing: "gunmen went |to| kill", "|of| killing"."""
    noun = any(r.entry.kind is Kind.HARM and r.form.pos is not Pos.VERB for r in row[at].readings)
    if not noun or at == lo:
        return False
    before = next((row[j] for j in range(at - 1, lo - 1, -1) if not _is_setting(row, j, lo)), row[at - 1])
    if before.particle == "able" and row[at].gap <= _NAMELESS:  # "the youths of A |managed to| kill"
        return True
    if row[at].gap > 1:
        return False
    if not row[at].prep:
        return _claims(row, at, lo)
    if row[at].prep == "من":  # "X managed |to| kill"
        return before.sort is Sort.ACTOR and before.prep in ("", "ان") and row[at].gap == 1
    return row[at].prep in _OF_KILLING and (
        before.sort is Sort.ACTOR or before.particle == "claims" or are_gunmen(before)
    )


def _is_setting(row: Sequence[Chunk], j: int, lo: int) -> bool:
    """Tell whether a chunk is when or where somebody set about it: "gunmen |in A| went |yesterday| to kill"."""
    where = row[j].sort is Sort.PLACE and row[j].prep in IN and j > lo and row[j].gap <= 1
    return row[j].sort is Sort.DATE or where


_NAMELESS: Final = 3
"""Words between "managed" and the killing: who managed it, where no actor's name says it."""


def _claims(row: Sequence[Chunk], at: int, lo: int) -> bool:
    """Tell whether the killing is the object of a claim: "X |claimed| yesterday the killing of …", "the movement |claimed| the killing of"."""
    k = at - 1
    while k > lo and (row[k].sort in _CLAIMANTS or row[k].text == "," or row[k].reading(Kind.FORCE) is not None):
        k -= 1
    return row[k].particle == "claims"


def is_claimed(row: Sequence[Chunk], at: int, hi: int) -> bool:
    """Tell whether somebody claims the killing behind it: "the killing of two in an operation that X |claimed|"."""
    claim = next((k for k in range(at + 1, hi) if row[k].particle == "claims"), None)
    if claim is None or any(row[k].particle == "negation" for k in range(at + 1, claim)):
        return False
    near = row[max(at + 1, claim - _CLAIMANT) : min(claim + _CLAIMANT, hi)]
    return any(chunk.sort is Sort.ACTOR and chunk.ids for chunk in near)


_CLAIMANT: Final = 3
"""Chunks between a claim and who makes it."""
_CLAIMANTS: Final = frozenset({Sort.ACTOR, Sort.DATE})
_OF_KILLING: Final = frozenset({"علي", "ب", "عن"})
