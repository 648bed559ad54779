"""What a run must know of the runs before it: pages that were had, pages still to be had, hosts and sources in trouble.

SQLite, beside the archive. All that matters most can be made anew from the ledger: an opening applies the entries that were
written after the last one applied, so that a run killed between the two doubles nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import msgspec

from waqai.errors import ArchiveError
from waqai.fetch.ledger import Entry, entries

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS page (
    key TEXT PRIMARY KEY, url TEXT NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, digest TEXT NOT NULL,
    had_at TEXT NOT NULL,
    etag TEXT, modified TEXT, used INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS page_url ON page (url, digest);
CREATE TABLE IF NOT EXISTS todo (
    key TEXT PRIMARY KEY, source TEXT NOT NULL, place INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
    not_before TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS todo_source ON todo (source, place);
CREATE TABLE IF NOT EXISTS given_up (key TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS source (
    name TEXT NOT NULL, address TEXT NOT NULL, failures INTEGER NOT NULL, since TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (name, address)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS host (name TEXT PRIMARY KEY, not_before TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS robots (origin TEXT PRIMARY KEY, at TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS file (name TEXT PRIMARY KEY, mark TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mark (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
"""
FINAL: Final = frozenset({0, 200, 203, 401, 403, 404, 405, 406, 410, 415, 451})
"""Answers after which a page is not asked again by itself: it was had, or it will not be."""
_RETRY: Final = timedelta(minutes=10)
"""Pause before a page that failed in one run is asked in a later one; doubled each time."""


class Used(IntEnum):
    """Whether what a page leads to was noted, and whether it is worth asking whether it has changed."""

    NOT = 0
    ONCE = 1
    EACH_TIME = 2


class Page(msgspec.Struct, frozen=True):
    """What was had last of a page; ``used`` matters only for what leads to others."""

    url: str
    number: int
    at: datetime
    digest: str
    etag: str | None
    modified: str | None
    used: Used


GONE: Final = 1_000_000
"""Failures for which it counts when a server says that a source is gone: so many that no time need pass."""


class Trouble(msgspec.Struct, frozen=True):
    """Failures of a source in a row, since when, and the last one's reason."""

    failures: int
    since: datetime
    reason: str

    def is_dead(self, after: int, days: float) -> bool:
        """Tell whether there were so many over so many days; an evening without a network is no death."""
        long = datetime.now(UTC) - self.since >= timedelta(days=days)
        return self.failures >= GONE or (self.failures >= after and long)


