"""WARC records (ISO 28500) written and read, each a gzip member of its own.

An original is a ``request`` record and a ``response`` record with the bytes as they went over the wire, or a ``resource``
record for what came from a file, or a ``revisit`` record (headers only) when a page repeats an earlier one. Each has block and
payload digests in SHA-256, and in ``Waqai-Taken`` what the ledger says of it.
"""

from __future__ import annotations

import base64
import hashlib
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final
from uuid import uuid4

import msgspec
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from waqai import __version__
from waqai.errors import ArchiveError, RefusedError
from waqai.fetch.message import parse
from waqai.fetch.take import Take, Taken

_TAKEN: Final = "Waqai-Taken"
_SAME_PAGE: Final = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_LEVEL: Final = 6
"""zlib's own default: fastwarc's 9 costs three times the time for 1 % less."""


def warcinfo(filename: str) -> bytes:
    """Give the record that opens a WARC file."""
    record = _record(WarcRecordType.warcinfo, "application/warc-fields", datetime.now(UTC))
    record.headers["WARC-Filename"] = filename
    return _packed(record, f"software: waqai/{__version__}\r\nformat: WARC File Format 1.1\r\n".encode())


def pack(take: Take) -> tuple[bytes, int]:
    """Give an original's records, and where its main record begins in them."""
    told = take.told
    kind = WarcRecordType.response if take.http else WarcRecordType.resource
    record = _record(WarcRecordType.revisit if told.same_as else kind, _content_type(take), told.at)
    record.headers["WARC-Target-URI"] = told.url
    block = take.block
    payload = _payload(take)
    if take.ip:
        record.headers["WARC-IP-Address"] = take.ip
    if told.truncated:
        record.headers["WARC-Truncated"] = told.truncated
    if told.same_at is not None:
        record.headers["WARC-Profile"] = _SAME_PAGE
        record.headers["WARC-Refers-To-Target-URI"] = told.url
        record.headers["WARC-Refers-To-Date"] = _stamp(told.same_at)
        block = block[: len(block) - len(payload)]
    record.headers["WARC-Payload-Digest"] = _sha256(payload)
    record.headers[_TAKEN] = base64.b64encode(msgspec.json.encode(told)).decode()
    asked = _request(take, record.record_id or "")
    return asked + _packed(record, block), len(asked)


def _request(take: Take, answer: str) -> bytes:
    if not take.request:
        return b""
    record = _record(WarcRecordType.request, "application/http; msgtype=request", take.told.at)
    record.headers["WARC-Target-URI"] = take.told.url
    record.headers["WARC-Concurrent-To"] = answer
    return _packed(record, take.request)


def _content_type(take: Take) -> str:
    return "application/http; msgtype=response" if take.http else take.told.media_type or "application/octet-stream"


def _payload(take: Take) -> bytes:
    return parse(take.block).payload if take.http else take.block


def _record(kind: WarcRecordType, content_type: str, at: datetime) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(kind, f"uuid:{uuid4()}".encode())
    record.headers["WARC-Date"] = _stamp(at)
    record.headers["Content-Type"] = content_type
    return record


def _packed(record: WarcRecord, block: bytes) -> bytes:
    record.headers["WARC-Block-Digest"] = _sha256(block)
    record.set_bytes_content(block)
    out = BytesIO()
    record.write(out)
    machine = zlib.compressobj(_LEVEL, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return machine.compress(out.getvalue()) + machine.flush()


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _sha256(data: bytes) -> str:
    """Write a digest in Base32, as WARC tools do."""
    return "sha256:" + base64.b32encode(hashlib.sha256(data).digest()).decode()


class Found(msgspec.Struct, frozen=True):
    """A record read back: its gzip member is ``[start, end)`` of what was read; ``told`` only on main records."""

    start: int
    end: int
    kind: str
    headers: dict[str, str]
    block: bytes
    told: Taken | None


def records(data: bytes) -> Iterator[Found]:
    """Give the whole records at the beginning of the data; what is torn or no record ends the row."""
    at = 0
    while at < len(data):
        machine = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            raw = machine.decompress(data[at:])
        except zlib.error:
            return
        if not machine.eof:
            return
        end = len(data) - len(machine.unused_data)
        record = next(iter(ArchiveIterator(BytesIO(raw), parse_http=False)), None)
        if record is None:
            return
        headers = dict(record.headers.to_tuples())
        yield Found(at, end, str(record.record_type), headers, record.reader.read(), _told(headers))
        at = end


def _told(headers: dict[str, str]) -> Taken | None:
    written = headers.get(_TAKEN)
    return msgspec.json.decode(base64.b64decode(written), type=Taken) if written else None


def read_record(archive: Path, warc: str, offset: int, length: int) -> Found:
    """Read the record at a place of a WARC file.

    Raises: ArchiveError when it is not there.
    """
    try:
        with (archive / warc).open("rb") as file:
            file.seek(offset)
            found = next(records(file.read(length)), None)
    except OSError as error:
        raise ArchiveError(f"cannot be opened: {error.strerror}", where=warc) from error
    if found is None:
        raise ArchiveError(f"has no record at byte {offset}", where=warc)
    return found


def page_of(found: Found) -> bytes:
    """Give the page in a record's block.

    Raises: RefusedError when it cannot be had within the limits.
    """
    return parse(found.block).body() if found.kind == "response" else found.block


def read_body(archive: Path, warc: str, offset: int, length: int, digest: str) -> bytes:
    """Read a page out of the archive and hold it to its digest.

    Raises: ArchiveError when it is not what was written.
    """
    try:
        body = page_of(read_record(archive, warc, offset, length))
    except RefusedError as error:
        raise ArchiveError(f"has a page at byte {offset} that {error.sentence}", where=warc) from error
    if hashlib.sha256(body).hexdigest() != digest:
        raise ArchiveError(f"has other bytes at {offset} than were written: the digest does not fit", where=warc)
    return body
