"""Weights of cues, read from ``data/weights/*.toml``: what a decision that weighs knows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import repeat
from typing import Self

import msgspec

from waqai.shipped import shipped_table


class Weights(msgspec.Struct, frozen=True):
    """A weight for each cue; ``bias`` is added to every sum."""

    bias: float
    of: dict[str, float]

    @classmethod
    @cache
    def load(cls, name: str) -> Self:
        """Read a table that ships with the package."""
        raw = shipped_table(f"weights/{name}.toml")
        return cls(float(raw["bias"]), {cue: float(weight) for cue, weight in raw["weights"].items()})

    def sum(self, cues: Iterable[str]) -> float:
        """Give bias and weights of some cues together; a cue that the table lacks weighs nothing."""
        return self.bias + sum(map(self.of.get, cues, repeat(0.0)))
