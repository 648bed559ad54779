"""What is kept and is nobody who could be held: a body, cars: "the soldiers |held his body|", "|stopped the vehicles| and searched them"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk, Sort

_HELD: Final = "harm.detained_verb"
_DOER: Final = 3
"""Chunks of who did so, and when, between the verb and what was kept."""


def holds_a_thing(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether what is held behind a verb of holding is a body or a car, whoever held it standing between."""
    if not row[i].has(_HELD):
        return False
    kept = tables()["kept"]
    for chunk in row[i + 1 : min(hi, i + 2 + _DOER)]:
        if chunk.prep or chunk.gap > 1 or chunk.sort is Sort.STOP:
            return False
        if chunk.text.startswith(tuple(kept["bodies"])):
            return True
        if chunk.text.startswith(tuple(kept["cars"])):
            return Kind.VICTIM not in chunk.senses and not chunk.joined
        if not (chunk.sort in (Sort.ACTOR, Sort.DATE) or Kind.FORCE in chunk.senses):
            return False
    return False


def is_captive(chunk: Chunk) -> bool:
    """Tell whether a word calls the one who is named behind it a prisoner: "|the prisoner| So-and-so was martyred"."""
    word = chunk.reading(Kind.HARM)
    return word is not None and word.entry.id == "harm.captive" and word.form.definite and word.form.number == "sg"
