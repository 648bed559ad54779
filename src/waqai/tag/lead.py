"""What the word right before a chunk says of it: its preposition, "and", "that", "after", "when" ("said |that| X took A |after| shelling").

In: the words of a text, and the readings of the chunk behind one. Out: a ``Lead``, which the row of chunks takes over.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from waqai.lexicon.entry import Kind, Pos
from waqai.lexicon.readings import Readings
from waqai.tag.chunk_words import AND, BEFORE, INDEED, PARTS, SIDES, THAT, THEN, THIS, WHEN

_OF: Final = "من"
_LETTERS: Final = frozenset({"ل", "ب"})
"""Prepositions of one letter, which a mark may part from their word, as they are of it: 'a post of [l-] "X"'."""
Lead: TypeAlias = tuple[str | None, str, bool, bool, bool, bool, bool, bool]
"""What the word before a chunk says of it: preposition, pronoun of who speaks, "that", "after"; whether it joins it, and that with "then"; whether it is a letter of it; "when"."""
NO_LEAD: Final[Lead] = (None, "", False, False, False, False, False, False)


def read_lead(texts: list[str], first: int, before: str, readings: Readings, *, quoted: bool) -> Lead:
    """Read the word ``before`` the chunk that begins at token ``first``, or before the quotation mark there."""
    if before == _OF and _is_partitive(texts, first - 1 - quoted):
        return NO_LEAD
    prep, itself, that, prior = BEFORE[before]
    comma = texts[first - 2] == ","
    then = (before == THEN and (_kills(readings) or (comma and _is_deed(readings)))) or (
        before == INDEED and comma and _is_news(readings)
    )
    that = that or (before in THIS and texts[first - 2] in THAT)  # "said |that these| forces took A"
    return prep, itself, that, prior, then or before == AND, then, before in _LETTERS, before in WHEN


def _kills(readings: Readings) -> bool:
    """Tell whether a word tells of dead."""
    harm = readings.senses.get(Kind.HARM)
    return harm is not None and harm.entry.harm == "killed"


def _is_deed(readings: Readings) -> bool:
    """Tell whether a word is a verb that tells an act."""
    act = readings.senses.get(Kind.TRIGGER)
    return act is not None and act.entry.tells_act and act.form.pos is not Pos.NOUN


def _is_news(readings: Readings) -> bool:
    """Tell whether a word is a verb that tells an act, or that somebody managed what is told next; whoever warded something off did it to what is told before."""
    told, act = readings.senses.get(Kind.PARTICLE), readings.senses.get(Kind.TRIGGER)
    if act is not None and act.entry.method == _WARDED_OFF:
        return False
    return _is_deed(readings) or (told is not None and told.entry.cls in _DONE)


_DONE, _WARDED_OFF = frozenset({"managed", "does"}), "interception"


def _is_partitive(texts: list[str], at: int) -> bool:
    """Tell whether "of" at token ``at`` follows a part or "each": "in each of A and B", "the south side of A"."""
    if at < 1:
        return False
    return texts[at - 1] in PARTS or (at > 1 and texts[at - 2] in SIDES)
