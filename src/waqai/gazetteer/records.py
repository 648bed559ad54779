"""What a team added, row by row as its sources gave it; the store is built from these.

One SQLite file beside the store. Rows of a source are written in batches, each with how far the source was read, so
an interrupted import goes on where it was; the finished file's digest is kept, so a second import changes nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from waqai.errors import GazetteerError
from waqai.gazetteer.build import Source
from waqai.gazetteer.importers.row import Alias, Passed, Row, Skipped
from waqai.gazetteer.place import Place

BATCH = 5_000
"""Rows between two commits: half a second of work at most is done twice after a stop."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS source (id TEXT PRIMARY KEY, title TEXT, licence TEXT, date TEXT, origin TEXT, digest TEXT,
    places INTEGER, skipped INTEGER, trust INTEGER, done INTEGER NOT NULL DEFAULT 0, finished INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS place (source TEXT NOT NULL, id TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (source, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS alias (source TEXT NOT NULL, place TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (source, place, name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS skipped (source TEXT NOT NULL, item TEXT NOT NULL, why TEXT NOT NULL, PRIMARY KEY (source, item)) WITHOUT ROWID;
"""
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Place).decode


class Tally(msgspec.Struct):
    """What one import did so far."""

    rows: int = 0
    places: int = 0
    aliases: int = 0
    skipped: int = 0
    passed: int = 0


class Records:
    """The rows of all sources that a team added."""

    def __init__(self, path: Path) -> None:
        """Open or make the file. Raises: GazetteerError when it is no such file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db = sqlite3.connect(path)
            self._db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;" + _SCHEMA)
        except sqlite3.DatabaseError as error:
            raise GazetteerError(f"this is no file of gazetteer records ({error})", where=str(path)) from None

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def is_finished(self, source_id: str, digest: str) -> bool:
        """Tell whether these very bytes were read to their end."""
        row = self._db.execute("SELECT digest, finished FROM source WHERE id = ?", (source_id,)).fetchone()
        return row is not None and row[0] == digest and bool(row[1])

    def take(self, source: Source, trust: int, rows: Iterable[Row]) -> Iterator[Tally]:
        """Write the rows of a source; give the tally after every batch.

        Rows that an interrupted import of the same bytes had written are read past; rows of an older edition go.
        """
        tally = self._begin(source, trust)
        start = tally.rows
        for number, row in enumerate(rows, 1):
            if number <= start:
                continue
            self._write(source.id, row, tally)
            tally.rows = number
            if number % BATCH == 0:
                self._save(source.id, tally, finished=False)
                yield tally
        self._save(source.id, tally, finished=True)
        yield tally

    def sources(self) -> list[Source]:
        """Give all sources that were read to their end, the most trusted first."""
        rows = self._db.execute(
            "SELECT id, title, licence, date, origin, digest, places, skipped FROM source WHERE finished ORDER BY trust, id"
        )
        return [Source(**dict(zip(Source.__struct_fields__, row, strict=True))) for row in rows]

    def skipped(self, source_id: str) -> list[Skipped]:
        """Give the lines of a source that were skipped, with the reason."""
        rows = self._db.execute("SELECT item, why FROM skipped WHERE source = ? ORDER BY item", (source_id,))
        return [Skipped(item, why) for item, why in rows]

    def places(self, source_id: str) -> Iterator[Place]:
        """Give the places of a source with their aliases, parents named instead of numbered."""
        names = self._names(source_id)
        aliases: dict[str, list[str]] = {}
        kin = source_id.partition("/")[0]
        for place, name in self._db.execute(
            "SELECT place, name FROM alias WHERE source = ? OR source LIKE ? || '/%'", (kin, kin)
        ):
            aliases.setdefault(place, []).append(name)
        for (data,) in self._db.execute("SELECT data FROM place WHERE source = ? ORDER BY id", (source_id,)):
            place = _decode(data)
            more = aliases.get(place.id, ())
            yield msgspec.structs.replace(
                place,
                names=tuple(dict.fromkeys((*place.names, *more))),
                admin1=names.get(place.admin1, "") if place.admin1[:1] == "#" else place.admin1,
                admin2=names.get(place.admin2, "") if place.admin2[:1] == "#" else place.admin2,
                admin3=names.get(place.admin3, "") if place.admin3[:1] == "#" else place.admin3,
            )

    def _names(self, source_id: str) -> dict[str, str]:
        names: dict[str, str] = {}
        for (data,) in self._db.execute("SELECT data FROM place WHERE source = ?", (source_id,)):
            place = _decode(data)
            if place.kind == "governorate":
                names["#" + place.id] = place.admin1
            elif place.kind in ("district", "subdistrict"):
                names["#" + place.id] = place.name
        return names

    def _begin(self, source: Source, trust: int) -> Tally:
        row = self._db.execute(
            "SELECT digest, done, finished, places, skipped FROM source WHERE id = ?", (source.id,)
        ).fetchone()
        if row is not None and row[0] == source.digest and not row[2]:
            return Tally(rows=row[1], places=row[3], skipped=row[4])
        with self._db:
            for table in ("place", "alias", "skipped", "source"):
                column = "id" if table == "source" else "source"
                self._db.execute(f"DELETE FROM {table} WHERE {column} = ?", (source.id,))
            self._db.execute(
                "INSERT INTO source VALUES (?,?,?,?,?,?,0,0,?,0,0)",
                (source.id, source.title, source.licence, source.date, source.origin, source.digest, trust),
            )
        return Tally()

    def _write(self, source_id: str, row: Row, tally: Tally) -> None:
        db = self._db
        if isinstance(row, Place):
            db.execute("INSERT OR REPLACE INTO place VALUES (?,?,?)", (source_id, row.id, _encode(row)))
            tally.places += 1
        elif isinstance(row, Alias):
            db.execute("INSERT OR IGNORE INTO alias VALUES (?,?,?)", (source_id, row.place_id, row.name))
            tally.aliases += 1
        elif isinstance(row, Skipped):
            db.execute("INSERT OR REPLACE INTO skipped VALUES (?,?,?)", (source_id, row.where, row.why))
            tally.skipped += 1
        elif isinstance(row, Passed):
            tally.passed += 1

    def _save(self, source_id: str, tally: Tally, *, finished: bool) -> None:
        self._db.execute(
            "UPDATE source SET done = ?, finished = ?, places = ?, skipped = ? WHERE id = ?",
            (tally.rows, finished, tally.places, tally.skipped, source_id),
        )
        self._db.commit()
