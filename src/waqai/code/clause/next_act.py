"""What else begins a second act: an announcement, the toll of another place, the bombing for which people were arrested."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.ahead import act_ahead, place_ahead
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunks import Chunk, Sort
from waqai.tag.number.find import NumberMention

_REPELS: Final = "particle.repel"
_TELLS_ACT: Final = 2
"""Strength of triggers that tell an act, with what it was done."""
_NAMES_ACT: Final = 3
"""Strength of triggers that name their act."""
_BESIDES: Final = "besides"
_OVER: Final = 6
"""Chunks between an arrest and what it was for."""


def verb_of_act(chunk: Chunk) -> Reading | None:
    """Give the verb of an act, or of beating one off."""
    act = chunk.reading(Kind.TRIGGER)
    if act is None:
        return next((r for r in chunk.readings if r.entry.id == _REPELS and r.form.pos is Pos.VERB), None)
    return act if act.form.pos is Pos.VERB and act.entry.strength >= _TELLS_ACT else None


def announces(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether somebody goes on to announce an act: "the factions entered A, |and announced| that they took B"."""
    source = row[k].reading(Kind.SOURCE)
    return source is not None and source.entry.cls == "verb" and act_ahead(row, k, hi)


def breaks_out(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether another act begins behind a verb nobody reads, "and |clashes| broke out in A", or a place falls into hands."""
    trigger = row[k].reading(Kind.TRIGGER)
    if trigger is None:
        return False
    if trigger.entry.id == _FALL:
        return row[k].joined and k + 2 < hi and row[k + 1].sort is Sort.PLACE and row[k + 2].particle in _INTO
    noun = trigger.form.pos is not Pos.VERB and not trigger.form.definite and trigger.entry.strength >= _NAMES_ACT
    return noun and row[k].linked and row[k].gap == 1 and not row[k].prep and place_ahead(row, k, hi)


_FALL: Final = "trigger.fall"
_INTO: Final = frozenset({"hands", "agent"})


def is_next_toll(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether the toll of another place and act follows: "eleven were killed in A by raids, |and seven| in B by barrel bombs"."""
    mention = row[k].mention
    if not isinstance(mention, NumberMention) or not mention.counts or row[k - 1].sort is not Sort.STOP:
        return False
    at = next((j for j in range(k + 1, min(hi, k + 3)) if row[j].sort is Sort.PLACE), None)
    return at is not None and row[at].prep == "في" and act_ahead(row, at, min(hi, at + 4))


def is_toll_besides(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether "besides" brings a toll and its place: "|besides| the killing of three by shells on A"."""
    if row[k].particle != _BESIDES:
        return False
    return any(row[j].reading(Kind.HARM) is not None for j in range(k + 1, min(hi, k + 3))) and place_ahead(row, k, hi)


def is_looked_into(row: Sequence[Chunk], lo: int, k: int, hi: int) -> bool:
    """Tell whether an act is told of for which people were arrested: "arrested a man over |the bombing which| killed ten"."""
    trigger = row[k].reading(Kind.TRIGGER)
    if trigger is None or k + 1 >= hi or row[k + 1].gap != 1 or trigger.entry.strength < _NAMES_ACT:
        return False
    named = trigger.form.definite or (trigger.form.pos is Pos.PHRASE and row[k].text.startswith("ال"))
    came = row[k + 1].particle == "result" or verb_of_act(row[k + 1]) is not None
    return named and came and any(_detains(row[j]) for j in range(max(lo, k - _OVER), k))


def _detains(chunk: Chunk) -> bool:
    harm = chunk.reading(Kind.HARM)
    return harm is not None and harm.entry.harm == "detained"
