"""How it was done: the method of an act from its trigger, weapon and force (codebook section 2).

A trigger names an act or leaves it open ("targeted", "attack"); the weapon and the kind of force say
more. ``refine`` says what a method may be narrowed to by other words of its clause.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec
from msgspec.structs import force_setattr

from waqai.code.clause.attempt import is_dated_landmark
from waqai.code.deed.aggression import is_bare_fire, is_from_the_air
from waqai.code.deed.armed import is_armed
from waqai.code.deed.arms_found import DISARMS, takes_found_arms
from waqai.code.deed.blasts import BLASTS, struck
from waqai.code.deed.doubtful import only
from waqai.code.deed.fallen_to import fallen_to
from waqai.code.deed.heaviest import heaviest
from waqai.code.deed.hints import hints_of, is_of_weapon, machine_gun, of_the_attack, on_the_ground
from waqai.code.deed.means import FIRES, is_gun, named_means, with_guns
from waqai.code.deed.purpose import TAKE_TO, takes_to
from waqai.code.deed.refine import AIR, FIRE, OPEN, blown_up_with, is_raided_house, narrow
from waqai.code.deed.telling import is_help
from waqai.code.deed.turned import DESTROYS, HOLD, dispersed, taken_by, turned
from waqai.code.family import FAMILY
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort

TAKEN_THEN: Final = "method.taken_then"
"""Rule of a taking that only says since when something is so, and has a day of its own."""
_SALLY: Final = "trigger.sally"
_OPERATION: Final = frozenset({"trigger.military_operation", "trigger.operations_on"})
_BARE: Final = frozenset({"trigger.shelling"})
"""Triggers that the press uses of guns and aircraft alike."""
_STORMS: Final = "trigger.storming"
_BLOWN_UP: Final = frozenset({"trigger.bombing", "trigger.blow_up_building", "trigger.demolition"})


class MethodFound(msgspec.Struct, frozen=True, gc=False):
    """The method, the chunk of its trigger, the chunks that narrowed it, and the trigger's strength."""

    method: str
    sub: str
    at: int
    by: tuple[int, ...]
    strength: int
    rule: str
    bare: bool
    beside: tuple[str, ...] = ()
    """Methods that other triggers of the clause name."""
    family: str = ""
    """The family of the method, by its name: worked out here, asked for by every rule."""

    def __post_init__(self) -> None:
        """Note the family."""
        force_setattr(self, "family", FAMILY[self.method].name)


def find_method(
    row: Sequence[Chunk], lo: int, hi: int, acts: Sequence[int], marks: Mapping[str, int]
) -> MethodFound | None:
    """Find the act that a trigger in chunks ``[lo, hi)`` names; ``None`` when there is none.

    ``acts`` are the chunks of triggers, ``marks`` the particles by class, each with its first chunk.
    """
    best = heaviest(row, lo, hi, acts, marks)
    taken = _taken(row, lo, hi, best, acts, marks)
    if taken is not None or best is None:
        return taken or _undergone(row, lo, hi, marks)
    at = best[1]
    reading = row[at].reading(Kind.TRIGGER)
    assert reading is not None
    entry = reading.entry
    method = _HOUSE[entry.id] if entry.id in _HOUSE and _of_house(row, at, hi) else entry.method or OPEN
    method = "airstrike" if is_from_the_air(row, at, hi, reading) else method
    named = named_means(row, lo, hi, at, marks)
    if entry.id in _OPERATION and any(m in AIR or m in FIRE for m, _ in named):
        method = OPEN  # "carried out |a military operation| that hit A |with a missile|"
    bare = entry.id in _BARE or method == OPEN
    method_open = method == OPEN
    by: list[int] = []
    if method == "raid" and (stopped := _at_checkpoint(row, at, hi)) is not None:
        method, by = "checkpoint_arrest", [stopped]
    if on_the_ground(row, lo, hi, at):
        named = [(m, k) for m, k in named if m not in AIR or (m == _DRONE and row[k].prep == "ب")]
        method = OPEN if entry.id == _SALLY else method
        method_open = bare = method == OPEN
    if (other := dispersed(row, hi, entry, marks) or turned(row, lo, hi, at, entry, named)) is not None:
        strength = 3 if other[0] == "interception" else entry.strength  # who destroyed the bomb needs no name
        return MethodFound(other[0], "", at, (other[1],), strength, f"method.{entry.id}", bare=False)
    told = _done_with(row, at, entry.id, named)
    if entry.id in _BLOWN_UP or entry.id == _STORMS:
        method = blown_up_with(row, at, method, named)
    hints = [h for h in told if bare or h[0] not in AIR or (method != "shelling" and _strikes(row, h[1], at, method))]
    if method_open:
        hints = of_the_attack(row, lo, at, [h for h in hints if not is_help(row, lo, h[1])])
    if entry.id in BLASTS and (hit := struck(row, hi, at, named)) is not None:
        method, by = hit[0], [hit[1]]
    for _ in range(2):
        narrowed = narrow(method, hints)
        if narrowed is None:
            break
        method, k = narrowed
        bare = False
        by.append(k)
    if entry.id in _BARE and not by and (gun := machine_gun(at, named)) is not None:
        return MethodFound("small_arms", "", at, (gun,), entry.strength, f"method.{entry.id}", bare=False)
    bare = bare and not (method == "shelling" and any(m == method and k != at and is_gun(row[k]) for m, k in named))
    if method == OPEN and is_bare_fire(row, lo, at, hi, reading):
        method = "shelling"
    if method == "small_arms" and entry.id in FIRES and (gun := with_guns(row, at, named)) is not None:
        return MethodFound("shelling", "", at, (gun,), entry.strength, f"method.{entry.id}", bare=False)
    sub = DISARMS if takes_found_arms(row, lo, at) else entry.sub if not by else ""
    strength = 3 if method_open and by and is_of_weapon(row, by[0]) else entry.strength
    if entry.id == _FIRE_AT and at - 2 >= lo and is_armed(row, at - 2):
        entry = row[at - 2].entry(Kind.TRIGGER)  # "|an armed attack| that hit his house"
    beside = tuple([m for m, k in named if k != at and k in acts and m in FAMILY])
    return MethodFound(method, sub, at, tuple(by), strength, f"method.{entry.id}", bare, beside)


