"""Whose the counted dead are, where it stands before them: "there fell |of X| four dead", "|X| suffered 18 dead".

In: a row of chunks and the chunk where the dead and their number begin.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.values.count import Count


def is_of_actor_before(row: Sequence[Chunk], first: int, lo: int) -> bool:
    """Tell whether whose the dead are stands before their number: "there fell |of X| four dead", "|X| suffered 18 dead"."""
    if first - 1 < lo or row[first].gap or row[first].joined or row[first - 1].sort is not Sort.ACTOR:
        return False
    return row[first - 1].prep == "من" or (first - 2 >= lo and row[first - 2].particle == _UNDERGO)


def is_one_fallen(row: Sequence[Chunk], first: int, lo: int) -> bool:
    """Tell whether one man of a side fell dead: "there fell |one of the members of X| dead"."""
    man = first - 1
    if man - 1 <= lo or row[first].gap or row[first].prep or row[first].joined or row[man].sort is not Sort.ACTOR:
        return False
    one = getattr(row[man - 1].mention, "count", None) == Count.exactly(1) and not row[man].gap
    return (one or row[man].men == "sg") and any(chunk.has(_FALL) for chunk in row[max(lo, man - _FAR) : man])


_FAR: Final = 6
"""Chunks of where and in what somebody fell, between the verb and him."""
_UNDERGO: Final = "undergo"
_FALL: Final = "trigger.fall"


def are_told_again(row: Sequence[Chunk], at: int, after: int, reading: Reading) -> bool:
    """Tell whether captives or bodies that nobody counts are of those told before: "the teams recovered |the body|", "|the bodies of| the dead"."""
    if reading.entry.id != _BODY:
        return reading.entry.id == _CAPTIVE
    form = reading.form
    of_them = after < len(row) and not row[after].gap and row[after].text[:2] == _THE and _kills(row[after])
    if not ((form.definite and not form.suffix) or (form.number == "pl" and of_them)):
        return False
    return any(_kills(chunk) for chunk in row[:at])


def _kills(chunk: Chunk) -> bool:
    harm = chunk.senses.get(Kind.HARM)
    return harm is not None and harm.entry.harm == _KILLED and harm.entry.id != _BODY


_THE: Final = "ال"
_KILLED: Final = "killed"
_BODY: Final = "harm.body"
_CAPTIVE: Final = "harm.captive"
