"""Acts that stand only in what somebody or something is called by: those condemned |to death|, a village |within the truce|, people let go |whom X had arrested|."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.next_act import is_his_arrest
from waqai.code.deed.found_dead import is_killed_ahead
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort

_EXECUTION: Final = "trigger.execution"
_TRUCE: Final = "ceasefire"
_ARREST: Final = "trigger.arrest"
_LET_GO: Final = "release"
_WITHIN: Final = "ضمن"
_TO: Final = "ب"
_NEAR: Final = 6
"""Chunks between who was let go and who had arrested him: the keeper, how many, and who they are."""


def is_only_named(row: Sequence[Chunk], lo: int, k: int, trigger: Reading) -> bool:
    """Tell whether the act at ``k`` only says of which people or place something else is told."""
    chunk = row[k]
    if trigger.entry.id == _EXECUTION:
        return chunk.prep == _TO and trigger.form.definite and not trigger.form.suffix
    if trigger.entry.id == _KIDNAPPING:  # "accused |of kidnapping|"
        return chunk.prep == _TO and trigger.form.definite and not trigger.form.suffix and _is_of_accused(row, k)
    if trigger.entry.method == _TRUCE:
        return chunk.prep == _WITHIN
    if trigger.form.definite and _says_what_ruined(row, lo, k):
        return True
    return trigger.entry.id == _ARREST and _of_those_let_go(row, lo, k, trigger)


def _says_what_ruined(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether the shelling is only what ruined a place of which something else is told: "a hospital in the city of A, |which the shelling has destroyed|"."""
    if k - 2 < lo or row[k].gap or row[k].prep or row[k - 1].gap != 1 or row[k - 2].sort is not Sort.PLACE:
        return False
    ruin = row[k - 1].reading(Kind.TRIGGER)
    return ruin is not None and ruin.entry.id == _DESTROY and ruin.form.is_active_verb and bool(ruin.form.suffix)


_DESTROY: Final = "trigger.destroy"


def _is_of_accused(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether nobody but those charged with it stands before the act: "a man accused |of kidnapping|"."""
    return row[k - 1].particle in _CHARGED or row[k - 1].has(_WANTED)


_KIDNAPPING: Final = "trigger.kidnapping"
_WANTED: Final = "victim.wanted"
_CHARGED: Final = frozenset({"accused", "grounds"})


def _of_those_let_go(row: Sequence[Chunk], lo: int, k: int, trigger: Reading) -> bool:
    """Tell whether those arrested are those whose release is told: "the release of 25 men |whom it had arrested|"."""
    if trigger.form.pos is not Pos.VERB or not trigger.form.suffix or row[k].joined:
        return False
    freed = (row[j].reading(Kind.TRIGGER) for j in range(k - 1, max(lo, k - _NEAR) - 1, -1))
    return any(told is not None and told.entry.method == _LET_GO for told in freed)


def is_how_long_after(row: Sequence[Chunk], lo: int, k: int, trigger: Reading) -> bool:
    """Tell whether somebody's arrest only says when something came of it: "let him go three days after |his arrest|"."""
    if not trigger.form.suffix:
        return False
    if row[k].prior and trigger.entry.method == _KIDNAPPED and is_killed_ahead(row, lo, k):
        return True  # "two men were killed |after they were kidnapped|": the killing is told
    return k > lo and row[k].prep in _AFTER and row[k - 1].sort is Sort.DATE and is_his_arrest(row[k])


_KIDNAPPED: Final = "kidnapping"
_AFTER: Final = ("من", "علي")
"""What stands between "three days" and what they are counted from: "[of] his arrest", "after [upon] his arrest"."""
