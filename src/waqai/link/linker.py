"""Link statements into clusters, one cluster an incident: all at once, or the new ones against a store.

Both ways cut the same components by the same weights, so that neither the order of arrival nor the number of runs changes the
incidents. A component is what hangs together by pairs whose weight reaches the threshold; a new statement can only change the
components that it touches.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
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
        groups = components(len(told), self._edges(told, table))
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
        return self.link(self.component(new, pool))

    def component(self, some: Iterable[Statement], pool: Pool) -> list[Statement]:
        """Give these statements and all of a store that hang together with them."""
        members = {s.id: s for s in some}
        fresh = list(members.values())
        while fresh:
            entries = entries_of(rows_of(fresh))
            met = {s.id: s for s in pool.standing_under(set(entries.key[entries.looks].tolist()))}
            partners = {p for s in fresh for p in self._partners.get(s.id, ())}
            met.update((s.id, s) for s in pool.with_ids(partners - met.keys() - members.keys()))
            told = [*fresh, *(s for i, s in met.items() if i not in members)]
            groups = components(len(told), self._edges(told, rows_of(told)))
            touched = chain.from_iterable(g for g in groups if g[0] < len(fresh))
            fresh = [told[i] for i in touched if i >= len(fresh)]
            members.update((s.id, s) for s in fresh)
        return list(members.values())

    def _edges(self, told: Sequence[Statement], table: Table) -> Iterator[Pair]:
        """Give the pairs that may be one incident by themselves."""
        for a, b in candidate_pairs(table):
            strong = self.weights.of_pairs(table[a], table[b]) >= self.weights.join_at
            yield from zip(a[strong].tolist(), b[strong].tolist(), strict=True)
        if self._judged:
            at = {s.id: i for i, s in enumerate(told)}
            for (one, other), same in self._judged.items():
                if same and one in at and other in at:
                    yield at[one], at[other]

    def _cut_all(self, told: Sequence[Statement], table: Table, groups: list[list[int]]) -> Iterator[list[int]]:
        for members in groups:
            weight = self._matrix(told, table, members)
            for cluster in cut(weight, self.weights.join_at):
                yield [members[i] for i in cluster]

    def _matrix(self, told: Sequence[Statement], table: Table, members: list[int]) -> NDArray[np.float64]:
        """Give the weights of all pairs of a component, those that are no candidates too: none escapes the mean."""
        n = len(members)
        one, other = np.triu_indices(n, 1)
        rows = table[members]
        weight = np.zeros((n, n))
        weight[one, other] = self.weights.of_pairs(rows[one], rows[other])
        weight += weight.T
        if self._judged:
            self._judge(weight, [told[i].id for i in members])
        return weight

    def _judge(self, weight: NDArray[np.float64], ids: list[str]) -> None:
        at = {name: i for i, name in enumerate(ids)}
        for name, i in at.items():
            for other in self._partners.get(name, ()):
                if other in at:
                    same = self._judged.get((name, other), self._judged.get((other, name)))
                    weight[i, at[other]] = TOGETHER if same else APART
