"""HXL CSV: a header for people, the tag row for machines (hxlstandard.org), governorates with p-codes where they are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from waqai.model import Incident
from waqai.publish.day import edtf
from waqai.publish.form import Context, Form
from waqai.publish.naming import plain_name
from waqai.publish.note import country_name, note, source_names
from waqai.publish.table import degrees, open_table
from waqai.publish.toll import rows_of, total

COLUMNS: Final = (
    ("Incident", "#event+id"),
    ("Start", "#date+start"),
    ("End", "#date+end"),
    ("Days (EDTF)", "#date+occurred+edtf"),
    ("Event type", "#event+type"),
    ("Sub-event type", "#event+type+sub"),
    ("Method", "#event+method"),
    ("Outcome", "#status+outcome"),
    ("Initiators", "#group+name+initiators"),
    ("Targets", "#group+name+targets"),
    ("Country", "#country+name"),
    ("Country code", "#country+code+v_iso2"),
    ("Governorate", "#adm1+name"),
    ("Governorate p-code", "#adm1+code+v_pcode"),
    ("Place", "#loc+name"),
    ("Place (Arabic)", "#loc+name+i_ar"),
    ("Precision of place", "#loc+precision"),
    ("Latitude", "#geo+lat"),
    ("Longitude", "#geo+lon"),
    *(
        (f"{kind.capitalize()}, {end}", f"#affected+{kind}+{attribute}")
        for kind in ("killed", "injured", "detained", "abducted", "missing", "released")
        for end, attribute in (("low", "min"), ("best", "best"), ("high", "max"))
    ),
    ("Status of the account", "#status+account"),
    ("Attestation", "#status+grade"),
    ("Independent witnesses", "#indicator+witnesses+num"),
    ("Sources", "#meta+source"),
    ("Description", "#description+i_en"),
    ("Description (Arabic)", "#description+i_ar"),
)
"""Header and tag. OCHA's own mapping of ACLED where it has one; +min, +best and +max for the ends of a toll."""
_KINDS: Final = ("killed", "wounded", "detained", "abducted", "missing", "released")


def write_hxl(incidents: Iterable[Incident], path: Path, context: Context) -> None:
    """Write incidents as a table with HXL tags in its second row."""
    with open_table(path, [header for header, _ in COLUMNS]) as writer:
        writer.writerow([tag for _, tag in COLUMNS])
        writer.writerows(_rows(incidents, context))


def _rows(incidents: Iterable[Incident], context: Context) -> Iterator[list[object]]:
    for incident in incidents:
        place = incident.place
        yield [
            incident.incident_id,
            incident.date.start or "",
            incident.date.end or "",
            edtf(incident.date),
            incident.event_type,
            incident.sub_event_type,
            incident.method,
            incident.outcome,
            "; ".join(plain_name(a) for a in incident.initiators),
            "; ".join(plain_name(a) for a in incident.targets),
            country_name(place.country, "en"),
            place.country or "",
            place.admin1 or "",
            context.pcodes.get((place.country or "", place.admin1 or ""), ""),
            place.name_en or "",
            place.name,
            place.precision,
            degrees(place.lat),
            degrees(place.lon),
            *(cell for kind in _KINDS for cell in _ends(incident, kind)),
            incident.status,
            incident.grade,
            incident.witnesses,
            "; ".join(source_names(incident)),
            note(incident, "en"),
            note(incident, "ar"),
        ]


def _ends(incident: Incident, kind: str) -> tuple[object, object, object]:
    rows = rows_of(incident, kind)
    if not rows:
        return "", "", ""
    low, best, high = total(rows)
    return low, best, "" if high is None else high


HXL: Final = Form(name="hxl", file="hxl.csv", gloss="humanitarian table with HXL tags and p-codes", write=write_hxl)
