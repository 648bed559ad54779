"""Where the toll of another act begins in a sentence, told by other means and with a place of its own: "a man was killed in A by gunfire, |and a child was hurt| in B by a mine"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.ahead import is_joint, place_ahead
from waqai.code.clause.next_act import KILLINGS
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.find import HURT

_OPEN: Final = frozenset({"", "other"})
_AMID: Final = frozenset(',،()"')


def begins_elsewhere(row: Sequence[Chunk], k: int, hi: int, told: str, *, act: bool, harm: bool) -> bool:
    """Tell whether another act, with its own place, begins with the joined word at ``k``: a toll by other means or by others than ``told``, or shots."""
    if harm and _is_other_toll(row, k, hi, told):
        return True
    return act and _opens_fire(row, k, hi) and place_ahead(row, k, hi)


def means_of(chunk: Chunk) -> str:
    """Give the method that an act or a weapon names; empty where it names none."""
    act = chunk.senses.get(Kind.TRIGGER)
    if act is not None and act.entry.tells_act and act.entry.method not in _OPEN:
        return act.entry.method
    weapon = chunk.senses.get(Kind.WEAPON)
    return weapon.entry.method if weapon is not None else ""


def _is_other_toll(row: Sequence[Chunk], k: int, hi: int, told: str) -> bool:
    """Tell whether a joined word of harm is of another act than that done by ``told``, a method: its own means and place stand behind it."""
    harm = row[k].reading(Kind.HARM)
    if not told or harm is None or harm.entry.harm not in HURT or Kind.HARM in row[k - 1].senses:
        return False  # "the killing |and wounding| of four"
    if harm.form.pos is not Pos.VERB and harm.entry.cls not in KILLINGS:
        return False  # "twelve dead |and wounded|"
    by: tuple[str, ...] = ()
    place, means = False, ""
    for j in range(k + 1, hi):
        chunk = row[j]
        if is_joint(chunk) or (chunk.sort is Sort.STOP and chunk.text not in _AMID):
            break
        if chunk.joined and Kind.HARM in chunk.senses:
            break
        place = place or chunk.sort is Sort.PLACE
        means = means or means_of(chunk)
        by = by or _doer(row, j)
    if not place or not means:
        return False
    return means != told or (bool(by) and _others_did(row, k, by))


def _doer(row: Sequence[Chunk], j: int) -> tuple[str, ...]:
    """Give by whose fire or hands somebody was hurt, where the actor at ``j`` says it."""
    return row[j].ids if row[j].sort is Sort.ACTOR and row[j - 1].particle == _AGENT else ()


def _others_did(row: Sequence[Chunk], k: int, by: tuple[str, ...]) -> bool:
    """Tell whether what is told ahead of the chunk at ``k`` was done by others."""
    ahead = next((ids for j in range(k - 1, max(0, k - _NEAR), -1) if (ids := _doer(row, j))), by)
    return set(ahead).isdisjoint(by)


_AGENT: Final = "agent"
_NEAR: Final = 10
"""Chunks from who did the one act to the toll of the other."""


def _opens_fire(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a verb that needs its fire has it behind whoever fired: "|and others opened fire| on a shop in B"."""
    verb = row[k].reading(Kind.TRIGGER)
    if verb is None or verb.entry.id != _LAUNCH or verb.form.pos is not Pos.VERB:
        return False
    return any(row[j].particle in FIRED for j in range(k + 1, min(hi, k + _SUBJECT)))


_LAUNCH: Final = "trigger.launch"
FIRED: Final = frozenset({"fire_word", "live_fire"})
"""Particles of what is fired: "opened |fire|", "shot |live rounds|"."""
_SUBJECT: Final = 4
"""Chunks of the verb and who fired."""


def is_of_earlier(row: Sequence[Chunk], lo: int, k: int, hi: int) -> bool:
    """Tell whether an act named at ``k``, behind "after", had a toll of its own, of a kind told before: "two died in an ambush in A |after a raid that killed 20|"."""
    act = row[k].reading(Kind.TRIGGER)
    if act is None or act.form.pos is Pos.VERB:
        return False
    cost = _counted(row, k + 1, next((j for j in range(k + 1, hi) if row[j].sort is Sort.STOP), hi))
    return bool(cost) and not cost.isdisjoint(row[j].entry(Kind.HARM).harm for j in range(lo, k))


def _counted(row: Sequence[Chunk], lo: int, hi: int) -> set[str]:
    """Give the kinds of victims that are counted from ``lo`` on."""
    if all(row[j].sort is not Sort.NUMBER for j in range(lo, hi)):
        return set()
    return {harm for j in range(lo, hi) if (harm := row[j].entry(Kind.HARM).harm) in HURT}
