"""A team's own places: a table with a header, one place a row; columns as in ``own``, in CSV, Excel or a shapefile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from waqai.gazetteer.importers.row import Origin, Row, Skipped
from waqai.gazetteer.importers.table import read_table
from waqai.gazetteer.own import own_place

_ALSO: Final = {
    "الاسم": "name", "namear": "name", "arabicname": "name", "nameen": "name_en", "englishname": "name_en",
    "latitude": "lat", "shapelatitude": "lat", "longitude": "lon", "long": "lon", "lng": "lon", "shapelongitude": "lon",
    "خطالعرض": "lat", "خطالطول": "lon", "النوع": "kind", "type": "kind", "المحافظة": "admin1", "governorate": "admin1",
}  # fmt: skip
"""Other spellings of the columns, without case and marks."""


def has_places(columns: Mapping[str, str]) -> bool:
    """Tell whether a table's columns are those of a team's own list."""
    return {"name", "lat", "lon"} <= {_ALSO.get(c, c) for c in columns}


def read(path: Path) -> Iterator[Row]:
    """Read a table."""
    seen: Counter[str] = Counter()
    for line in read_table(path):
        if isinstance(line, Skipped):
            yield line
            continue
        cells = {_ALSO.get(c, c): v for c, v in line.cells.items()}
        try:
            place = own_place(cells, "team")
        except KeyError as error:
            yield Skipped(line.where, f"no column {error}")
        except ValueError as error:
            yield Skipped(line.where, str(error))
        else:
            seen[place.id] += 1
            if seen[place.id] > 1:  # namesakes in one governorate
                number = f"{place.id}-{seen[place.id]}"
                place = msgspec.structs.replace(place, id=number, ids=(number,))
            yield place


ORIGIN: Final = Origin(
    id="team",
    title="The team's own places",
    licence="the team's",
    home="",
    trust=0,
    read=read,
)
