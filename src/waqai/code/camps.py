"""Whose an act is that names one side or none: camps, armies, aircraft and the owners of weapons (``data/camps.toml``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any, Final

from waqai.tag.actor.camps import tables
from waqai.text.fold import fold_key
from waqai.values.actor import ANY_STATE, OTHER, UNKNOWN

_ASKED: Final = 4_096
"""Actors told together whose foes are remembered."""
_SHARE: Final = 0.5
"""A second enemy is one that the article names at least half as often as the first: the press pairs allies."""


@cache
def opponents(*, guessed: bool = False) -> Mapping[str, frozenset[str]]:
    """Read the wars: each actor → all that stand on another side of one of its wars.

    ``guessed``: without those whose war has so many sides that who is not named may be anybody.
    """
    table: dict[str, set[str]] = {}
    for war in tables()["war"]:
        for side in war["sides"]:
            others = {actor for other in war["sides"] if other is not side for actor in other}
            for actor in side:
                table.setdefault(actor, set()).update(others)
    unsure = {a for war in tables()["war"] if guessed and war.get("open") for side in war["sides"] for a in side}
    return {actor: frozenset(others) for actor, others in table.items() if actor not in unsure}


def foes_of(actors: Iterable[str]) -> frozenset[str]:
    """Give all that stand on another side of a war of any of these actors."""
    return _foes(frozenset(actors))


@lru_cache(maxsize=_ASKED)
def _foes(actors: frozenset[str], *, guessed: bool = False) -> frozenset[str]:
    table = opponents(guessed=guessed)
    return frozenset[str]().union(*(table.get(actor, frozenset()) for actor in actors))


def are_allies(one: str, other: str) -> bool:
    """Tell whether two actors share an enemy and are not each other's."""
    table = opponents()
    these, those = table.get(one, frozenset()), table.get(other, frozenset())
    return bool(these & those) and other not in these


def stand_together(these: Iterable[str], those: Iterable[str]) -> bool:
    """Tell whether all of these actors are allies of all of those, and none of them fights everybody."""
    alone = frozenset(tables()["alone"]["actors"])
    those = tuple(those)
    return alone.isdisjoint(those) and all(one not in alone and are_allies(one, i) for one in these for i in those)


def but_hosts(doers: Iterable[str], armies: list[str], foes: list[str]) -> list[str]:
    """Give whose the palace was that was struck: no army that called the doers in, but their foes, in whose hands it then is."""
    guests = set(doers)
    hosts = {host for guest, host in tables()["guest"]["pairs"] if guest in guests}
    return (foes or [UNKNOWN]) if hosts.intersection(armies) else armies


def share_ground(actors: Iterable[str]) -> bool:
    """Tell whether among these actors are two that stand side by side in some parts, each with guns and aims of his own."""
    named = set(actors)
    return any(named.issuperset(pair) for pair in tables()["neighbours"]["pairs"])


def stand_apart(one: str, other: str) -> bool:
    """Tell whether two actors fight each other, or one of them everybody."""
    alone = tables()["alone"]["actors"]
    return one in alone or other in alone or other in opponents().get(one, frozenset())


def clients_of(actors: Iterable[str]) -> set[str]:
    """Give the militias that fight for any of these actors, which the press names beside them or leaves out."""
    clients = _clients()
    return {client for actor in actors if actor in clients for client in clients[actor]}


@cache
def _clients() -> Mapping[str, frozenset[str]]:
    """Read the militias that fight for each patron, in whatever country."""
    patrons = tables()["patron"]
    return {
        p["actor"]: frozenset(c for q in patrons if q["actor"] == p["actor"] for c in q["clients"]) for p in patrons
    }


def at_home(actors: Sequence[str], admin1: str | None, day: date | None = None) -> list[str]:
    """Give these actors, "local groups" by who fights under that name in a governorate, a group by its arm there, "internal security" beside an ally by whose it is there.

    Nobody known where nobody fights under the name.
    """
    if not admin1:
        return list(actors)
    police = {
        row["actor"]: row["there"].get(admin1, row["actor"])
        for row in tables()["police_with"]
        if row["ally"] in actors and day is not None and day < row["until"]
    }
    return list(dict.fromkeys([police.get(actor) or _local_names(admin1).get(actor, actor) for actor in actors]))


