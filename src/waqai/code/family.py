"""Methods by family: which can be one act told in two words, and which spread over a list of places."""

from __future__ import annotations

from typing import Final

import msgspec

REPELS: Final = frozenset({"particle.repel", "particle.repel_break"})
"""Entries of words that say an attack was beaten off: "repelled", "broke |an attack|"."""


class Family(msgspec.Struct, frozen=True):
    """A group of methods that the press uses for one another.

    ``spreads``: every place of its clause is an act of its own (shelling), not only the first (a raid).
    """

    name: str
    spreads: bool
    joins: frozenset[str]


_GROUPS: Final = (
    ("fire", True, "shelling rocket missile mortar chemical", "air open"),
    ("air", True, "airstrike drone_strike barrel_bomb", "fire open"),
    ("bomb", False, "ied landmine unexploded_ordnance vehicle_bomb suicide_bomb grenade", "open"),
    (
        "raid",
        False,
        "raid air_landing arrest_campaign checkpoint_arrest",
        "open violence clash property closure movement abduction",
    ),
    ("clash", False, "clash ambush", "open capture raid violence movement protest"),
    ("capture", False, "capture", "clash movement"),
    (
        "violence",
        False,
        "sniper small_arms assassination execution torture beating stabbing",
        "open raid clash property abduction movement",
    ),
    ("abduction", False, "kidnapping", "raid violence open"),
    ("protest", False, "demonstration sit_in road_block general_strike crowd_attack", ""),
    ("property", False, "looting arson demolition seizure", "open raid violence movement"),
    ("disrupted", False, "interception", ""),
    ("movement", False, "withdrawal deployment", "raid clash capture violence property closure"),
    ("release", False, "release exchange ceasefire", ""),
    ("closure", False, "curfew closure", "raid violence clash movement"),
    ("open", True, "other", "fire air bomb raid clash violence property abduction"),
)
_FAMILIES: Final = tuple(
    (Family(name, spreads, frozenset(joins.split()) | {name}), methods.split())
    for name, spreads, methods, joins in _GROUPS
)
FAMILY: Final[dict[str, Family]] = {method: family for family, methods in _FAMILIES for method in methods}
JOINS: Final = {family.name: family.joins for family, _ in _FAMILIES}
"""Families that can be one act with a family, by its name; itself among them."""
FROM_AFAR: Final = frozenset({"fire", "air"})
"""Families of acts in which one side is hit and need not be near."""
FOUGHT: Final = frozenset({"clash", "capture"})
"""Families of acts that two sides fight out on the ground."""


def is_from_afar(method: str) -> bool:
    """Tell whether a method, known or empty, is that of guns, rockets or aircraft."""
    return method in FAMILY and FAMILY[method].name in FROM_AFAR


_LESSER: Final = {"movement": 4, "closure": 3, "property": 2, "abduction": 1}


_TERM: Final = "release"
"""What is often only a term of an agreement told with it."""


def lesser(method: str) -> int:
    """Give how far a method gives way to what it is told with: plunder and coming and going are part of the raid (ruling 5)."""
    return 1 if method == _TERM else _LESSER.get(FAMILY[method].name, 0)
