"""An incident made fit for the public: what is left out, what is masked, how far points are moved.

Left out: titles, texts, addresses of pages (a page's address often spells its headline), sources (they can be witnesses), comments,
who decided. Kept: what happened, to what kind of people, by which group, when, about where, and how well it is attested.
"""

from __future__ import annotations

import math
from typing import Any, Final

import msgspec

from waqai.model import Incident
from waqai.values.place import IN_TOWN
from waqai_desk.reading.mask import Mask

_KM_PER_DEGREE: Final = 111.32


def for_public(content: Incident, mask: Mask, coarsen_km: int) -> dict[str, Any]:
    """Give the public form of an incident, as JSON values.

    coarsen_km: side of the grid that points are moved to; with it, places finer than a town lose their name.
    """
    place = content.place
    hide = coarsen_km > 0 and place.precision in IN_TOWN
    lat, lon = snapped(place.lat, place.lon, coarsen_km)
    return {
        "event_type": content.event_type,
        "sub_event_type": content.sub_event_type,
        "method": content.method,
        "outcome": content.outcome,
        "count": content.count,
        "date": msgspec.to_builtins(content.date),
        "place": {
            "name": "" if hide else mask(place.name),
            "name_en": "" if hide else mask(place.name_en or ""),
            "admin1": place.admin1 or "",
            "country": place.country or "",
            "lat": lat,
            "lon": lon,
            "precision": place.precision,
            "coarsened_km": coarsen_km,
        },
        "initiators": [mask(a) for a in content.initiators],
        "targets": [mask(a) for a in content.targets],
        "toll": [{"kind": t.kind, "who": t.who, "low": t.low, "best": t.best, "high": t.high} for t in content.toll],
        "status": content.status,
        "grade": content.grade,
        "witnesses": content.witnesses,
        "outlets": sorted({a.outlet for a in content.reports if a.outlet}),
    }


def snapped(lat: float | None, lon: float | None, km: int) -> tuple[float | None, float | None]:
    """Move a point to the middle of its cell of a grid of ``km`` kilometres; degrees in, degrees out."""
    if lat is None or lon is None or km <= 0:
        return lat, lon
    side = km / _KM_PER_DEGREE
    middle = (math.floor(lat / side) + 0.5) * side
    # Columns narrow towards the poles; the row's own latitude sets their width, so that all of a row share them.
    wide = side / max(math.cos(math.radians(middle)), 0.01)
    return round(max(min(middle, 90), -90), 4), round((math.floor(lon / wide) + 0.5) * wide, 4)
