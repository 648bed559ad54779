"""The sides of a fight: which attacked where no doer is named, and whom it fought (codebook ruling 16)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act
from waqai.code.camps import are_allies, foes_of, stand_together
from waqai.code.clause.scene import HELPED, Part, ids_of
from waqai.code.deed.turned import BATTLES
from waqai.values.actor import UNKNOWN


def died_attacking(act: Act) -> list[Part]:
    """Give whose men are told to have died where the words name an enemy of theirs as whom they attacked: "five |of X| died in an attack on posts of Y"."""
    told = [p for d in act.drafts for p in d.targets if p.ids and p.ids != (UNKNOWN,)]
    aimed = ids_of(p for p in told if p.rule in _AIMED)
    died = [p for p in told if p.rule == _DIED and not aimed & set(p.ids)]
    return [p for p in died if aimed & foes_of(p.ids)]


_AIMED: Final = frozenset({"roles.against", "roles.owner_of_object"})
_DIED: Final = "roles.victim"


def first_hit(act: Act) -> list[Part]:
    """Give the side whose losses a clash is told by, where the other is only named "with": it is the first named (ruling 16)."""
    sides = [p for d in act.drafts for p in d.sides if p.ids and p.rule not in HELPED]
    if not sides or any(p.rule not in _WITH for p in sides):
        return []
    others = ids_of(sides)
    told = sorted(act.drafts, key=lambda d: d.clause.headline)
    draft = next((d for d in told if d.sides and d.targets and d.method is not None), None)
    trigger = draft.method.rule if draft is not None and draft.method is not None else ""
    if draft is None or trigger not in _MUTUAL:
        return []
    return [p for p in draft.targets if p.at < draft.sides[0].at and p.ids and not others & set(p.ids)]


_WITH: Final = frozenset({"roles.with", "roles.and"})
_MUTUAL: Final = frozenset(f"method.{name}" for name in BATTLES)


def is_one_side(sides: Sequence[Part]) -> bool:
    """Tell whether the sides named are one, with whom somebody fought: "clashes |with X and Y|"."""
    if not sides or sides[0].rule not in _WITH:
        return not sides
    return all(p.rule in _WITH and (p.ids == sides[0].ids or stand_together(sides[0].ids, p.ids)) for p in sides[1:])


def first_side(sides: Sequence[Part]) -> list[Part]:
    """Give the first-named side of a clash and whoever stands with it (ruling 16); allies may fight each other."""
    first = list(sides[:1])
    backer = next((n for n, p in enumerate(sides) if p.rule in HELPED), 0)
    other = next((n for n in range(backer, len(sides)) if sides[n].rule not in HELPED), 0)
    if backer and other:
        return list(sides[:other])  # "between X, backed by Y, on one side and Z on the other"
    beside = [p for p in sides[1:] if all(are_allies(i, j) for i in first[0].ids for j in p.ids)]
    others = ids_of(p for p in sides if p not in beside) - ids_of(first)
    return [*first, *beside] if others else first


def against(draft: Draft, by: Sequence[str]) -> list[Part]:
    """Give the sides of a fight that the doers did not stand on, each with its helpers."""
    sides: list[list[Part]] = []
    for part in (p for p in draft.sides if p.ids):
        if part.rule in HELPED and sides:
            sides[-1].append(part)
        else:
            sides.append([part])
    ours = set(by)
    return [p for side in sides if not any(set(p.ids) <= ours for p in side) for p in side]
