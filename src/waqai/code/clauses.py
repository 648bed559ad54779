"""Sentences cut at the joints of news prose, so that one clause tells one act (design section 3.3).

Arabic news strings acts together with "and": "… shelled A, and warplanes raided B, while clashes …".
A clause ends before a joint particle, before a background marker, and before a second act that has
its own verb.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunks import Chunk, Sort

_CUTTING = frozenset({"joint", "background"})


class Clause(msgspec.Struct, frozen=True):
    """Chunks ``[lo, hi)``; ``sentence`` and ``block`` count from the start of the article."""

    lo: int
    hi: int
    sentence: int
    block: int
    headline: bool
    background: bool


def cut_clauses(row: Sequence[Chunk], lo: int, hi: int, *, sentence: int, block: int, headline: bool) -> list[Clause]:
    """Cut the chunks of one sentence into clauses."""
    cuts = [lo]
    background = [False]
    seen_act = False
    seen_place = False
    for k in range(lo, hi):
        chunk = row[k]
        particle = chunk.reading(Kind.PARTICLE)
        if particle is not None and particle.entry.cls in _CUTTING:
            if k > cuts[-1]:
                cuts.append(k)
                background.append(False)
            if particle.entry.cls == "background":
                background[-1] = True
            seen_act = seen_place = False
            continue
        if chunk.sort is Sort.STOP and chunk.text == ";" and seen_act:
            cuts.append(k + 1)
            background.append(False)
            seen_act = seen_place = False
            continue
        if chunk.joined and k > cuts[-1] and seen_act and _opens(row, k, hi, seen_place):
            cuts.append(k)
            background.append(background[-1])
            seen_act = seen_place = False
        trigger = chunk.reading(Kind.TRIGGER)
        if trigger is not None and trigger.entry.strength >= 2:
            seen_act = True
        if chunk.sort is Sort.PLACE:
            seen_place = True
    ends = [*cuts[1:], hi]
    return [
        Clause(a, b, sentence, block, headline, back)
        for a, b, back in zip(cuts, ends, background, strict=True)
        if a < b
    ]


def _opens(row: Sequence[Chunk], k: int, hi: int, seen_place: bool) -> bool:
    """Tell whether a joined word begins another act rather than goes on with this one."""
    chunk = row[k]
    trigger = chunk.reading(Kind.TRIGGER)
    if trigger is not None and trigger.entry.strength >= 2:
        if trigger.form.pos is Pos.VERB:
            return True
        return seen_place and _place_ahead(row, k, hi)
    harm = chunk.reading(Kind.HARM)
    if harm is not None and harm.form.pos is Pos.VERB:
        return _act_ahead(row, k, hi)
    return (
        chunk.sort is Sort.ACTOR
        and chunk.prep == ""
        and seen_place
        and _act_ahead(row, k, hi)
        and row[k - 1].sort is Sort.STOP
    )


def _act_ahead(row: Sequence[Chunk], k: int, hi: int) -> bool:
    for j in range(k + 1, hi):
        if _is_joint(row[j]):
            return False
        trigger = row[j].reading(Kind.TRIGGER)
        if trigger is not None and trigger.entry.strength >= 2:
            return True
    return False


def _place_ahead(row: Sequence[Chunk], k: int, hi: int) -> bool:
    for j in range(k + 1, hi):
        if _is_joint(row[j]):
            return False
        if row[j].sort is Sort.PLACE:
            return True
    return False


def _is_joint(chunk: Chunk) -> bool:
    particle = chunk.reading(Kind.PARTICLE)
    return particle is not None and particle.entry.cls in _CUTTING
