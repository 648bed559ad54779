"""OCHA's common operational datasets of administrative boundaries (COD-AB): names and p-codes of adm1 to adm4.

CSV, Excel or shapefile; English, Arabic and p-code columns in the spellings that OCHA's editions have had
(``ADM1_EN``, ``admin1Name_en``, ``adm1_name`` …; https://knowledge.base.unocha.org/wiki/spaces/imtoolbox). The finest level
with a p-code is the row's own. Names are sorted by script, so that ``adm2_name1`` may hold Arabic or not. A row without a
point gives its p-code and names to the place that another source knows.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from waqai.gazetteer.importers.row import Origin, Passed, Row, Skipped
from waqai.gazetteer.importers.table import Line, read_table
from waqai.gazetteer.kind import precision_of
from waqai.gazetteer.names import arabic_names, latin_names
from waqai.gazetteer.place import Place
from waqai.gazetteer.region import governorate_of

_CODE: Final = re.compile(r"adm(?:in)?([0-4])(?:p?code)\Z")
_NAME: Final = re.compile(r"adm(?:in)?([0-4])(?:(?:name|altname|refname|ref|alt)?(?:en|ar|fr|ku|tr)?\d?|name\w*)\Z")
_OWN_CODE: Final = ("pcode", "pplcode", "placecode", "ppcode", "communitypcode", "neighbourhoodpcode", "neighpcode")
_OWN_NAME: Final = re.compile(
    r"(?:pp|place|community|neighbourhood|neigh|location|settlement)?name(?:en|ar|\d|alt\w*)?\Z"
)
_LAT: Final = ("latitude", "lat", "latitudey", "pointy", "ycoord", "centerlat", "latdd", "y", "shapelatitude")
_LON: Final = (
    "longitude",
    "lon",
    "long",
    "longitudex",
    "pointx",
    "xcoord",
    "centerlon",
    "londd",
    "x",
    "shapelongitude",
)
_KINDS: Final = {1: "governorate", 2: "district", 3: "subdistrict", 4: "village", 5: "village"}
_SETTLEMENT: Final = 5


def has_codes(columns: Mapping[str, str]) -> bool:
    """Tell whether a table's columns are those of a p-code table."""
    return any(_CODE.match(c) for c in columns)


def read(path: Path) -> Iterator[Row]:
    """Read a table."""
    for line in read_table(path):
        yield line if isinstance(line, Skipped) else _row(line)


def _row(line: Line) -> Row:
    try:
        return _place(line.cells)
    except ValueError as error:
        return Skipped(line.where, str(error))


def _place(cells: Mapping[str, str]) -> Row:
    codes = {int(m[1]): v for c, v in cells.items() if v and (m := _CODE.match(c))}
    level = max(codes, default=-1)
    own_code = next((cells[c] for c in _OWN_CODE if cells.get(c)), "")
    if own_code and own_code not in codes.values():
        level, codes[_SETTLEMENT] = _SETTLEMENT, own_code
    if level == 0:
        return Passed()
    if level < 0:
        raise ValueError("no p-code")
    names = _names(cells, level)
    arabic, latin = arabic_names(names), latin_names(names)
    if not (arabic or latin):
        raise ValueError(f"{codes[level]} has no name")
    country = _country(codes)
    lat, lon = _coordinate(cells, _LAT, 90), _coordinate(cells, _LON, 180)
    kind = _KINDS[level]
    code = f"pcode:{codes[level]}"
    return Place(
        id=code,
        names=arabic,
        name_en=latin[0] if latin else "",
        kind=kind,
        precision=precision_of(kind),
        country=country,
        lat=lat if lon == lon else math.nan,  # noqa: PLR0124  not a number differs from itself
        lon=lon if lat == lat else math.nan,  # noqa: PLR0124  the same
        admin1=_governorate(cells, country),
        admin2=_upper(cells, 2) if level > 2 else "",
        admin3=_upper(cells, 3) if level > 3 else "",
        pcode=codes[level],
        source="pcode",
        ids=(code,),
        latin=latin[1:],
    )


def _country(codes: Mapping[int, str]) -> str:
    """Give the country's two letters, with which all p-codes but those of some countries' settlements begin."""
    for _, code in sorted(codes.items()):
        if len(code) > 1 and code[:2].isalpha():
            return code[:2].upper()
    raise ValueError(f"no p-code of {', '.join(codes.values())} begins with a country's two letters")


def _names(cells: Mapping[str, str], level: int) -> list[str]:
    if level == _SETTLEMENT:
        return [v for c, v in cells.items() if v and _OWN_NAME.match(c)]
    return [v for c, v in cells.items() if v and (m := _NAME.match(c)) and int(m[1]) == level]


def _governorate(cells: Mapping[str, str], country: str) -> str:
    names = _names(cells, 1)
    return governorate_of(country, (*names, *arabic_names(names)), next(iter(latin_names(names)), ""))


def _upper(cells: Mapping[str, str], level: int) -> str:
    names = _names(cells, level)
    return next(iter((*arabic_names(names), *latin_names(names))), "")


def _coordinate(cells: Mapping[str, str], columns: tuple[str, ...], limit: int) -> float:
    text = next((cells[c] for c in columns if cells.get(c)), "")
    if not text:
        return math.nan
    value = float(text.replace(",", "."))
    if not -limit <= value <= limit:
        raise ValueError(f"no degrees: {text}")
    return value


ORIGIN: Final = Origin(
    id="pcode",
    title="OCHA common operational dataset (COD-AB)",
    licence="CC BY-IGO 3.0",
    home="https://data.humdata.org",
    trust=5,
    read=read,
)
