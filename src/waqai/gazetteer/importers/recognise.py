"""What kind of source a file or folder is, by its name and its first lines."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from waqai.errors import GazetteerError
from waqai.gazetteer.importers import cod, geonames, team, whosonfirst
from waqai.gazetteer.importers.row import Origin, Skipped
from waqai.gazetteer.importers.table import SUFFIXES, read_table

KNOWN: Final = (
    "a Who's On First folder, tar or SQLite file, a GeoNames dump (SY.zip, alternateNamesV2.zip), "
    "an OCHA p-code table (CSV, XLSX, shapefile) or a CSV with the columns name, lat, lon"
)


def recognise(path: Path) -> Origin:
    """Tell what a source is. Raises: GazetteerError when it is not there, damaged, or none of those we read."""
    if path.is_dir():
        if next(path.rglob("*.geojson"), None) is not None:
            return whosonfirst.ORIGIN
        raise GazetteerError(f"this folder holds no GeoJSON; a source is {KNOWN}", where=str(path))
    if not path.is_file():
        raise GazetteerError("there is no such file", where=str(path))
    name = path.name.lower()
    if name.endswith(whosonfirst.SUFFIXES):
        return whosonfirst.ORIGIN
    if name.endswith(SUFFIXES) or (name.endswith(".zip") and _holds_table(path)):
        return _of_table(path)
    if name.endswith((".zip", ".txt")) and _is_geonames(path):
        return geonames.ORIGIN
    raise GazetteerError(f"this is no source that can be read; a source is {KNOWN}", where=path.name)


def _holds_table(path: Path) -> bool:
    try:
        with ZipFile(path) as archive:
            return any(n.lower().endswith(SUFFIXES) for n in archive.namelist())
    except BadZipFile as error:
        raise GazetteerError(
            f"the archive ends too early or is damaged ({error}); fetch it again", where=path.name
        ) from None


def _of_table(path: Path) -> Origin:
    for line in read_table(path):
        if isinstance(line, Skipped):
            continue
        if cod.has_codes(line.cells):
            return cod.ORIGIN
        if team.has_places(line.cells):
            return team.ORIGIN
        raise GazetteerError(
            f"this table has neither p-codes nor the columns name, lat, lon; it has {', '.join(line.cells)}",
            where=path.name,
        )
    raise GazetteerError("this table is empty", where=path.name)


def _is_geonames(path: Path) -> bool:
    if path.suffix == ".zip":
        with ZipFile(path) as archive:
            names = geonames.data_files(archive)
            if not names:
                return False
            with archive.open(names[0]) as member:
                return geonames.is_line(member.readline())
    with path.open("rb") as file:
        return geonames.is_line(file.readline())
