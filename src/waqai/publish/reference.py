"""Tables behind the exports: countries, actors' names, the crosswalk; read once, never changed."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, Self

import msgspec

from waqai.code.taxonomy import Taxonomy
from waqai.shipped import shipped_rows, shipped_table


class Country(msgspec.Struct, frozen=True):
    """A country by ISO 3166-1, Gleditsch and Ward's number (0: none) and the regions that ACLED and UCDP put it in."""

    iso2: str
    iso_numeric: str
    iso3: str
    gw: int
    name_en: str
    name_ar: str
    acled_region: str
    ucdp_region: str


class Scheme(msgspec.Struct, frozen=True):
    """What a sub-event type is in other schemes, see ``data/publish/crosswalk.toml``."""

    disorder: str
    violence: str
    plover: dict[str, Any]
    cameo: str
    why: str


class ActorNames(msgspec.Struct, frozen=True):
    """An actor for exports: ACLED's names with the first day each holds, ACLED's type, home state, PLOVER's sector."""

    name_en: str
    name_ar: str
    kind: str
    acled: tuple[tuple[str, date | None], ...]
    inter: str
    sector: str
    home: str


class Reference(msgspec.Struct, frozen=True):
    """All tables."""

    countries: dict[str, Country]
    actors: dict[str, ActorNames]
    schemes: dict[str, Scheme]
    methods: dict[str, dict[str, str]]
    failed: dict[str, str]
    quads: dict[str, str]
    fatalities: dict[str, Any]
    taxonomy: Taxonomy

    @classmethod
    @cache
    def load(cls) -> Self:
        """Read the tables that ship with the package."""
        cross = shipped_table("publish/crosswalk.toml")
        return cls(
            countries={row["iso2"]: _country(row) for row in shipped_rows("publish/countries.csv")},
            actors=_actors(),
            schemes={name: msgspec.convert(row, Scheme) for name, row in cross["sub_event"].items()},
            methods=cross["method"],
            failed=cross["failed"],
            quads=cross["quad"],
            fatalities=cross["fatalities"],
            taxonomy=Taxonomy.load(),
        )


def _actors() -> dict[str, ActorNames]:
    raw = shipped_table("publish/actors.toml")
    found = {}
    for row in shipped_rows("actors.csv"):
        more = raw["actor"].get(row["id"], {})
        kind = raw["kind"][row["kind"]]
        names = tuple((str(n[0]), n[1] if len(n) > 1 else None) for n in more.get("acled", ()))
        found[row["id"]] = ActorNames(
            name_en=row["name_en"],
            name_ar=row["names_ar"].split("|")[0].split(" (")[0] or row["name_en"],
            kind=row["kind"],
            acled=names or ((row["name_en"], None),),
            inter=more.get("inter", kind["inter"]),
            sector=more.get("sector", kind["sector"]),
            home=more.get("home", ""),
        )
    return found


def _country(row: dict[str, str]) -> Country:
    return Country(**{**row, "gw": int(row["gw"] or 0)})  # type: ignore[arg-type]
