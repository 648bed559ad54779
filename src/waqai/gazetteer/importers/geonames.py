"""GeoNames: a country's dump (``SY.zip``, ``allCountries.zip``) and the alternate names (``alternateNamesV2.zip``).

Columns after https://download.geonames.org/export/dump/readme.txt; both files are tab-separated without header and are
told apart by their number of columns. Features that no report names (streams, ruins of antiquity …) are passed over;
``data/gazetteer/feature.csv`` says which are kept, and as what.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from io import BufferedIOBase
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from waqai.errors import GazetteerError
from waqai.gazetteer.importers.row import Alias, Origin, Passed, Row, Skipped
from waqai.gazetteer.kind import precision_of
from waqai.gazetteer.names import arabic_names, latin_names
from waqai.gazetteer.place import Place
from waqai.gazetteer.region import governorate_of, governorate_of_geonames
from waqai.shipped import shipped_text

PLACE_COLUMNS: Final = 19
ALIAS_COLUMNS: Final = (8, 10)
_LANGUAGES: Final = frozenset({"ar", "arz", "ku", "kmr", "tr", ""})
"""Alternate names that reports may use; ``arabic_names`` and ``latin_names`` sort them further."""
_VILLAGE: Final = 5_000
"""Population below which a populated place is a village."""


def read(path: Path) -> Iterator[Row]:
    """Read a zip or the text file in it."""
    if path.suffix != ".zip":
        with path.open("rb") as file:
            yield from _lines(file, path.name)
        return
    try:
        with ZipFile(path) as archive:
            for name in data_files(archive):
                with archive.open(name) as file:
                    yield from _lines(file, name)  # type: ignore[arg-type]
    except (BadZipFile, EOFError, OSError) as error:
        raise GazetteerError(
            f"the archive ends too early or is damaged ({error}); fetch it again", where=path.name
        ) from None


def data_files(archive: ZipFile) -> list[str]:
    """Give the files of a GeoNames archive that hold rows: its readme and the list of languages do not."""
    names = [n for n in archive.namelist() if n.lower().endswith(".txt")]
    return [n for n in names if not n.lower().startswith(("readme", "iso-language"))]


def is_line(line: bytes) -> bool:
    """Tell whether a line has the columns of a place or an alternate name."""
    parts = line.rstrip(b"\r\n").split(b"\t")
    return parts[0].isdigit() and len(parts) in (PLACE_COLUMNS, *ALIAS_COLUMNS)


def _lines(file: BufferedIOBase, name: str) -> Iterator[Row]:
    number = 0
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        row = _row(line, f"{name}:{number}")
        if isinstance(row, Skipped) and not line.endswith(b"\n"):
            raise GazetteerError("the last line is cut; the file ends too early, fetch it again", where=row.where)
        yield row


def _row(line: bytes, where: str) -> Row:
    try:
        parts = line.decode("utf-8").rstrip("\r\n").split("\t")
        if len(parts) == PLACE_COLUMNS:
            return _place(parts)
        if len(parts) in ALIAS_COLUMNS:
            return _alias(parts)
    except (ValueError, IndexError) as error:
        return Skipped(where, f"{error}")
    return Skipped(where, f"{len(parts)} columns, not {PLACE_COLUMNS} of a place or 8 to 10 of an alternate name")


def _alias(parts: list[str]) -> Row:
    number, name = int(parts[1]), parts[3].strip()
    language = parts[2]
    if language not in _LANGUAGES or not (arabic_names([name]) or (language and latin_names([name]))):
        return Passed()
    return Alias(f"geonames:{number}", name)


def _place(parts: list[str]) -> Row:
    number, name, ascii_name, others = int(parts[0]), parts[1], parts[2], parts[3]
    kind = kinds().get(parts[7], "")
    if not kind:
        return Passed()
    lat, lon, country, population = float(parts[4]), float(parts[5]), parts[8], int(parts[14] or 0)
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"no point on Earth: {lat}, {lon}")
    if kind == "town" and population < _VILLAGE and parts[7] == "PPL":
        kind = "village"
    names = arabic_names(others.split(","))
    code = f"geonames:{country}.{parts[10]}"
    return Place(
        id=f"geonames:{number}",
        names=names,
        name_en=name,
        kind=kind,
        precision=precision_of(kind),
        country=country,
        lat=lat,
        lon=lon,
        admin1=governorate_of(country, (*names, name), ascii_name)
        if kind == "governorate"
        else governorate_of_geonames(country, parts[10]),
        admin2=f"#{code}.{parts[11]}" if parts[11] and kind != "district" else "",
        admin3=f"#{code}.{parts[11]}.{parts[12]}" if parts[12] and kind not in ("district", "subdistrict") else "",
        population=population,
        source="dump",
        ids=(f"geonames:{number}", *_codes(kind, code, parts)),
    )


def _codes(kind: str, code: str, parts: list[str]) -> tuple[str, ...]:
    """Give the code of a division, by which the places in it name it."""
    if kind == "district":
        return (f"{code}.{parts[11]}",)
    return (f"{code}.{parts[11]}.{parts[12]}",) if kind == "subdistrict" and parts[12] else ()


@cache
def kinds() -> dict[str, str]:
    """Give our kind for each GeoNames feature code that is kept."""
    text = shipped_text("gazetteer/feature.csv")
    return {row["code"]: row["kind"] for row in csv.DictReader(text.splitlines())}


ORIGIN: Final = Origin(
    id="geonames",
    title="GeoNames",
    licence="CC BY 4.0",
    home="https://www.geonames.org",
    trust=4,
    read=read,
)
