"""Choice among namesakes, by what the article says around the name and by prominence.

In: a place phrase, and the context of its article. Out: the place with a probability and the reasons, or, for a name
that no gazetteer knows, the name as written with its parent's point and what that point stands for.

Scores are natural logarithms of odds; they were set by hand and checked on phrases that human geolocators placed.
"""

from __future__ import annotations

import math
from typing import Final

import msgspec

from waqai.gazetteer.context import Context
from waqai.gazetteer.key import name_key
from waqai.gazetteer.loose import alike
from waqai.gazetteer.merge import distance_km
from waqai.gazetteer.phrase import Container, PlacePhrase
from waqai.gazetteer.place import Place
from waqai.gazetteer.scale import radius_of
from waqai.gazetteer.side import side_fits
from waqai.values.place import PlacePrecision, PlaceValue

UNKNOWN_SCORE: Final = -2.0
"""Score of "another place of this name that the gazetteer lacks"."""
LEAST_ALIKE: Final = 0.75
_SHOWN: Final = 5
_TOWNLIKE: Final = frozenset({PlacePrecision.TOWN, PlacePrecision.NEIGHBOURHOOD, PlacePrecision.SITE})
_DIVISIONS: Final = frozenset({PlacePrecision.GOVERNORATE, PlacePrecision.DISTRICT})
_COARSE: Final = frozenset({PlacePrecision.GOVERNORATE, PlacePrecision.COUNTRYSIDE, PlacePrecision.DISTRICT})


class Rated(msgspec.Struct, frozen=True):
    """A candidate with its score in natural logarithms of odds, and why."""

    place: Place
    score: float
    because: tuple[str, ...]


class Choice(msgspec.Struct, frozen=True):
    """What a phrase means: ``place`` is ``None`` when no gazetteer knows it, ``because`` gives the reasons in English.

    ``others`` are the namesakes that lost, the next best first, each with its score beside the best's.
    """

    place: Place | None
    value: PlaceValue
    probability: float
    because: str
    rated: tuple[Rated, ...] = ()

    @property
    def others(self) -> list[str]:
        """Tell the next best namesakes, for people."""
        lost = sorted((r for r in self.rated if r.place is not self.place), key=lambda r: -r.score)
        best = max((r.score for r in self.rated), default=0.0)
        return [
            f"{r.place.name} ({r.place.kind}, {r.place.admin1 or r.place.country}), {r.score - best:+.1f}: {'; '.join(r.because)}"
            for r in lost[:_SHOWN]
        ]


def choose(phrase: PlacePhrase, context: Context, *, text: str, name: str, section: Place | None = None) -> Choice:
    """Choose the place that a phrase means.

    text, name: the phrase and its bare name as the article writes them. section: the governorate of the article's
    section ("حلب::"), when it has one.
    """
    parents = _parents(phrase, context, section)
    rated = [_rate(place, phrase, context, parents) for place in _candidates(phrase, context)]
    if not rated or max(r.score for r in rated) < UNKNOWN_SCORE:
        rated += _alike(phrase, context, parents)
    if not rated:
        return _unknown(phrase, context, parents, text=text, name=name)
    best = max(rated, key=lambda r: (r.score, r.place.population))
    total = math.fsum(math.exp(r.score - best.score) for r in rated) + math.exp(UNKNOWN_SCORE - best.score)
    probability = 1.0 / total
    if best.score < UNKNOWN_SCORE:
        return _unknown(phrase, context, parents, text=text, name=name)
    place = best.place
    precision = _precision(phrase, place)
    point = place.precision if place.precision is not precision and place.precision in _COARSE else None
    value = PlaceValue(
        text=text,
        name=name,
        precision=precision,
        name_en=place.name_en or None,
        admin1=place.admin1 or None,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        gazetteer_id=place.id,
        point_precision=point,
        radius_m=radius_of(precision, place.kind),
    )
    return Choice(
        place, value, round(probability, 3), "; ".join(best.because) or "the only place of this name", tuple(rated)
    )


def _candidates(phrase: PlacePhrase, context: Context) -> list[Place]:
    found = context.gazetteer.find(name_key(phrase.name))
    if phrase.kind in ("city", "town", "village", "", "countryside"):
        return found
    if not found and phrase.kind and " " in phrase.name:
        found = context.gazetteer.find(name_key(phrase.name.partition(" ")[2]))
        return [p for p in found if p.kind == phrase.kind]
    return found


