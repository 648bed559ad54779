"""Governorates by the names and codes under which other gazetteers know them, spelt as in ``data/admin1.csv``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from waqai.gazetteer.key import latin_key, name_key
from waqai.shipped import shipped_rows


def governorate_of_geonames(country: str, code: str) -> str:
    """Give the governorate of a GeoNames first-order code, empty when it is none of ours."""
    return _by_code().get((country, code.zfill(2)), "")


def governorate_named(country: str, name: str) -> str:
    """Give the governorate of an Arabic or Latin name in any spelling, empty when it is none of ours."""
    table = _by_name()
    return table.get((country, name_key(name)), "") or table.get((country, latin_key(name)), "")


def governorate_of(country: str, names: Iterable[str], otherwise: str = "") -> str:
    """Give the governorate that any of these names is, spelt as ours; ``otherwise`` when none is."""
    return next((g for n in names if (g := governorate_named(country, n))), otherwise)


def country_at(lat: float, lon: float) -> str:
    """Give the country whose governorate has the nearest point: right but for border villages."""
    rows = _rows("gazetteer/governorate.csv")
    nearest = min(rows, key=lambda r: (float(r["lat"]) - lat) ** 2 + (float(r["lon"]) - lon) ** 2)
    return nearest["country"]


@cache
def _by_code() -> dict[tuple[str, str], str]:
    return {(row["country"], row["geonames"]): row["admin1"] for row in _rows("gazetteer/governorate.csv")}


@cache
def _by_name() -> dict[tuple[str, str], str]:
    table: dict[tuple[str, str], str] = {}
    for row in _rows("admin1.csv"):
        country = row["country"]
        for name in (row["admin1"], *row["other_spellings"].split("|")):
            if name:
                table[country, latin_key(name)] = row["admin1"]
        table[country, name_key(row["name_ar"])] = row["admin1"]
        table[country, "محافظه" + name_key(row["name_ar"])] = row["admin1"]
    return table


@cache
def _rows(name: str) -> list[dict[str, str]]:
    return shipped_rows(name)
