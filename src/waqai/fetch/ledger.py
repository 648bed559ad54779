"""The ledger: one JSON line for each archived original, each chained to the line before by its hash.

``hash`` is SHA-256 of the line itself with the value of ``hash`` empty; ``prev`` is the hash of the line before, 64 zeros in
the first. Whoever changes, drops or inserts a line breaks every hash after it. The last hash (the head) stands for the
whole: written down elsewhere or time-stamped, it proves that nothing before it was changed since.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from waqai.errors import ArchiveError
from waqai.fetch.original import FOR_READERS, Original

FIRST: Final = "0" * 64
_TAIL: Final = re.compile(rb'"hash":"([0-9a-f]{64})"\}$')


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the ledger.

    ``key`` is what the original is known by at its source: its URL, or the path or digest of what came from a file. The
    bytes ``[start, start + length)`` of the file ``warc`` hold the request and, from ``offset`` on, the answer; ``sha256`` is
    the digest of that stretch as it lies in the file, ``digest`` the one of the page. ``truncated`` and ``refused`` say why an
    answer is not whole or was not taken; ``same_as`` and ``same_at`` are number and time of the entry whose
    page this one repeats.
    """

    number: int
    at: datetime
    url: str
    key: str
    kind: str
    source: str
    outlet: str | None
    status: int
    media_type: str
    charset: str | None
    etag: str | None
    modified: str | None
    digest: str
    truncated: str | None
    refused: str | None
    same_as: int | None
    same_at: datetime | None
    warc: str
    start: int
    offset: int
    length: int
    sha256: str
    prev: str
    hash: str = ""

    @property
    def is_original(self) -> bool:
        """Tell whether the entry is a page that a reader should see: whole, taken, and not seen before."""
        whole = self.truncated is None and self.refused is None and self.same_as is None
        return whole and self.kind in FOR_READERS and self.status in (0, 200)

    def original(self) -> Original:
        """Give what readers are told."""
        return Original(
            id=hashlib.sha256(f"{self.url}\n{self.digest}".encode()).hexdigest()[:20],
            number=self.number,
            url=self.url,
            fetched_at=self.at,
            kind=self.kind,
            source=self.source,
            outlet=self.outlet,
            media_type=self.media_type,
            charset=self.charset,
            digest=self.digest,
            warc=self.warc,
            offset=self.offset,
            length=self.start + self.length - self.offset,
        )


def sealed(entry: Entry) -> tuple[Entry, bytes]:
    """Give the entry with its hash, and its line with the line end."""
    digest = hashlib.sha256(msgspec.json.encode(entry)).hexdigest()
    whole = msgspec.structs.replace(entry, hash=digest)
    return whole, msgspec.json.encode(whole) + b"\n"


def read_line(line: bytes, where: str) -> Entry:
    """Read one line and hold it to its own hash.

    Raises: ArchiveError when the line is not what was written.
    """
    found = _TAIL.search(line)
    if found is None or hashlib.sha256(line[: found.start(1)] + b'"}').hexdigest().encode() != found.group(1):
        raise ArchiveError("is not the line that was written: its hash does not fit", where=where)
    try:
        return msgspec.json.decode(line, type=Entry)
    except msgspec.DecodeError as error:
        raise ArchiveError(f"is no entry: {error}", where=where) from error


def entries(path: Path, after: int = 0) -> Iterator[Entry]:
    """Give the entries with a number above ``after``, in order; a last line that is still being written is left out.

    Each line is held to its own hash; that the lines belong together is what ``verify`` tells.
    Raises: ArchiveError at a line that is not what was written.
    """
    if not path.exists():
        return
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if number > after and line.endswith(b"\n"):
                yield read_line(line[:-1], f"{path.name}:{number}")


def last_line(path: Path) -> tuple[bytes, int]:
    """Give the last whole line without its end, and the length in bytes up to the end of it."""
    size = path.stat().st_size
    with path.open("rb") as file:
        step, back = 65_536, 0
        tail = b""
        while back < size and tail.count(b"\n") < 2:
            back = min(size, back + step)
            file.seek(size - back)
            tail = file.read(back)
    end = tail.rfind(b"\n") + 1
    return tail[:end].rstrip(b"\n").rpartition(b"\n")[2], size - len(tail) + end
