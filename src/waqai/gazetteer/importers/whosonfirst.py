"""Who's On First: one GeoJSON a place, in a folder, a tar (plain, gz, bz2, xz) or the SQLite distribution.

Property names after https://whosonfirst.org/docs/properties/. Superseded and deprecated records are passed over: the
record that replaced them is in the same distribution.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import sqlite3
import tarfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Final

import msgspec

from waqai.errors import NO_JSON, GazetteerError
from waqai.gazetteer.importers.row import Origin, Passed, Row, Skipped
from waqai.gazetteer.kind import precision_of
from waqai.gazetteer.names import arabic_names, latin_names
from waqai.gazetteer.place import Place
from waqai.gazetteer.region import governorate_of, governorate_of_geonames

_KINDS: Final = {
    "region": "governorate",
    "macrocounty": "district",
    "county": "district",
    "localadmin": "subdistrict",
    "locality": "town",
    "borough": "neighbourhood",
    "macrohood": "neighbourhood",
    "neighbourhood": "neighbourhood",
    "microhood": "neighbourhood",
    "campus": "facility",
}
_ARABIC: Final = ("ara_x_preferred", "ara_x_variant", "ara_x_colloquial", "arz_x_preferred", "und_x_variant")
"""Languages whose names reports use, best first; "und" holds names of every language, sorted by their letters."""
_LATIN: Final = (
    "eng_x_preferred",
    "eng_x_variant",
    "kur_x_preferred",
    "kur_x_variant",
    "tur_x_preferred",
    "und_x_variant",
)
_CONCORDANCES: Final = {"gn:id": "geonames", "wd:id": "wikidata", "pcode:id": "pcode"}
_CODES: Final = {"PPLX": "neighbourhood", "STLMT": "settlement"}
SUFFIXES: Final = (".db", ".sqlite", ".tar", ".tar.xz", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".txz")


class _Feature(msgspec.Struct):
    properties: dict[str, Any]


_decode = msgspec.json.Decoder(_Feature).decode


def read(path: Path) -> Iterator[Row]:
    """Read a distribution in any of its three forms."""
    for name, body in _documents(path):
        yield _row(name, body)


def _documents(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.is_dir():
        for file in sorted(path.rglob("*.geojson")):
            if "-alt-" not in file.name:
                yield str(file.relative_to(path)), file.read_bytes()
    elif path.suffix in (".db", ".sqlite"):
        yield from _of_sqlite(path)
    else:
        yield from _of_tar(path)


def _of_tar(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.suffix == ".tar" and not _is_ended(path):
        raise GazetteerError("the archive ends too early; fetch it again", where=path.name)
    try:
        with _opener(path)(path) as stream, tarfile.open(fileobj=stream, mode="r|") as archive:
            for member in archive:
                if member.isfile() and member.name.endswith(".geojson") and "-alt-" not in member.name:
                    file = archive.extractfile(member)
                    if file is not None:
                        yield member.name, file.read()
            while stream.read(1 << 20):  # tarfile stops before the end that tells whether all came
                pass
    except (tarfile.TarError, EOFError, OSError, lzma.LZMAError, zlib.error) as error:
        raise GazetteerError(
            f"the archive ends too early or is damaged ({error}); fetch it again", where=path.name
        ) from None


def _opener(path: Path) -> Callable[[Path], IO[bytes]]:
    """Choose by the first bytes: tarfile's own reading of a stream takes a cut one for a whole one."""
    with path.open("rb") as file:
        start = file.read(6)
    packed: dict[bytes, Any] = {b"\xfd7zXZ": lzma.open, b"\x1f\x8b": gzip.open, b"BZh": bz2.open}
    return next((opener for mark, opener in packed.items() if start.startswith(mark)), lambda p: p.open("rb"))


def _is_ended(path: Path) -> bool:
    """Tell whether a plain tar has the empty block that ends it: tarfile takes a cut between two files for the end."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - tarfile.BLOCKSIZE))
        return file.read() == bytes(tarfile.BLOCKSIZE)


def _of_sqlite(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        for number, body in db.execute("SELECT id, body FROM geojson ORDER BY id"):
            yield str(number), body if isinstance(body, bytes) else str(body).encode()
    except sqlite3.DatabaseError as error:
        raise GazetteerError(
            f"this is no Who's On First database, or a damaged one ({error})", where=path.name
        ) from None


def _row(where: str, body: bytes) -> Row:
    try:
        p = _decode(body).properties
        return _place(p)
    except NO_JSON as error:
        return Skipped(where, f"not GeoJSON: {error}")
    except (KeyError, TypeError, ValueError) as error:
        return Skipped(where, f"no place: {type(error).__name__} {error}")


def _place(p: dict[str, Any]) -> Row:
    kind = _KINDS.get(p["wof:placetype"], "")
    if not kind or p.get("wof:superseded_by") or p.get("edtf:deprecated", "uuuu") not in ("uuuu", ""):
        return Passed()
    names = arabic_names(_of_languages(p, _ARABIC))
    latins = latin_names((*(p.get("name:eng_x_preferred") or ()), p.get("wof:name") or "", *_of_languages(p, _LATIN)))
    latin = latins[0] if latins else ""
    country = p.get("wof:country") or p.get("iso:country") or ""
    chain = (p.get("wof:hierarchy") or [{}])[0]
    own = p["wof:id"]
    lat, lon = p.get("lbl:latitude") or p["geom:latitude"], p.get("lbl:longitude") or p["geom:longitude"]
    if not (names or latin) or (float(lat), float(lon)) == (0.0, 0.0):
        return Passed()
    code = str(p.get("gn:admin1_code") or "").removesuffix(".0")
    kind = _CODES.get(p.get("gn:feature_code") or "", kind)
    return Place(
        id=f"wof:{own}",
        names=names,
        name_en=latin,
        kind=kind,
        precision=precision_of(kind),
        country=country,
        lat=float(lat),
        lon=float(lon),
        admin1=(governorate_of(country, (*names, latin), latin) if kind == "governorate" else "")
        or governorate_of_geonames(country, code)
        or _parent(chain, "region_id", own),
        admin2=_parent(chain, "county_id", own),
        admin3=_parent(chain, "localadmin_id", own),
        population=int(p.get("wof:population") or p.get("gn:population") or 0),
        source="wof",
        ids=_ids(p, own),
        latin=latins[1:],
    )


def _of_languages(p: dict[str, Any], languages: tuple[str, ...]) -> list[str]:
    return [name for key in languages for name in p.get(f"name:{key}") or ()]


def _ids(p: dict[str, Any], own: int) -> tuple[str, ...]:
    others = {"gn:id": p.get("gn:geonameid"), **(p.get("wof:concordances") or {})}
    known = [f"{source}:{others[key]}" for key, source in _CONCORDANCES.items() if others.get(key)]
    return (f"wof:{own}", *known)


def _parent(chain: dict[str, int], level: str, own: int) -> str:
    """Name the parent by its id; ``records`` puts the name in when all rows are there."""
    parent = chain.get(level, -1)
    return f"#wof:{parent}" if parent and parent > 0 and parent != own else ""


ORIGIN: Final = Origin(
    id="wof",
    title="Who's On First",
    licence="CC BY 4.0 and its sources' (https://whosonfirst.org/docs/licenses/)",
    home="https://whosonfirst.org",
    trust=3,
    read=read,
)
