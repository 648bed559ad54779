"""The proof of an archive: the ledger's chain is whole, and every byte of its WARC files is what was written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from waqai.errors import ArchiveError, FetchError, RefusedError
from waqai.fetch.ledger import FIRST, Entry, entries
from waqai.fetch.warc import page_of, records


class Proof(msgspec.Struct, frozen=True):
    """What was proved: how many entries and bytes, and the head of the chain that stands for all of them.

    ``stamps`` are the entries up to which an authority has signed, with the time it tells.
    """

    entries: int
    bytes: int
    head: str
    stamps: tuple[tuple[int, datetime], ...] = ()


def verify(folder: Path, *, seen: Callable[[Entry], None] = lambda _: None) -> Proof:
    """Read the whole archive against its ledger.

    folder: the archive's own.
    seen: is given each entry that was found right.
    Raises: ArchiveError that names the first entry that is not right.
    """
    count, size, head = 0, 0, FIRST
    ends: dict[str, int] = {}
    stamps: list[tuple[int, datetime]] = []
    for entry in _chained(folder / "ledger.jsonl"):
        where = f"entry {entry.number} ({entry.url})"
        if entry.start != ends.get(entry.warc, 0):
            raise ArchiveError("does not begin where the entry before it ends", where=where)
        _check(folder, entry, where)
        ends[entry.warc] = entry.start + entry.length
        count, size, head = entry.number, size + entry.length, entry.hash
        stamps += _stamp(folder, entry)
        seen(entry)
    for path in sorted((folder / "warc").glob("*")):
        extra = path.stat().st_size - ends.get(f"warc/{path.name}", 0)
        if extra:
            raise ArchiveError(
                f"has {extra} bytes that no entry tells of: a run is writing now, or was killed (the next fetch mends that), "
                "or somebody added them",
                where=f"warc/{path.name}",
            )
    return Proof(count, size, head, tuple(stamps))


def _stamp(folder: Path, entry: Entry) -> list[tuple[int, datetime]]:
    """Give the time stamp of an entry, if it has one."""
    path = folder / "stamps" / f"{entry.number:09}.tsr"
    if not path.exists():
        return []
    from waqai.fetch.stamp import stamped_at  # only where there are stamps

    try:
        return [(entry.number, stamped_at(path.read_bytes(), bytes.fromhex(entry.hash), path.name))]
    except FetchError as error:
        raise ArchiveError(f"has a time stamp that {error.sentence}", where=f"entry {entry.number}") from error


def _chained(ledger: Path) -> Iterator[Entry]:
    head, number = FIRST, 0
    for entry in entries(ledger):
        if entry.prev != head or entry.number != number + 1:
            raise ArchiveError(
                "does not follow the entry before it: the chain is broken", where=f"entry {entry.number}"
            )
        head, number = entry.hash, entry.number
        yield entry


def _check(folder: Path, entry: Entry, where: str) -> None:
    """Hold the stretch, the record in it and the page in that to what the ledger says."""
    try:
        with (folder / entry.warc).open("rb") as file:
            file.seek(entry.start)
            data = file.read(entry.length)
    except OSError as error:
        raise ArchiveError(f"lies in {entry.warc}, which cannot be opened: {error.strerror}", where=where) from error
    if hashlib.sha256(data).hexdigest() != entry.sha256:
        raise ArchiveError(f"has other bytes in {entry.warc} than were written", where=where)
    found = next(records(data[entry.offset - entry.start :]), None)
    if found is None or found.told is None or found.told.url != entry.url:
        raise ArchiveError(f"has no record of its own in {entry.warc}", where=where)
    if entry.refused is None and entry.truncated is None and entry.same_as is None:
        try:
            right = hashlib.sha256(page_of(found)).hexdigest() == entry.digest
        except RefusedError:
            right = False
        if not right:
            raise ArchiveError("has a page whose digest is another", where=where)
