"""Ground whose taking only says since when something is: "reopened |after the expulsion of| X from A"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.deed.method import MethodFound
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk

_ITS_CAPTURE: Final = "method.trigger.its_capture"


def says_since_when(row: Sequence[Chunk], lo: int, method: MethodFound) -> bool:
    """Tell whether a taking stands behind "after"; what whoever was just named took is news there too: "advanced on A |after taking| B"."""
    prior = row[method.at].prior and method.rule != _ITS_CAPTURE
    return prior or _goes_with_prior(row, lo, method.at)


def _goes_with_prior(row: Sequence[Chunk], lo: int, at: int) -> bool:
    """Tell whether "and" joins an act to one behind "after": "after the taking of A |and the rout of| X"."""
    verb = row[at].reading(Kind.TRIGGER)
    noun = verb is not None and verb.form.pos is not Pos.VERB and row[at].joined
    return noun and any(row[k].prior and row[k].reading(Kind.TRIGGER) is not None for k in range(lo, at))
