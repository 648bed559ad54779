"""PLOVER records, one JSON object a line (ontology manual, openeventdata/PLOVER).

The auxiliary modes that the manual defines and leaves open are filled: ``negation`` for what one side denies, ``historical`` for
what was background when it was told, ``unsuccessful`` for an act that missed its aim (ours; the manual has no word for it).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import msgspec

from waqai.model import Incident
from waqai.publish.form import Context, Form
from waqai.publish.naming import plain_name, sector
from waqai.publish.note import note, source_names
from waqai.publish.reference import Reference
from waqai.publish.toll import rows_of, total

_OLD: Final = timedelta(days=31)
"""What lay further back than this when it was first told was told as background."""
_FEATURE: Final = {"site": 5, "neighbourhood": 5, "town": 4, "district": 3, "countryside": 3, "governorate": 2}
"""PLOVER's location resolution: 5 within a town, 4 town, 3 district, 2 province, 1 country."""


def write_plover(incidents: Iterable[Incident], path: Path, context: Context) -> None:
    """Write incidents as PLOVER records; one without a day is none there."""
    encode = msgspec.json.Encoder(order="deterministic").encode
    with path.open("wb") as out:
        for incident in incidents:
            if incident.date.start is not None:
                out.write(encode(record(incident)) + b"\n")


def record(incident: Incident) -> dict[str, Any]:
    """Give one incident as a PLOVER record."""
    kind, modes, contexts, mutual = classify(incident)
    actors, recipients = list(incident.initiators), list(incident.targets)
    if mutual:
        actors, recipients = actors + recipients, []
    quad = Reference.load().quads[kind]
    return {
        "id": incident.incident_id,
        "date": str(incident.date.start),
        "enddate": str(incident.date.end),
        "actor": [_entity(a) for a in actors],
        "recipient": [_entity(a) for a in recipients],
        "event": [kind],
        "mode": modes,
        "context": contexts,
        "quad_code": quad,
        "event_loc": _location(incident),
        "size": {
            "dead": total(rows_of(incident, "killed"))[1],
            "injured": total(rows_of(incident, "wounded"))[1],
            "arrested": total(rows_of(incident, "detained", "abducted"))[1],
        },
        "text": note(incident, "en"),
        "cite_info": {"citation": source_names(incident), "url": [a.url for a in incident.reports if a.url]},
        "coder": "waqai",
        "comment": f"{incident.grade}: {incident.grade_reason}" if incident.grade_reason else incident.grade,
    }


def classify(incident: Incident) -> tuple[str, list[str], list[str], bool]:
    """Give PLOVER's type, modes, contexts, and whether both sides are actors."""
    reference = Reference.load()
    scheme = reference.schemes[incident.sub_event_type].plover
    method = reference.methods.get(incident.method, {})
    kind = method.get("plover_type", scheme["type"])
    mode = method.get("plover_mode", scheme["mode"])
    if incident.sub_event_type == "Arrests" and incident.outcome == "failed":
        mode = reference.failed["arrest_mode"]
    return kind, [m for m in (mode, *_auxiliary(incident)) if m], list(scheme["contexts"]), bool(scheme.get("mutual"))


def cameo(incident: Incident) -> str:
    """Give the CAMEO code."""
    reference = Reference.load()
    if incident.sub_event_type == "Arrests" and incident.outcome == "failed":
        return reference.failed["arrest_cameo"]
    return reference.methods.get(incident.method, {}).get("cameo", reference.schemes[incident.sub_event_type].cameo)


def _auxiliary(incident: Incident) -> list[str]:
    found = []
    if incident.status == "denied":
        found.append("negation")
    told = min((a.published for a in incident.reports if a.published), default=None)
    if told is not None and incident.date.end is not None and told - incident.date.end > _OLD:
        found.append("historical")
    if incident.outcome == "failed":
        found.append("unsuccessful")
    return found


def _entity(actor: str) -> dict[str, str]:
    known = Reference.load().actors.get(actor)
    home = Reference.load().countries.get(known.home) if known is not None and known.home else None
    code = {"code": home.iso3} if home is not None else {}
    return {"entity_text": plain_name(actor), "identifier_text": actor, "sector": sector(actor), **code}


def _location(incident: Incident) -> dict[str, Any]:
    place = incident.place
    country = Reference.load().countries.get(place.country or "")
    return {
        "extracted_place": place.text,
        "resolved_place": place.name_en or place.name,
        "lat": place.lat,
        "lon": place.lon,
        "province": place.admin1,
        "country_code": country.iso3 if country else None,
        "resolution": _FEATURE[place.point_precision or place.precision],
    }


PLOVER: Final = Form(
    name="plover", file="plover.jsonl", gloss="PLOVER records with modes and auxiliary modes", write=write_plover
)
