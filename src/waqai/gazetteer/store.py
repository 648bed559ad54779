"""The gazetteer as one SQLite file, read-only and memory-mapped: names in, candidates out.

Most words of an article are no names of places, so a filter of bits answers those without touching the
file; answers are remembered, because an article repeats its names. The format is told in ``build``.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final
from zlib import crc32

import msgspec

from waqai import settings
from waqai.errors import GazetteerError
from waqai.gazetteer.key import joined_key, latin_key, name_key
from waqai.gazetteer.loose import Likeness, loose_keys
from waqai.gazetteer.merge import distance_km
from waqai.gazetteer.place import BULK, Place
from waqai.gazetteer.source import Source
from waqai.gazetteer.stored import Region, Sort, decode, key_hash, unpack

DEFAULT: Final = Path(__file__).parent.parent / "data" / "gazetteer" / "places.sqlite"
FORMAT: Final = "4"
SUBURB_KM: Final = 20.0
"""Governorates whose points are so near are a city and what surrounds it."""
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
_REPORTED: Final = 10_000
_REMEMBERED: Final = 20_000
_MAPPED: Final = 1 << 26
"""Bytes of the file that are mapped, 64 MB; pages are only read when a name asks for them, the rest by ordinary reads."""


class Gazetteer:
    """Places by name. Reading only; share one among articles."""

    def __init__(self, path: Path) -> None:
        """Open a store that ``build`` wrote.

        Raises: GazetteerError when the file is missing, is no store or has another format.
        """
        self.path = path
        self._db = _open(path)
        self._bits = _meta(self._db, "filter", path)
        self._mask = len(self._bits) * 8 - 1
        self._sorts = msgspec.msgpack.decode(_meta(self._db, "sorts", path), type=list[Sort])
        self._regions: dict[int, Region] = {}
        self._known: dict[str, list[Place]] = {}
        self._reported: dict[str, list[Place]] = {}
        self._alike: dict[tuple[str, float], list[tuple[Place, float]]] = {}
        self._none: list[Place] = []
        self._first_order: dict[tuple[str, str], Place] | None = None
        self._rings: dict[tuple[str, str], frozenset[tuple[str, str]]] = {}

    def __reduce__(self) -> tuple[Callable[[Path], Gazetteer], tuple[Path]]:
        """Travel to another process as a path."""
        return Gazetteer, (self.path,)

    def find(self, key: str) -> list[Place]:
        """Give every place of this key (see ``key.name_key``), the most prominent first; do not change the list."""
        known = self._known.get(key)
        if known is not None:
            return known
        h = crc32(key.encode()) & self._mask
        if not self._bits[h >> 3] >> (h & 7) & 1:
            return self._none
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        found = self._select("name", key)
        self._known[key] = found
        return found

    def reported(self, key: str) -> list[Place]:
        """Give the places whose bare name in a text is likely meant as one; do not change the list.

        Sources with every hamlet have one for every word of the language: "the new one", "it came". What only they know
        counts from 10,000 people on; a kind word or a hint is needed for the rest, and for the names that only they give.
        """
        known = self._reported.get(key)
        if known is None:
            if not self.knows(key):
                return self._none  # not remembered: most words of a text that are put together are no name
            if len(self._reported) >= _REMEMBERED:
                self._reported.clear()
            known = [p for p in self.find(key) if _is_reported(p, key)]
            self._reported[key] = known
        return known

    def knows(self, key: str) -> bool:
        """Tell whether a name may be in the store: never wrong about no, seldom about yes."""
        h = crc32(key.encode()) & self._mask
        return bool(self._bits[h >> 3] >> (h & 7) & 1)

    def goes_on(self, key: str, word: str) -> bool:
        """Tell whether two words, of which these are the keys, may be a name, however it is parted, or begin one: never wrong about no, as ``knows``."""
        mark = crc32((key + word).encode())
        h, more = mark & self._mask, crc32(b"++", mark) & self._mask
        return (self._bits[h >> 3] >> (h & 7) | self._bits[more >> 3] >> (more & 7)) & 1 == 1

    def longer(self, key: str, words: Iterable[str]) -> list[tuple[int, str]]:
        """Give which names of several words may be in the store: with how many of ``words`` behind the first, and their keys.

        key: that of the first word. words: the keys of those behind it. Shortest first; never wrong about no, as ``knows``.
        """
        found: list[tuple[int, str]] = []
        mark = crc32(key.encode())
        for count, word in enumerate(words, 1):
            key += word
            mark = crc32(word.encode(), mark)
            h = mark & self._mask
            if self._bits[h >> 3] >> (h & 7) & 1:
                found.append((count, key))
        return found

    def named(self, name: str) -> list[Place]:
        """Give every place of this name in any spelling, in Arabic or Latin letters."""
        found = self.find(name_key(name))
        return found if found or not _LATIN.search(name) else self.find(latin_key(name))

    def find_like(self, name: str) -> list[Place]:
        """Give the places whose names may be another spelling of this one, in Arabic or Latin letters."""
        found = {p.id: p for key in sorted(loose_keys(name)) for p in self._select("loose", key)}
        return list(found.values())

    def alike(self, name: str, least: float) -> list[tuple[Place, float]]:
        """Give the places whose names sound like this one, with how alike they are, ``least`` to 1; do not change the list."""
        known = self._alike.get((name, least))
        if known is None:
            if len(self._alike) >= _REMEMBERED:
                self._alike.clear()
            written = Likeness(name)
            rated = [
                (p, max(written.of(n, least) for n in ((*p.names, *p.more) or (p.name_en,))))
                for p in self.find_like(name)
            ]
            known = self._alike[name, least] = [(place, likeness) for place, likeness in rated if likeness >= least]
        return known

    def governorate(self, country: str, admin1: str) -> Place | None:
        """Give a governorate by its English name in ``data/admin1.csv``."""
        return self.governorates().get((country, admin1))

    def governorates(self) -> dict[tuple[str, str], Place]:
        """Give all governorates by country and English name; do not change the table."""
        if self._first_order is None:
            rows = msgspec.msgpack.decode(_meta(self._db, "governorates", self.path), type=list[int])
            found = [self._place(data) for row in rows for (data,) in self._rows("rowid = ?", row)]
            self._first_order = {(p.country, p.admin1): p for p in reversed(found)}
        return self._first_order

    def surrounding(self, governorate: Place) -> frozenset[tuple[str, str]]:
        """Give a governorate and those that are one city with it, of which reports name either: Damascus and its countryside."""
        key = (governorate.country, governorate.admin1)
        known = self._rings.get(key)
        if known is None:
            known = frozenset(
                k
                for k, p in self.governorates().items()
                if k[0] == key[0] and distance_km(p.lat, p.lon, governorate.lat, governorate.lon) <= SUBURB_KM
            ) | {key}
            self._rings[key] = known
        return known

    def places(self) -> Iterator[Place]:
        """Give every place."""
        for (data,) in self._db.execute("SELECT data FROM place ORDER BY rowid"):
            yield self._place(data)

    def sources(self) -> list[Source]:
        """Give the sources with their licences, as ``waqai gazetteer list`` credits them."""
        rows = self._db.execute(f"SELECT {', '.join(Source.__struct_fields__)} FROM source ORDER BY rowid")
        return [Source(*row) for row in rows]

    def made_from(self) -> str:
        """Give the mark of the default gazetteer that this store was built on, empty for a default."""
        row = self._db.execute("SELECT value FROM meta WHERE key = 'base'").fetchone()
        return row[0] if row is not None else ""

    def _select(self, table: str, key: str) -> list[Place]:
        rows = self._db.execute(
            f"SELECT p.data FROM {table} n JOIN place p ON p.rowid = n.place WHERE n.key = ?", (key_hash(key),)
        )
        found = [self._place(data) for (data,) in rows]
        if len(found) > 1:
            found.sort(key=lambda p: -p.population)
        return found

    def _rows(self, condition: str, value: int) -> sqlite3.Cursor:
        return self._db.execute(f"SELECT data FROM place WHERE {condition}", (value,))

    def _place(self, data: bytes) -> Place:
        row = decode(data)
        region = self._regions.get(row.region)
        if region is None:
            region = Region(
                *self._db.execute(
                    "SELECT country, admin1, admin2, admin3 FROM region WHERE rowid = ?", (row.region,)
                ).fetchone()
            )
            self._regions[row.region] = region
        return unpack(row, self._sorts[row.sort], region)


def _is_reported(place: Place, key: str) -> bool:
    if place.source in BULK:
        return place.population >= _REPORTED
    return not place.more or any(key in (name_key(n), joined_key(n)) for n in place.names) or key.isascii()


def _open(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise GazetteerError("there is no gazetteer here", where=str(path))
    try:
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        db.execute(f"PRAGMA mmap_size = {_MAPPED}")
        row = db.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
    except sqlite3.DatabaseError as error:
        raise GazetteerError(f"this is no gazetteer store ({error})", where=str(path)) from None
    if row is None or row[0] != FORMAT:
        raise GazetteerError(
            "this gazetteer store is of another version; build it again with: waqai gazetteer rebuild", where=str(path)
        )
    return db


def _meta(db: sqlite3.Connection, key: str, path: Path) -> bytes:
    row = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    if row is None or not row[0]:
        raise GazetteerError(
            "this gazetteer store was not finished; build it again with: waqai gazetteer rebuild", where=str(path)
        )
    value: bytes = row[0]
    return value


def store_path(home: Path | None = None) -> Path:
    """Give where the store of what a team added lies."""
    return (home or settings.home()) / "gazetteer" / "places.sqlite"


def open_gazetteer(home: Path | None = None) -> Gazetteer:
    """Open what the user built under ``home`` (``WAQAI_HOME``), else the default that ships with the package."""
    added = store_path(home)
    return Gazetteer(added if added.is_file() else DEFAULT)
