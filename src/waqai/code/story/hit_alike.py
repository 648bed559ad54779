"""What the strikes of a list of towns hit, told once for them all: "11 raids |on X|: … near A, B and C", "raided A, B and C |and hit positions of X|"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act
from waqai.code.clause.scene import Part
from waqai.code.family import FROM_AFAR
from waqai.values.actor import CIVILIANS, UNKNOWN


def share_targets(acts: Sequence[Act]) -> None:
    """Give the acts of a list whom those strikes hit, where only the first of them was given him."""
    listed = [(n, act) for n, act in enumerate(acts) if n and len(act.drafts[0].places) > 1]
    if not listed:
        return
    for n, first in enumerate(acts):
        if first.family_name not in FROM_AFAR:
            continue
        others = [act for k, act in listed if k > n and _is_of_clause(act, first)]
        if not others or not (hit := next(_hit(first, others[0].drafts[0]), None)):
            continue
        for act in others:
            if not any(p.ids for d in act.drafts for p in d.targets):
                act.lead.parts.extend(hit)


def _is_of_clause(act: Act, first: Act) -> bool:
    """Tell whether an act was told first by a clause that tells another too."""
    lo = act.drafts[0].clause.lo
    return any(d.clause.lo == lo for d in first.drafts)


def _hit(act: Act, listed: Draft) -> Iterator[list[Part]]:
    """Give whom a clause of no place of its own says was hit: right behind the list, or a sum told ahead of it."""
    for draft in act.drafts:
        behind = draft.clause.lo == listed.clause.hi and draft.clause.sentence == listed.clause.sentence
        ahead = draft.clause.lo < listed.clause.lo and draft.family_name == listed.family_name == _AIR
        if (behind or ahead) and not draft.places:
            hit = [p for p in draft.targets if set(p.ids) - {CIVILIANS, UNKNOWN}]
            if hit:
                yield hit


_AIR: Final = "air"
"""Family of strikes of which a sum tells whom they hit; shells on villages hit who lives there (ruling 15)."""
