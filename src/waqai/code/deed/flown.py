"""Fire that is from the air though its own words do not say so: aircraft go on, coalitions have no guns of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.code.camps import comes_by_air, fires_from_the_air, only_fly
from waqai.code.clause.scene import TELLS, Part
from waqai.code.deed.method import MethodFound
from waqai.code.deed.turned import DESTROYED
from waqai.tag.actor_words import FLIES
from waqai.tag.chunk import Chunk

_AGGRESSION: Final = "method.trigger.aggression"
_MISSILES: Final = frozenset({"rocket", "missile"})
_GUNS: Final = frozenset({"method.trigger.open_fire", "method.trigger.fire"})
"""Rules of words for gunfire, which aircraft open too."""
_FLOWN_AT: Final = DESTROYED | {"method.trigger.fire_at"}
"""Rules of words that do not say from where something was hit."""


def from_the_air(
    row: Sequence[Chunk], lo: int, hi: int, method: MethodFound | None, doers: Sequence[Part]
) -> MethodFound | None:
    """Read "the coalition shelled A", no gun or ship named, as a strike from the air: so it fights (``data/camps.toml``)."""
    if method is not None and method.method in _MISSILES and doers and fires_from_the_air(doers[0].ids):
        if any(_launches_from_below(chunk) for chunk in row[lo:hi]):
            return method
        return msgspec.structs.replace(method, method="airstrike")
    if method is not None and method.rule in _GUNS and (by := flown_by(row, doers)):
        return msgspec.structs.replace(method, method=by)  # "the aircraft |opened fire with its machine guns|"
    if method is not None and method.rule == _AGGRESSION and method.bare and any(comes_by_air(p.ids) for p in doers):
        return msgspec.structs.replace(method, method="airstrike", bare=False)
    if method is None or not method.bare or not doers or not only_fly([i for p in doers for i in p.ids]):
        return method
    if method.method != "shelling" and method.rule not in _FLOWN_AT:
        return method
    if doers[0].rule == TELLS:
        return method  # no more is said than that it was shelled (ruling 42)
    armed = any(row[p.at].actor_method for p in doers)
    return method if armed else msgspec.structs.replace(method, method="airstrike", bare=False)


def _launches_from_below(chunk: Chunk) -> bool:
    """Tell whether a chunk names a gun, a tank, a ship, or a launcher on the ground."""
    if chunk.actor_method == "shelling" or not _BELOW.isdisjoint(chunk.called):
        return True
    return any(reading.entry.id in _BELOW for reading in chunk.readings)


_BELOW: Final = frozenset(
    {"force.artillery", "force.boats", "weapon.shell", "weapon.tank", "weapon.launcher", "weapon.surface"}
)


def goes_on_flying(
    row: Sequence[Chunk], before: MethodFound | None, doers: Sequence[Part], method: MethodFound
) -> MethodFound:
    """Let aircraft that go on to shell or target another place do it from the air: "aircraft raided A, |and shelled| B"."""
    flown = flown_by(row, doers)
    if not doers and before is not None and before.method in FLIES:
        flown = before.method  # "the aircraft hit A |and destroyed| B", whosever they are
    return msgspec.structs.replace(method, method=flown, bare=False) if flown and method.bare else method


def flown_by(row: Sequence[Chunk], doers: Sequence[Part]) -> str:
    """Give what aircraft among doers do; empty when none is aircraft."""
    return next((m for p in doers if (m := row[p.at].actor_method) in FLIES), "")
