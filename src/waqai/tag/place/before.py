"""What stands right before a name: a preposition, "among them", or what says that it is the capital of a country called like it."""

from __future__ import annotations

from typing import Final

from waqai.tag.place.name import Name
from waqai.tag.place.scan import Scan

BEFORE: Final = frozenset(
    {
        "في",
        "الي",
        "علي",
        "من",
        "نحو",
        "باتجاه",
        "قرب",
        "داخل",
        "وسط",
        "شمال",
        "جنوب",
        "شرق",
        "غرب",
        "بين",
        "شمالي",
        "جنوبي",
        "شرقي",
        "غربي",
    }
)
"""Words behind which a name is a place."""
_CAPITAL: Final = ("عاصمه", "العاصمه")
_IN_TOWN: Final = frozenset({"وسط", "بوسط", "قرب"})
"""Words before a town: "in the middle of |Algiers|", "near |Tunis|"."""


def is_capital(scan: Scan, at: int, name: Name) -> bool:
    """Tell whether the capital is named, not the country that bears its name: "Tunis |the capital|", "in |the capital| Algiers"."""
    if scan.text(name.last) in _CAPITAL or (at > 0 and scan.text(at - 1).endswith(_CAPITAL)):
        return True
    return at > 0 and scan.text(at - 1) in _IN_TOWN


def is_led_to(scan: Scan, at: int, name: Name, before: str) -> bool:
    """Tell whether a preposition or "among them" stands before a name."""
    return before in BEFORE or name.proclitic[-1:] == "ب" or scan.cue(at - 1, "among") is not None
