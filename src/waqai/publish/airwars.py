"""Airwars-style incident files: incidents, belligerents, casualties and sources, four tables joined by the incident's code.

Column names are those of the archive's own exports; what we do not know of a strike (families, named victims, infrastructure)
has no column here. Minimum and maximum are the range over all accounts, conceded figures stand apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from waqai.model import Incident, Toll
from waqai.publish.day import edtf
from waqai.publish.form import Context, Form
from waqai.publish.naming import NOBODY, plain_name
from waqai.publish.note import country_name, note
from waqai.publish.table import degrees, open_table
from waqai.publish.toll import rows_of
from waqai.values.date import DatePrecision

GROUPS: Final = (
    ("civilian_non_combatants", "civilians"),
    ("belligerents", "combatants"),
    ("undetermined", "unspecified"),
)
_HARM: Final = (("killed", "killed"), ("injured", "wounded"))
RANGES: Final = tuple(f"{group}_{name}_{end}" for group, _ in GROUPS for name, _ in _HARM for end in ("min", "max"))
FILES: Final = {
    "incidents.csv": (
        "code", "previous_codes", "date_type", "date", "date_end", "date_edtf", "country_name", "location_name", "location_name_arabic",
        "region", "strike_status_name", "strike_type_name", "total_strikes", "civilian_harm_reported", "civilian_harm_status_name",
        "geolocation_accuracy_name", "latitude", "longitude", *RANGES, "num_sources", "summary", "summary_arabic",
    ),
    "belligerents.csv": (
        "code", "belligerent_id", "belligerent_name", "type", "assessment_name", "deaths_conceded_min", "deaths_conceded_max",
        "injuries_conceded_min", "injuries_conceded_max",
    ),
    "casualties.csv": ("code", "casualty_type_name", "killed_min", "killed_max", "injured_min", "injured_max", "source", "date"),
    "sources.csv": ("code", "name", "language", "url", "date"),
}  # fmt: skip
_ACCURACY: Final = {
    "site": "nearby_landmark",
    "neighbourhood": "neighbourhood_area",
    "town": "town",
    "district": "district",
    "countryside": "subdistrict",
    "governorate": "province_governorate",
}


def write_airwars(incidents: Iterable[Incident], path: Path, context: Context) -> None:
    """Write the four tables into a folder."""
    path.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        tables = {name: stack.enter_context(open_table(path / name, columns)) for name, columns in FILES.items()}
        for incident in incidents:
            tables["incidents.csv"].writerow(_incident(incident))
            tables["belligerents.csv"].writerows(_belligerents(incident))
            tables["casualties.csv"].writerows(_casualties(incident))
            tables["sources.csv"].writerows(
                [incident.incident_id, a.outlet or a.article, "ar", a.url or "", a.published or ""]
                for a in incident.reports
            )


def _incident(incident: Incident) -> list[Any]:
    place, when = incident.place, incident.date
    exact = when.start == when.end and when.precision in (DatePrecision.DAY, DatePrecision.APPROX)
    civilians = [row for row in rows_of(incident, "killed", "wounded") if row.who == "civilians" and row.high != 0]
    return [
        incident.incident_id, "; ".join(incident.formerly), "exact" if exact else "range", when.start or "", when.end or "", edtf(when),
        country_name(place.country, "en"), place.name_en or place.name, place.name, place.admin1 or "",
        "declared" if _is_conceded(incident) else "alleged", incident.sub_event_type, incident.count, "yes" if civilians else "no",
        incident.grade, _ACCURACY[place.point_precision or place.precision], degrees(place.lat), degrees(place.lon),
        *(cell for _, who in GROUPS for _, kind in _HARM for cell in _range(incident, kind, who)),
        len(incident.reports), note(incident, "en"), note(incident, "ar"),
    ]  # fmt: skip


def _is_conceded(incident: Incident) -> bool:
    return any(row.conceded_low is not None for row in incident.toll) or incident.grade == "confirmed"


def _range(incident: Incident, kind: str, who: str) -> tuple[object, object]:
    rows = [row for row in rows_of(incident, kind) if row.who == who]
    return (_cell(rows[0].low), _cell(rows[0].high)) if rows else ("", "")


def _cell(number: int | None) -> object:
    return "" if number is None else number


def _belligerents(incident: Incident) -> list[list[Any]]:
    dead, hurt = _conceded(rows_of(incident, "killed")), _conceded(rows_of(incident, "wounded"))
    return [
        [incident.incident_id, actor, plain_name(actor), "suspected_attacker", incident.grade, *dead, *hurt]
        for actor in incident.initiators
        if actor not in NOBODY
    ] + [
        [incident.incident_id, actor, plain_name(actor), "suspected_target", "", "", "", "", ""]
        for actor in incident.targets
        if actor not in NOBODY
    ]


def _conceded(rows: list[Toll]) -> tuple[object, object]:
    lows = [row.conceded_low for row in rows if row.conceded_low is not None]
    highs = [row.conceded_high for row in rows if row.conceded_high is not None]
    return (sum(lows) if lows else "", sum(highs) if highs else "")


def _casualties(incident: Incident) -> list[list[Any]]:
    """Give every figure that any account gives, one row each."""
    names = {who: group for group, who in GROUPS}
    rows = []
    for toll in rows_of(incident, "killed", "wounded"):
        for claim in toll.claims:
            low, high = _cell(claim.min), _cell(claim.max)
            four = [low, high, "", ""] if toll.kind == "killed" else ["", "", low, high]
            said = incident.reports[claim.by]
            rows.append(
                [
                    incident.incident_id,
                    names[claim.who or toll.who],
                    *four,
                    claim.source or said.outlet or "",
                    claim.as_of or "",
                ]
            )
    return rows


AIRWARS: Final = Form(name="airwars", file="airwars", gloss="Airwars-style tables in a folder", write=write_airwars)
