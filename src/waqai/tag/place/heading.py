"""Ordinary words that are places of the governorate that heads their item: "Damascus: … and in |al-Qadam| they …"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.gazetteer.phrase import PlacePhrase
from waqai.tag.place.name import Name, known_name
from waqai.tag.place.scan import Scan

_LED: Final = frozenset({"في", "علي"})
_HEADS: Final = ":"
_SMALL: Final = frozenset({"town", "village", "neighbourhood", "camp"})


def is_of_heading(scan: Scan, name: Name, before: str, found: Sequence[PlacePhrase]) -> bool:
    """Tell whether a name behind "in", "on" lies in the governorate whose name heads the item that it stands in."""
    if before not in _LED or not name.text.startswith("ال"):
        return False
    homes = {p.admin1 for p in name.places if p.kind in _SMALL and p.admin1}
    if not homes:
        return False
    for phrase in reversed(found):
        if scan.text(phrase.last) == _HEADS and not scan.text(phrase.first - 1).isalnum():
            head = known_name(scan, phrase.name_first, strip=False)
            return head is not None and any(p.admin1 in homes for p in head.places)
    return False


def heads_item(scan: Scan, at: int, after: str) -> bool:
    """Tell whether a name heads an item of a list, before a colon, at the start of a line or behind the mark of the items."""
    if after != ":" or not at or scan.items < _ITEMS:
        return False
    texts = scan.texts
    return texts[at - 1] == "\n" or (at > 1 and texts[at - 2] == "\n" and not texts[at - 1].isalnum())


_ITEMS: Final = 2
"""Lines that a known name heads, from which an ordinary word that heads another is a place too."""
