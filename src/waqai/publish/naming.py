"""Actors as others name and class them: by the day and the country of the incident."""

from __future__ import annotations

from datetime import date
from typing import Final

from waqai.publish.reference import ActorNames, Reference
from waqai.values.actor import CIVILIANS, OTHER, PROTESTERS, UNKNOWN

_STATE: Final = "State forces"
_EXTERNAL: Final = "External/Other forces"
_STATES: Final = frozenset({"state_forces", "external_forces"})
NOBODY: Final = frozenset({CIVILIANS, UNKNOWN, PROTESTERS})
"""Actors that are no side of a conflict."""


def plain_name(actor: str, language: str = "en") -> str:
    """Give an actor's name for people; one that the list lacks keeps the name that the reports give it."""
    if actor.startswith(OTHER):
        return actor.removeprefix(OTHER)
    known = Reference.load().actors.get(actor)
    if known is None:
        return actor
    return known.name_ar if language == "ar" else known.name_en


def acled_name(actor: str, day: date | None, country: str) -> str:
    """Give the name that ACLED uses on this day: state forces carry the years of their government."""
    reference = Reference.load()
    known = reference.actors.get(actor)
    if known is None:
        return plain_name(actor)
    held = [name for name, since in known.acled if since is None or (day is not None and day >= since)]
    name = held[-1] if held else known.acled[0][0]
    place = reference.countries.get(country)
    return name.format(country=place.name_en if place else country)


def acled_type(actor: str, country: str) -> str:
    """Give ACLED's actor type: a state's forces are external anywhere but at home."""
    known = Reference.load().actors.get(actor)
    if known is None:
        return "Rebel group"
    if known.home:
        return _STATE if known.home == country else _EXTERNAL
    return known.inter


def sector(actor: str) -> str:
    """Give PLOVER's sector."""
    known = Reference.load().actors.get(actor)
    return known.sector if known is not None else "REB"


def is_government(actor: str) -> bool:
    """Tell whether UCDP would call this side a government: a state's own forces, at home or abroad."""
    known = _known(actor)
    return known is not None and known.kind in _STATES


def gw_number(actor: str) -> int | None:
    """Give the Gleditsch and Ward number of the state whose forces these are."""
    known = _known(actor)
    if known is None or not known.home:
        return None
    country = Reference.load().countries.get(known.home)
    return (country.gw or None) if country is not None else _FAR.get(known.home)


_FAR: Final = {"US": 2, "RU": 365, "GB": 200}
"""States that no incident here lies in."""


def _known(actor: str) -> ActorNames | None:
    return Reference.load().actors.get(actor)
