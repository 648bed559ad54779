"""Match weights: what each level of each comparison says for or against one incident, in bits.

A weight is log2 of how much more often the level occurs between statements of one incident than between other candidates
(Fellegi and Sunter 1969, "A theory for record linkage"). The sum over all comparisons and the prior is the log2 odds
that two statements tell one incident, so that a person can add it up.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Self

import msgspec
import numpy as np
from numpy.typing import NDArray

from waqai.errors import SettingError
from waqai.link.compare import COMPARISONS, Level, levels_of
from waqai.link.feature import Table, rows_of
from waqai.link.statement import Statement

APART = -1e9
"""Weight of a pair that is never one incident: two reports of one article, or what a person parted."""
TOGETHER = 1e6
"""Weight of a pair that a person joined; less than ``APART`` takes away."""


class Reason(msgspec.Struct, frozen=True):
    """One comparison's level and what it weighs, in bits."""

    comparison: str
    level: str
    bits: float


class Weights(msgspec.Struct, frozen=True):
    """The weights of all levels and the prior of a candidate pair.

    Statements hang together from a pair's weight of ``touch_at`` on; what hangs together is cut into clusters that join
    from a mean weight of ``join_at`` on.
    """

    prior: float
    touch_at: float
    join_at: float
    bits: dict[str, tuple[float, ...]]

    @classmethod
    @cache
    def load(cls, path: Path | None = None) -> Self:
        """Read weights; without a path those that ship with the package.

        Raises: SettingError when a level has no weight, a weight no level, or groups would join that do not touch.
        """
        source = path or files("waqai") / "data/link/weights.toml"
        raw = tomllib.loads(source.read_text(encoding="utf-8"))
        bits = {}
        for name, (_, levels) in COMPARISONS.items():
            given = raw.get("bits", {}).get(name, {})
            if given.keys() != set(levels):
                wrong = ", ".join(sorted(given.keys() ^ set(levels)))
                raise SettingError(
                    f"comparison {name!r} needs a weight for each of its levels: {wrong}", where=str(source)
                )
            bits[name] = tuple(float(given[level]) for level in levels)
        if raw["touch_at"] < raw["join_at"]:
            raise SettingError("touch_at must not be lower than join_at", where=str(source))
        return cls(float(raw["prior"]), float(raw["touch_at"]), float(raw["join_at"]), bits)

    def of_levels(self, levels: dict[str, Level]) -> NDArray[np.float64]:
        """Add up the weights of pairs whose levels are known."""
        total = np.full(len(next(iter(levels.values()))), self.prior)
        for name, level in levels.items():
            total += np.asarray(self.bits[name])[level]
        return total

    def of_pairs(self, a: Table, b: Table) -> NDArray[np.float64]:
        """Give the weight of each pair; two statements of one article are never one incident (codebook, section 1)."""
        total = self.of_levels(levels_of(a, b))
        total[a["article"] == b["article"]] = APART
        return total

    def explain(self, one: Statement, other: Statement) -> tuple[Reason, ...]:
        """Give why two statements are held to be one incident or not: every comparison's level and weight.

        The bits of all reasons and the prior add up to the pair's weight. Levels that weigh nothing are left out.
        """
        found = levels_of(rows_of([one]), rows_of([other]))
        reasons = [Reason("prior", "candidate", self.prior)]
        for name, level in found.items():
            bits = self.bits[name][level[0]]
            if bits:
                reasons.append(Reason(name, COMPARISONS[name][1][level[0]], bits))
        return tuple(reasons)