def _alike(phrase: PlacePhrase, context: Context, parents: list[tuple[Place, Container | None]]) -> list[Rated]:
    """Rate the places of a like-sounding name: a reporter's or a romaniser's other spelling."""
    found: list[Rated] = []
    for place in context.gazetteer.find_like(phrase.name):
        likeness = max(alike(phrase.name, n) for n in (place.names or (place.name_en,)))
        if likeness >= LEAST_ALIKE:
            rated = _rate(place, phrase, context, parents)
            because = f"{place.name} is written much like it"
            found.append(Rated(place, rated.score - 1.0 - 10.0 * (1.0 - likeness), (because, *rated.because)))
    return found


def _parents(phrase: PlacePhrase, context: Context, section: Place | None) -> list[tuple[Place, Container | None]]:
    """Give the places that hold the phrase, as far as they can be told, the nearest first."""
    found: list[tuple[Place, Container | None]] = []
    for container in phrase.containers:
        place = context.place_of(container)
        if place is not None:
            found.append((place, container))
    if section is not None:
        found.append((section, None))
    return found


def _rate(place: Place, phrase: PlacePhrase, context: Context, parents: list[tuple[Place, Container | None]]) -> Rated:
    score, because = _prominence(place), []
    score += _kind_score(place, phrase)
    for parent, container in parents:
        gain, reason = _parent_score(place, parent, container)
        score += gain
        because.append(reason)
    votes = context.votes(place)
    if votes:
        because.append(f"the article is about {place.admin1 or place.country}")
    near = context.nearness(place, phrase)
    if near > 0.5:
        because.append("near other places of the article")
    return Rated(place, score + votes + near, tuple(b for b in because if b))


def _prominence(place: Place) -> float:
    if place.kind == "governorate":
        return 1.0
    if place.precision is PlacePrecision.DISTRICT:
        return 0.0  # its population is that of all its towns
    score = 0.45 * math.log10(place.population + 1)
    return score + 0.3 * (len(place.ids) > 1) + (0.5 if place.source == "waqai" else 0.0)


def _kind_score(place: Place, phrase: PlacePhrase) -> float:
    wanted, has = phrase.precision, place.precision
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


def _parent_score(place: Place, parent: Place, container: Container | None) -> tuple[float, str]:
    if place.id == parent.id:
        return (-2.0, "") if container is not None else (0.0, "")
    if parent.kind == "governorate" or (
        container is not None and container.kind == "countryside" and parent.admin1 == parent.name_en
    ):
        if place.country != parent.country:
            return -6.0, ""
        side = side_fits(container.side, parent, place) if container is not None and container.side else 0.0
        if place.admin1 == parent.admin1:
            return 3.5 + side, f"in {parent.admin1}"
        return -3.0 - distance_km(place.lat, place.lon, parent.lat, parent.lon) / 60, ""
    km = distance_km(place.lat, place.lon, parent.lat, parent.lon)
    side = side_fits(container.side, parent, place) if container is not None and container.side else 0.0
    if km <= 25:
        return 3.0 + side, f"{km:.0f} km from {parent.name_en or parent.name}"
    return 3.0 - km / 15, ""


def _precision(phrase: PlacePhrase, place: Place) -> PlacePrecision:
    if phrase.kind and phrase.precision is not PlacePrecision.DISTRICT:
        return phrase.precision
    if phrase.kind == "" or phrase.precision is PlacePrecision.DISTRICT:
        return place.precision
    return phrase.precision


def _unknown(
    phrase: PlacePhrase, context: Context, parents: list[tuple[Place, Container | None]], *, text: str, name: str
) -> Choice:
    """Keep the name, take the parent's point, and say so."""
    precision = phrase.precision
    parent = parents[0][0] if parents else context.home()
    if parent is None:
        return Choice(
            None,
            PlaceValue(text=text, name=name, precision=precision, country=context.country() or None),
            0.0,
            "unknown, and so is where it lies",
        )
    value = PlaceValue(
        text=text,
        name=name,
        precision=precision,
        admin1=parent.admin1 or None,
        country=parent.country,
        lat=parent.lat,
        lon=parent.lon,
        point_precision=parent.precision,
        radius_m=radius_of(parent.precision, parent.kind, around=True),
    )
    where = parent.name_en or parent.name
    said = "the text puts it in" if parents else "the article is about"
    return Choice(
        None, value, 0.4 if parents else 0.25, f"unknown to the gazetteer; {said} {where}, whose point it takes"
    )
