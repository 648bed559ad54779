"""Whether "to" [li-] before a verbal noun says what something is for, or brings the act itself: "an operation |to arrest| him", "exposed |to shelling|"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.other_toll import FIRED
from waqai.code.family import REPELS
from waqai.lexicon.entry import Pos, Reading
from waqai.tag.chunk import Chunk
from waqai.tag.chunk_words import UNDERGOES

TAKE_TO: Final = UNDERGOES | {"cause", "grounds"}
"""Particles after which "to" brings the act itself: "was exposed to shelling", "owing to a raid"."""


def is_purpose(row: Sequence[Chunk], lo: int, hi: int, k: int, trigger: Reading) -> bool:
    """Tell whether the act at ``k`` is only what something else is for."""
    if _is_parted(row, k, trigger):
        return True
    if row[k].prep == "الي":
        return _is_called_for(row, lo, k, trigger)
    if row[k].prep != "ل" or any(takes_to(row[j]) for j in range(lo, k)) or _is_pictured(row, k):
        return False
    return not (
        _is_repelled(row, k, trigger) or _is_carried_out(row, k, hi, trigger) or _is_by_fire(row, lo, k, trigger)
    )


def _is_parted(row: Sequence[Chunk], k: int, trigger: Reading) -> bool:
    """Tell whether a fight told before is what somebody stepped in to part: "the police came |to break up the fight|"."""
    known = trigger.entry.method == "clash" and trigger.form.definite
    return known and not row[k].gap and row[k - 1].text in _PARTS


_PARTS: Final = frozenset({"فض", "لفض", "بفض", "وفض"})


def _is_called_for(row: Sequence[Chunk], lo: int, k: int, trigger: Reading) -> bool:
    """Tell whether letting go is what somebody calls for: "the envoy called |for the release| of …"; one can lead to it, or be brought to it."""
    if trigger.entry.method != "release" or trigger.form.pos is Pos.VERB:
        return False
    return not any(row[j].particle in _BRINGS for j in range(max(lo, k - _NEAR), k + 1))


_BRINGS: Final = frozenset({"result", "brings", "managed", "besides", "cause", "agent", "aim"})
_NEAR: Final = 3


def _is_pictured(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether the act is what pictures right before it show: "a video |of the raids| on A"."""
    return row[k - 1].particle == _PICTURES and row[k].gap <= 1 and not row[k].joined


_PICTURES: Final = "pictures"


def takes_to(chunk: Chunk) -> bool:
    """Tell whether a particle brings the act with "to": "was exposed to shelling"."""
    return chunk.particle in TAKE_TO


def _is_repelled(row: Sequence[Chunk], k: int, trigger: Reading) -> bool:
    """Tell whether an attack is what was beaten off: "managed to ward |off an attempt to steal in|"."""
    return row[k - 1].has_any(REPELS) and trigger.entry.method in _BEATEN_OFF


_BEATEN_OFF: Final = frozenset({"clash", "other"})


def _is_by_fire(row: Sequence[Chunk], lo: int, k: int, trigger: Reading) -> bool:
    """Tell whether a crowd is broken up with what the clause tells before: "fired in the air |to break up| the protesters"."""
    return trigger.entry.id == _BREAKS_UP and any(row[j].particle in _FIRES for j in range(lo, k))


_BREAKS_UP: Final = "trigger.disperse"
_FIRES: Final = FIRED | {"aloft"}


def _is_carried_out(row: Sequence[Chunk], k: int, hi: int, trigger: Reading) -> bool:
    """Tell whether "of", not "for", stands before an act that somebody did: "the first moments |of the shelling that X carried out|"."""
    return trigger.form.definite and k + 1 < hi and row[k + 1].particle == _DONE_BY and row[k + 1].gap <= 1


_DONE_BY: Final = "agent"
