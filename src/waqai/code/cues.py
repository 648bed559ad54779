"""Weights of cues, read from ``data/weights/*.toml``: what a decision that weighs knows."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Self

import msgspec


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