class State:
    """The state, open."""

    def __init__(self, home: Path) -> None:
        """Open the state under ``home`` and bring it up to the ledger.

        Raises: ArchiveError when the state cannot be used, or the ledger is not what was written.
        """
        folder = home / "fetch"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(folder / "state.sqlite", isolation_level=None)
            self._db.executescript(f"PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; {_SCHEMA}")
        except (OSError, sqlite3.Error) as error:
            raise ArchiveError(f"cannot be used: {error}", where=str(folder / "state.sqlite")) from error
        self._catch_up(home / "archive" / "ledger.jsonl")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def _catch_up(self, ledger: Path) -> None:
        row = self._db.execute("SELECT value FROM mark WHERE name = 'ledger'").fetchone()
        batch: list[Entry] = []
        for entry in entries(ledger, row[0] if row else 0):
            batch.append(entry)
            if len(batch) == 1000:
                self.apply(batch)
                batch = []
        self.apply(batch)

    def apply(self, batch: Sequence[Entry]) -> None:
        """Note what was archived."""
        if not batch:
            return
        self._db.execute("BEGIN IMMEDIATE")
        for e in batch:
            if e.refused is not None:
                self._drop(e.key, e.refused)
            elif e.truncated is None and e.status in FINAL:
                marks = (e.etag, e.modified) if e.status in (0, 200) else (None, None)
                self._db.execute(
                    "INSERT INTO page (key, url, kind, number, at, digest, had_at, etag, modified) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                    "ON CONFLICT (key) DO UPDATE SET used = iif(digest = excluded.digest, used, 0), url = excluded.url, "
                    "number = excluded.number, at = excluded.at, digest = excluded.digest, "
                    "had_at = excluded.had_at, etag = excluded.etag, modified = excluded.modified",
                    (
                        e.key,
                        e.url,
                        e.kind,
                        e.same_as or e.number,
                        _write(e.at),
                        e.digest,
                        _write(e.same_at or e.at),
                        *marks,
                    ),
                )
                self._db.execute("DELETE FROM todo WHERE key = ?", (e.key,))
        self._db.execute("INSERT OR REPLACE INTO mark VALUES ('ledger', ?)", (batch[-1].number,))
        self._db.execute("COMMIT")

    def page(self, key: str) -> Page | None:
        """Give what was had last of a page."""
        row = self._db.execute(
            "SELECT url, number, at, digest, etag, modified, used FROM page WHERE key = ?", (key,)
        ).fetchone()
        return None if row is None else Page(row[0], row[1], _read(row[2]), row[3], row[4], row[5], Used(row[6]))

    def same(self, url: str, digest: str, kind: str) -> tuple[int, datetime] | None:
        """Give number and time of the entry that already holds this page of this address, as the same kind."""
        row = self._db.execute(
            "SELECT number, had_at FROM page WHERE url = ? AND digest = ? AND kind = ?", (url, digest, kind)
        ).fetchone()
        return None if row is None else (row[0], _read(row[1]))

    def settle(self, key: str) -> None:
        """Note that a page was asked and has not changed."""
        self._db.execute("UPDATE page SET at = ? WHERE key = ?", (_write(datetime.now(UTC)), key))
        self._db.execute("DELETE FROM todo WHERE key = ?", (key,))

    def try_again(self) -> None:
        """Forget which sources are dead, which pages were given up, and which are to wait."""
        for table in ("source", "given_up", "host"):
            self._db.execute(f"DELETE FROM {table}")
        self._db.execute("UPDATE todo SET tries = 0, not_before = ''")

    def touch(self, key: str, etag: str) -> None:
        """Note a new mark of a file whose bytes are the same."""
        self._db.execute("UPDATE page SET etag = ? WHERE key = ?", (etag, key))

    def file_mark(self, name: str) -> str | None:
        """Give the mark under which all of a file was taken."""
        row = self._db.execute("SELECT mark FROM file WHERE name = ?", (name,)).fetchone()
        return None if row is None else row[0]

    def file_done(self, name: str, mark: str) -> None:
        """Note that all of a file was taken."""
        self._db.execute("INSERT OR REPLACE INTO file VALUES (?, ?)", (name, mark))

    def note_links(
        self, source: str, links: Iterable[tuple[str, datetime | None]], page: str, used: Used = Used.ONCE
    ) -> int:
        """Note what a feed, sitemap or section leads to, and that it was used; give how many pages are new.

        links: address and, when the source tells it, the day of the last change: a page that was had before it is had again.
        page: the key of the feed, sitemap or section itself.
        """
        self._db.execute("BEGIN IMMEDIATE")
        new = 0
        for place, (key, changed) in enumerate(links):
            had = self.page(key)
            if had is not None and (changed is None or changed <= had.at):
                continue
            done = self._db.execute(
                "INSERT OR IGNORE INTO todo (key, source, place) SELECT ?1, ?2, ?3 "
                "WHERE NOT EXISTS (SELECT 1 FROM given_up WHERE key = ?1)",
                (key, source, place),
            )
            new += done.rowcount
        self._db.execute("UPDATE page SET used = ? WHERE key = ?", (int(used), page))
        self._db.execute("COMMIT")
        return new

    def waiting(self, source: str, limit: int) -> list[str]:
        """Give the pages of a source that are still to be had and may be asked now."""
        rows = self._db.execute(
            "SELECT key FROM todo WHERE source = ? AND not_before <= ? ORDER BY tries, place LIMIT ?",
            (source, _write(datetime.now(UTC)), limit),
        )
        return [row[0] for row in rows]

    def left(self, source: str) -> int:
        """Count the pages of a source that are still to be had."""
        return int(self._db.execute("SELECT count(*) FROM todo WHERE source = ?", (source,)).fetchone()[0])

    def put_off(self, key: str, reason: str, tries: int) -> bool:
        """Note that a page could not be had; give whether it was given up, after ``tries`` runs."""
        row = self._db.execute("SELECT tries FROM todo WHERE key = ?", (key,)).fetchone()
        done = (row[0] if row else 0) + 1
        if done >= tries:
            self.drop(key, reason)
            return True
        later = datetime.now(UTC) + _RETRY * 2 ** (done - 1)
        self._db.execute(
            "UPDATE todo SET tries = ?, not_before = ?, reason = ? WHERE key = ?", (done, _write(later), reason, key)
        )
        return False

    def drop(self, key: str, reason: str) -> None:
        """Note that a page will not be asked again by itself."""
        self._db.execute("BEGIN IMMEDIATE")
        self._drop(key, reason)
        self._db.execute("COMMIT")

    def _drop(self, key: str, reason: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO given_up VALUES (?, ?)", (key, reason))
        self._db.execute("DELETE FROM todo WHERE key = ?", (key,))

    def trouble(self, name: str, address: str) -> Trouble | None:
        """Give the failures of a source, when its last answer was one."""
        row = self._db.execute(
            "SELECT failures, since, reason FROM source WHERE name = ? AND address = ?", (name, address)
        ).fetchone()
        return None if row is None else Trouble(row[0], _read(row[1]), row[2])

    def failed(self, name: str, address: str, reason: str, *, weight: int = 1) -> Trouble:
        """Count a failure of a source."""
        self._db.execute(
            "INSERT INTO source VALUES (?, ?, ?, ?, ?) ON CONFLICT (name, address) "
            "DO UPDATE SET failures = failures + excluded.failures, reason = excluded.reason",
            (name, address, weight, _write(datetime.now(UTC)), reason),
        )
        found = self.trouble(name, address)
        assert found is not None
        return found

    def well(self, name: str, address: str) -> None:
        """Note that a source answered."""
        self._db.execute("DELETE FROM source WHERE name = ? AND address = ?", (name, address))

    def host_waits(self) -> dict[str, datetime]:
        """Give the hosts that asked to be left alone, and until when."""
        now = _write(datetime.now(UTC))
        self._db.execute("DELETE FROM host WHERE not_before <= ?", (now,))
        return {name: _read(at) for name, at in self._db.execute("SELECT name, not_before FROM host")}

    def host_wait(self, name: str, until: datetime) -> None:
        """Note that a host asked to be left alone."""
        self._db.execute("INSERT OR REPLACE INTO host VALUES (?, ?)", (name, _write(until)))

    def robots(self, origin: str, newest: timedelta) -> str | None:
        """Give a robots.txt that is not older than ``newest``."""
        row = self._db.execute("SELECT at, body FROM robots WHERE origin = ?", (origin,)).fetchone()
        return row[1] if row is not None and datetime.now(UTC) - _read(row[0]) < newest else None

    def keep_robots(self, origin: str, body: str) -> None:
        """Keep a robots.txt."""
        self._db.execute("INSERT OR REPLACE INTO robots VALUES (?, ?, ?)", (origin, _write(datetime.now(UTC)), body))


def _write(at: datetime) -> str:
    """Write a time so that its order is that of its text."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")


def _read(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