@cache
def _local_names(admin1: str) -> Mapping[str, str]:
    """Read who fights in a governorate under the name of each of the groups that have their home elsewhere, or an arm there."""
    arms = {row["actor"]: row["there"][admin1] for row in tables()["arm"] if admin1 in row["there"]}
    return arms | {
        row["actor"]: row["other"].get(admin1, UNKNOWN) for row in tables()["local"] if admin1 not in row["homes"]
    }


def army_of(country: str | None, day: date | None, *, police: bool = False, admin1: str | None = None) -> list[str]:
    """Give whose soldiers or policemen are meant in a country where the text names no force; nobody where that is open.

    ``admin1``: the governorate, where two governments hold a country.
    """
    if police and country in tables()["police"]:
        return [tables()["police"][country]]
    armies = _armies(country)
    if country and not armies and country not in tables()["open"]["countries"]:
        return [ANY_STATE]
    then = [a for a in armies if day is None or a.get("since", date.min) <= day < a.get("until", date.max)]
    there = [a for a in then if admin1 in a.get("there", (admin1,)) and (police or not a.get("police"))]
    return [army["actor"] for army in there][-1:]


@cache
def _armies(country: str | None) -> tuple[dict[str, Any], ...]:
    """Read the armies of a country, one of several governments among them."""
    return tuple(army for army in tables()["army"] if army["country"] == country)


def orders_at(country: str | None, day: date | None, *, police: bool = False) -> list[str]:
    """Give whose a curfew, an arrest, an air raid is of which nobody is said to be the doer: the state's, where nobody else holds a part of the country."""
    if not country or country in tables()["held"]["countries"] or is_at_peace(country):
        return []
    return army_of(country, day, police=police)


def without_allies(found: Iterable[str], doers: Iterable[str]) -> list[str]:
    """Leave out of those whom the doers are said to fight whoever stands on their side, unless nobody else is left."""
    table = opponents()
    known = [doer for doer in doers if doer in table]
    alone = tables()["alone"]["actors"]
    rest = [
        actor
        for actor in found
        if not known or actor not in table or actor in alone or any(actor in table[doer] for doer in known)
    ]
    return rest or list(found)


def without_friends(found: Sequence[str], doers: Sequence[str]) -> list[str]:
    """Leave out of those at whom an act was aimed the friends of all doers, where an enemy of theirs is among them.

    "Took A from X |with the help of| Y".
    """
    if foes_of(doers).isdisjoint(found):
        return list(found)
    alone = frozenset(tables()["alone"]["actors"])
    if not alone.isdisjoint(doers):
        return list(found)
    return [i for i in found if i in doers or i in alone or not all(are_allies(doer, i) for doer in doers)]


def enemies_named(doers: Iterable[str], named: Counter[str]) -> list[str]:
    """Give the enemies of these doers that the article names most, two at most; ``named`` counts all it names."""
    doers = tuple(doers)
    foes = _foes(frozenset(doers), guessed=True)
    if doers == (ANY_STATE,):
        foes = frozenset(i for i in named if i.startswith(OTHER) and not _stands_by_government(i))
    ranked = sorted([(i, n) for i, n in named.items() if i in foes] if foes else [], key=lambda pair: -pair[1])
    return [actor for actor, n in ranked[:2] if n >= _SHARE * ranked[0][1]]


def without_members(doers: list[str]) -> list[str]:
    """Leave out of doers whoever is part of another of them: "aircraft of the United States and of the coalition"."""
    inside = {m for c in tables()["coalition"] if c["actor"] in doers for m in c["members"]}
    return [doer for doer in doers if doer not in inside]


def can_fly(doers: Iterable[str]) -> list[str]:
    """Leave out of doers whoever has no aircraft."""
    ground = tables()["ground"]
    return [d for d in doers if d not in ground["actors"] and (not d.startswith(OTHER) or d in ground["but_for"])]


def take_for_government(takers: Sequence[str], kind_of: Callable[[str], str]) -> bool:
    """Tell whether ground is now a government's: of its forces, or of those who stand by it; helpers from abroad do not decide.

    ``kind_of`` gives the kind of an actor.
    """
    takers = [i for i in takers if kind_of(i) != _FROM_ABROAD] or takers
    kinds = [kind_of(i) for i in takers]
    return kinds[0] in _STATE_KINDS or _stands_by_government(takers[0]) or _OWN_STATE in kinds


