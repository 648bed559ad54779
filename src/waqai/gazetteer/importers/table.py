"""Tables in their common forms, as rows of text by column: CSV, Excel, the attribute table of a shapefile, or a zip of one.

A row that does not fit its header is given as ``Skipped``; a file that ends too early is an error. Points of a shapefile
(or the middle of a shape's box) come as the columns ``latitude`` and ``longitude`` when the table has none.
"""

from __future__ import annotations

import csv
import re
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, Final, TypeAlias
from zipfile import BadZipFile, ZipFile

import msgspec

from waqai.errors import GazetteerError
from waqai.gazetteer.importers.row import Skipped

SUFFIXES: Final = (".csv", ".tsv", ".xlsx", ".dbf", ".shp")
_ENCODINGS: Final = ("utf-8-sig", "windows-1256")


class Line(msgspec.Struct, frozen=True):
    """One row: where it stands, and its cells by plain column name (see ``plain``)."""

    where: str
    cells: dict[str, str]


TableRow: TypeAlias = "Line | Skipped"


def plain(column: str) -> str:
    """Give a column's name without case and marks: ``ADM1_PCODE``, ``adm1 pcode`` → ``adm1pcode``."""
    return re.sub(r"[^a-z0-9\u0621-\u064a]", "", column.lower())


def read_table(path: Path) -> Iterator[TableRow]:
    """Read every row of every sheet or member."""
    try:
        if path.suffix.lower() == ".zip":
            with ZipFile(path) as archive:
                for name in _members(archive):
                    yield from _of(name, lambda suffix, stem=name: archive.read(stem[:-4] + suffix))  # type: ignore[misc]
        else:
            yield from _of(path.name, lambda suffix: path.with_suffix(suffix).read_bytes())
    except (BadZipFile, EOFError, OSError) as error:
        raise GazetteerError(
            f"the file ends too early or is damaged ({error}); fetch it again", where=path.name
        ) from None


def _members(archive: ZipFile) -> list[str]:
    names = [n for n in archive.namelist() if n.lower().endswith(SUFFIXES) and "__MACOSX" not in n]
    shapes = {n[:-4] for n in names if n.lower().endswith(".dbf")}
    return sorted(n for n in names if not (n.lower().endswith(".shp") and n[:-4] in shapes))


_Fetch: TypeAlias = Callable[[str], bytes]


def _of(name: str, fetch: _Fetch) -> Iterator[TableRow]:
    """Read one table; ``fetch`` gives the bytes of the file with another suffix beside it."""
    suffix = Path(name).suffix
    if suffix.lower() in (".dbf", ".shp"):
        return _of_shapefile(name, fetch)
    if suffix.lower() == ".xlsx":
        return _of_workbook(name, fetch(suffix))
    return _of_text(name, fetch(suffix))


def _of_text(name: str, data: bytes) -> Iterator[TableRow]:
    for encoding in _ENCODINGS:
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    else:
        raise GazetteerError("this table is neither UTF-8 nor windows-1256", where=name)
    head = data[: data.find(b"\n") + 1 or len(data)].decode(encoding, errors="replace")
    delimiter = max(",;\t", key=head.count)
    lines = csv.reader(TextIOWrapper(BytesIO(data), encoding=encoding, newline=""), delimiter=delimiter)
    rows = ((f"{name}:{lines.line_num}", row) for row in lines)
    return _rows(rows, whole=data.endswith((b"\n", b"\r")))


def _rows(rows: Iterable[tuple[str, Sequence[str]]], *, whole: bool = True) -> Iterator[TableRow]:
    header: list[str] = []
    held: Skipped | None = None
    for where, row in rows:
        if held is not None:
            yield held
            held = None
        if not any(cell.strip() for cell in row):
            continue
        if not header:
            header = [plain(cell) for cell in row]
        elif len(row) != len(header):
            held = Skipped(where, f"{len(row)} cells under {len(header)} columns")
        elif not row[0].startswith("#"):  # the HXL tags that OCHA's tables have under their header
            yield Line(where, dict(zip(header, (cell.strip() for cell in row), strict=True)))
    if held is not None and not whole:
        raise GazetteerError("the last line is cut; the file ends too early, fetch it again", where=held.where)
    if held is not None:
        yield held


def _of_workbook(name: str, data: bytes) -> Iterator[TableRow]:
    import warnings

    from openpyxl import load_workbook  # 60 ms, and only Excel needs it
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of styles and validations that nobody asked for
            book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    except (InvalidFileException, KeyError, ValueError) as error:
        raise GazetteerError(f"this is no Excel workbook, or a damaged one ({error})", where=name) from None
    with closing(book):
        for sheet in book.worksheets:
            cells = enumerate(sheet.iter_rows(values_only=True), 1)
            yield from _rows((f"{name}[{sheet.title}]:{n}", [_text(c) for c in row]) for n, row in cells)


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _of_shapefile(name: str, fetch: _Fetch) -> Iterator[TableRow]:
    import shapefile  # pyshp

    upper = name.endswith(name[-3:].upper())
    dbf = _file(fetch, ".dbf", upper=upper)
    if dbf is None:
        raise GazetteerError("a shapefile needs its attribute table (.dbf) beside it", where=name)
    size, records = len(dbf.getvalue()), dbf.getvalue()
    if size < 32 or size < _dbf_size(records):
        raise GazetteerError("the attribute table ends too early; fetch it again", where=name)
    shp = _file(fetch, ".shp", upper=upper)
    code_page = _file(fetch, ".cpg", upper=upper)
    encoding = code_page.getvalue().decode("ascii", "ignore").strip() if code_page is not None else ""
    try:
        with shapefile.Reader(dbf=dbf, shp=shp, encoding=_encoding(encoding), encodingErrors="replace") as reader:
            columns = [field[0] for field in reader.fields if field[0] != "DeletionFlag"]
            for number, record in enumerate(reader.iterRecords(), 1):
                cells = {plain(c): _text(v).strip() for c, v in zip(columns, record, strict=True)}
                if shp is not None:
                    cells |= _point(reader, number - 1)
                yield Line(f"{name}:{number}", cells)
    except (shapefile.ShapefileException, struct.error, LookupError, ValueError) as error:
        raise GazetteerError(f"this shapefile cannot be read ({error})", where=name) from None


def _encoding(code_page: str) -> str:
    return {"": "utf-8", "1256": "windows-1256", "ANSI 1256": "windows-1256"}.get(code_page, code_page)


def _dbf_size(data: bytes) -> int:
    """Give how long an attribute table should be by its own header: records, their start and their length."""
    records, start, length = struct.unpack("<IHH", data[4:12])
    return int(start + records * length)


def _file(fetch: _Fetch, suffix: str, *, upper: bool) -> BytesIO | None:
    for form in (suffix.upper(), suffix) if upper else (suffix, suffix.upper()):
        try:
            return BytesIO(fetch(form))
        except (OSError, KeyError):
            continue
    return None


def _point(reader: Any, number: int) -> dict[str, str]:
    shape = reader.shape(number)
    if shape is None or shape.shapeType == 0:
        return {}
    lon, lat = shape.points[0] if len(shape.points) == 1 else _middle(shape.bbox)
    return {"shapelatitude": f"{lat:.5f}", "shapelongitude": f"{lon:.5f}"}


def _middle(box: Sequence[float]) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
