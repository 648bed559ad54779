"""What an article says about where it is: countries and governorates it names, and the points of its places.

In: the place phrases of an article. Out: votes that ``choose`` adds to a candidate's score.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, TypeVar

import msgspec

from waqai.gazetteer.key import name_key
from waqai.gazetteer.merge import distance_km
from waqai.gazetteer.phrase import Container, PlacePhrase
from waqai.gazetteer.place import Place
from waqai.gazetteer.store import Gazetteer
from waqai.lexicon.entry import Entry
from waqai.values.place import IN_TOWN, PlacePrecision

_Key = TypeVar("_Key", str, tuple[str, str])
_ABROAD: Final = {"US": 0.25}
"""What the name of a state that mostly acts abroad says about where an article is; that of any other says 1."""
_AT_HOME: Final = 0.5
"""What the name of an actor says about where an article is: armies and armed groups act abroad too."""
_PEOPLE: Final = 0.5
"""What "the police of |that country|" says, against the country's name."""
_OF_SITES: Final = 0.5
"""What a school or market says, against a town: such names are everywhere, and sources have few."""
_KM_A_DEGREE: Final = 111.0
"""Least kilometres between two places that lie a degree of latitude apart."""
_SURE: Final = 20_000
"""Population from which a place is a landmark for its neighbours."""


class Context(msgspec.Struct, frozen=True, dict=True):
    """Votes of one article. ``countries`` and ``admin1`` are shares of all votes; ``landmarks`` are sure places.

    ``hinted``: they come from a column beside the phrase, not from a text.
    """

    gazetteer: Gazetteer
    countries: dict[str, float]
    admin1: dict[tuple[str, str], float]
    landmarks: tuple[Place, ...] = ()
    hinted: bool = False
    names: Mapping[str, frozenset[str]] = {}
    """The names that vote for a country, empty ones for its own name, its people and its actors."""
    lands: frozenset[str] = frozenset()
    """The countries that more than the names of quarters and sites speak for."""

    def country(self) -> str:
        """Give the country the article is about, or an empty string."""
        return self._country

    @cached_property
    def _country(self) -> str:
        # of countries that are named as often, that which holds more of the places
        held = {c: sum(share for (of, _), share in self.admin1.items() if of == c) for c in self.countries}
        return max(held, key=lambda c: (self.countries[c], held[c], c)) if held else ""

    def is_told_by_others(self, country: str, name: str) -> bool:
        """Tell whether anything but a name itself speaks for the country that alone has a place of it."""
        return not self.names or bool(self.names.get(country, frozenset()) - {name_key(name)})

    def is_namesake_abroad(self, place: Place) -> bool:
        """Tell whether a quarter or a site lies in a country that nothing but such names speaks for, and the article is about another."""
        return bool(self.lands) and place.country not in self.lands and place.precision in IN_TOWN

    def home(self) -> Place | None:
        """Give the governorate that the article is about, when most of its places lie in one."""
        if not self.admin1:
            return None
        key = max(self.admin1, key=lambda k: (self.admin1[k], k))
        about = self.country()
        if about and key[0] != about:
            return None
        return self.gazetteer.governorate(*key) if self.admin1[key] >= 0.5 else None

    def votes(self, place: Place) -> float:
        """Give what the article's countries and governorates add to a candidate's score."""
        score = 0.0
        if self.countries:
            share = self.countries.get(place.country, 0.0)
            score += 3.0 * share if share else -3.0
        if self.admin1:
            score += 2.5 * self.admin1.get((place.country, place.admin1), 0.0)
        return score

    def usual_votes(self) -> float:
        """Give what ``votes`` gives a place of this article on average: shares weighted by themselves."""
        return self._usual_votes

    @cached_property
    def _usual_votes(self) -> float:
        return 3.0 * min(1.0, sum(s * s for s in self.countries.values())) + 2.5 * min(
            1.0, sum(s * s for s in self.admin1.values())
        )

    def nearness(self, place: Place) -> float:
        """Give what nearness to the article's sure places adds, 0 to 2; articles name their places again and again."""
        known = self._nearness.get(place.id)
        if known is None:
            known = self._nearness[place.id] = 2.0 * math.exp(-_nearest_km(place, self.landmarks) / 40)
        return known

    @cached_property
    def _nearness(self) -> dict[str, float]:
        return {}

    def place_of(self, container: Container, held: Sequence[Place] = ()) -> Place | None:
        """Give the place that a container means: a governorate where one has the name, else the one that fits best.

        ``held`` are the candidates for what it holds: two names that lie side by side explain each other.
        """
        if not container.name:
            return self.home()
        found = self.gazetteer.find(name_key(container.name))
        if not found:
            return None
        if len(found) == 1:
            return None if self.is_namesake_abroad(found[0]) else found[0]
        return max(
            found, key=lambda p: (_container_score(p, container) + self.votes(p) + _beside(p, held), p.population)
        )


_COUNTRIES: Final = ("country", "namesake")
"""Classes of place words that name a country."""


