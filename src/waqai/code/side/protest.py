"""Whom a protest is against (codebook ruling 17)."""

from __future__ import annotations

from typing import Final

from waqai.code.clause.scene import DOERS, Part, Role, Scene
from waqai.code.side.posts import OPENS_FIRE
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Sort
from waqai.values.actor import CIVILIANS, PROTESTERS, UNKNOWN

_AGAINST: Final = "protests_at"
_ASIDE: Final = frozenset({"roles.source", "roles.loyal", "roles.dealing"})
IN_FAVOUR: Final = "roles.in_favour"
"""Rule of whom a protest is for."""
_FAVOURS: Final = "in_favour"
_MARCH_FOR: Final = "trigger.protest.for"
_MARCH_AGAINST: Final = "trigger.protest.against"
_BECAUSE: Final = "because"
_REASON: Final = "roles.reason"
"""Rule of whom the crowd's reason names: "on the pretext that it drove |without the army|"."""
_AGAINST_WHOM: Final = "ضد"
_UP_TO: Final = 3
"""Chunks from "in favour of" to whom it names: "in support |of the operations| of the army"."""


def protested_against(scene: Scene, parts: list[Part]) -> list[Part]:
    """Take for the authority whom the protesters' words behind "against", "down with" name first (ruling 17).

    Not who breaks the protest up, of whom the clause tells further on.
    """
    if scene.family != "protest":
        return parts
    if scene.trigger is not None and scene.row[scene.trigger].has_any(STONES):
        why = next((k for k in range(scene.lo, scene.trigger) if scene.row[k].particle == _BECAUSE), scene.trigger)
        return [
            (p.turned(Role.TARGET, "roles.stoned") if not why < p.at < scene.trigger else p.turned(Role.NONE, _REASON))
            if _is_stoned(p)
            else p
            for p in parts
        ]
    parts = _with_breaker(scene, parts)
    parts = [p.turned(Role.NONE, IN_FAVOUR) if _is_favoured(scene, p.at) else p for p in parts]
    cue = next((k for k in range(scene.lo, scene.hi) if _is_against(scene, k)), None)
    if cue is None:
        return parts
    end = next((k for k in range(cue, scene.hi) if scene.row[k].particle == "disperses"), scene.hi)
    meant = next(
        (
            p
            for p in parts
            if cue < p.at < end and p.rule != IN_FAVOUR and p.ids and not {PROTESTERS, UNKNOWN} & set(p.ids)
        ),
        None,
    )
    if meant is None or meant.rule in _ASIDE or any(p.role is Role.TARGET and p.ids for p in parts):
        return parts
    return [p.turned(Role.TARGET, "roles.protested") if p is meant else p for p in parts]


def _with_breaker(scene: Scene, parts: list[Part]) -> list[Part]:
    """Take for a doer the force that stands ahead of gas and water in the protest's own clause: "they gathered, and |the police| fired tear gas"."""
    shot = next((p.at for p in parts if _opens_fire(scene, p.at)), -1)
    if shot >= 0:
        return [p.turned(Role.AGENT, FIRES) if p.at == shot and not set(p.ids) <= _NOBODY else p for p in parts]
    gas = next((k for k in range(scene.lo, scene.hi) if scene.row[k].particle == _DISPERSES), None)
    if gas is None or any(p.role in DOERS and not set(p.ids) <= _NOBODY for p in parts):
        return parts
    at = max((p.at for p in parts if _can_break_up(scene, p, gas)), default=None)
    return [p.turned(Role.AGENT, "roles.breaks_up") if p.at == at else p for p in parts]


def _opens_fire(scene: Scene, k: int) -> bool:
    """Tell whether somebody behind the protest is told, by a verb of its own, to have opened fire: "hundreds marched in A, and |gunmen of X| opened fire on them"."""
    if scene.trigger is None or k - 1 <= scene.trigger or k + 1 >= scene.hi:
        return False
    verb = scene.row[k - 1]
    return verb.joined and verb.has_any(OPENS_FIRE) and scene.row[k + 1].particle == _FIRE


_FIRE: Final = "fire_word"
FIRES: Final = "roles.fires_on_crowd"
"""Rule of whoever opened fire on a crowd that the clause tells of."""


def _can_break_up(scene: Scene, part: Part, gas: int) -> bool:
    chunk = scene.row[part.at]
    near = part.at < gas <= part.at + _UP_TO and not (chunk.prep or chunk.is_land)
    return near and not set(part.ids) <= _NOBODY and part.rule not in _ASIDE


_DISPERSES: Final = "disperses"


def _is_against(scene: Scene, k: int) -> bool:
    """Tell whether a word says that a protest is against what stands behind it; who denounces somebody's acts need not be against him."""
    chunk = scene.row[k]
    if chunk.particle == _CONDEMNS:
        return k + 1 < scene.hi and scene.row[k + 1].sort is Sort.ACTOR and scene.row[k + 1].prep == "ب"
    return chunk.particle == _AGAINST or chunk.has(_MARCH_AGAINST)


_CONDEMNS: Final = "condemn"
STONES: Final = frozenset({"trigger.stones", "trigger.stones.by_youths", "trigger.stones.of"})
_NOBODY: Final = frozenset({CIVILIANS, PROTESTERS, UNKNOWN})


def _is_stoned(part: Part) -> bool:
    """Tell whether a part named with stones thrown is whom they were thrown at: whoever is no crowd and tells nothing."""
    return bool(part.ids) and not set(part.ids) <= _NOBODY and part.rule not in _ASIDE


def _is_favoured(scene: Scene, k: int) -> bool:
    """Tell whether the protest is for the actor: "in support of X", "in favour of X and Y", not "for the prisoners of X"."""
    row = scene.row
    if row[k].prep == _AGAINST_WHOM:
        return False
    for j in range(k - 1, max(scene.lo, k - _UP_TO) - 1, -1):
        if row[j].particle == _FAVOURS or row[j].has(_MARCH_FOR):
            return True
        if row[j + 1].gap > 1 or not (row[j].sort is Sort.ACTOR or Kind.TRIGGER in row[j].senses):
            return False
    return False
