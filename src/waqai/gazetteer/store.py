"""The gazetteer as one SQLite file, read-only: names in, candidates out.

Most words of an article are no names of places, so a filter of bits answers those without touching the
file; answers are remembered, because an article repeats its names. The file holds tables ``place``,
``name``, ``source`` and ``meta`` (see ``build``).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Final
from zlib import crc32

from waqai.errors import GazetteerError
from waqai.gazetteer.key import name_key
from waqai.gazetteer.loose import loose_key
from waqai.gazetteer.place import Place
from waqai.values.place import PlacePrecision

DEFAULT: Final = Path(__file__).parent.parent / "data" / "gazetteer" / "places.sqlite"
FORMAT: Final = "2"
_REMEMBERED: Final = 50_000
_COLUMNS: Final = (
    "p.id, p.names, p.name_en, p.kind, p.precision, p.country, p.lat, p.lon, "
    "p.admin1, p.admin2, p.admin3, p.pcode, p.population, p.source, p.ids"
)


class Gazetteer:
    """Places by name. Reading only; share one among articles."""

    def __init__(self, path: Path) -> None:
        """Open a store that ``build`` wrote.

        Raises: GazetteerError when the file is missing, is no store or has another format.
        """
        self.path = path
        self._db = _open(path)
        self._bits, self._mask = _filter(self._db, path)
        self._known: dict[str, list[Place]] = {}
        self._none: list[Place] = []

    def __reduce__(self) -> tuple[Callable[[Path], Gazetteer], tuple[Path]]:
        """Travel to another process as a path."""
        return Gazetteer, (self.path,)

    def find(self, key: str) -> list[Place]:
        """Give every place of this key (see ``key.name_key``), the most prominent first; do not change the list."""
        h = crc32(key.encode()) & self._mask
        if not self._bits[h >> 3] >> (h & 7) & 1:
            return self._none
        known = self._known.get(key)
        if known is None:
            known = self._read(key)
        return known

    def knows(self, key: str) -> bool:
        """Tell whether a name may be in the store: never wrong about no, seldom about yes."""
        h = crc32(key.encode()) & self._mask
        return bool(self._bits[h >> 3] >> (h & 7) & 1)

    def named(self, name: str) -> list[Place]:
        """Give every place of this name in any spelling."""
        return self.find(name_key(name))

    def find_like(self, name: str) -> list[Place]:
        """Give the places whose names have the same consonants, in Arabic or Latin letters."""
        key = loose_key(name)
        return self._select("JOIN loose n ON p.rowid = n.place WHERE n.key = ?", key) if key else []

    def governorate(self, country: str, admin1: str) -> Place | None:
        """Give a governorate by its English name in ``data/admin1.csv``."""
        return self._governorates().get((country, admin1))

    def places(self, where: str = "1", values: tuple[str | float, ...] = ()) -> list[Place]:
        """Give the places that an SQL condition on table ``place p`` picks."""
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM place p WHERE {where}", values)
        return [_place(row) for row in rows]

    @lru_cache(maxsize=1)  # noqa: B019  one store lives as long as the process
    def _governorates(self) -> dict[tuple[str, str], Place]:
        return {(p.country, p.admin1): p for p in self.places("p.kind = 'governorate'")}

    def _select(self, condition: str, value: str) -> list[Place]:
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM place p {condition} ORDER BY p.population DESC, p.rowid", (value,)
        )
        return [_place(row) for row in rows]

    def _read(self, key: str) -> list[Place]:
        found = self._select("JOIN name n ON p.rowid = n.place WHERE n.key = ?", key)
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[key] = found
        return found


def _open(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise GazetteerError("there is no gazetteer here", where=str(path))
    try:
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        db.execute("PRAGMA mmap_size = 268435456")
        row = db.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
    except sqlite3.DatabaseError as error:
        raise GazetteerError(f"this is no gazetteer store ({error})", where=str(path)) from None
    if row is None or row[0] != FORMAT:
        raise GazetteerError("this gazetteer store is of another version; build it again", where=str(path))
    return db


def _filter(db: sqlite3.Connection, path: Path) -> tuple[bytes, int]:
    row = db.execute("SELECT value FROM meta WHERE key = 'filter'").fetchone()
    if row is None or not row[0]:
        raise GazetteerError("this gazetteer store was not finished; build it again", where=str(path))
    return row[0], len(row[0]) * 8 - 1


def _place(row: tuple[str, str, str, str, str, str, float, float, str, str, str, str, int, str, str]) -> Place:
    return Place(
        id=row[0],
        names=tuple(row[1].split("|")) if row[1] else (),
        name_en=row[2],
        kind=row[3],
        precision=PlacePrecision(row[4]),
        country=row[5],
        lat=row[6],
        lon=row[7],
        admin1=row[8],
        admin2=row[9],
        admin3=row[10],
        pcode=row[11],
        population=row[12],
        source=row[13],
        ids=tuple(row[14].split("|")) if row[14] else (),
    )


def open_gazetteer(home: Path | None = None) -> Gazetteer:
    """Open what the user built under ``home`` (``WAQAI_HOME``), else the default that ships with the package."""
    if home is None and os.environ.get("WAQAI_HOME"):
        home = Path(os.environ["WAQAI_HOME"])
    added = home / "gazetteer" / "places.sqlite" if home is not None else None
    return Gazetteer(added if added is not None and added.is_file() else DEFAULT)
