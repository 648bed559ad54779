"""Choice among namesakes, by what the article says around the name and by prominence.

In: a place phrase, and the context of its article. Out: the place with a probability and the reasons, or, for a name
that no gazetteer knows, the name as written with its parent's point and what that point stands for.
"""

from __future__ import annotations

import math
from typing import Final

import msgspec

from waqai.gazetteer.context import Context
from waqai.gazetteer.key import name_key
from waqai.gazetteer.loose import loose_key
from waqai.gazetteer.merge import distance_km
from waqai.gazetteer.phrase import Container, PlacePhrase
from waqai.gazetteer.place import Place
from waqai.gazetteer.rate import LARGE, TOWN_KM, Rated, absent_score, prominence, rate
from waqai.gazetteer.scale import radius_of
from waqai.text.fold import fold_key
from waqai.values.place import IN_TOWN, PlacePrecision, PlaceValue

LEAST_ALIKE: Final = 0.75
_OTHER_SPELLING: Final = 0.4
_UNLIKE: Final = 6.0
_FEW_SOUNDS: Final = 0.9
_FEW: Final = 4
"""What another spelling costs, a whole unlikeness, and a name of fewer than four consonants: 45 % of such were right, 82 % of others.

Prominence counts half: a large town is written wrongly more often, but its name is also known better.
"""
_SHOWN: Final = 5
_DOUBT: Final = 1.5
"""How much likelier a place that no source has must be (in natural logarithms of odds) before it is the answer."""
_SURE: Final = 0.67
"""Probability from which a point counts as the place's own."""
_RIVAL: Final = 1.5
"""How much less likely a namesake may be and still widen the radius."""
_DOUBT_KM: Final = (10, 60)
"""Least and greatest radius of a doubtful point."""
_COARSE: Final = frozenset({PlacePrecision.GOVERNORATE, PlacePrecision.COUNTRYSIDE, PlacePrecision.DISTRICT})
_ANY_KIND: Final = frozenset({"city", "town", "village", "", "countryside"})
_PARENT_SAID: Final = 0.65
_PARENT_HOME: Final = 0.5
"""How often a place that no gazetteer knows lies in the parent that the text names, in the one the article is about."""


