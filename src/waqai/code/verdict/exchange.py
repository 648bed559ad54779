"""The sides of fire that two exchange: the first-named opened it, the others are whom it was aimed at (ruling 16)."""

from __future__ import annotations

from collections.abc import Collection

from waqai.code.act.told import Act
from waqai.code.camps import are_allies
from waqai.code.clause.scene import EXCHANGES, Part, Role


def exchanged(act: Act) -> list[Part]:
    """Give the first-named of those who exchange fire at the act's own place, and who stands with them."""
    sides = _sides(act)
    return [p for p in sides if all(i in sides[0].ids or _are_friends(sides[0], i) for i in p.ids)]


def answering(act: Act, by: Collection[str]) -> list[Part]:
    """Give the sides of an exchange that its doers did not stand on; none where others did the act."""
    sides = _sides(act)
    if not sides or not set(sides[0].ids) <= set(by):
        return []
    return [p for p in sides if not set(p.ids) <= set(by)]


def _sides(act: Act) -> list[Part]:
    """Give who exchanges fire in the clause that names the act's place: headlines and leads tell it of whole provinces."""
    at = act.where.at if act.where is not None else -1
    return [
        p
        for d in act.drafts
        for p in d.parts
        if p.rule == EXCHANGES and p.role is Role.SIDE and p.ids and any(k == at for k, _ in d.places)
    ]


def _are_friends(first: Part, other: str) -> bool:
    return all(are_allies(i, other) for i in first.ids)