_OWN_STATE: Final = "state_forces"
_FROM_ABROAD: Final = "external_forces"
_STATE_KINDS: Final = frozenset({_OWN_STATE, _FROM_ABROAD, "pro_government_militia"})


def _stands_by_government(actor: str) -> bool:
    """Tell whether an actor that is no state's force takes ground for a government: of two of them, or sent by others."""
    return actor in tables()["government"]["actors"]


def only_fly(doers: Sequence[str]) -> bool:
    """Tell whether these doers shell from the air where no gun is named."""
    return _are_all("actors", doers)


def mostly_fly(doers: Collection[str]) -> bool:
    """Tell whether these doers shell from the air where the article has aircraft of theirs strike too."""
    return _are_all("mostly", doers)


def fires_from_the_air(doers: Sequence[str]) -> bool:
    """Tell whether the missiles of these doers come from aircraft where nothing else is said."""
    return _are_all("missiles", doers)


def comes_by_air(doers: Iterable[str]) -> bool:
    """Tell whether the aggression of any of these is from the air where nothing else is said."""
    return not set(tables()["air"]["aggressors"]).isdisjoint(doers)


def _are_all(which: str, doers: Collection[str]) -> bool:
    """Tell whether there are doers, all of them on one list of the table of those who fly."""
    return bool(doers) and set(doers) <= set(tables()["air"][which])


def strikes_from_afar(doers: Iterable[str], country: str | None, *, massacre: bool) -> bool:
    """Tell whether these doers, all of them, shell a country and do not fight for its ground; ``massacre``: or kill its people by shells."""
    told = set(doers)
    for war in tables()["afar"]:
        if war["country"] == country:
            far = {*war["actors"], *(war["massacres"] if massacre else ())}
            return bool(told & far) and told <= far.union(war["beside"])
    return False


def beyond(country: str, named: Iterable[str]) -> frozenset[str]:
    """Give the countries that an article about one country is about too, because it names these actors of a war across the border."""
    borders = [b for b in tables()["border"] if b["country"] == country]
    told = set(named) if borders else set()
    return frozenset(b["beyond"] for b in borders if told & set(b["actors"]))


def defends(country: str | None, doers: Iterable[str]) -> bool:
    """Tell whether these doers hold a country across whose border its enemies fire, or alone have bases there."""
    held = [b["defenders"] for b in tables()["border"] if b["country"] == country]
    held += [[s["actor"]] for s in tables()["soil"] if s["country"] == country and "governorates" not in s]
    return any(set(doers) <= set(ids) for ids in held)


def owner_of(method: str, country: str | None, day: date | None) -> list[str]:
    """Give whose a weapon is in a country on a day, where only one side has it."""
    return [
        weapon["actor"]
        for weapon in tables()["weapon"]
        if weapon["method"] == method
        and weapon["country"] == country
        and (day is None or weapon.get("since", date.min) <= day < weapon["until"])
    ]


def keeper_of(place: str, country: str | None) -> list[str]:
    """Give whose a prison is, by its name as the text has it, or by its country."""
    text = fold_key(place)
    for prison in tables()["prison"]:
        if country in prison["countries"] and any(name in text for name in prison["names"]):
            return [prison["actor"]]
    return []


def is_at_peace(country: str | None) -> bool:
    """Tell whether no armed group fights in a country, so that gunfire there is crime unless something else is said."""
    return country in tables()["peace"]["countries"]


def is_unconquered(country: str | None) -> bool:
    """Tell whether no ground of a country has changed hands: "recovered" is said there of accounts, "expelled" of guests."""
    return is_at_peace(country) or country in tables()["peace"]["unconquered"]


def policed_by(country: str | None, doers: Sequence[str]) -> tuple[str, ...] | None:
    """Give the forces of a country whose police has mostly crime to deal with; of the doers' own where the place does not say it, ``None`` for others."""
    forces: Mapping[str, list[str]] = tables()["policed"]
    if country is None:
        country = next((home for home, own in forces.items() if not set(own).isdisjoint(doers)), None)
    return tuple(forces[country]) if country is not None and country in forces else None
