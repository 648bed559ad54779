"""The side of a fight that only a pronoun names: "X told of clashes |between it| and Y", "12 of X fell in fights |between them| and Y"."""

from __future__ import annotations

from typing import Final

from waqai.code.camps import foes_of
from waqai.code.clause.scene import Part, Role, Scene

_BETWEEN: Final = "بين"
_SIDES: Final = frozenset({"roles.between", "roles.among"})


def with_pronoun(scene: Scene, parts: list[Part]) -> list[Part]:
    """Make a side of the enemy named before "between it and Y", whom the pronoun takes up; he is the first-named (ruling 16)."""
    if not scene.is_clash:
        return parts
    at = next((n for n, p in enumerate(parts) if p.rule in _SIDES), -1)
    if at < 0 or not _is_second(scene, parts[at]):
        return parts
    foes = foes_of(parts[at].ids)
    meant = next((n for n in range(at - 1, -1, -1) if not foes.isdisjoint(parts[n].ids)), -1)
    if meant < 0:
        # whom the clause before names: the pronoun's side is not the one told here
        return [p.turned(Role.TARGET, "roles.second_side") if p is parts[at] else p for p in parts]
    turned = {meant: parts[meant].turned(Role.SIDE, "roles.between"), at: parts[at].turned(Role.SIDE, "roles.and")}
    return [
        turned.get(n) or (p.turned(Role.NONE, "roles.apposition") if n < at and p.ids == parts[at].ids else p)
        for n, p in enumerate(parts)
    ]


def _is_second(scene: Scene, part: Part) -> bool:
    """Tell whether "and between" stands before a side, whose first is a pronoun: "between them |and between| Y"."""
    chunk = scene.row[part.at]
    return chunk.prep == _BETWEEN and chunk.gap > 0 and chunk.linked