class Choice(msgspec.Struct, frozen=True, gc=False):
    """What a phrase means: ``place`` is ``None`` when no gazetteer knows it, ``because`` gives the reasons in English.

    ``probability``: that this is the place meant; where the point is borrowed or stands for an area, that the place lies
    within ``value.radius_m`` of it. ``rated`` are all candidates, the chosen one among them.
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
    found = _candidates(phrase, context)
    parents = _parents(phrase, context, section, found)
    rated = [rate(place, phrase, context, parents) for place in found]
    if len(found) > 1:
        rated = _as_written(phrase, rated)
    absent = absent_score(phrase, context, parents, found)
    best = max(rated, key=_likelihood, default=None)
    unlikely = best is None or best.score < absent
    if unlikely and not any(r.place.population >= LARGE for r in rated) and not _is_called_after_town(phrase, context):
        rated += _alike(phrase, context, parents, {p.id for p in found})
        best = max(rated, key=_likelihood, default=None)
    if best is None:
        return _unknown(phrase, context, parents, text=text, name=name)
    if best.score + _DOUBT < absent:
        return _unknown(phrase, context, parents, text=text, name=name, rated=tuple(rated))
    value = _value(phrase, best.place, text=text, name=name)
    probability = _probability(best, rated, absent, (value.radius_m or 0) / 1000)
    if probability < _SURE:
        value = msgspec.structs.replace(value, radius_m=_doubtful_radius(value, best, rated))
    because = "; ".join(best.because) or "the only place of this name"
    return Choice(best.place, value, round(probability, 3), because, tuple(rated))


def _likelihood(rated: Rated) -> tuple[float, int]:
    """Give by what candidates are ordered: of two as likely the larger is meant."""
    return rated.score, rated.place.population


def _as_written(phrase: PlacePhrase, rated: list[Rated]) -> list[Rated]:
    """Rate namesakes of one country higher that are spelt as the text has it: "Shahba" and "ash-Shahba", which have one key."""
    so = [any(fold_key(name) == phrase.name for name in r.place.names) for r in rated]
    otherwise = {r.place.country for r, is_so in zip(rated, so, strict=True) if not is_so}
    return [
        msgspec.structs.replace(r, score=r.score + _WRITTEN_SO) if is_so and r.place.country in otherwise else r
        for r, is_so in zip(rated, so, strict=True)
    ]


_WRITTEN_SO: Final = 1.0
"""What the article of a name, or its hamza, adds; no point of the 3,857 phrases of people changes by it (docs/quality.md)."""


def _probability(best: Rated, rated: list[Rated], absent: float, radius_km: float) -> float:
    """Give the share of the chosen place, and of namesakes inside its radius, in all explanations of the name."""
    if len(rated) == 1:
        return 1.0 / (1.0 + math.exp(absent - best.score))
    here = total = 0.0
    for r in rated:
        odds = math.exp(r.score - best.score)
        total += odds
        if r is best or distance_km(best.place.lat, best.place.lon, r.place.lat, r.place.lon) <= radius_km:
            here += odds
    return here / (total + math.exp(absent - best.score))


def _doubtful_radius(value: PlaceValue, best: Rated, rated: list[Rated]) -> int:
    """Give a radius that holds the namesakes that may be meant as well: a doubtful point is not told as an exact one."""
    rivals = [
        distance_km(best.place.lat, best.place.lon, r.place.lat, r.place.lon)
        for r in rated
        if r.place is not best.place and r.score > best.score - _RIVAL
    ]
    near = [km for km in rivals if km <= _DOUBT_KM[1]]
    return max(value.radius_m or 0, round(1000 * max(near, default=0.0)), _DOUBT_KM[0] * 1000)


def _value(phrase: PlacePhrase, place: Place, *, text: str, name: str) -> PlaceValue:
    precision = _precision(phrase, place)
    point = place.precision if place.precision is not precision and place.precision in _COARSE else None
    return PlaceValue(
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
        radius_m=radius_of(precision, place.kind, beside=phrase.relation in ("near", "outskirts")),
    )


def _candidates(phrase: PlacePhrase, context: Context) -> list[Place]:
    found = context.gazetteer.named(phrase.name)
    if phrase.kind == "camp":  # named after a town it lies near
        return [p for p in found if p.kind == "camp"]
    if phrase.kind in _ANY_KIND:
        return found
    if not found and phrase.kind and " " in phrase.name:
        found = context.gazetteer.find(name_key(phrase.name.partition(" ")[2]))
        return [p for p in found if p.kind == phrase.kind]
    return found


def _alike(
    phrase: PlacePhrase, context: Context, parents: list[tuple[Place, Container | None]], known: set[str]
) -> list[Rated]:
    """Rate the places of a like-sounding name: a reporter's or a romaniser's other spelling."""
    found: list[Rated] = []
    few = len(loose_key(phrase.name)) < _FEW
    for place, likeness in context.gazetteer.alike(phrase.name, LEAST_ALIKE):
        if place.id in known or (phrase.kind == "camp" and place.kind != "camp"):
            continue
        rated = rate(place, phrase, context, parents)
        because = f"{place.name} is written much like it"
        less = _OTHER_SPELLING + _UNLIKE * (1.0 - likeness) + _FEW_SOUNDS * few + prominence(place) / 2
        found.append(Rated(place, rated.score - less, (because, *rated.because)))
    return found


def _parents(
    phrase: PlacePhrase, context: Context, section: Place | None, held: list[Place]
) -> list[tuple[Place, Container | None]]:
    """Give the places that hold the phrase, as far as they can be told, the nearest first."""
    found: list[tuple[Place, Container | None]] = []
    for container in phrase.containers:
        place = context.place_of(container, held)
        if place is not None:
            found.append((place, container))
    if len(found) > 1:
        found = [parent for at, parent in enumerate(found) if _is_of_town(at, found)]
    if section is not None:
        found.append((section, None))
    return found


def _is_of_town(at: int, parents: list[tuple[Place, Container | None]]) -> bool:
    """Tell whether a quarter that holds a place may lie in the town that is named behind it: "the station in the quarter of A |in the city of B|"."""
    place, container = parents[at]
    if container is None or container.precision is not PlacePrecision.NEIGHBOURHOOD:
        return True
    towns = [p for p, c in parents[at + 1 :] if c is not None and p.precision is PlacePrecision.TOWN]
    return not towns or distance_km(place.lat, place.lon, towns[0].lat, towns[0].lon) <= TOWN_KM


def _precision(phrase: PlacePhrase, place: Place) -> PlacePrecision:
    return phrase.precision if phrase.kind else place.precision


def _unknown(
    phrase: PlacePhrase,
    context: Context,
    parents: list[tuple[Place, Container | None]],
    *,
    text: str,
    name: str,
    rated: tuple[Rated, ...] = (),
) -> Choice:
    """Keep the name, take the parent's point, and say so."""
    precision = phrase.precision
    parent = _seat(phrase, context, parents) or _capital(phrase, context, parents)
    parent = parent or (parents[0][0] if parents else context.home())
    if parent is None:
        value = PlaceValue(text=text, name=name, precision=precision, country=context.country() or None)
        return Choice(None, value, 0.0, "unknown, and so is where it lies", rated)
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
    probability = _PARENT_SAID if parents else _PARENT_HOME
    return Choice(None, value, probability, f"unknown to the gazetteer; {said} {where}, whose point it takes", rated)


