"""Why a report is in its incident: the report it matches best, and the comparisons behind that weight.

All pairs of all clusters are weighed in one go: numbers in columns cost a hundredth of pairs taken one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, TypeAlias

import numpy as np

from waqai.link import Statement, Weights
from waqai.link.compare import COMPARISONS, levels_of
from waqai.link.feature import rows_of

Reasons: TypeAlias = list[dict[str, Any]]


def reasons_of(clusters: Sequence[Sequence[Statement]]) -> list[list[tuple[float, Reasons]]]:
    """Give for each cluster each member's weight in bits and reasons; the first founded the incident and has neither.

    A reason has ``with`` (the report that it matched), ``comparison``, ``level`` and ``bits``; bits and prior add up.
    """
    several = [cluster for cluster in clusters if len(cluster) > 1]
    told = list(chain.from_iterable(several))
    found = _explained(told, [len(cluster) for cluster in several]) if told else iter(())
    return [[(0.0, []), *(next(found) for _ in cluster[1:])] for cluster in clusters]


def _explained(told: Sequence[Statement], sizes: Sequence[int]) -> Iterator[tuple[float, Reasons]]:
    """Give weight and reasons of every statement but the first of each cluster; clusters stand one behind the other."""
    weights, table = Weights.load(), rows_of(told)
    starts = np.cumsum([0, *sizes[:-1]])
    pairs = [np.stack(np.triu_indices(size, 1)) + start for start, size in zip(starts, sizes, strict=True)]
    one, other = np.concatenate(pairs, axis=1)
    bits = weights.of_pairs(table.take(one), table.take(other))
    best, partner = np.full(len(told), -np.inf), np.zeros(len(told), int)
    for mine, its in ((one, other), (other, one)):
        for n, m, weight in zip(mine.tolist(), its.tolist(), bits.tolist(), strict=True):
            if weight > best[n]:
                best[n], partner[n] = weight, m
    members = np.delete(np.arange(len(told)), starts)
    levels = levels_of(table.take(members), table.take(partner[members]))
    for row, member in enumerate(members.tolist()):
        beside = told[partner[member]].id
        reasons = [{"with": beside, "comparison": "prior", "level": "candidate", "bits": round(weights.prior, 2)}]
        for name, level in levels.items():
            said = weights.bits[name][level[row]]
            if said:
                label = COMPARISONS[name][1][level[row]]
                reasons.append({"with": beside, "comparison": name, "level": label, "bits": round(said, 2)})
        yield round(float(best[member]), 2), reasons
