"""How far from a place something was: "على بعد 5 كم شمال كذا", "على مسافة كيلومترين من كذا"."""

from __future__ import annotations

from typing import Final

from waqai.gazetteer.phrase import PlacePhrase
from waqai.lexicon.entry import Kind
from waqai.tag.number.find import find_numbers
from waqai.tag.words import Words

_KM: Final = {"kilometre": 1.0, "metre": 0.001}
_REACH: Final = 6
"""Words between a distance and its place: "كم إلى الشمال الشرقي من مدينة"."""
_MOST_KM: Final = 200.0
"""A longer distance is no relation to a place, but a road or an area."""


def distance_before(words: Words, phrase: PlacePhrase) -> float | None:
    """Give the kilometres that stand before a place, ``None`` when none do."""
    for at in range(phrase.head_first - 1, max(-1, phrase.head_first - 1 - _REACH), -1):
        for hit in words.by_first.get(at, ()):
            for reading in hit.readings:
                if reading.entry.kind is Kind.PLACE_WORD and reading.entry.cls in _KM:
                    return _distance(words, at, hit.last, _KM[reading.entry.cls])
    return None


def _distance(words: Words, unit: int, after: int, km: float) -> float | None:
    number = next((m for m in find_numbers(words) if m.first < unit and m.last in (unit, after)), None)
    if number is not None and number.count.min is not None:
        far = number.count.min * km
    elif words.tokens[unit].text.endswith("ين"):
        far = 2 * km
    elif words.tokens[unit - 1].text.replace(".", "", 1).isdigit():
        far = float(words.tokens[unit - 1].text) * km
    else:
        far = km
    return far if far <= _MOST_KM else None
