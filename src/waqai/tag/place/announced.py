"""What kind and precision of place a kind word announces, and a known name has."""

from __future__ import annotations

from typing import Final

from waqai.gazetteer.place import Place
from waqai.lexicon.entry import Entry
from waqai.tag.place.name import Name, known_name
from waqai.tag.place.open_name import open_name
from waqai.tag.place.scan import Scan
from waqai.values.place import PlacePrecision

PROMINENT: Final = 20_000
"""Population from which a name needs no preposition."""
KNOWN_ONLY: Final = "place_kind.known.position"
"""Words for many things, which announce only names that are known."""


def announced(entry: Entry, name: Name) -> tuple[str, PlacePrecision]:
    """Give the kind and precision that a kind word announces: less than it says for "position", and for Saudi "governorates"."""
    if entry.id == KNOWN_ONLY:
        return "", precision_of(name)
    kind, precision = entry.id.rpartition(".")[2], PlacePrecision(entry.cls)
    if kind == "governorate" and name.places and all(p.kind != kind for p in name.places):
        return "district", PlacePrecision.DISTRICT  # Saudi Arabia calls its districts so
    return kind, precision


def known_kind(name: Name) -> str:
    """Give the kind that the gazetteer has for a name that begins with its kind word, where it says what is fired at."""
    return _BASE if name.places and all(p.kind == _BASE for p in name.places) else ""


_BASE: Final = "base"
"""Behind it an actor is whose it is, and names no place."""


def precision_of(name: Name) -> PlacePrecision:
    """Give the precision of a known name: a town's, where one of its places is a town."""
    towns = [p for p in name.places if p.precision is PlacePrecision.TOWN]
    return (towns or list(name.places))[0].precision


def is_large(place: Place) -> bool:
    """Tell whether a name of a place needs nothing that speaks for it."""
    return place.population >= PROMINENT or place.kind == "governorate"


def is_town_called(scan: Scan, name: Name) -> bool:
    """Tell whether a town is called by a word for a kind of site, and no other name follows: "the town of |Jisrin|", "the city of |Maabar| in the governorate of A"."""
    site = scan.kinds[name.first][1].cls == PlacePrecision.SITE
    town = any(p.kind in TOWNS for p in name.places)
    return site and town and open_name(scan, name.last, strip=False) is None


def is_kind_of_next(scan: Scan, at: int) -> bool:
    """Tell whether the kind word at a token is one ("قرى مدينة كذا") and not part of a name ("قرية دير كذا")."""
    whole = known_name(scan, at, strip=False)
    if whole is not None and (whole.last > at + 1 or is_town_called(scan, whole)):
        return False
    return scan.cue(at, "starter") is None or scan.kinds[at][1].id.endswith((".city", ".camp"))


TOWNS: Final = frozenset({"city", "town", "village"})
"""Kinds of places that people live in, each with a name of its own; in Arabic all are feminine."""
