"""The trigger of a clause that says most of what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from waqai.code.clause.attempt import ends_fight
from waqai.code.deed.blasts import BLASTS, HEARD, is_explained, is_heard
from waqai.code.deed.found_dead import is_of_the_found
from waqai.code.deed.framed import is_frame
from waqai.code.deed.refine import OPEN
from waqai.code.deed.telling import is_aim, is_answered, is_no_telling
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk
from waqai.tag.date.expression import Narrative
from waqai.tag.date.find import DateMention

_OF_PEOPLE: Final = frozenset("raid arrest_campaign checkpoint_arrest kidnapping execution assassination".split())
_GROUNDS: Final = "grounds"


def heaviest(
    row: Sequence[Chunk], lo: int, hi: int, acts: Sequence[int], marks: Mapping[str, int]
) -> tuple[int, int] | None:
    """Find the trigger that says most of what was done: its weight and its chunk; ``None`` where none of ``acts`` tells one."""
    best: tuple[int, int] | None = None
    may_end = not _ENDS.isdisjoint(marks)
    for k in range(lo, hi) if may_end else acts:
        if may_end and _ends_ahead(row, lo, k, best):
            break
        trigger = row[k].senses.get(Kind.TRIGGER)
        if trigger is None or trigger.entry.strength < 1 or is_no_telling(row, lo, hi, k, trigger):
            continue
        if trigger.entry.method == _KIDNAPS and is_of_the_found(row, lo, k):
            continue  # "found the body of a man |whom gunmen had kidnapped|"
        if best is not None and _is_of_act(row, lo, k, best[1], trigger):
            continue
        if trigger.entry.id in BLASTS and is_explained(row, k, hi):
            continue
        beside = _is_beside(row, lo, hi, k, trigger)
        weight = _weight(k, trigger) - _PRIOR * (row[k].prior + 2 * beside)
        if best is None or weight > best[0] or ends_fight(row, lo, best[1], k):
            best = (weight, k)
    return best


def _ends_ahead(row: Sequence[Chunk], lo: int, k: int, best: tuple[int, int] | None) -> bool:
    """Tell whether the act stands ahead of ``k``: "arrested |for| a bombing", "battles with X, |which resorts to| suicide bombings"."""
    chunk = row[k]
    if chunk.particle == _GROUNDS and (_is_harm_told(row, lo, k) if best is None else _seizes(row[best[1]])):
        return True
    return best is not None and chunk.particle in _HABITS and chunk.has(_WAY_OF_WAR)


def _is_of_act(row: Sequence[Chunk], lo: int, k: int, act: int, trigger: Reading) -> bool:
    """Tell whether what stands at ``k`` belongs to the act told before at ``act``: what came of it, how it was heard, what it was for."""
    if trigger.entry.method == _LET_GO and _seizes(row[act]) and row[k - 1].particle == _THEN:
        return True  # "kidnapped a man |before they let him go|"
    return (trigger.entry.id in BLASTS and is_heard(row, lo, act)) or is_aim(row, k, trigger)


def _is_beside(row: Sequence[Chunk], lo: int, hi: int, k: int, trigger: Reading) -> bool:
    """Tell whether an act is told by the way of another: answered by it, at its time, before it, or announced ahead of its verb."""
    if row[k].prep and (is_answered(row, k, hi) or _is_with(row, lo, k) or is_frame(row, lo, hi, k, trigger)):
        return True
    return (k > lo and row[k - 1].particle == _MEANWHILE) or (k <= lo + 1 and _goes_on_from(row, lo, k, trigger))


def _goes_on_from(row: Sequence[Chunk], lo: int, k: int, trigger: Reading) -> bool:
    """Tell whether a clause only goes on from an act told before: "|after the blast| they opened fire", "|a day after the attack| aircraft raided B"."""
    if not trigger.form.definite or trigger.form.pos is Pos.VERB:
        return False
    day = row[k - 1].mention if k > lo else None
    return row[k].prior or (isinstance(day, DateMention) and isinstance(day.expression, Narrative))


_HABITS: Final = frozenset({"way_of_war", "often"})
_ENDS: Final = _HABITS | {_GROUNDS}
"""Classes of particles behind which stands no act of the clause's own."""
_WAY_OF_WAR: Final = "particle.way_of_war"
_KIDNAPS: Final = "kidnapping"
_LET_GO: Final = "release"
_THEN: Final = "before_that"
"""Class of "before", behind which stands what came later."""


def _is_with(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether an act is what one told before coincided with: "the battles went on in A, and |the fights coincided with raids|"."""
    if row[k].prep != "مع":
        return False
    with_it = next((j for j in range(k - 1, max(lo, k - _NEAR) - 1, -1) if row[j].particle == _COINCIDES), k)
    return any(row[j].reading(Kind.TRIGGER) is not None for j in range(with_it + 1, k))


_COINCIDES: Final = "coincides"
_NEAR: Final = 3
"""Chunks from "coincided" to what with: the act that did so stands between."""


_PRIOR: Final = 1000
"""What an act weighs less that only came before the one told: "took A |after| heavy shelling"."""
_MEANWHILE: Final = "meanwhile"


def _seizes(chunk: Chunk) -> bool:
    """Tell whether a chunk says that people were held or put to death, of whom the grounds are told next."""
    return chunk.entry(Kind.TRIGGER).method in _OF_PEOPLE


def _is_harm_told(row: Sequence[Chunk], lo: int, at: int) -> bool:
    """Tell whether somebody's killing or arrest is told before its grounds in a word that is no trigger: "the beheading of two men |for| fighting X"."""
    return any(row[k].entry(Kind.HARM).harm in _SEIZED for k in range(lo, at))


_SEIZED: Final = frozenset({"killed", "detained"})


_TAKES: Final = frozenset({"looting", "seizure"})
_PLUNDER: Final = 300
"""What plunder weighs less than the raid it is part of (ruling 5)."""
_CATCHES: Final = "interception"
_ASIDE: Final = 2000
"""What a relative verb weighs less that says by whom a weapon was caught."""
_SAY_LITTLE: Final = frozenset({"", OPEN, "deployment", "withdrawal"})
"""Methods that give way to any other word of their strength: open ones, and troops who come and go (ruling 11)."""


def _weight(k: int, reading: Reading) -> int:
    """Prefer words that name the act, those with their object before others of their strength; among equals the first told.

    A relative verb ("the rocket that they intercepted") only says more of another act's weapon.
    """
    entry = reading.entry
    named = 0 if entry.method in _SAY_LITTLE or entry.id == HEARD else 200
    has_object = bool(entry.needs) and not reading.form.suffix
    taken = _PLUNDER if entry.method in _TAKES and not entry.sub else 0
    if entry.method == _CATCHES and reading.form.suffix and reading.form.pos is Pos.VERB:
        taken = _ASIDE
    return entry.strength * 1000 + named + (200 if has_object else 0) - taken - k % 200
