"""The archive of originals: WARC files that only grow, and the ledger that says what lies where in them.

    archive/ledger.jsonl            one line an original, hash-chained
    archive/warc/000001.warc.gz     the bytes, without a gap between two entries

A write is: records into the WARC file, fsync, lines into the ledger, fsync. Whoever is killed in between leaves a tail that
the next opening mends: whole records that the ledger lacks are entered, torn ones are cut off, and both are told.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import msgspec

from waqai.errors import ArchiveBusyError, ArchiveError
from waqai.fetch.ledger import FIRST, Entry, last_line, read_line, sealed
from waqai.fetch.take import Take, Taken
from waqai.fetch.warc import pack, records, warcinfo

MAX_WARC: Final = 1_000_000_000
"""Bytes after which the next WARC file is begun: what the standard recommends (ISO 28500, annex C)."""
_FIRST_WARC: Final = "warc/000001.warc.gz"


class Archive:
    """An archive open for writing; one at a time, by a lock that a killed process gives back."""

    def __init__(self, home: Path, *, tell: Callable[[str], None] = lambda _: None, max_warc: int = MAX_WARC) -> None:
        """Open the archive under ``home``, and mend its tail.

        tell: is given a sentence for each thing that was mended.
        Raises: ArchiveBusyError, ArchiveError.
        """
        self.folder = home / "archive"
        self._tell, self._max_warc = tell, max_warc
        try:
            (self.folder / "warc").mkdir(parents=True, exist_ok=True)
            self._lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise ArchiveError(f"cannot be written: {error.strerror}", where=str(self.folder)) from error
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._ledger = os.open(self.folder / "ledger.jsonl", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        except BlockingIOError as error:
            os.close(self._lock)
            raise ArchiveBusyError("is being written to by another run", where=str(self.folder)) from error
        except OSError as error:
            os.close(self._lock)
            raise ArchiveError(f"cannot be written: {error.strerror}", where=str(self.folder)) from error
        self._number, self._head, self._warc, self._end = 0, FIRST, _FIRST_WARC, 0
        self._ledger_end = 0
        try:
            self._mend()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the lock back."""
        os.close(self._ledger)
        os.close(self._lock)

    @property
    def ledger(self) -> Path:
        """Give the ledger's path."""
        return self.folder / "ledger.jsonl"

    @property
    def head(self) -> str:
        """Give the hash of the last line: it stands for the whole ledger."""
        return self._head

    def add(self, takes: Sequence[Take]) -> list[Entry]:
        """Write originals, WARC first, and give their entries when both are on the disk.

        Raises: ArchiveError when the disk does not take them; nothing of them counts then.
        """
        if self._end >= self._max_warc:
            self._warc, self._end = f"warc/{int(Path(self._warc).name[:6]) + 1:06}.warc.gz", 0
        parts: list[bytes] = []
        placed: list[tuple[Taken, int, int, bytes]] = []
        at = self._end
        for take in takes:
            data, main = pack(take)
            if at == 0:
                head = warcinfo(Path(self._warc).name)
                data, main = head + data, main + len(head)
            placed.append((take.told, at, at + main, data))
            parts.append(data)
            at += len(data)
        try:
            _append(self.folder / self._warc, b"".join(parts), self._end)
            return self._enter(placed)
        except OSError as error:
            raise ArchiveError(f"cannot be written: {error.strerror}", where=str(self.folder)) from error

    def _enter(self, placed: Sequence[tuple[Taken, int, int, bytes]]) -> list[Entry]:
        """Write the ledger's lines of what lies in the WARC file."""
        made: list[Entry] = []
        lines: list[bytes] = []
        head = self._head
        for told, start, offset, data in placed:
            entry = Entry(
                number=self._number + len(made) + 1,
                **msgspec.structs.asdict(told),
                warc=self._warc,
                start=start,
                offset=offset,
                length=len(data),
                sha256=hashlib.sha256(data).hexdigest(),
                prev=head,
            )
            entry, line = sealed(entry)
            head = entry.hash
            made.append(entry)
            lines.append(line)
        os.ftruncate(self._ledger, self._ledger_end)  # what an earlier failed write left there
        _write(self._ledger, b"".join(lines))
        if made:
            self._ledger_end += sum(map(len, lines))
            self._number, self._head, self._end = made[-1].number, head, made[-1].start + made[-1].length
        return made

    def _mend(self) -> None:
        """Go to the end of what is whole, and set right what a killed run left behind it."""
        line, whole = last_line(self.ledger)
        torn = self.ledger.stat().st_size - whole
        self._ledger_end = whole
        if torn:
            os.ftruncate(self._ledger, whole)
            self._tell(f"archive: cut {torn} bytes of a line that was not finished off the ledger")
        if line:
            last = read_line(line, "ledger.jsonl: last line")
            self._number, self._head, self._warc, self._end = (
                last.number,
                last.hash,
                last.warc,
                last.start + last.length,
            )
        for path in sorted((self.folder / "warc").glob("*.warc.gz")):
            name = f"warc/{path.name}"
            if name > self._warc:
                self._warc, self._end = name, 0
            if name == self._warc:
                self._mend_warc(path)

    def _mend_warc(self, path: Path) -> None:
        """Enter the whole records behind the ledger's last, and cut off what is torn."""
        size = path.stat().st_size
        if size < self._end:
            raise ArchiveError(f"is {self._end - size} bytes shorter than the ledger says", where=self._warc)
        if size == self._end:
            return
        with path.open("rb") as file:
            file.seek(self._end)
            data = file.read()
        placed = []
        begin = 0
        for found in records(data):
            if found.told is not None:
                stretch = data[begin : found.end]
                placed.append((found.told, self._end + begin, self._end + found.start, stretch))
                begin = found.end
        if placed:
            self._enter(placed)
            self._tell(f"archive: entered {len(placed)} originals that a run had fetched before it was stopped")
        if size > self._end:
            os.truncate(path, self._end)
            self._tell(f"archive: cut {size - self._end} bytes of a record that was not finished off {self._warc}")


def _append(path: Path, data: bytes, at: int) -> None:
    """Write at the end and wait for the disk; what an earlier failed write left there is cut off first."""
    new = not path.exists()
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.ftruncate(file, at)
        _write(file, data)
    finally:
        os.close(file)
    if new:
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _write(file: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]
    os.fsync(file)
