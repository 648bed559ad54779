"""Link statements into clusters, one cluster an incident: all at once, or the new ones against a store.

Both ways cut the same components by the same weights, so that neither the order of arrival nor the number of runs changes the
incidents. A component is what hangs together by pairs that are likely enough; a new statement can only change the components
that it touches.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, islice
from typing import Protocol, TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from waqai.link.block import candidate_pairs, entries_of
from waqai.link.cluster import components, cut
from waqai.link.feature import Table, rows_of
from waqai.link.statement import Statement
from waqai.link.weight import APART, TOGETHER, Weights

Cluster: TypeAlias = tuple[Statement, ...]
Pair: TypeAlias = tuple[int, int]
Judgements: TypeAlias = Mapping[tuple[str, str], bool]
"""What people decided of two statements, by their ids, the lower first: one incident, or not."""


MOST_PAIRS = 100_000
"""Pairs compared at once: enough to be quick, few enough to stay below a hundred megabytes."""


class Pool(Protocol):
    """A store of statements, as linking asks it."""

    def standing_under(self, keys: Collection[int]) -> Iterable[Statement]:
        """Give the statements that stand under any of these block keys (``Keys.stands``)."""

    def with_ids(self, ids: Collection[str]) -> Iterable[Statement]:
        """Give the statements that have these ids."""


class Keys(msgspec.Struct, frozen=True):
    """The block keys of one statement: those it is stored under, and those under which its candidates are found."""

    stands: tuple[int, ...]
    looks: tuple[int, ...]


def keys_of(statement: Statement) -> Keys:
    """Give the block keys of a statement, for a store's index; numbers below 2 to the 62nd."""
    entries = entries_of(rows_of([statement]))
    return Keys(tuple(entries.key[entries.stands].tolist()), tuple(entries.key[entries.looks].tolist()))


