"""Words that tell an act only of those whom their clause names: collisions of armed men, ground that came under a side's hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.deed.turned import is_crowd
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.find import COMBATANTS
from waqai.values.actor import PROTESTERS

COLLISION: Final = "trigger.collision"
FACE: Final = "trigger.face"
_MOVED: Final = "trigger.come_under.moved"
COME_UNDER: Final = frozenset({"trigger.come_under", _MOVED})
_PROTEST: Final = frozenset({"demonstration", "road_block"})
_POLICE: Final = "force.police"
_NAMED: Final = "known_as"
_REACH: Final = 5
"""Chunks behind the word in which its sides stand."""
_HELD: Final = 12
"""Chunks between "came to be" and the word for the hold."""


def is_of_unarmed(row: Sequence[Chunk], lo: int, k: int, hi: int) -> bool:
    """Tell whether the collision at ``k`` is one of a crowd, or names no armed side; a man may also be so called."""
    if k > 0 and row[k - 1].particle == _NAMED:
        return True
    near = row[k + 1 : min(hi, k + _REACH)]
    if any(PROTESTERS in chunk.ids for chunk in near):
        return False  # it is they who riot (section 2)
    if any(chunk.entry(Kind.TRIGGER).method in _PROTEST for chunk in row[lo:hi]):
        return True
    if any(is_crowd(c) and (c.prep in ("بين", "مع") or c.joined) for c in near):
        return True
    return not any(_is_armed(chunk) for chunk in near) and not any(chunk.has(_GUNMAN) for chunk in row[lo:k])


def is_of_one_side(row: Sequence[Chunk], lo: int, k: int, hi: int) -> bool:
    """Tell whether a word for facing somebody does not name two armed sides: "|faced| difficulties", "fought the disease"."""
    near = row[max(lo, k - _REACH) : min(hi, k + _REACH + 1)]
    sides = {chunk.ids for chunk in near if _is_armed(chunk)}
    return len(sides) < _SIDES


_SIDES: Final = 2


def _is_armed(chunk: Chunk) -> bool:
    """Tell whether a chunk is an armed side: not the police, nor a state whose people they may be, who collide with crowds too."""
    if chunk.sort is Sort.ACTOR:
        ids = chunk.ids
        return not all(i.endswith(_POLICING) for i in ids)
    return chunk.entry(Kind.VICTIM).who == COMBATANTS or chunk.entry(Kind.FORCE).id not in ("", _POLICE)


_GUNMAN: Final = "victim.gunman"
_POLICING: Final = ("_STATE", "_POLICE", "POLICE_OTHER")
"""How the names of states whose police bear them too, and of police forces, end."""


def is_no_ground(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether what "came to be" in hands at ``k`` is no place, or the hands nobody's who fights: "the child is in his family's hands"."""
    came = row[k].reading(Kind.TRIGGER)
    if came is not None and came.form.suffix:
        return True  # "with |its coming| under the control of": since then, or still
    moved = came if came is not None and came.entry.id == _MOVED else None
    held = next((j for j in range(k + 1, min(hi, k + _HELD)) if row[j].particle in ("agent", "hands", "control")), -1)
    if held < 0:
        near = row[max(0, k - 1) : k + _REACH]  # "|patrols| fell into their hands"
        return moved is not None and all(c.sort is not Sort.PLACE or bool(c.prep) for c in near)
    between = _without_aside(row[k + 1 : held])
    if moved is not None and (moved.form.tense == "present" or not _moves_only(between, row[held])):
        return True
    if any(_is_civilian(chunk) for chunk in between):
        return True
    if row[held].particle == "control":
        return False
    place = any(chunk.sort is Sort.PLACE and not chunk.prep for chunk in (*between, row[k - 1]))
    holder = held + 1 < hi and not row[held + 1].gap and row[held + 1].names_side
    return not (place and holder)


def _without_aside(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Leave out what two commas set off: "became|, which lies west of A,| under the control of"."""
    commas = [n for n, chunk in enumerate(chunks) if chunk.text == ","]
    return [*chunks[: commas[0]], *chunks[commas[-1] + 1 :]] if len(commas) > 1 else list(chunks)


def _moves_only(between: Sequence[Chunk], held: Chunk) -> bool:
    """Tell whether the place alone comes into hands, no act, arms or men: not "a blast |occurred in a town that is under| the control of"."""
    if any(Kind.TRIGGER in c.senses or Kind.WEAPON in c.senses or Kind.FORCE in c.senses for c in between):
        return False
    if any(c.sort is Sort.ACTOR or (c.sort is Sort.PLACE and c.prep) for c in between):
        return False
    return held.particle != "control" or held.has(_UNDER)


_UNDER: Final = "particle.control.under"
"""Words for a hold into which a place may come; "|which is| under the control of" only says whose it is."""


def _is_civilian(chunk: Chunk) -> bool:
    return not chunk.prep and (chunk.sort is Sort.PERSON or chunk.entry(Kind.VICTIM).who == "civilians")


def is_no_hand(row: Sequence[Chunk], k: int, hi: int, entry: str) -> bool:
    """Tell whether a hand is laid on no place, or is only to be: "laid its hand on |the goods|", "each strives |to lay| its hand on the town"."""
    if entry == LAY_HAND:
        return all(c.sort is not Sort.PLACE or c.prep != _UPON for c in row[k + 1 : min(hi, k + 6)])
    return entry == _ESTABLISH and row[k].prep in _AIMED


_ESTABLISH: Final = "trigger.establish"
_AIMED: Final = frozenset({"الي", "ل"})
LAY_HAND: Final = "trigger.lay_hand"
"""Laid on a place it takes it; on goods it seizes them."""
_UPON: Final = "علي"


def is_armed(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether an attack is called armed: one by gunmen, who have no guns of range: "|an armed attack| hit his house"."""
    attack, armed = row[at].reading(Kind.TRIGGER), row[at + 1]
    if attack is None or attack.entry.id != _ASSAULT or not armed.text.endswith(_ARMED):
        return False
    return is_members(armed) and not (armed.gap or armed.joined)


_ASSAULT: Final = "trigger.assault"
_ARMED: Final = ("مسلح", "مسلحا", "مسلحه", "مسلحين")


def is_members(chunk: Chunk) -> bool:
    """Tell whether a chunk is gunmen or members whom nobody names, or an armed group, without a preposition."""
    who = chunk.reading(Kind.FORCE)
    if who is None or chunk.prep:
        return False
    return who.entry.id == "force.members" or (who.form.text in _ARMED_GROUP and chunk.sort is Sort.WORD)


_ARMED_GROUP: Final = frozenset({"مجموعه مسلحه", "جماعه مسلحه", "عصابه مسلحه"})
