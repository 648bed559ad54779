"""Cities behind a dash: "in the quarter of A |- B|", as Lebanon's army says where a quarter or a village lies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.tag.place.cue import is_lesser
from waqai.tag.place.name import Name, known_name
from waqai.tag.place.scan import Scan
from waqai.values.place import PlacePrecision

DASH: Final = "-"
_HOLDING: Final = frozenset({"city", "district", "governorate", "region"})
_OF_TWO: Final = frozenset({"junction", "front"})
"""Kinds of place that are named for two towns."""
NO_NAME: Final = frozenset({"common", "general", "country", "namesake", "stop"})
"""Cues of words that name no place here."""


def behind_dash(scan: Scan, first: int) -> Name | None:
    """Give the one city or district behind a dash in which a lesser place lies, not "the villages of A - B - C"."""
    name = known_name(scan, first + 1, strip=False) if scan.texts[first] == DASH else None
    if name is None or first + 1 in scan.barred or scan.has_cue(first + 1, NO_NAME):
        return None
    holds = any(p.kind in _HOLDING for p in name.places) and scan.text(scan.past_closing(name.last)) != DASH
    return name if holds else None


def is_in_second(scan: Scan, members: Sequence[tuple[Name, str, PlacePrecision]]) -> bool:
    """Tell whether of two names with a dash the second is that of the city in which the first lies, a lesser place and no crossroads."""
    first, kind, _ = members[0]
    if len(members) != 2 or kind in _OF_TWO or not is_lesser(members[:1]):
        return False
    city = any(p.kind == "city" for p in first.places)
    return not city and behind_dash(scan, scan.past_closing(first.last)) is not None
