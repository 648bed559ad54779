"""What a method may be narrowed to by the weapons, forces and other acts of its clause (codebook section 2)."""

from __future__ import annotations

from typing import Final

OPEN: Final = "other"
"""The method of triggers that leave it open."""
AIR: Final = ("airstrike", "drone_strike", "barrel_bomb")
FIRE: Final = ("rocket", "missile", "mortar", "chemical")
BOMBS: Final = ("ied", "vehicle_bomb", "landmine", "unexploded_ordnance", "suicide_bomb", "grenade")
REFINES: Final[dict[str, tuple[str, ...]]] = {
    OPEN: (
        "interception",
        "suicide_bomb",
        "vehicle_bomb",
        *AIR,
        *FIRE,
        *BOMBS,
        "shelling",
        "sniper",
        "small_arms",
        "stabbing",
        "raid",
        "ambush",
        "arson",
    ),
    "shelling": (*AIR, *FIRE),
    "airstrike": ("drone_strike", "barrel_bomb"),
    "ied": ("vehicle_bomb", "landmine", "unexploded_ordnance", "suicide_bomb", "grenade"),
    "vehicle_bomb": ("suicide_bomb",),
    "rocket": ("airstrike", "drone_strike"),
    "missile": ("airstrike", "drone_strike"),
    "assassination": ("ied", "vehicle_bomb", "drone_strike", "airstrike"),
    "small_arms": ("sniper", "ambush"),
    "grenade": ("drone_strike",),
    "raid": ("air_landing",),
    "arrest_campaign": ("raid", "air_landing"),
    "clash": ("ambush",),
    "release": ("exchange",),
}


def narrow(method: str, hints: list[tuple[str, int]]) -> tuple[str, int] | None:
    """Give what a method may be narrowed to by these hints, the most telling first, and its chunk."""
    allowed = REFINES.get(method, ())
    ranked = [(allowed.index(hint), hint, k) for hint, k in hints if hint in allowed]
    if not ranked:
        return None
    _, hint, k = min(ranked)
    return hint, k
