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
_SEATS: Final = frozenset({"السفاره", "سفاره", "البرلمان"})
"""What stands in a capital: "the American |embassy| in Tunis"."""
_SEAT_REACH: Final = 5
"""Words between such a house and the name at most."""
_CUT: Final = frozenset({".", ",", "\n", ":"})


def is_capital(scan: Scan, at: int, name: Name) -> bool:
    """Tell whether the capital is named, not the country that bears its name: "Tunis |the capital|", "in |the capital| Algiers"."""
    if scan.text(name.last) in _CAPITAL or (at > 0 and scan.text(at - 1).endswith(_CAPITAL)):
        return True
    return at > 0 and (scan.text(at - 1) in _IN_TOWN or _is_of_a_seat(scan, at))


def _is_of_a_seat(scan: Scan, at: int) -> bool:
    """Tell whether a house that stands in capitals is said to be there: "before the American |embassy| in Kuwait"."""
    if scan.text(at - 1) != "في":
        return False
    for text in reversed(scan.texts[max(at - 1 - _SEAT_REACH, 0) : at - 1]):
        if text in _CUT or text in BEFORE:
            return False
        if text in _SEATS:
            return True
    return False


def is_led_to(scan: Scan, at: int, name: Name, before: str) -> bool:
    """Tell whether a preposition or "among them" stands before a name."""
    return before in BEFORE or name.proclitic[-1:] == "ب" or scan.cue(at - 1, "among") is not None
