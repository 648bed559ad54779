"""Acts that a phrase at the head of a sentence only announces: "|In another attack| X fired at A"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort


def is_frame(row: Sequence[Chunk], lo: int, hi: int, k: int, act: Reading) -> bool:
    """Tell whether an act behind "in" is told by the verb behind it: "in another attack |X fired| at A", "in a new attack |X set about firing| at A"."""
    if k > lo + 1 or row[k].prep != _IN or act.form.pos is Pos.VERB or act.form.definite or act.form.suffix:
        return False
    doer = False
    for chunk in row[k + 1 : min(hi, k + _NEAR)]:
        told = chunk.reading(Kind.TRIGGER)
        if told is not None:
            verb = told.form.pos is Pos.VERB and told.form.tense == _PAST and not told.form.suffix
            return not chunk.joined and ((verb and not doer) or (chunk.prep == _WITH and doer))
        if chunk.sort is Sort.ACTOR and not (chunk.prep or chunk.joined):
            doer = chunk.gap > 0
        elif not (chunk.text == "," or chunk.has(_OTHER) or chunk.particle == _ALIKE or chunk.sort is Sort.DATE):
            return False
    return False


_IN: Final = "في"
_WITH: Final = "ب"
_PAST: Final = "past"
_OTHER: Final = "victim.other"
_ALIKE: Final = "alike"
_NEAR: Final = 6
"""Chunks from the phrase to the verb: "another", a comma, when it was, who did it."""
