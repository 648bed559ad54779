"""Whether a trigger tells an act here, or is a purpose, a landmark in time, or a verb without what makes it an act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.next_act import ALONGSIDE
from waqai.code.deed.aggression import is_met_so
from waqai.code.deed.doubtful import GOES_OFF, HELD_OR_MET, ONLY_BESIDE, is_no_deed, is_no_hold, is_no_start
from waqai.code.deed.ground import is_how_they_stand, is_no_taking
from waqai.code.deed.only_named import is_how_long_after, is_only_named
from waqai.code.deed.purpose import is_purpose
from waqai.code.deed.robbed import is_with_the_dead
from waqai.code.family import is_from_afar
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import UNDERGOES


def is_no_telling(row: Sequence[Chunk], lo: int, hi: int, k: int, trigger: Reading) -> bool:
    """Tell whether a verbal noun is a purpose ("an operation to arrest him") or a landmark in time ("since it took")."""
    chunk, entry, form = row[k], trigger.entry.id, trigger.form
    if is_with_the_dead(row, lo, k, hi, entry) or (form.suffix and is_how_long_after(row, lo, k, trigger)):
        return True
    if is_no_taking(row, lo, k, trigger) or (k > lo and _is_meant(row, k, trigger)):
        return True
    if entry == _ANSWERS and _is_behind_fire(row, lo, k):
        return True
    if is_only_named(row, lo, k, trigger) or _is_grievance(row, lo, hi, k, trigger):
        return True
    if entry == _FREES and _is_freed_too(row, lo, k):
        return True
    if entry in HELD_OR_MET and (said := is_no_hold(row, lo, k, hi, trigger)) is not None:
        return said
    if is_how_they_stand(row, lo, k, trigger) or is_help(row, lo, k) or (chunk.supposed and form.pos is not Pos.VERB):
        return True
    if entry in ONLY_BESIDE and (said := is_no_deed(row, lo, k, hi, trigger)) is not None:
        return said
    if form.tense == "present" and form.text.startswith(_WE):
        return True  # "we burn", "we free": a slogan, a vow
    if entry in GOES_OFF and (said := is_no_start(row, lo, k, hi, trigger)) is not None:
        return said
    if form.pos is Pos.VERB and not (chunk.prep == "ل" and form.tense == "past"):
        return False
    if chunk.prep == "منذ":
        return not _is_dated_with_toll(row, k, hi)
    return not is_met_so(row, lo, k, trigger) and is_purpose(row, lo, hi, k, trigger)


def _is_behind_fire(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether what is answered was told in the clause: "a post |underwent| shelling, and where it came from was answered"."""
    return any(row[j].particle in UNDERGOES for j in range(lo, k))


def _is_freed_too(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a captive is freed in an arrest, which then has two rows: "the arrest of a leader of a gang |and the freeing of| a captive"."""
    return row[k].joined and any(row[j].has(_ARREST) for j in range(lo, k))


_ANSWERS: Final = "trigger.return_fire"
_FREES: Final = "trigger.free_captives.noun"
_ARREST: Final = "trigger.arrest"
_WE: Final = "ن"
"""What a verb of the first person begins with."""


def _is_dated_with_toll(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether an act since which something is so is told with its day and its dead: "since |the attack on 26 June that killed ten|"."""
    dated = any(getattr(row[j].mention, "has_day_word", False) for j in range(k + 1, hi))
    return dated and any(Kind.HARM in row[j].senses for j in range(k + 1, hi))


_BACKED: Final = frozenset({"backed", "partner"})
_STRIKES: Final = "trigger.fire_at"


def is_help(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether strikes are only what an advance was backed with: part of it, and no act of their own (ruling 16)."""
    act = row[k].reading(Kind.TRIGGER) if k > lo and row[k - 1].particle in _BACKED else None
    if act is None or act.form.pos is Pos.VERB or (k - 1 == lo and row[lo].has(ALONGSIDE)):
        return False
    if not is_from_afar(act.entry.method) and act.entry.id != _STRIKES:
        return False
    return row[k].gap <= 1 and not row[k].joined and row[k].prep in ("ب", "من", "")


def is_aim(row: Sequence[Chunk], k: int, trigger: Reading) -> bool:
    """Tell whether an act is what another was meant for: "attacked A |with the aim of taking| the road"."""
    return trigger.form.pos is not Pos.VERB and row[k - 1].particle in _PLANS and row[k].gap <= 1 and not row[k].joined


def _is_meant(row: Sequence[Chunk], k: int, trigger: Reading) -> bool:
    """Tell whether ground is what an operation aims at: "a battle |that aims at the taking| of A"."""
    noun = trigger.form.pos is not Pos.VERB or bool(row[k].prep)  # "its regaining" is spelt like "he regained it"
    return trigger.entry.method == "capture" and noun and row[k - 1].particle == _AIM


_PLANS: Final = frozenset({"plan", "in_attempt", "tasked"})
_AIM: Final = "aim"


def _is_grievance(row: Sequence[Chunk], lo: int, hi: int, k: int, trigger: Reading) -> bool:
    """Tell whether an act is what a protest told behind it, or a road cut before it, is against: "|against the arrest| of students dozens demonstrated in A"."""
    if trigger.form.pos is Pos.VERB or k == 0 or row[k - 1].particle != _AGAINST or row[k].gap > 1:
        return False
    cut = any(row[j].entry(Kind.TRIGGER).method == _ROAD_CUT for j in range(lo, k))
    return cut or any(row[j].entry(Kind.TRIGGER).method in _PROTESTS for j in range(k + 1, hi))


_ROAD_CUT: Final = "road_block"
_AGAINST: Final = "protests_at"
_PROTESTS: Final = frozenset({"demonstration", "sit_in", "general_strike"})


def is_answered(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether an act is what somebody answered by the one told behind it: "X answered |the advance of| Y |by shelling| A"."""
    if row[k].prep != "علي" or row[k - 1].sort is not Sort.ACTOR or row[k - 1].prep:
        return False
    stop = next((j for j in range(k + 1, hi) if row[j].sort is Sort.STOP), hi)
    return any(row[j].prep == "ب" and row[j].entry(Kind.TRIGGER).tells_act for j in range(k + 1, stop))
