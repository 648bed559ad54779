"""FollowTheMoney entities, one JSON object a line: an ``Event`` an incident, an ``Organization`` an actor.

FollowTheMoney's Event has no tolls and no precision: both go into its summary, in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha1
from pathlib import Path
from typing import Any, Final

import msgspec

from waqai.model import Incident
from waqai.publish.day import dictionary
from waqai.publish.form import Context, Form
from waqai.publish.naming import NOBODY, plain_name
from waqai.publish.note import area_name, note, place_name
from waqai.publish.reference import Reference


def write_ftm(incidents: Iterable[Incident], path: Path, context: Context) -> None:
    """Write incidents as entities; each actor once, before the first incident it is in."""
    encode = msgspec.json.Encoder(order="deterministic").encode
    seen: set[str] = set()
    with path.open("wb") as out:
        for incident in incidents:
            for entity in _entities(incident, seen):
                out.write(encode(entity) + b"\n")


def _entities(incident: Incident, seen: set[str]) -> Iterator[dict[str, Any]]:
    for actor in (*incident.initiators, *incident.targets):
        if actor not in NOBODY and actor not in seen:
            seen.add(actor)
            yield _organization(actor)
    yield _event(incident)


def _organization(actor: str) -> dict[str, Any]:
    known = Reference.load().actors.get(actor)
    names = {"name": [plain_name(actor)], "alias": [plain_name(actor, "ar")]}
    home = {"country": [known.home.lower()]} if known is not None and known.home else {}
    return {"id": actor_id(actor), "schema": "Organization", "properties": {**names, **home}}


def _event(incident: Incident) -> dict[str, Any]:
    place = incident.place
    start, end = incident.date.start, incident.date.end
    what = dictionary()["en"]["sub_event"][incident.sub_event_type]
    area = ", ".join(p for p in (place_name(incident, "en"), area_name(incident, "en")) if p)
    found: dict[str, list[str]] = {
        "name": [f"{what.capitalize()} in {place_name(incident, 'en')}"],
        "summary": [note(incident, "en"), note(incident, "ar")],
        "location": [area],
        "keywords": [incident.event_type, incident.sub_event_type, incident.method, incident.grade],
        "publisher": list(dict.fromkeys(a.outlet for a in incident.reports if a.outlet)),
        "sourceUrl": list(dict.fromkeys(a.url for a in incident.reports if a.url)),
        "organizer": [actor_id(a) for a in incident.initiators if a not in NOBODY],
        "involved": [actor_id(a) for a in incident.targets if a not in NOBODY],
        "country": [place.country.lower()] if place.country else [],
        "startDate": [str(start)] if start else [],
        "endDate": [str(end)] if end else [],
    }
    kept = {name: values for name, values in found.items() if values}
    return {"id": f"waqai-{incident.incident_id}", "schema": "Event", "properties": kept}


def actor_id(actor: str) -> str:
    """Give the entity id of an actor: the same in every release."""
    return f"waqai-actor-{sha1(actor.encode(), usedforsecurity=False).hexdigest()[:16]}"


FTM: Final = Form(name="ftm", file="ftm.jsonl", gloss="FollowTheMoney entities", write=write_ftm)
