"""ACLED-shaped CSV: the 31 columns of ACLED's export, in its order (codebook 2024–25 and acledR's ``acled_codebook``).

One row an incident: where it went on over several days the row has the middle day, and the note says so. What ACLED has no
column for (wounded, detained, spans, who says what) is in ``notes`` and ``tags`` as far as it goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from waqai.gazetteer.scale import acled_precision as geo_precision
from waqai.model import Incident
from waqai.publish.day import acled_precision, middle
from waqai.publish.form import Context, Form, incident_number, release_day
from waqai.publish.naming import acled_name, acled_type
from waqai.publish.note import note, source_names
from waqai.publish.reference import Reference
from waqai.publish.table import degrees, write_table
from waqai.publish.toll import fatalities
from waqai.values.actor import CIVILIANS, PROTESTERS, UNKNOWN

COLUMNS: Final = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1",
    "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2",
    "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_ORDER: Final = (
    "State forces",
    "Rebel group",
    "Political militia",
    "Identity militia",
    "Rioters",
    "Protesters",
    "Civilians",
    "External/Other forces",
)
"""ACLED's types 1 to 8; the smaller comes first in ``interaction``."""
_RIOTS: Final = "Riots"
_CROWDS: Final = frozenset({"Protests", "Riots"})


def write_acled(incidents: Iterable[Incident], path: Path, context: Context) -> None:
    """Write incidents as ACLED-shaped rows; one without a day is no row there."""
    write_table(path, COLUMNS, _rows(incidents, context))


def _rows(incidents: Iterable[Incident], context: Context) -> Iterator[list[object]]:
    reference = Reference.load()
    for incident in incidents:
        day = middle(incident.date)
        if day is None:
            continue
        place = incident.place
        country = reference.countries.get(place.country or "")
        first, second = _sides(incident)
        released = datetime.combine(release_day(incident, context), datetime.min.time(), UTC)
        prefix = country.iso3 if country else "XXX"
        yield [
            f"{prefix}{incident_number(incident)}",
            day.isoformat(),
            day.year,
            acled_precision(incident.date),
            reference.schemes[incident.sub_event_type].disorder,
            incident.event_type,
            incident.sub_event_type,
            *_actor(first, incident),
            *_actor(second, incident),
            interaction(_type(first, incident), _type(second, incident)),
            "Civilian targeting" if CIVILIANS in incident.targets and _is_violence(incident) else "",
            country.iso_numeric if country else "",
            country.acled_region if country else "",
            country.name_en if country else place.country or "",
            place.admin1 or "",
            "",
            "",
            place.name_en or place.name,
            degrees(place.lat),
            degrees(place.lon),
            geo_precision(place),
            "; ".join(source_names(incident)),
            "",
            f"{note(incident, 'en')} / {note(incident, 'ar')}",
            fatalities(incident, context.fatalities),
            tags(incident),
            int(released.timestamp()),
        ]


def _sides(incident: Incident) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the actors of both columns; in demonstrations the crowd comes first, as ACLED has it."""
    first, second = incident.initiators, incident.targets
    if incident.event_type in _CROWDS and PROTESTERS in second:
        first, second = second, first
    return first, second


def _actor(side: tuple[str, ...], incident: Incident) -> tuple[str, str, str]:
    """Give actor, associated actors and type; nobody is an empty cell."""
    if not side:
        return "", "", ""
    country = incident.place.country or ""
    day = middle(incident.date)
    names = [acled_name(actor, day, country) for actor in side]
    if incident.event_type == _RIOTS:
        names = [name.replace("Protesters", "Rioters", 1) for name in names]
    return names[0], "; ".join(names[1:]), _type(side, incident)


def _type(side: tuple[str, ...], incident: Incident) -> str:
    if not side:
        return ""
    if side[0] == PROTESTERS and incident.event_type == _RIOTS:
        return "Rioters"
    return acled_type(side[0], incident.place.country or "")


def interaction(one: str, two: str) -> str:
    """Give ACLED's pair of types, whichever acted: the one with the smaller number first."""
    if not one or not two:
        return f"{one or two} only" if one or two else ""
    first, second = sorted((one, two), key=_ORDER.index)
    return f"{first}-{second}"


def _is_violence(incident: Incident) -> bool:
    return incident.event_type not in ("Strategic developments", "Protests")


def tags(incident: Incident) -> str:
    """Give what has no column of its own, as ``name=value`` pairs."""
    pairs = [
        ("method", incident.method),
        ("outcome", incident.outcome),
        ("status", incident.status),
        ("grade", incident.grade),
    ]
    if incident.count > 1:
        pairs.append(("count", str(incident.count)))
    if incident.event_type in _CROWDS:
        pairs.append(("crowd size", "no report"))
    return "; ".join(
        f"{name}={value}" for name, value in pairs if value and value not in ("completed", "reported", UNKNOWN)
    )


ACLED: Final = Form(name="acled", file="acled.csv", gloss="ACLED-shaped table, 31 columns", write=write_acled)
