"""An incident as one flat row: what GeoJSON, Parquet and the workbook share."""

from __future__ import annotations

from typing import Any

from waqai.gazetteer.scale import acled_precision, radius_of, ucdp_precision
from waqai.model import Incident
from waqai.publish.day import edtf
from waqai.publish.naming import plain_name
from waqai.publish.note import area_name, note, source_names
from waqai.publish.toll import is_disputed, rows_of, total


def properties(incident: Incident) -> dict[str, Any]:
    """Give the fields of an incident by name; days are dates, open ends ``None``, lists stay lists."""
    place = incident.place
    dead, hurt = rows_of(incident, "killed"), rows_of(incident, "wounded")
    killed, wounded = total(dead), total(hurt)
    return {
        "id": incident.incident_id,
        "event_type": incident.event_type,
        "sub_event_type": incident.sub_event_type,
        "method": incident.method,
        "outcome": incident.outcome,
        "count": incident.count,
        "date_start": incident.date.start,
        "date_end": incident.date.end,
        "date_precision": incident.date.precision,
        "date_edtf": edtf(incident.date),
        "country": place.country,
        "admin1": place.admin1,
        "admin1_ar": area_name(incident, "ar") or None,
        "place": place.name_en or place.name,
        "place_ar": place.name,
        "place_precision": place.precision,
        "geo_precision_acled": acled_precision(place),
        "where_prec_ucdp": ucdp_precision(place),
        "radius_m": place.radius_m or radius_of(place.point_precision or place.precision, ""),
        "initiators": list(incident.initiators),
        "initiators_en": [plain_name(a) for a in incident.initiators],
        "targets": list(incident.targets),
        "targets_en": [plain_name(a) for a in incident.targets],
        "killed_low": killed[0] if dead else None,
        "killed_best": killed[1] if dead else None,
        "killed_high": killed[2] if dead else None,
        "wounded_low": wounded[0] if hurt else None,
        "wounded_best": wounded[1] if hurt else None,
        "wounded_high": wounded[2] if hurt else None,
        "toll_disputed": any(is_disputed(row) for row in incident.toll),
        "status": incident.status,
        "grade": incident.grade,
        "witnesses": incident.witnesses,
        "confidence": round(incident.confidence, 3),
        "sources": source_names(incident),
        "note_en": note(incident, "en"),
        "note_ar": note(incident, "ar"),
    }
