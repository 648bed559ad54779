import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from waqai.link.cluster import components, cut


def matrix(size: int, default: float = -5.0, **pairs: float) -> np.ndarray:
    """Give weights; ``ab=3`` is the weight of the first with the second."""
    weight = np.full((size, size), default)
    for pair, bits in pairs.items():
        a, b = (ord(x) - ord("a") for x in pair)
        weight[a, b] = weight[b, a] = bits
    return weight


def test_components_are_what_hangs_together():
    assert components(6, [(4, 2), (0, 1), (2, 5)]) == [[0, 1], [2, 4, 5]]


def test_a_bridge_does_not_chain_two_incidents():
    """B and c are alike, but a knows nothing of c and d, nor d of a and b."""
    assert cut(matrix(4, -9, ab=8, cd=8, bc=3), 0) == [[0, 1], [2, 3]]


def test_one_weak_pair_does_not_part_what_all_others_join():
    assert cut(matrix(4, 6, ad=-2), 0) == [[0, 1, 2, 3]]


def test_what_must_stay_apart_stays_apart_in_any_crowd():
    weight = np.full((300, 300), 20.0)
    weight[0, 1] = weight[1, 0] = -1e9
    clusters = cut(weight, 0)
    assert sorted(x for c in clusters for x in c) == list(range(300))
    assert not any({0, 1} <= set(c) for c in clusters)


def test_nothing_joins_below_the_threshold():
    assert cut(matrix(3, -1), 0) == [[0], [1], [2]]
    assert cut(matrix(2, 1), 2) == [[0], [1]]


def naive(weight: np.ndarray, join_at: float) -> list[list[int]]:
    clusters = [[i] for i in range(len(weight))]
    while True:
        means = [
            (np.mean([weight[i, j] for i in a for j in b]), -x, -y)
            for x, a in enumerate(clusters)
            for y, b in enumerate(clusters)
            if x < y
        ]
        best = max(means, default=(-np.inf, 0, 0))
        if best[0] < join_at:
            return sorted(clusters)
        _, x, y = best
        clusters[-x] = sorted(clusters[-x] + clusters[-y])
        del clusters[-y]


@given(st.integers(2, 9).flatmap(lambda n: st.lists(st.integers(-40, 40), min_size=n * n, max_size=n * n)))
def test_the_quick_way_is_average_linkage(bits):
    n = int(len(bits) ** 0.5)
    weight = np.triu(np.array(bits, float).reshape(n, n) + np.arange(n * n).reshape(n, n) / 1000, 1)
    weight += weight.T
    assert cut(weight, 0) == naive(weight, 0)