class Linker:
    """Links statements by these weights, and by what people decided."""

    def __init__(self, weights: Weights | None = None, judged: Judgements | None = None) -> None:
        """Take the weights (those that ship with the package when none are given) and people's judgements."""
        self.weights = weights or Weights.load()
        self._judged = dict(judged or {})
        self._partners: dict[str, set[str]] = {}
        for one, other in self._judged:
            self._partners.setdefault(one, set()).add(other)
            self._partners.setdefault(other, set()).add(one)

    def link(self, statements: Iterable[Statement]) -> list[Cluster]:
        """Link all statements: every one is in one cluster; clusters and members in order of publication."""
        told = sorted({s.id: s for s in statements}.values(), key=lambda s: s.order)
        table = rows_of(told)
        return self._clusters(told, table, components(len(told), self._edges(told, table)))

    def _clusters(self, told: Sequence[Statement], table: Table, groups: Sequence[list[int]]) -> list[Cluster]:
        """Cut what hangs together; what hangs together with nothing is a cluster of one."""
        clusters = [*self._cut_all(told, table, groups)]
        alone = np.ones(len(told), bool)
        alone[list(chain.from_iterable(clusters))] = False
        clusters += [[i] for i in np.flatnonzero(alone).tolist()]
        return [tuple(told[i] for i in members) for members in sorted(clusters)]

    def relink(self, new: Iterable[Statement], pool: Pool) -> list[Cluster]:
        """Link new statements with those of a store: give the clusters of every component that the new ones touch.

        These replace all incidents that hold any of the statements given; every other incident stays as it is. Before a
        statement is taken out of a store, take its ``component``, and relink what is left of that.
        """
        seeds = {s.id: s for s in new}
        known, table = self._grown(list(seeds.values()), pool)
        if len(seeds) != 1:
            return self.link(known)
        # All that is reached from one statement hangs together: nothing is compared again to see that.
        order = sorted(range(len(known)), key=lambda i: known[i].order)
        told = [known[i] for i in order]
        return self._clusters(told, table.take(np.array(order)), [list(range(len(told)))] if len(told) > 1 else [])

    def component(self, some: Iterable[Statement], pool: Pool) -> list[Statement]:
        """Give these statements and all of a store that hang together with them."""
        return self._grown(list({s.id: s for s in some}.values()), pool)[0]

    def _grown(self, known: list[Statement], pool: Pool) -> tuple[list[Statement], Table]:
        """Give these statements and all of a store that hang together with them, with their rows."""
        table = rows_of(known)
        ids = {s.id for s in known}
        inside = np.ones(len(known), bool)
        fresh = np.arange(len(known))
        asked: set[int] = set()
        while len(fresh):
            entries = entries_of(table.take(fresh))
            keys = set(entries.key[entries.looks].tolist()) - asked
            asked |= keys
            partners = {p for i in fresh.tolist() for p in self._partners.get(known[i].id, ())} - ids
            met = {s.id: s for s in chain(pool.standing_under(keys), pool.with_ids(partners)) if s.id not in ids}
            ids |= met.keys()
            known += met.values()
            table = table.beside(rows_of(list(met.values())))
            inside = np.concatenate((inside, np.zeros(len(met), bool)))
            fresh = self._touched(known, table, fresh, np.flatnonzero(~inside))
            inside[fresh] = True
        kept = np.flatnonzero(inside)
        return [known[i] for i in kept.tolist()], table.take(kept)

    def _touched(
        self, known: Sequence[Statement], table: Table, fresh: NDArray[np.int64], others: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        """Give those of the others that may be one incident with any of the fresh ones."""
        asked = np.concatenate((fresh, others))
        pairs = self._edges([known[i] for i in asked.tolist()], table.take(asked), between=len(fresh))
        return asked[sorted({other for _, other in pairs})]

    def _edges(self, told: Sequence[Statement], table: Table, between: int | None = None) -> Iterator[Pair]:
        """Give the pairs that may be one incident by themselves; only those ``between`` the first so many and the rest."""
        for a, b in candidate_pairs(table, first=between):
            if between is not None:
                across = (a < between) & (b >= between)
                a, b = a[across], b[across]
            strong = self.weights.of_pairs(table.take(a), table.take(b)) >= self.weights.touch_at
            yield from zip(a[strong].tolist(), b[strong].tolist(), strict=True)
        if self._judged:
            at = {s.id: i for i, s in enumerate(told)}
            for (one, other), same in self._judged.items():
                if same and one in at and other in at:
                    low, high = sorted((at[one], at[other]))
                    if between is None or low < between <= high:
                        yield low, high

    def _cut_all(self, told: Sequence[Statement], table: Table, groups: Sequence[list[int]]) -> Iterator[list[int]]:
        """Cut every component by the weights of all its pairs, those that are no candidates too: none escapes the mean."""
        for size, alike in groupby(sorted(groups, key=len), key=len):
            one, other = np.triu_indices(size, 1)
            for some in _batched(alike, max(1, MOST_PAIRS // len(one))):
                members = np.array(some)
                pairs = table.take(members[:, one].ravel()), table.take(members[:, other].ravel())
                bits = self.weights.of_pairs(*pairs).reshape(len(some), len(one))
                for own, weights in zip(some, bits, strict=True):
                    matrix = np.zeros((size, size))
                    matrix[one, other] = matrix[other, one] = weights
                    self._judge(matrix, [told[i].id for i in own])
                    yield from ([own[i] for i in cluster] for cluster in cut(matrix, self.weights.join_at))

    def _judge(self, weight: NDArray[np.float64], ids: list[str]) -> None:
        if not self._judged:
            return
        at = {name: i for i, name in enumerate(ids)}
        for name, i in at.items():
            for other in self._partners.get(name, ()):
                if other in at:
                    same = self._judged.get((name, other), self._judged.get((other, name)))
                    weight[i, at[other]] = TOGETHER if same else APART


def _batched(groups: Iterable[list[int]], size: int) -> Iterator[list[list[int]]]:
    groups = iter(groups)
    while batch := list(islice(groups, size)):
        yield batch
