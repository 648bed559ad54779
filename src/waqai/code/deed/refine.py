"""What a method may be narrowed to by the weapons, forces and other acts of its clause (codebook section 2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk

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
    if not hints:
        return None
    allowed = REFINES.get(method, ())
    ranked = [(allowed.index(hint), hint, k) for hint, k in hints if hint in allowed]
    if not ranked:
        return None
    _, hint, k = min(ranked)
    return hint, k


def blown_up_with(row: Sequence[Chunk], at: int, method: str, named: Sequence[tuple[str, int]]) -> str:
    """Give how something was blown up that ``named`` words say with what: a house with a device, a tank with a shell."""
    with_it = [(m, k) for m, k in named if k != at and row[k].text.startswith("ب")]
    if method == "raid":  # "broke through the gate |with a car laden with explosives|"
        return "vehicle_bomb" if any(m == "vehicle_bomb" and k > at for m, k in with_it) else method
    if method == "demolition" and any(m == "ied" for m, _ in with_it):
        return "ied"
    return next((_SHOT.get(m, m) for m, k in with_it if k > at and (m in FIRE or m in _SHOT)), method)


_SHOT: Final = {"shelling": "shelling", "small_arms": "rocket"}
"""What a shell is that blows a tank up, if it is fired from the shoulder."""


def is_raided_house(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether a pronoun is a house that was raided just before: "raided his house |and blew it up|"."""
    if not row[at].joined or row[at].senses[Kind.TRIGGER].form.suffix != _IT:
        return False
    near = row[max(0, at - _RAIDED) : at]
    return any(c.has(_HOUSE) for c in near) and any(c.entry(Kind.TRIGGER).method == "raid" for c in near)


_IT: Final = "ه"
_HOUSE: Final = "object.house"
_RAIDED: Final = 8
"""Chunks from a raid to what was done to the house."""
