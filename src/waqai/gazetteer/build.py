"""Write a gazetteer store: places in, one SQLite file out, in place of the old one and never half of it.

Tables: ``place`` (a row of MessagePack, see ``stored``), ``region`` (parents, numbered), ``name`` and ``loose`` (hash of
a key → place), ``source``, and ``meta``: format, the sorts of places, the rows of governorates, and a filter of bits.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

import msgspec

from waqai.gazetteer.key import joined_key, latin_key, name_key, words_key
from waqai.gazetteer.loose import loose_keys
from waqai.gazetteer.place import Place
from waqai.gazetteer.source import Source
from waqai.gazetteer.store import FORMAT
from waqai.gazetteer.stored import Region, Sort, key_hash, pack
from waqai.text.fold import fold_key

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE source (id TEXT, title TEXT, licence TEXT, date TEXT, origin TEXT, digest TEXT, places INTEGER, skipped INTEGER);
CREATE TABLE region (country TEXT NOT NULL, admin1 TEXT NOT NULL, admin2 TEXT NOT NULL, admin3 TEXT NOT NULL);
CREATE TABLE place (rowid INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE name (key INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE loose (key INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
_BRACKETED = re.compile(r"^[^()]+(?=\()|(?<=\()[^()]+(?=\))")
"""Both names of "Ayn al-Arab (Kobani)"."""
_BITS = 16
"""Bits of the filter a key, rounded up to a power of two: one absent name in sixteen or fewer costs a look."""


def write_store(path: Path, places: Iterable[Place], sources: Sequence[Source], *, base: str = "") -> int:
    """Write the store and put it where the old one was; give the number of places.

    ``base`` marks the default gazetteer that the places include.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    try:
        db = sqlite3.connect(draft)
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;" + _SCHEMA)
        total = _Writer(db).write(places)
        db.executemany("INSERT INTO source VALUES (?,?,?,?,?,?,?,?)", [msgspec.structs.astuple(s) for s in sources])
        db.executemany("INSERT INTO meta VALUES (?,?)", [("format", FORMAT), ("base", base)])
        db.commit()
        db.close()
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return total


def keys_of(place: Place) -> set[str]:
    """Give every key under which a place is found."""
    latin = {latin_key(part) for n in (place.name_en, *place.latin) for part in (n, *_BRACKETED.findall(n))}
    return ({k for n in (*place.names, *place.more) for k in (name_key(n), joined_key(n))} | latin) - {""}


def loose_keys_of(place: Place) -> set[str]:
    """Give the keys of every other spelling of a place's names."""
    return {key for n in (*place.names, *place.more, place.name_en) for key in loose_keys(n)}


def starts_of(place: Place) -> set[str]:
    """Give marks for the first word and the first two of each name of several words: a reader looks further only after these."""
    names = (fold_key(name).split() for name in (*place.names, *place.more))
    return {words_key(words[:n]) + "+" * n for words in names if len(words) > 1 for n in (1, 2)}


class _Writer:
    """Fills the tables; keys are gathered first and written in order, which keeps the tables full and fast."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.sorts: dict[Sort, int] = {}
        self.regions: dict[Region, int] = {}
        self.governorates: list[int] = []
        self.names: list[tuple[int, int]] = []
        self.loose: list[tuple[int, int]] = []
        self.marks: set[int] = set()

    def write(self, places: Iterable[Place]) -> int:
        self.db.executemany("INSERT INTO place VALUES (?,?)", self._rows(places))
        for table, rows in (("name", self.names), ("loose", self.loose)):
            rows.sort()
            self.db.executemany(f"INSERT OR IGNORE INTO {table} VALUES (?,?)", rows)
        regions = [(n, *msgspec.structs.astuple(r)) for r, n in self.regions.items()]
        self.db.executemany("INSERT INTO region (rowid, country, admin1, admin2, admin3) VALUES (?,?,?,?,?)", regions)
        encode = msgspec.msgpack.encode
        meta = {"sorts": encode(list(self.sorts)), "governorates": encode(self.governorates), "filter": self._filter()}
        self.db.executemany("INSERT INTO meta VALUES (?,?)", list(meta.items()))
        return self.total

    total = 0

    def _rows(self, places: Iterable[Place]) -> Iterator[tuple[int, bytes]]:
        row = 0
        for row, p in enumerate(places, 1):
            keys = keys_of(p)
            self.names += [(key_hash(key), row) for key in keys]
            self.loose += [(key_hash(key), row) for key in loose_keys_of(p)]
            self.marks.update([crc32(key.encode()) for key in (*keys, *starts_of(p))])
            if p.kind == "governorate":
                self.governorates.append(row)
            sort = self.sorts.setdefault(Sort(p.kind, p.precision, p.source), len(self.sorts))
            region = self.regions.setdefault(Region(p.country, p.admin1, p.admin2, p.admin3), len(self.regions) + 1)
            yield row, pack(p, sort, region)
        self.total = row

    def _filter(self) -> bytes:
        size = 1 << max(10, (len(self.marks) * _BITS - 1).bit_length())
        bits = bytearray(size // 8)
        for mark in self.marks:
            h = mark & (size - 1)
            bits[h >> 3] |= 1 << (h & 7)
        return bytes(bits)
