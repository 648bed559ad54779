"""Totals over several acts, told of one: "four killed in the shelling of A", and then "one here … and three there" (ruling 1)."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.code.told import Act
from waqai.tag.harm import HURT


def leave_out_sums(acts: Sequence[Act]) -> None:
    """Take a toll out of the act whose own smaller one, with the tolls of the other acts, adds up to it."""
    for kind in sorted(HURT):
        own = [_exact(act, kind) for act in acts]
        for k, (act, counts) in enumerate(zip(acts, own, strict=True)):
            others = sum(max(c) for j, c in enumerate(own) if j != k and c)
            total = max(counts, default=0)
            if others and total > others and total - others in counts:
                act.harm[:] = [m for m in act.harm if m.kind != kind or m.count.min != total]
                own[k] = _exact(act, kind)


def _exact(act: Act, kind: str) -> set[int]:
    return {m.count.min for m in act.harm if m.kind == kind and m.count.is_exact and m.count.min}
