"""Whether a word that is a name of persons too is a city, for the country told right behind it: "in |Marwa| in northern Cameroon"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.gazetteer.phrase import PlacePhrase
from waqai.tag.place.name import Name
from waqai.tag.place.scan import Scan

_LED: Final = frozenset({"في", "الي", "قرب", "وسط"})
_REACH: Final = 4
"""Tokens behind the name up to the country: a comma, "in", "the far", "north of"."""


def is_city_abroad(scan: Scan, at: int, name: Name, before: str, found: Sequence[PlacePhrase]) -> bool:
    """Tell whether a name that persons bear too is a city, for its country or as the text has read it further up."""
    if before == _IN and at in scan.persons and any(p.known and p.name == name.text for p in found):
        return True
    return _lies_in_its_country(scan, name, before)


def _lies_in_its_country(scan: Scan, name: Name, before: str) -> bool:
    """Tell whether the country behind a name, with a side of it or none, has a city called so; behind "in" any far country that the text names."""
    if before not in _LED and name.proclitic[-1:] != "ب":
        return False
    if before == _IN and any(p.kind == "city" and p.country not in _NEAR for p in name.places):
        named = {land for at in range(scan.size) if at in scan.cues for land in _lands(scan, at)}
        if any(p.kind == "city" and p.country in named - _NEAR for p in name.places):
            return True
    for at in range(name.last, min(name.last + _REACH, scan.size)):
        hit = scan.cue(at, "country")
        if hit is not None:
            return any(p.kind == "city" and p.country in _lands(scan, at) for p in name.places)
        if not (scan.texts[at] in _LINKS or scan.cue(at, "direction") is not None or scan.cue(at, "side") is not None):
            return False
    return False


def _lands(scan: Scan, at: int) -> set[str]:
    """Give the countries that a word names."""
    hit = scan.cue(at, "country")
    return set() if hit is None else {land for reading in hit.readings for land in reading.entry.countries}


_IN: Final = "في"
_NEAR: Final = frozenset("SY IQ YE LY LB PS SD JO EG SA".split())
"""Countries so often named that their name says nothing for a word that has another sense."""
_LINKS: Final = frozenset({",", "في", "ب"})
