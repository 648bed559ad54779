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
