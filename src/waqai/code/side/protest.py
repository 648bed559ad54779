"""Whom a protest is against (codebook ruling 17)."""

from __future__ import annotations

from typing import Final

from waqai.code.clause.scene import Part, Role, Scene
from waqai.values.actor import PROTESTERS, UNKNOWN

_AGAINST: Final = "protests_at"
_ASIDE: Final = frozenset({"roles.source", "roles.loyal", "roles.dealing"})


def protested_against(scene: Scene, parts: list[Part]) -> list[Part]:
    """Take for the authority whom the protesters' words behind "against", "down with" name first (ruling 17).

    Not who breaks the protest up, of whom the clause tells further on.
    """
    if scene.family != "protest":
        return parts
    cue = next((k for k in range(scene.lo, scene.hi) if scene.row[k].particle == _AGAINST), None)
    if cue is None:
        return parts
    end = next((k for k in range(cue, scene.hi) if scene.row[k].particle == "disperses"), scene.hi)
    meant = next((p for p in parts if cue < p.at < end and p.ids and not {PROTESTERS, UNKNOWN} & set(p.ids)), None)
    if meant is None or meant.rule in _ASIDE or any(p.role is Role.TARGET and p.ids for p in parts):
        return parts
    return [p.turned(Role.TARGET, "roles.protested") if p is meant else p for p in parts]
