"""How well a place fits what a text says of it: scores in natural logarithms of odds, with their reasons.

A score is held against that of the other explanation: a place of this name that no source has. The constants were set on
two thirds of 3,857 phrases that human geolocators placed, so that the probabilities come true (docs/quality.md).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.gazetteer.context import Context
from waqai.gazetteer.merge import distance_km
from waqai.gazetteer.phrase import Container, PlacePhrase
from waqai.gazetteer.place import Place
from waqai.gazetteer.side import side_fits
from waqai.text.fold import fold_key
from waqai.values.place import PlacePrecision

IN_PARENT: Final = 3.5
"""A place lies in the governorate that the text names."""
NEAR_PARENT: Final = 3.0
"""A place lies beside the town that the text names with it."""
_ABROAD: Final = -3.0
"""A quarter or a site of another country than the article is about, as votes count against a country that nothing speaks for."""
_ELSEWHERE: Final = 1.5
_REPORTED: Final = 3.0
"""A place lies in another governorate than the hint says, and is in Waqai's own list: 26 of 33 such were meant, 5 of 47 others."""
_ABSENT: Final = (-1.6, -2.2, -0.9, 0.3)
"""A place of this name that no source has, where sources have none, one, two, or more of the name in the country.

Common names are borne by more places than sources have: where a source has the name once 94 % of the points were right,
where it has it three times 40 %.
"""
_WORDS: Final = -0.4
"""The same for a name of several words."""
_CAPITAL: Final = -1.8
"""The same where the text says "the city of" or one of the known places has 20,000 people."""
LARGE: Final = 20_000
"""People from which a place is meant by its bare name."""
TOWN_KM: Final = 30
"""Kilometres beyond which a quarter is none of a town's."""
_TOWNLIKE: Final = frozenset({PlacePrecision.TOWN, PlacePrecision.NEIGHBOURHOOD, PlacePrecision.SITE})
_DIVISIONS: Final = frozenset({PlacePrecision.GOVERNORATE, PlacePrecision.DISTRICT})

Parents = Sequence[tuple[Place, Container | None]]


class Rated(msgspec.Struct, frozen=True, gc=False):
    """A candidate with its score in natural logarithms of odds, and why."""

    place: Place
    score: float
    because: tuple[str, ...]


def rate(place: Place, phrase: PlacePhrase, context: Context, parents: Parents) -> Rated:
    """Rate one candidate."""
    score, because = prominence(place), []
    score += _kind_score(place, phrase)
    for parent, container in parents:
        gain, reason = _parent_score(place, parent, container, context)
        score += gain
        if reason:
            because.append(reason)
    abroad = bool(phrase.kind) and context.is_namesake_abroad(place)  # "the quarter of A", which every city has
    votes = _ABROAD if abroad else context.votes(place)
    if votes:
        because.append(f"the article is about {place.admin1 or place.country}")
    near = context.nearness(place)
    if near > 0.5:
        because.append("near other places of the article")
    return Rated(place, score + votes + near, tuple(because))


def absent_score(phrase: PlacePhrase, context: Context, parents: Parents, found: Sequence[Place]) -> float:
    """Give the score of a place of this name that no source has; it would lie where the text says."""
    here = context.country()
    known = sum(p.country == here for p in found) if here else len(found)
    score = _ABSENT[min(known, 3)] + (_WORDS if " " in phrase.name else 0.0)
    if phrase.kind in ("city", "governorate") or any(
        p.population >= LARGE and not _is_no_village(p, phrase) for p in found
    ):
        score += _CAPITAL
    for parent, container in parents:
        score += IN_PARENT if _is_governorate(parent, container) else NEAR_PARENT
    return score + context.usual_votes()


def prominence(place: Place) -> float:
    """Give what being large, and known to several sources or to Waqai itself, adds to a place's score."""
    if place.kind == "governorate":
        return 1.0
    if place.precision is PlacePrecision.DISTRICT:
        return 0.0  # its population is that of all its towns
    score = 0.45 * math.log10(place.population + 1)
    return score + 0.3 * (len(place.ids) > 1) + 0.5 * (place.source in ("waqai", "team"))


