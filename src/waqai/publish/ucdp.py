"""UCDP GED-shaped CSV: the 49 columns of GED (v17 on), in their order; only incidents in which someone died.

UCDP's own numbers of conflicts, dyads and sides are theirs to give and stay empty; ours would only look like them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import floor
from pathlib import Path
from typing import Final

from waqai.gazetteer.scale import ucdp_precision as where_precision
from waqai.model import Incident
from waqai.publish.day import ucdp_precision
from waqai.publish.form import Context, Form, incident_number
from waqai.publish.naming import NOBODY, gw_number, is_government, plain_name
from waqai.publish.note import source_names
from waqai.publish.reference import Reference
from waqai.publish.table import degrees, write_table
from waqai.publish.toll import rows_of, total
from waqai.values.actor import CIVILIANS, PROTESTERS, UNKNOWN

COLUMNS: Final = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name",
    "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
    "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id",
    "region", "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best",
    "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3
_CERTAIN: Final = frozenset({"confirmed", "fair"})
_AFAR: Final = "Explosions/Remote violence"


def write_ucdp(incidents: Iterable[Incident], path: Path, context: Context) -> None:
    """Write lethal incidents as GED-shaped rows."""
    write_table(path, COLUMNS, _rows(incidents))


def _rows(incidents: Iterable[Incident]) -> Iterator[list[object]]:
    reference = Reference.load()
    for incident in incidents:
        low, best, high = total(rows_of(incident, "killed"))
        start, end = incident.date.start, incident.date.end
        violence = violence_type(incident)
        if not best or not violence or start is None or end is None:
            continue
        place = incident.place
        country = reference.countries.get(place.country or "")
        side_a, side_b = sides(incident, violence)
        name_a, name_b = plain_name(side_a), plain_name(side_b)
        deaths = _deaths(incident, violence)
        number = incident_number(incident)
        accounts = incident.reports
        yield [
            number, f"{country.iso3 if country else 'XXX'}-{start.year}-{violence}-{number}", start.year, "",
            "Clear" if incident.grade in _CERTAIN else "Check", violence, "", "", f"{name_a} - {name_b}",
            "", "", f"{name_a} - {name_b}", "", "", name_a, "", "", name_b,
            incident.witnesses, _sources(incident), "; ".join(dict.fromkeys(a.outlet for a in accounts if a.outlet)),
            "; ".join(dict.fromkeys(str(a.published) for a in accounts if a.published)), "", "; ".join(incident.sources),
            where_precision(place), place.name_en or place.name, place.text, place.admin1 or "", "", degrees(place.lat), degrees(place.lon),
            f"POINT ({degrees(place.lon)} {degrees(place.lat)})" if place.lat is not None else "", priogrid(place.lat, place.lon),
            country.name_en if country else "", (country.gw or "") if country else "", country.ucdp_region if country else "",
            1, ucdp_precision(incident.date), f"{start} 00:00:00.000", f"{end} 00:00:00.000",
            *deaths, best, max(best, high if high is not None else best), low, _or_empty(gw_number(side_a)), _or_empty(gw_number(side_b)),
        ]  # fmt: skip


def _or_empty(number: int | None) -> object:
    return "" if number is None else number


def _sources(incident: Incident) -> str:
    """Give the accounts as "outlet, day, address", which is how GED cites them."""
    parts = [[a.outlet or a.article, str(a.published or ""), a.url or ""] for a in incident.reports]
    return "; ".join(",".join(f'"{p}"' for p in part if p) for part in parts) or "; ".join(source_names(incident))


def violence_type(incident: Incident) -> int:
    """Give ``type_of_violence``: 1 state-based, 2 non-state, 3 one-sided; 0 for what UCDP does not count."""
    scheme = Reference.load().schemes[incident.sub_event_type]
    if not scheme.violence:
        return 0
    hit = [a for a in incident.targets if a not in (UNKNOWN,)]
    if scheme.violence == "one_sided" and (not hit or set(hit) <= {CIVILIANS, PROTESTERS}):
        return _ONE_SIDED
    both = [*incident.initiators, *incident.targets]
    return _STATE_BASED if any(is_government(a) for a in both) else _NON_STATE


def sides(incident: Incident, violence: int) -> tuple[str, str]:
    """Give side A and side B: in state-based violence a government is side A, in one-sided violence civilians are side B."""
    one = next((a for a in incident.initiators if a not in NOBODY), UNKNOWN)
    other = next((a for a in incident.targets if a not in NOBODY and a != one), UNKNOWN)
    if violence == _ONE_SIDED:
        return one, CIVILIANS
    if violence == _STATE_BASED and not is_government(one) and is_government(other):
        return other, one
    return one, other


def _deaths(incident: Incident, violence: int) -> tuple[int, int, int, int]:
    """Give deaths of A, B, civilians and unknown; fighters count for the side that was hit only where one side fired."""
    a = b = civilians = unknown = 0
    for row in rows_of(incident, "killed"):
        number = row.best if row.best is not None else row.low or 0
        if row.who == "civilians":
            civilians += number
        elif row.who == "combatants" and incident.event_type == _AFAR and violence != _ONE_SIDED:
            hit = next((t for t in incident.targets if t not in NOBODY), None)
            if hit is not None and hit == sides(incident, violence)[0]:
                a += number
            else:
                b += number
        else:
            unknown += number
    return a, b, civilians, unknown


def priogrid(lat: float | None, lon: float | None) -> object:
    """Give the PRIO-GRID cell: half degrees from 180° W and 90° S, 720 a row, from 1 (PRIO-GRID codebook)."""
    if lat is None or lon is None:
        return ""
    return floor((90 + lat) * 2) * 720 + floor((180 + lon) * 2) + 1


UCDP: Final = Form(
    name="ucdp", file="ucdp_ged.csv", gloss="UCDP GED-shaped table, 49 columns, lethal incidents only", write=write_ucdp
)