def read_context(
    words: Iterable[Entry],
    phrases: Sequence[PlacePhrase],
    gazetteer: Gazetteer,
    *,
    actors: Iterable[str] = (),
    country: str = "",
) -> Context:
    """Count what an article says about where it is.

    words: the place words that it says. actors: the countries where the actors it names are at home. country: a hint from outside (the outlet's), or empty.
    """
    countries: defaultdict[str, float] = defaultdict(float)
    admin1: defaultdict[tuple[str, str], float] = defaultdict(float)
    landmarks: list[Place] = []
    voters: defaultdict[str, set[str]] = defaultdict(set)
    if country:
        countries[country] += 1
    for word in words:
        if word.cls in _COUNTRIES and word.countries:
            countries[word.countries[0]] += _ABROAD.get(word.countries[0], 1.0)
        elif word.cls == "people":
            countries[word.countries[0]] += _PEOPLE
    for home in actors:
        countries[home] += _AT_HOME
    for code in countries:
        voters[code].add("")
    spoken = set(countries)
    for phrase in phrases:
        if phrase.kind in _OF_TOWNS and (land := _land_of_town(phrase.name, gazetteer)):
            countries[land] += _OF_TOWN
    for name, kind in _names(phrases):
        key = name_key(name)
        found = gazetteer.reported(key) or gazetteer.find(key)
        if kind == _QUARTER:
            found = [p for p in found if p.precision in IN_TOWN and p.kind != _CAMP]  # no town of the name is told of
        if not found:
            continue
        alone = len(found) == 1
        lands = {p.country for p in found}
        weight = _OF_SITES if alone and found[0].precision is PlacePrecision.SITE else 1.0 / len(lands)
        if len(lands) > 1:
            lands = {p.country for p in found if p.kind == "governorate" or p.population >= _SURE}
        for code in lands:
            countries[code] += weight
            voters[code].add(key)
            said = code in spoken or kind == _QUARTER
            if not said and any(p.country == code and p.precision not in IN_TOWN for p in found):
                spoken.add(code)
        governorates = [p for p in found if p.kind == "governorate"]
        if governorates:
            for place in governorates:
                admin1[place.country, place.admin1] += 1.0 / len(governorates)
        elif found[0].admin1 and (alone or len({(p.country, p.admin1) for p in found}) == 1):
            admin1[found[0].country, found[0].admin1] += 0.7
            if alone:
                landmarks.append(found[0])
    named = {code: frozenset(names) for code, names in voters.items()}
    shares, held = _shares(countries), _shares(_in_country(admin1, countries))
    return Context(gazetteer, shares, held, tuple(landmarks[:20]), names=named, lands=frozenset(spoken))


def _land_of_town(name: str, gazetteer: Gazetteer) -> str:
    """Give the country of the town after which a place is called that nobody knows: "the market |of Nyala|"; none where several have one."""
    if gazetteer.reported(name_key(name)):
        return ""
    lands = {p.country for p in gazetteer.reported(name_key(name.partition(" ")[2]))}
    return lands.pop() if len(lands) == 1 else ""


_FACILITY: Final = "facility"
"""Kind of markets, hospitals and works."""
_OF_TOWNS: Final = frozenset({_FACILITY, "desert"})
"""Kinds of place that are called by a town's name behind their own."""
_OF_TOWN: Final = 0.5
"""What a place counts for its country that is called after a town there."""


def _names(phrases: Iterable[PlacePhrase]) -> Iterable[tuple[str, str]]:
    """Give the names of places and of what holds them, each with its kind."""
    for phrase in phrases:
        yield phrase.name, phrase.kind
        for container in phrase.containers:
            if container.name:
                yield container.name, container.kind


_QUARTER: Final = "neighbourhood"
_CAMP: Final = "camp"


def _in_country(
    admin1: Mapping[tuple[str, str], float], countries: Mapping[str, float]
) -> Mapping[tuple[str, str], float]:
    """Weigh governorates by their country's votes: a name that two countries have counts where the article is."""
    if not countries:
        return admin1
    most = max(countries.values())
    return {key: n * countries[key[0]] / most for key, n in admin1.items() if countries.get(key[0])}


def _shares(votes: Mapping[_Key, float]) -> dict[_Key, float]:
    total = sum(votes.values())
    return {key: n / total for key, n in votes.items()} if total else {}


def _beside(place: Place, held: Sequence[Place]) -> float:
    return 2.0 * math.exp(-_nearest_km(place, held) / 30)


def _nearest_km(place: Place, others: Iterable[Place]) -> float:
    """Give how far the nearest of other places is, infinity where there is none."""
    near = math.inf
    lat, lon = place.lat, place.lon
    for other in others:
        if abs(lat - other.lat) * _KM_A_DEGREE < near and other.id != place.id:
            km = distance_km(lat, lon, other.lat, other.lon)
            near = min(near, km)
    return near


def _container_score(place: Place, container: Container) -> float:
    if place.kind == "governorate":
        return 4.0 if container.kind in ("governorate", "countryside", "") else 0.0
    if container.kind in ("city", "town", "village") and place.precision is PlacePrecision.TOWN:
        return 1.0
    return 0.5 if place.kind == container.kind else 0.0