def _is_no_village(place: Place, phrase: PlacePhrase) -> bool:
    """Tell whether a city is far too large for "the village of"."""
    return phrase.kind == "village" and place.population >= _CITY and place.precision is PlacePrecision.TOWN


_CITY: Final = 80_000
"""People from which nobody calls a town a village."""


def _kind_score(place: Place, phrase: PlacePhrase) -> float:
    wanted, has = phrase.precision, place.precision
    if phrase.kind == "village" and _is_no_village(place, phrase):
        return -6.0
    if phrase.kind == "governorate":
        return 4.0 if place.kind == "governorate" else -2.0
    if wanted is PlacePrecision.COUNTRYSIDE:
        return 1.5 if place.kind == "governorate" else 1.0 if has is PlacePrecision.COUNTRYSIDE else 0.0
    if not phrase.kind:
        return -1.0 if has in _DIVISIONS else 0.0
    if place.kind == phrase.kind:
        return 2.0
    if wanted is has:
        return 1.0
    if wanted in _TOWNLIKE and has is PlacePrecision.GOVERNORATE:
        return -3.0
    if wanted is PlacePrecision.DISTRICT:
        return 0.0
    return -0.5 if has in _TOWNLIKE else -1.0


def _is_governorate(parent: Place, container: Container | None) -> bool:
    if parent.kind == "governorate":
        return True
    return container is not None and container.kind == "countryside" and parent.admin1 == parent.name_en


def _parent_score(place: Place, parent: Place, container: Container | None, context: Context) -> tuple[float, str]:
    if place.id == parent.id:
        return (-2.0, "") if container is not None else (0.0, "")
    km = distance_km(place.lat, place.lon, parent.lat, parent.lon)
    side = side_fits(container.side, parent, place) if container is not None and container.side else 0.0
    if (
        side > 0
        and container is not None
        and not container.kind
        and (known := _known_by_itself(place, parent, context))
    ):
        return known + side, f"{container.side} of {parent.name_en or parent.name}"
    if _is_governorate(parent, container):
        if place.country != parent.country:
            return -6.0, ""
        if place.admin1 == parent.admin1:
            return IN_PARENT + side, f"in {parent.admin1}"
        if parent.admin1 and (place.country, place.admin1) in context.gazetteer.surrounding(parent):
            return IN_PARENT - _NOT_INSIDE + side, f"in {place.admin1}, around {parent.admin1}"
        if container is None and context.hinted:  # lists are often by front or by region, and miss a border
            return _ELSEWHERE - km / 60 + _REPORTED * (place.source in ("waqai", "team")), ""
        return -1.0 - km / 60, ""
    if km > TOWN_KM and place.precision is PlacePrecision.NEIGHBOURHOOD and parent.precision is PlacePrecision.TOWN:
        return -6.0, ""  # a quarter of another city
    if km <= 25:
        return NEAR_PARENT + side, f"{km:.0f} km from {parent.name_en or parent.name}"
    return NEAR_PARENT - km / 15, ""


_METROPOLIS: Final = 5_000_000
"""People of a city from which a whole country's papers say where a town lies: "in the district of Baaj, |north-west of Baghdad|"."""
_OWN: Final = "waqai"


def _known_by_itself(place: Place, beside: Place, context: Context) -> float:
    """Give what it adds to a governorate or its seat that it is said to lie on a side of a city far off: "in Marib, |east of Sanaa|"; of the largest, to any town that Waqai lists."""
    if place.country != beside.country or place.admin1 == beside.admin1:
        return 0.0
    if place.kind == "governorate" or (place.precision is PlacePrecision.TOWN and place.name_en == place.admin1):
        return IN_PARENT
    if place.source != _OWN or place.precision is not PlacePrecision.TOWN:
        return 0.0
    large = any(p.population >= _METROPOLIS for p in context.gazetteer.named(fold_key(beside.name)))
    return _FAR_SIDE if large else 0.0


_FAR_SIDE: Final = 1.5
_NOT_INSIDE: Final = 0.7
"""What a namesake in the governorate itself has more than one on a side of it."""
