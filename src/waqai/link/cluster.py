"""Cut what hangs together into incidents: average linkage, so that one bridge does not chain two incidents.

Two clusters join only while the mean weight over *every* pair between them reaches the threshold. Average linkage is
reducible (Bruynooghe 1978), so the order of joining does not change the result; where two joins weigh the same, the order
of the members decides, which is that of their statements and not that of their arrival.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray


def components(size: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Give the connected components of more than one member, each in ascending order."""
    parent = list(range(size))

    def root(x: int) -> int:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for a, b in pairs:
        ra, rb = root(a), root(b)
        if ra != rb:
            parent[max(ra, rb)] = min(ra, rb)
    found: dict[int, list[int]] = {}
    for x in range(size):
        r = root(x)
        if r != x:
            found.setdefault(r, [r]).append(x)
    return list(found.values())


def cut(weight: NDArray[np.float64], join_at: float) -> list[list[int]]:
    """Cluster the members of one component.

    weight: symmetric, n × n, bits; the diagonal is not read.
    Returns: clusters as ascending positions, the cluster with the lowest member first.
    """
    if len(weight) == 2:
        return [[0, 1]] if weight[0, 1] >= join_at else [[0], [1]]
    mean = weight.astype(np.float64)
    np.fill_diagonal(mean, -np.inf)
    members = [[i] for i in range(len(mean))]
    size = np.ones(len(mean))
    best = mean.argmax(axis=1)
    while True:
        value = mean[np.arange(len(mean)), best]
        a = int(value.argmax())
        if not value[a] >= join_at:
            break
        a, b = sorted((a, int(best[a])))
        merged = (mean[a] * size[a] + mean[b] * size[b]) / (size[a] + size[b])
        mean[a, :], mean[:, a] = merged, merged
        mean[b, :], mean[:, b] = -np.inf, -np.inf
        mean[a, a] = -np.inf
        size[a] += size[b]
        members[a] = sorted(members[a] + members[b])
        members[b] = []
        stale = (best == a) | (best == b) | (mean[:, a] >= mean[np.arange(len(mean)), best])
        stale[[a, b]] = True
        best[stale] = mean[stale].argmax(axis=1)
    return [m for m in members if m]
