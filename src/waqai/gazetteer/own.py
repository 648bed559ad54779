"""A team's own places: CSV with a header, one place a line.

Columns: ``name`` (Arabic; more spellings after ``|``), ``lat``, ``lon`` are required; ``name_en``, ``kind``, ``country`` (without it, that of the point),
``admin1``, ``admin2``, ``population``, ``id`` are read when there.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from waqai.errors import InputError
from waqai.gazetteer.key import name_key
from waqai.gazetteer.kind import precision_of
from waqai.gazetteer.place import Place
from waqai.gazetteer.region import country_at, governorate_named


def read_own(paths: Iterable[Path]) -> Iterator[Place]:
    """Give the places of our own files. Raises: InputError that names file and line."""
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), 2):
                try:
                    yield own_place(row, "waqai")
                except (KeyError, ValueError, AttributeError) as error:
                    raise InputError(f"this line is no place ({error})", where=f"{path.name}:{number}") from None


def own_place(row: dict[str, str], source: str) -> Place:
    """Read one line. Raises: KeyError, ValueError when a required column is missing or no number."""
    names = tuple(n.strip() for n in row["name"].split("|") if n.strip())
    if not names:
        raise ValueError("no name")
    lat, lon = float(row["lat"]), float(row["lon"])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"no point on Earth: {lat}, {lon}")
    kind = row.get("kind") or "town"
    country = row.get("country") or country_at(lat, lon)
    admin1 = row.get("admin1") or ""
    key = row.get("id") or f"{country}-{admin1.replace(' ', '_')}-{name_key(names[0])}-{kind}"
    return Place(
        id=f"{source}:{key}",
        names=names,
        name_en=row.get("name_en") or "",
        kind=kind,
        precision=precision_of(kind),
        country=country,
        lat=lat,
        lon=lon,
        admin1=governorate_named(country, admin1) or admin1,
        admin2=row.get("admin2") or "",
        population=int(row.get("population") or 0),
        source=source,
    )
