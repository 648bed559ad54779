"""Why a report is in its incident: the report it matches best, and the comparisons behind that weight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from waqai.link import Statement, Weights
from waqai.link.feature import rows_of


def reasons_of(cluster: Sequence[Statement]) -> list[tuple[float, list[dict[str, Any]]]]:
    """Give each member's weight in bits and reasons; the first founded the incident and has neither.

    A reason has ``with`` (the report that it matched), ``comparison``, ``level`` and ``bits``; bits and prior add up.
    """
    found: list[tuple[float, list[dict[str, Any]]]] = [(0.0, [])]
    if len(cluster) == 1:
        return found
    weights, table = Weights.load(), rows_of(cluster)
    one, other = np.triu_indices(len(cluster), 1)
    bits = np.full((len(cluster), len(cluster)), -np.inf)
    bits[one, other] = weights.of_pairs(table.take(one), table.take(other))
    bits = np.maximum(bits, bits.T)
    for n in range(1, len(cluster)):
        best = int(bits[n].argmax())
        reasons = [
            {"with": cluster[best].id, "comparison": r.comparison, "level": r.level, "bits": round(r.bits, 2)}
            for r in weights.explain(cluster[n], cluster[best])
        ]
        found.append((round(float(bits[n, best]), 2), reasons))
    return found