def _taken(
    row: Sequence[Chunk],
    lo: int,
    hi: int,
    best: tuple[int, int] | None,
    acts: Sequence[int],
    marks: Mapping[str, int],
) -> MethodFound | None:
    """Find a taking that no trigger names, or none that weighs as much: "A fell to X", "taken by X", and where nothing else is told "after the taking of A on Monday"."""
    fallen = fallen_to(row, lo, hi, acts)
    if fallen is not None and (best is None or best[0] < _SURE):
        return MethodFound("capture", "", fallen, (), 3, "method.fell_to", False)
    end = hi if best is None else best[1]
    if HOLD in marks and (taken := taken_by(row, marks[HOLD], end, hi)) is not None:
        return MethodFound("capture", "", taken, (), 3, "method.taken_by", False)
    then = next((k for k in acts if is_dated_landmark(row, k)), None) if best is None else None
    return MethodFound("capture", "", then, (), 3, TAKEN_THEN, False) if then is not None else None


_FIRE_AT: Final = "trigger.fire_at"


def _strikes(row: Sequence[Chunk], k: int, at: int, method: str) -> bool:
    """Tell whether the aircraft at ``k`` fired the rockets told at ``at``, and is not only named behind them: "while a plane unloaded"."""
    return method not in FIRE or k < at or row[k].gap < _FAR_BEHIND or bool(row[k].prep)


_FAR_BEHIND: Final = 2
"""Words that nobody knows, between rockets and an aircraft that did not fire them."""
_DRONE: Final = "drone_strike"
"""What men on the ground strike with too: "the fighters hit the base |with a drone|"."""
_SURE: Final = 3000
"""Weight from which another trigger names the act."""


_HOUSE: Final = {"trigger.closure": "raid", "trigger.siege": "raid", "trigger.bombing": "demolition"}
"""What an act becomes when it is done to a house: a house surrounded is raided, a house blown up demolished."""


def _of_house(row: Sequence[Chunk], at: int, hi: int) -> bool:
    """Tell whether a house stands behind a trigger, before any other act or a stop, or was raided before: "raided his house |and blew it up|"."""
    if is_raided_house(row, at):
        return True
    for chunk in row[at + 1 : hi]:
        thing = chunk.reading(Kind.OBJECT)
        if thing is not None and thing.entry.id == "object.house":
            return not chunk.prep and thing.form.number == "sg"
        if chunk.sort is Sort.STOP or chunk.reading(Kind.TRIGGER) is not None:
            return False
    return False


_CHECKPOINT: Final = "object.checkpoint"


def _at_checkpoint(row: Sequence[Chunk], at: int, hi: int) -> int | None:
    """Find the checkpoint at which somebody was arrested, no other act between."""
    for k in range(at + 1, hi):
        if row[k].entry(Kind.OBJECT).id == _CHECKPOINT or row[k].place_kind == "checkpoint":
            return k
        if row[k].reading(Kind.TRIGGER) is not None:
            return None
    return None


def _done_with(row: Sequence[Chunk], at: int, entry: str, named: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Keep of the methods that a clause names those of which its act can be; what was destroyed did not destroy."""
    told = only(entry, named)
    return [(m, k) for m, k in told if _did_it(row, k, at)] if entry in DESTROYS else told


def _did_it(row: Sequence[Chunk], k: int, at: int) -> bool:
    """Tell whether a weapon did the destroying and was not what was destroyed: "destroyed by rockets", "|the fighters| destroyed mortars"."""
    subject = k == at + 1 and not row[k].gap and any(r.entry.method in AIR for r in row[k].readings)
    named = subject or not {Kind.WEAPON, Kind.TRIGGER, Kind.FORCE} & row[k].senses.keys()
    return k <= at or row[k].prep == "ب" or named


def _undergone(row: Sequence[Chunk], lo: int, hi: int, marks: Mapping[str, int]) -> MethodFound | None:
    """Read "the village underwent shells": what fell on it, and no word for the act."""
    if TAKE_TO.isdisjoint(marks):
        return None
    takes = next((k for k in range(lo, hi) if takes_to(row[k])), None)
    if takes is None:
        return None
    for method, k in hints_of(row, takes, hi):
        counted = k > takes and not row[k].gap and row[k - 1].sort is Sort.NUMBER and row[k - 1].text[:1] == "ل"
        if (row[k].prep == "ل" or counted) and method in ("shelling", *FIRE):
            return MethodFound(method, "", k, (), 2, "method.undergone", False)
    return None
