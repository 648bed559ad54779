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
from waqai.gazetteer.importers.row import Alias, Passed, Row, Skipped
from waqai.gazetteer.place import Place
from waqai.gazetteer.source import Source
from waqai.values.place import PlacePrecision

BATCH = 5_000
"""Rows between two commits: half a second of work at most is done twice after a stop."""
NAMED = 1_000
"""Malformed lines of one source that are kept with their reason; all are counted."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS source (id TEXT PRIMARY KEY, title TEXT, licence TEXT, date TEXT, origin TEXT, digest TEXT,
    trust INTEGER, tally BLOB NOT NULL, finished INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS place (source TEXT NOT NULL, id TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (source, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS alias (place TEXT NOT NULL, name TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (place, name, source)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS skipped (source TEXT NOT NULL, item TEXT NOT NULL, why TEXT NOT NULL, PRIMARY KEY (source, item)) WITHOUT ROWID;
"""
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Place).decode
_DIVISIONS = (PlacePrecision.GOVERNORATE, PlacePrecision.DISTRICT)


class Tally(msgspec.Struct):
    """What one import did so far, in lines of the source; ``pointless`` places have no coordinates of their own."""

    rows: int = 0
    places: int = 0
    aliases: int = 0
    skipped: int = 0
    passed: int = 0
    pointless: int = 0


_read_tally = msgspec.msgpack.Decoder(Tally).decode


class Records:
    """The rows of all sources that a team added."""

    def __init__(self, path: Path) -> None:
        """Open or make the file. Raises: GazetteerError when it is no such file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db = sqlite3.connect(path, timeout=30)
            self._db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;" + _SCHEMA)
        except sqlite3.OperationalError as error:
            raise GazetteerError(f"cannot be opened or written to ({error})", where=str(path)) from None
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

    def put(self, place: Place, source: Source, trust: int) -> None:
        """Write one place of a source that grows by hand, in place of the one with its id."""
        row = self._db.execute("SELECT tally FROM source WHERE id = ?", (source.id,)).fetchone()
        if row is None:
            self._begin(source, trust)
        self._write(source.id, place, Tally())
        count = self._db.execute("SELECT COUNT(*) FROM place WHERE source = ?", (source.id,)).fetchone()[0]
        self._save(source.id, Tally(rows=count, places=count), finished=True)

    def remove(self, source_id: str) -> bool:
        """Forget a source; tell whether it was there."""
        known = self._db.execute("SELECT 1 FROM source WHERE id = ?", (source_id,)).fetchone()
        self._forget(source_id)
        return known is not None

    def sources(self) -> list[Source]:
        """Give all sources that were read to their end, the most trusted first."""
        rows = self._db.execute(
            "SELECT id, title, licence, date, origin, digest, tally FROM source WHERE finished ORDER BY trust, id"
        )
        found = []
        for source_id, title, licence, date, origin, digest, data in rows:
            tally = _read_tally(data)
            found.append(Source(source_id, title, licence, date, origin, digest, tally.places, tally.skipped))
        return found

    def tally(self, source_id: str) -> Tally:
        """Give what the import of a source did."""
        row = self._db.execute("SELECT tally FROM source WHERE id = ?", (source_id,)).fetchone()
        return _read_tally(row[0]) if row is not None else Tally()

    def skipped(self, source_id: str) -> list[Skipped]:
        """Give the lines of a source that were skipped, with the reason; the first thousand."""
        rows = self._db.execute("SELECT item, why FROM skipped WHERE source = ? ORDER BY item", (source_id,))
        return [Skipped(item, why) for item, why in rows]

    def places(self, source_ids: Iterable[str]) -> Iterator[Place]:
        """Give the places of these sources in turn, parents named instead of numbered."""
        names = self._names()
        for source_id in source_ids:
            for (data,) in self._db.execute("SELECT data FROM place WHERE source = ? ORDER BY id", (source_id,)):
                place = _decode(data)
                if "#" in (place.admin1[:1], place.admin2[:1], place.admin3[:1]):
                    place = msgspec.structs.replace(
                        place,
                        admin1=_named(place.admin1, names),
                        admin2=_named(place.admin2, names),
                        admin3=_named(place.admin3, names),
                    )
                yield place

    def aliases(self, ids: Iterable[str]) -> list[str]:
        """Give the further names that any source has for a place with one of these ids."""
        query = (
            "SELECT name FROM alias WHERE place = ? AND source IN (SELECT id FROM source WHERE finished) ORDER BY name"
        )
        return [name for i in ids for (name,) in self._db.execute(query, (i,))]

    def has_aliases(self) -> bool:
        """Tell whether any source gave names apart from places."""
        return self._db.execute("SELECT 1 FROM alias LIMIT 1").fetchone() is not None

    def _names(self) -> dict[str, str]:
        """Give the names of all divisions by the mark under which their places name them."""
        names: dict[str, str] = {}
        for (data,) in self._db.execute("SELECT data FROM place"):
            place = _decode(data)
            if place.precision in _DIVISIONS:
                name = place.admin1 if place.kind == "governorate" else place.name
                names.update((f"#{i}", name) for i in (place.id, *place.ids))
        return names

    def _begin(self, source: Source, trust: int) -> Tally:
        row = self._db.execute("SELECT digest, tally, finished FROM source WHERE id = ?", (source.id,)).fetchone()
        if row is not None and row[0] == source.digest and not row[2]:
            return _read_tally(row[1])
        self._forget(source.id)
        with self._db:
            self._db.execute(
                "INSERT INTO source VALUES (?,?,?,?,?,?,?,?,0)",
                (*msgspec.structs.astuple(source)[:6], trust, _encode(Tally())),
            )
        return Tally()

    def _forget(self, source_id: str) -> None:
        with self._db:
            for table in ("place", "alias", "skipped"):
                self._db.execute(f"DELETE FROM {table} WHERE source = ?", (source_id,))
            self._db.execute("DELETE FROM source WHERE id = ?", (source_id,))

    def _write(self, source_id: str, row: Row, tally: Tally) -> None:
        db = self._db
        if isinstance(row, Place):
            db.execute("INSERT OR REPLACE INTO place VALUES (?,?,?)", (source_id, row.id, _encode(row)))
            tally.places += 1
            tally.pointless += not row.has_point
        elif isinstance(row, Alias):
            db.execute("INSERT OR IGNORE INTO alias VALUES (?,?,?)", (row.place_id, row.name, source_id))
            tally.aliases += 1
        elif isinstance(row, Skipped):
            tally.skipped += 1
            if tally.skipped <= NAMED:
                db.execute("INSERT OR REPLACE INTO skipped VALUES (?,?,?)", (source_id, row.where, row.why))
        elif isinstance(row, Passed):
            tally.passed += 1

    def _save(self, source_id: str, tally: Tally, *, finished: bool) -> None:
        self._db.execute(
            "UPDATE source SET tally = ?, finished = ? WHERE id = ?", (_encode(tally), finished, source_id)
        )
        self._db.commit()


def _named(parent: str, names: dict[str, str]) -> str:
    return names.get(parent, "") if parent[:1] == "#" else parent
