"""Archived originals as one file that others can open: WACZ 1.1.1 (specs.webrecorder.net/wacz/1.1.1).

WARC records are copied as they lie in the archive, and the ledger's lines with them, so that who has the file can prove each
page against the head of the chain.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import msgspec

from waqai import __version__
from waqai.errors import ArchiveError
from waqai.fetch.cdxj import Row, line, packed
from waqai.fetch.ledger import Entry
from waqai.fetch.warc import records, warcinfo

VERSION: Final = "1.1.1"
_INDEX: Final = "index.cdx.gz"
_ZIP32: Final = 2_000_000_000
"""Bytes that a file of a ZIP without 64-bit fields may have, with some to spare."""


class Package:
    """A WACZ file being written; it gets its name when it is whole."""

    def __init__(self, path: Path) -> None:
        self._path, self._part = path, path.with_name(f"{path.name}.part")
        self._zip = zipfile.ZipFile(self._part, "w")
        self._resources: list[dict[str, Any]] = []

    def add(self, path: str, parts: Iterable[bytes], *, compress: bool = False, expected: int = 0) -> None:
        """Write a file of the package.

        expected: its bytes, when they may be many. ReplayWeb.page takes each file to begin where it would without ZIP64
            fields, so that these are written only for what cannot do without.
        """
        info = zipfile.ZipInfo(path, datetime.now(UTC).timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
        digest, size = hashlib.sha256(), 0
        with self._zip.open(info, "w", force_zip64=expected > _ZIP32) as out:
            for part in parts:
                out.write(part)
                digest.update(part)
                size += len(part)
        name = path.rpartition("/")[2].lower()
        self._resources.append({"name": name, "path": path, "hash": f"sha256:{digest.hexdigest()}", "bytes": size})

    def finish(self, title: str) -> None:
        """Write what the package says of itself, and give it its name."""
        told = {
            "profile": "data-package",
            "wacz_version": VERSION,
            "software": f"waqai/{__version__}",
            "title": title,
            "created": _stamp(datetime.now(UTC)),
            "resources": list(self._resources),
        }
        data = msgspec.json.format(msgspec.json.encode(told), indent=2)
        self.add("datapackage.json", [data])
        digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}
        self.add("datapackage-digest.json", [msgspec.json.encode(digest)])
        self._zip.close()
        self._part.replace(self._path)

    def drop(self) -> None:
        """Leave nothing behind."""
        self._zip.close()
        self._part.unlink(missing_ok=True)


def export(folder: Path, chosen: Iterable[Entry], path: Path, *, title: str) -> int:
    """Write entries of an archive as WACZ and give how many they are.

    folder: the archive's own. chosen: in the ledger's order.
    Raises: ArchiveError when a WARC file is not what was written, or the file cannot be.
    """
    try:
        package = Package(path)
    except OSError as error:
        raise ArchiveError(f"cannot be written: {error.strerror}", where=str(path)) from error
    copy = _Copy(folder)
    try:
        by_file: dict[str, list[Entry]] = {}
        for entry in chosen:
            by_file.setdefault(entry.warc, []).append(entry)
        for warc, entries in by_file.items():
            size = sum(e.length for e in entries)
            package.add(f"archive/{Path(warc).name}", copy.stretches(warc, entries), expected=size)
        index, blocks = packed(sorted(copy.lines), _INDEX)
        package.add(f"indexes/{_INDEX}", [index])
        package.add("indexes/index.idx", [blocks], compress=True)
        everything = [entry for entries in by_file.values() for entry in entries]
        package.add("pages/pages.jsonl", _pages(everything), compress=True)
        package.add("waqai/ledger.txt", (msgspec.json.encode(e) + b"\n" for e in everything), compress=True)
        package.finish(title)
    except OSError as error:
        package.drop()
        raise ArchiveError(f"cannot be written: {error.strerror}", where=str(path)) from error
    except BaseException:
        package.drop()
        raise
    return len(everything)


class _Copy:
    """Copies stretches of WARC files, and notes the index line of each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.lines: list[str] = []

    def stretches(self, warc: str, entries: list[Entry]) -> Iterator[bytes]:
        """Give the bytes of the entries of one file, each held to its digest."""
        name = Path(warc).name
        at = 0
        if entries[0].start:  # the file's own first record is not among them
            head = warcinfo(name)
            at = len(head)
            yield head
        with (self._folder / warc).open("rb") as file:
            for entry in entries:
                file.seek(entry.start)
                data = file.read(entry.length)
                if hashlib.sha256(data).hexdigest() != entry.sha256:
                    raise ArchiveError(f"has other bytes in {warc} than were written", where=f"entry {entry.number}")
                self._note(entry, data[entry.offset - entry.start :], at + entry.offset - entry.start, name)
                at += entry.length
                yield data

    def _note(self, entry: Entry, data: bytes, offset: int, name: str) -> None:
        found = next(records(data))
        row = Row(
            url=entry.url,
            mime="warc/revisit" if entry.same_as else entry.media_type or "unk",
            digest=found.headers.get("WARC-Payload-Digest", ""),
            length=str(found.end),
            offset=str(offset),
            filename=name,
            status=str(entry.status) if entry.status else "200",
        )
        self.lines.append(line(entry.at, row))


def _pages(entries: Iterable[Entry]) -> Iterator[bytes]:
    yield b'{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}\n'
    for entry in entries:
        if entry.is_original:
            page = {"id": entry.original().id, "url": entry.url, "ts": _stamp(entry.at), "title": entry.url}
            yield msgspec.json.encode(page) + b"\n"


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
