"""The steering words of a clause: background, plan, negation, doubt, cause, and what else its particles say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.attempt import is_taking
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort

_FUTURE: Final = "س"
"""The letter that puts a verb in the future."""
_HOW: Final = "particle.joint.how"
_WAS_TO: Final = "particle.was_to"
_BACKGROUND: Final = "particle.background"
_DIED: Final = "harm.died_verb"
_ALSO: Final = {
    "particle.accuses_now": "ongoing",
    "particle.agent_now": "agent_now",
    "particle.ongoing.raised": "raised",
    "particle.background.series": "series",
    "particle.joint.apart": "apart",
    "particle.survive": "survives",
}
"""Entries that mark more than their class: verbs in the present, which may tell a habit, and joints that open another matter, so
that what was told before them dates nothing behind them."""
_SHOTS: Final = "trigger.fire"
_HAPPENED_BEFORE: Final = "سبق"
AFTER_TAKING: Final = "after_taking"
"""Mark of the noun of a taking after which the act was: "clashes in A |after X's control of| B"."""


def read_marks(row: Sequence[Chunk], lo: int, hi: int, steering: Sequence[int]) -> dict[str, int]:
    """Note the steering particles of chunks ``[lo, hi)`` by class, each with its chunk; ``steering`` are those that can be any."""
    marks: dict[str, int] = {}
    for k in steering:
        chunk = row[k]
        if chunk.sort is Sort.ACTOR:
            marks.setdefault("hedge", k)
            continue
        if "plan" in marks and _says_more(chunk) and not any(Kind.TRIGGER in c.senses for c in row[marks["plan"] : k]):
            del marks["plan"]
        particle = chunk.particle
        if particle and not (particle == "plan" and _is_victim(row, lo, k)):
            marks.setdefault(particle, k)
            entry = chunk.entry(Kind.PARTICLE).id
            if entry in _ALSO:
                marks.setdefault(_ALSO[entry], k)
            elif entry == _HOW and k == lo:
                marks["how"] = k
            elif entry == _BACKGROUND and chunk.text.removeprefix("و") == _HAPPENED_BEFORE:
                marks.setdefault("once", k)
        elif chunk.tells and chunk.has(_DIED):
            marks.setdefault("died", k)
        if not chunk.tells:
            continue
        if chunk.prior and is_taking(chunk) and chunk.senses[Kind.TRIGGER].form.pos is not Pos.VERB:
            marks.setdefault(AFTER_TAKING, k)
        if chunk.prep == _FUTURE and Kind.TRIGGER in chunk.senses:
            marks.setdefault("plan", k)
    if "pulled_out" in marks and any(
        c.senses[Kind.TRIGGER].entry.method == "clash" for c in row[lo:hi] if Kind.TRIGGER in c.senses
    ):
        del marks["pulled_out"]  # "after its withdrawal in the wake of clashes"
    if "disperses" in marks and "aloft" not in marks and (shots := _shots_at_crowd(row, lo, hi)) is not None:
        marks.setdefault("live_fire", shots)
    return marks


def _shots_at_crowd(row: Sequence[Chunk], lo: int, hi: int) -> int | None:
    """Find the fire by which a crowd is dispersed, no gas among it: "|opened fire| to disperse them"."""
    if any(chunk.has(_GAS) for chunk in row[lo:hi]):
        return None
    return next((k for k in range(lo, hi) if row[k].has(_SHOTS)), None)


_GAS: Final = "particle.disperses.gas"


def _says_more(chunk: Chunk) -> bool:
    """Tell whether somebody goes on to say another thing, of which the plan told before is none: "will go on …, |and pointed out| that"."""
    source = chunk.reading(Kind.SOURCE)
    return chunk.joined and source is not None and source.form.pos is Pos.VERB


def _is_victim(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a word that may plan or be a person is the person, "the killing of a student (one who asks)", or the plan was one of the hurt: "killed a man |who was to| marry"."""
    if row[k].entry(Kind.PARTICLE).id == _WAS_TO:
        return any(Kind.HARM in row[j].senses for j in range(lo, k))
    return k > lo and row[k].reading(Kind.VICTIM) is not None and row[k - 1].reading(Kind.HARM) is not None
