"""Sides of a clash that no actor's name gives: inhabitants, clans, men whom nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.scene import Part, Role, Scene
from waqai.code.deed.turned import BRAWLS, is_feud
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.values.actor import CIVILIANS, TRIBAL, UNKNOWN


def with_bystanders(scene: Scene, parts: list[Part]) -> list[Part]:
    """Add the side of a clash that no actor's name gives: "between the inhabitants and X", "between X and a wanted man"."""
    row = scene.row
    if scene.trigger is not None and not any(p.role is Role.SIDE and p.ids for p in parts):
        feud = row[scene.trigger].has(_FEUD)
        clans = not any(p.ids for p in parts) and any(_names_clans(row[k]) for k in range(scene.lo, scene.hi))
        if feud or clans:
            return [Part(scene.trigger, (TRIBAL,), Role.SIDE, "roles.among")]
    known = [p for p in parts if p.ids]
    if scene.is_clash and len(known) == 1 and not _TWO.isdisjoint(row[known[0].at].called):
        return [p.turned(Role.SIDE, "roles.among") if p is known[0] else p for p in parts]
    if scene.is_clash and len({p.ids for p in known}) == 1 and scene.trigger is not None:
        if _is_among_them(row, scene.trigger, scene.hi):
            return [p.turned(Role.SIDE, "roles.among") if p is known[0] else p for p in parts]
        if known[0].rule == "roles.victim" and (foe := _met_with(row, scene.trigger, scene.hi)) >= 0:
            return [*parts, Part(foe, (UNKNOWN,), Role.SIDE, "roles.with")]
    for n, part in enumerate(parts):
        k = part.at
        if part.rule == "roles.between" and not any(p.role is Role.SIDE for p in parts[n + 1 :]):
            after = next((j for j in range(k + 1, min(k + 4, scene.hi)) if row[j].joined), None)
            named = after is not None and any(row[j].sort is Sort.ACTOR for j in range(after, min(after + 3, scene.hi)))
            people = _people(row, after) if after is not None and not named else None
            if after is not None and people is not None:
                return [*parts, Part(after, (people,), Role.SIDE, "roles.between")]
            if part.ids == (TRIBAL,) and not named and sum(bool(p.ids) for p in parts) == 1:
                return [part.turned(Role.SIDE, "roles.among")]  # "between |the two tribes of A and B|"
        elif row[k].joined and (met := _people_before(scene, k)) is not None:
            at, people = met
            stormed = people == CIVILIANS and any(chunk.has(_STORMING) for chunk in row[k + 1 : scene.hi])
            ours, theirs = (Role.TARGET, Role.AGENT) if stormed else (Role.SIDE, Role.SIDE)
            sides = Part(at, (people,), ours, "roles.between"), Part(k, part.ids, theirs, "roles.and")
            return [*parts[:n], *sides, *parts[n + 1 :]]
    return parts


def _is_among_them(row: Sequence[Chunk], at: int, hi: int) -> bool:
    """Tell whether a fight is called one within a side: "|internal| clashes"."""
    return at + 1 < hi and row[at + 1].particle == "within" and not row[at + 1].gap


def _met_with(row: Sequence[Chunk], at: int, hi: int) -> int:
    """Find gunmen, or people sought, of no name whom those who fell fought: "two men of X were hurt in clashes |with wanted men|"; -1 where there are none."""
    for k in range(at + 1, min(hi, at + _WITH_WHOM)):
        if row[k].prep == "مع" and row[k].gap <= 1 and row[k].entry(Kind.VICTIM).who in _ARMED:
            return k
        if row[k].sort is Sort.STOP:
            return -1
    return -1


_WITH_WHOM: Final = 4
_ARMED: Final = frozenset({"combatants", "unspecified"})


def is_brawl(scene: Scene) -> bool:
    """Tell whether the act is a quarrel, whose sides are named as those of a fight are: "a quarrel |between two families|"."""
    return scene.trigger is not None and scene.row[scene.trigger].has_any(BRAWLS)


def _people_before(scene: Scene, k: int) -> tuple[int, str] | None:
    """Find the people whom "between" brings right before "and X", with their town: "between |the inhabitants of| A and X"."""
    at = k - 1
    while at > scene.lo and scene.row[at].sort is Sort.PLACE and not scene.row[at].joined:
        at -= 1
    if at < scene.lo or scene.row[at].prep != "بين":
        return None
    people = _people(scene.row, at)
    if people is None and scene.row[k].gap and scene.row[at].reading(Kind.FORCE) is not None:
        people = UNKNOWN  # "the forces |of the council| and X"
    return (at, people) if people is not None else None


_STORMING: Final = "trigger.storming"


def _names_clans(chunk: Chunk) -> bool:
    """Tell whether clans fight, by the name of the fight, by "between two families", by the quarrel it grew from."""
    return chunk.has(_FEUD) or is_feud(chunk) or chunk.particle == _CLANS


_TWO: Final = frozenset({"actor.tribal.two"})
"""Two tribes, who fight each other: "gunmen |of the two tribes| clashed"."""
_CLANS: Final = "clans"
_FEUD: Final = "trigger.feud"
"""A fight that is between clans by its own name."""


def _people(row: Sequence[Chunk], k: int) -> str | None:
    """Give who the people of a chunk are as a side; ``None`` when it names none."""
    at = k + 1 if row[k].sort is Sort.NUMBER and k + 1 < len(row) else k
    victim = row[at].reading(Kind.VICTIM)
    if victim is not None:
        return CIVILIANS if victim.entry.who == "civilians" and victim.entry.id != _TRAFFICKER else UNKNOWN
    return UNKNOWN if row[k].sort is Sort.NUMBER else None


_TRAFFICKER: Final = "victim.trafficker"
