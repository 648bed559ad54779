"""Write a gazetteer store: places in, one SQLite file out, in place of the old one and never half of it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from zlib import crc32

import msgspec

from waqai.gazetteer.key import joined_key, latin_key, name_key, words_key
from waqai.gazetteer.loose import loose_key
from waqai.gazetteer.place import Place
from waqai.gazetteer.store import FORMAT
from waqai.text.fold import fold_key


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Where rows came from: what ``waqai gazetteer list`` credits."""

    id: str
    title: str
    licence: str
    date: str
    origin: str = ""
    digest: str = ""
    places: int = 0
    skipped: int = 0


_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE source (id TEXT PRIMARY KEY, title TEXT, licence TEXT, date TEXT, origin TEXT, digest TEXT,
    places INTEGER, skipped INTEGER) WITHOUT ROWID;
CREATE TABLE place (rowid INTEGER PRIMARY KEY, id TEXT NOT NULL, names TEXT NOT NULL, name_en TEXT NOT NULL,
    kind TEXT NOT NULL, precision TEXT NOT NULL, country TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
    admin1 TEXT NOT NULL, admin2 TEXT NOT NULL, admin3 TEXT NOT NULL, pcode TEXT NOT NULL, population INTEGER NOT NULL,
    source TEXT NOT NULL, ids TEXT NOT NULL);
CREATE TABLE loose (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE start (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""


def write_store(path: Path, places: Iterable[Place], sources: Sequence[Source]) -> int:
    """Write the store and put it where the old one was; give the number of places."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    try:
        db = sqlite3.connect(draft)
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        total = _fill(db, places)
        db.executemany("INSERT INTO source VALUES (?,?,?,?,?,?,?,?)", [msgspec.structs.astuple(s) for s in sources])
        db.executemany("INSERT INTO meta VALUES (?,?)", [("format", FORMAT), ("filter", _filter(db))])
        db.commit()
        db.execute("VACUUM")
        db.close()
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return total


def keys_of(place: Place) -> set[str]:
    """Give every key under which a place is found."""
    return ({k for n in place.names for k in (name_key(n), joined_key(n))} | {latin_key(place.name_en)}) - {""}


def loose_keys_of(place: Place) -> set[str]:
    """Give the consonants of every name of a place."""
    return {loose_key(n) for n in (*place.names, place.name_en)} - {""}


def starts_of(place: Place) -> set[str]:
    """Give a mark for the first word of each name of several words: a reader looks further only after these."""
    return {words_key(words[:1]) + "+" for name in place.names if len(words := fold_key(name).split()) > 1}


def _fill(db: sqlite3.Connection, places: Iterable[Place]) -> int:
    row = 0
    for row, p in enumerate(places, 1):
        db.execute(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                row,
                p.id,
                "|".join(p.names),
                p.name_en,
                p.kind,
                str(p.precision),
                p.country,
                round(p.lat, 5),
                round(p.lon, 5),
                p.admin1,
                p.admin2,
                p.admin3,
                p.pcode,
                p.population,
                p.source,
                "|".join(p.ids),
            ),
        )
        db.executemany("INSERT INTO name VALUES (?,?)", [(key, row) for key in sorted(keys_of(p))])
        db.executemany("INSERT INTO loose VALUES (?,?)", [(key, row) for key in sorted(loose_keys_of(p))])
        db.executemany("INSERT OR IGNORE INTO start VALUES (?)", [(key,) for key in starts_of(p)])
    return row


def _filter(db: sqlite3.Connection) -> bytes:
    """Give one bit per hash of a key, sixteen bits a key, so that one absent name in sixteen costs a look."""
    keys = {k for (k,) in db.execute("SELECT DISTINCT key FROM name")} | {
        k for (k,) in db.execute("SELECT key FROM start")
    }
    size = 1 << max(10, (len(keys) * 16).bit_length())
    bits = bytearray(size // 8)
    for key in keys:
        h = crc32(key.encode()) & (size - 1)
        bits[h >> 3] |= 1 << (h & 7)
    return bytes(bits)