def _seat(phrase: PlacePhrase, context: Context, parents: list[tuple[Place, Container | None]]) -> Place | None:
    """Give the town whose hospital, checkpoint, camp, desert … this is: "مشفى كفرنبل", "بادية السخنة", unless the text puts it elsewhere."""
    if phrase.kind == "camp":
        name = phrase.name
    elif (phrase.precision is PlacePrecision.SITE or phrase.kind == _DESERT) and " " in phrase.name:
        name = phrase.name.partition(" ")[2]
    else:
        return None
    held = {(p.country, p.admin1) for p, _ in parents}
    towns = [
        p
        for p in context.gazetteer.find(name_key(name))
        if p.precision is PlacePrecision.TOWN and (not held or (p.country, p.admin1) in held)
    ]
    return max(towns, key=lambda p: (context.votes(p), p.population), default=None)


_DESERT: Final = "desert"


def _is_called_after_town(phrase: PlacePhrase, context: Context) -> bool:
    """Tell whether a site is called after a town that we list, so that no other site's name is meant: "the market |of Kutum|"."""
    return (phrase.kind == _FACILITY and not phrase.name.startswith("ال")) and any(
        p.precision is PlacePrecision.TOWN and context.countries.get(p.country)
        for p in context.gazetteer.reported(name_key(phrase.name.partition(" ")[2]))
    )


_FACILITY: Final = "facility"


def _capital(phrase: PlacePhrase, context: Context, parents: list[tuple[Place, Container | None]]) -> Place | None:
    """Give the city that a bare name of a governorate means beside a site or a quarter: "the industrial zone in Suwayda"."""
    place, container = parents[0] if parents else (None, None)
    if phrase.precision not in IN_TOWN or place is None or container is None or container.kind:
        return None
    if place.precision is not PlacePrecision.GOVERNORATE:
        return None
    held = context.gazetteer.find(name_key(container.name))
    towns = [
        p for p in held if p.precision is PlacePrecision.TOWN and (p.country, p.admin1) == (place.country, place.admin1)
    ]
    return max(towns, key=lambda p: p.population, default=None)
