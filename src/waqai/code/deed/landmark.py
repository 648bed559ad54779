"""What only says since when something is: "reopened |after the expulsion of| X from A", "raided A |after the death of| ten"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.deed.method import TAKEN_THEN, MethodFound
from waqai.code.family import FROM_AFAR
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk
from waqai.tag.harm.find import HarmMention

_ITS_CAPTURE: Final = "method.trigger.its_capture"
_SINCE_THAT: Final = "since_that"


def says_since_when(row: Sequence[Chunk], lo: int, method: MethodFound) -> bool:
    """Tell whether a taking stands behind "after"; what whoever was just named took is news there too: "advanced on A |after taking| B"."""
    if method.rule == TAKEN_THEN:
        return False  # it has a day of its own
    if any(row[k].particle == _SINCE_THAT for k in range(lo, method.at)):
        return True  # "rules from A |since X spread its control over| B"
    prior = row[method.at].prior and method.rule != _ITS_CAPTURE
    if prior and _was_fought_for(row, method.at):
        return False
    return prior or _goes_with_prior(row, lo, method.at)


def _was_fought_for(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether a taking behind "after" is told with the fight for it, as news is: "after taking A, |following heavy clashes|"."""
    for k in range(at + 1, min(at + _TAKEN, len(row) - 1)):
        if row[k].text == "." or (row[k].tells and row[k].particle != _CAUSE):
            return False
        if row[k].particle == _CAUSE:
            return row[k + 1].entry(Kind.TRIGGER).method == "clash" and not row[k + 1].gap
    return False


_CAUSE: Final = "cause"
_TAKEN: Final = 8
"""Chunks from a taking to the fight for it: its places and whose they were."""


def _goes_with_prior(row: Sequence[Chunk], lo: int, at: int) -> bool:
    """Tell whether "and" joins an act to one behind "after": "after the taking of A |and the rout of| X"."""
    verb = row[at].reading(Kind.TRIGGER)
    noun = verb is not None and verb.form.pos is not Pos.VERB and row[at].joined
    return noun and any(row[k].prior and row[k].reading(Kind.TRIGGER) is not None for k in range(lo, at))


def without_earlier(row: Sequence[Chunk], harm: list[HarmMention], method: MethodFound | None) -> list[HarmMention]:
    """Leave out of strikes and fire the dead of an act before them: "raided A |after 45 of its soldiers were killed|"."""
    if method is None or method.family not in FROM_AFAR:
        return harm
    return [h for h in harm if not (h.at > method.at and (row[h.at].prior or _is_after_that(row, method.at, h.at)))]


def _is_after_that(row: Sequence[Chunk], at: int, k: int) -> bool:
    """Tell whether "after that" stands before a verb of harm, and nobody who says "that"."""
    return row[k].that and row[k].gap == _AFTER_THAT and all(c.reading(Kind.SOURCE) is None for c in row[at + 1 : k])


_AFTER_THAT: Final = 2
"""Words of "after that"."""
