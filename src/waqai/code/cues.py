"""Weights of cues, read from ``data/weights/*.toml``: what a decision that weighs knows."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Self

import msgspec

_TOLD = 5
"""How many cues an explanation names."""


class Weights(msgspec.Struct, frozen=True):
    """A weight for each cue; ``bias`` is added to every sum."""

    bias: float
    of: dict[str, float]

    @classmethod
    @cache
    def load(cls, name: str) -> Self:
        """Read a table that ships with the package."""
        raw = tomllib.loads((files("waqai") / "data" / "weights" / f"{name}.toml").read_text(encoding="utf-8"))
        return cls(float(raw["bias"]), {cue: float(weight) for cue, weight in raw["weights"].items()})

    def sum(self, cues: Iterable[str]) -> float:
        """Give bias and weights of some cues together; a cue that the table lacks weighs nothing."""
        return self.bias + sum([self.of.get(cue, 0.0) for cue in cues])

    def heaviest(self, cues: Iterable[str]) -> list[str]:
        """Give the cues that speak for it most, at most five."""
        return sorted((cue for cue in cues if self.of.get(cue, 0.0) > 0), key=self.of.__getitem__, reverse=True)[:_TOLD]
