"""GeoParquet 1.1: the same row as GeoJSON's, points as WKB, written in groups so that memory stays flat."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from waqai.model import Incident
from waqai.publish.form import Context, Form
from waqai.publish.properties import properties

if TYPE_CHECKING:
    import pyarrow as pa

_GROUP: Final = 10_000
"""Incidents in a row group; ten thousand take some ten megabytes."""
_WHOLE: Final = frozenset({"count", "geo_precision_acled", "where_prec_ucdp", "radius_m", "witnesses"})
_LISTS: Final = frozenset({"initiators", "initiators_en", "targets", "targets_en", "sources"})
_GEO: Final = {
    "version": "1.1.0",
    "primary_column": "geometry",
    "columns": {"geometry": {"encoding": "WKB", "geometry_types": ["Point"]}},
}
"""No ``crs``: WGS84 longitude and latitude, the format's own default."""


def write_parquet(incidents: Iterable[Incident], path: Path, context: Context) -> None:
    """Write incidents as GeoParquet."""
    import pyarrow as pa  # a third of a second and 60 MB that no other form needs
    from pyarrow import parquet

    schema = _schema(pa)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in _groups(incidents):
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def _groups(incidents: Iterable[Incident]) -> Iterator[list[dict[str, Any]]]:
    source = iter(incidents)
    while rows := [{**properties(i), **_more(i)} for i in islice(source, _GROUP)]:
        yield rows


def _more(incident: Incident) -> dict[str, Any]:
    """Give the columns that a flat row lacks: the point, and every figure with who gives it."""
    place = incident.place
    point = None if place.lat is None else struct.pack("<BIdd", 1, 1, place.lon, place.lat)
    toll = [{"kind": r.kind, "who": r.who, "low": r.low, "best": r.best, "high": r.high} for r in incident.toll]
    return {"toll": toll, "geometry": point}


def _schema(pa: Any) -> pa.Schema:
    row = pa.struct(
        [("kind", pa.string()), ("who", pa.string()), ("low", pa.int32()), ("best", pa.int32()), ("high", pa.int32())]
    )
    fields = [(name, _type(pa, name)) for name in COLUMNS]
    schema = pa.schema([*fields, ("toll", pa.list_(row)), ("geometry", pa.binary())])
    return schema.with_metadata({"geo": json.dumps(_GEO)})


def _type(pa: Any, name: str) -> Any:
    if name in _LISTS:
        return pa.list_(pa.string())
    if name in _WHOLE or name.startswith(("killed_", "wounded_")):
        return pa.int32()
    if name in ("date_start", "date_end"):
        return pa.date32()
    return {"toll_disputed": pa.bool_(), "confidence": pa.float64()}.get(name, pa.string())


COLUMNS: Final = (
    "id", "event_type", "sub_event_type", "method", "outcome", "count", "date_start", "date_end", "date_precision", "date_edtf", "country",
    "admin1", "admin1_ar", "place", "place_ar", "place_precision", "geo_precision_acled", "where_prec_ucdp", "radius_m", "initiators",
    "initiators_en", "targets", "targets_en", "killed_low", "killed_best", "killed_high", "wounded_low", "wounded_best", "wounded_high",
    "toll_disputed", "status", "grade", "witnesses", "confidence", "sources", "note_en", "note_ar",
)  # fmt: skip
PARQUET: Final = Form(
    name="parquet", file="incidents.parquet", gloss="GeoParquet, for DuckDB, pandas, R, QGIS", write=write_parquet
)
