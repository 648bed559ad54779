"""Which actors and types of act the press uses for one another: ``data/link/kin.toml`` as sets of bits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Self

import msgspec

from waqai.shipped import shipped_table
from waqai.values.actor import UNKNOWN

_MOST_FAMILIES = 63
"""Bits of a signed number that numpy compares at once."""


class Kin(msgspec.Struct, frozen=True):
    """Families as bits: two names are kin when their bits meet. ``daily`` are names on which two pages agree by chance."""

    actors: Mapping[str, int]
    types: Mapping[str, int]
    daily: frozenset[str]

    @classmethod
    @cache
    def load(cls) -> Self:
        """Read the table that ships with the package."""
        raw = shipped_table("link/kin.toml")
        return cls(_bits(raw["actors"]), _bits(raw["types"]), frozenset(raw["daily"]["names"]))

    def of_actors(self, actors: Iterable[str]) -> int:
        """Give the families that any of the actors belongs to."""
        bits = 0
        for actor in actors:
            bits |= self.actors.get(actor, 0)
        return bits

    def are_rivals(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Tell whether both name somebody, and nobody in common, not even by family."""
        mine, theirs = set(some) - {UNKNOWN}, set(others) - {UNKNOWN}
        return bool(mine and theirs) and not (mine & theirs or self.of_actors(mine) & self.of_actors(theirs))


def _bits(families: dict[str, list[str]]) -> dict[str, int]:
    assert len(families) <= _MOST_FAMILIES
    bits: dict[str, int] = {}
    for place, members in enumerate(families.values()):
        for member in members:
            bits[member] = bits.get(member, 0) | 1 << place
    return bits
