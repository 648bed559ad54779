"""Whoever helps: air cover, joint forces, volunteers are doers too (codebook ruling 16)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.camps import foes_of, stand_together
from waqai.code.clause.scene import DOERS, HELPED, Part, Role, Scene, ids_of
from waqai.code.deed.telling import is_help
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort

_AID: Final = 3
"""Chunks between "with support" and "from X": "|of aircraft, guns and ships|"."""
_AGREED: Final = "particle.partner.agreed"


def aided_or_taken(scene: Scene, part: Part) -> Part | None:
    """Read an actor behind "from": whose help it was, or from whom a place was taken; ``None`` where it is neither."""
    taking = scene.family == "capture" and scene.trigger is not None and part.at > scene.trigger
    if (taking or (part.role is Role.NONE and scene.family in _AIDED)) and _is_aid(scene, part.at):
        return part.turned(Role.AGENT, "roles.partner")
    if not taking:
        return None
    did_it = part.role is Role.AGENT and part.rule != "roles.from"
    return part if did_it else part.turned(Role.TARGET, "roles.taken_from")


_AIDED: Final = frozenset({"capture", "clash", "open"})
"""Families of acts in which others help from afar."""


def _is_aid(scene: Scene, k: int) -> bool:
    """Tell whether "from" brings whose help it was: "took A with support from the air |from| X"."""
    for j in range(k - 1, max(scene.lo, k - 1 - _AID), -1):
        if scene.row[j].particle in ("partner", "backed"):
            return not _is_lasting(scene.row[j])
        if scene.row[j].sort in (Sort.ACTOR, Sort.STOP):
            return False
        if scene.row[j].reading(Kind.TRIGGER) is not None and not is_help(scene.row, scene.lo, j):
            return False
    return False


def _is_lasting(backed: Chunk) -> bool:
    """Tell whether "backed" only says whose forces they are, and not who helped in this act: "the X-|backed| militias"."""
    return backed.text.removeprefix("و").startswith("ال")


def lends_strikes(scene: Scene, k: int) -> bool:
    """Tell whether an actor's strikes are what helped: "took A with the support |of the raids of| X"."""
    row = scene.row
    if k - 2 < scene.lo or row[k].joined or row[k].gap > 1 or row[k].prep not in ("", "ل"):
        return False
    if is_help(row, scene.lo, k - 1):
        return True
    apart = k - 3 >= scene.lo and not (row[k - 1].gap or row[k - 1].prep or row[k - 1].joined)
    return apart and row[k].prep == "ل" and is_help(row, scene.lo, k - 2)  # "the strikes |from the air| of X"


def is_backing(before: Chunk, chunk: Chunk) -> bool:
    """Tell whether an actor stands beside whom the words before speak of: "forces backed |with| …", "X and its allies |from| Y", "and its ally Y"."""
    if before.particle == "backed":
        return chunk.prep == "ب" or (chunk.prep == "من" and not _is_lasting(before))
    return before.particle == "allies" and chunk.prep in ("من", "")


def escorts(scene: Scene, k: int) -> bool:
    """Tell whether an actor's column or vehicles are what came along: "X raided A|, accompanied by a column of| Y"."""
    row = scene.row
    if k - 2 < scene.lo or row[k - 2].particle != "partner" or row[k].joined or row[k].prep not in ("", "ل"):
        return False
    by = row[k - 2]
    return row[k - 1].has_any(_COLUMNS) and not (row[k - 1].gap or row[k - 1].prep) and not by.has(_BESIDE)


_COLUMNS: Final = frozenset({"object.column", "object.vehicle", "object.machine"})
_BESIDE: Final = "particle.partner.beside"
"""Said of what was hit besides as well."""


def is_informed(before: Chunk, chunk: Chunk) -> bool:
    """Tell whether an act was only agreed with what is no force of a state: "nine strikes |in coordination with the |Iraqi| government|"."""
    return before.has(_AGREED) and chunk.gap > 0


def is_helper_too(row: Sequence[Chunk], parts: Sequence[Part], k: int) -> bool:
    """Tell whether "and" joins a second helper to the first: "backed by X |and Y|", and not the enemy of those they help."""
    if parts[-1].rule not in HELPED:
        return False
    mate = set(row[k].ids) <= set(parts[-1].ids)  # "backed by the militia |and the gunmen loyal to it|"
    return mate or foes_of(ids_of(parts)).isdisjoint(row[k].ids)


def helps(scene: Scene, k: int, parts: Sequence[Part]) -> bool:
    """Tell whether a clause without an act of its own says who helped in the one told before: "helicopters of X |gave cover|"."""
    if parts or scene.row[k].prep or scene.row[k].joined:
        return False
    told = [scene.row[j].particle for j in range(scene.lo, scene.hi)]
    return "helps" in told and "negation" not in told


def with_helped(scene: Scene, parts: list[Part]) -> list[Part]:
    """Take for the doer, where only helpers are, who stands ahead of them with no part in the act: "units |of X, backed by| Y, held …"."""
    if scene.trigger is None:
        return parts
    if scene.is_clash:
        return _beside_friends(parts)
    helper = next((p for p in parts if p.role is Role.AGENT), None)
    if helper is None or helper.rule not in HELPED or any(p.role in DOERS and p.rule not in HELPED for p in parts):
        return parts
    ahead = [p for p in parts if p.at < helper.at and p.rule in _IDLE and p.ids and p.ids != helper.ids]
    if not ahead:
        return parts
    return [p.turned(Role.AGENT, "roles.helped") if p is ahead[-1] else p for p in parts]


def _beside_friends(parts: list[Part]) -> list[Part]:
    """Put who helped in a fight beside the side that is no enemy of his: "X fell in clashes with Y, |with air cover from| Z"."""
    doers = ids_of(p for p in parts if p.role is Role.TARGET or (p.role is Role.AGENT and p.rule not in HELPED))
    others = ids_of(p for p in parts if p.role is Role.SIDE)
    if not doers or not others:
        return parts
    return [
        p.turned(Role.SIDE, "roles.and")
        if p.role is Role.AGENT and p.rule in HELPED and foes_of(p.ids) & doers and not foes_of(p.ids) & others
        else p
        for p in parts
    ]


_IDLE: Final = frozenset({"roles.aside", "roles.source", "roles.loose"})
"""Rules of those who have no part in the act and stand beside it."""


def is_foe_of_helped(scene: Scene, parts: Sequence[Part], k: int) -> bool:
    """Tell whether an actor behind one who helps is whom the helped fight: "between X, with support from Y, |and Z|", "between the Y-backed X |and Z|"."""
    helper = parts[-1]
    backer = helper.role is Role.NONE and scene.row[helper.at - 1].particle == "backed"
    if not scene.is_clash or not (backer or helper.rule == "roles.partner"):
        return False
    sides = [p for p in parts if p.role is Role.SIDE]
    first = next((p for p in sides if p.rule == "roles.between"), None)
    if first is None:
        return False
    foes = foes_of(first.ids)
    return not foes.isdisjoint(scene.row[k].ids) and foes.isdisjoint(ids_of(sides))


def takes_with(scene: Scene, parts: Sequence[Part], k: int) -> bool:
    """Tell whether "with" names an ally of who took a place, and no fight is told: "X took A |with the militias of| Y"."""
    at = scene.trigger
    if scene.family != "capture" or at is None or at > k:
        return False
    if any(row.reading(Kind.TRIGGER) is not None for row in scene.row[at + 1 : k]):
        return False
    doers = ids_of(p for p in parts if p.role is Role.AGENT)
    return bool(doers) and stand_together(doers, scene.row[k].ids)
