"""An HTTP response as its bytes came, and the page in it: transfer and content coding taken off, within limits.

The same function is used when a response comes in and whenever the archive is read, so that one digest holds for both.
"""

from __future__ import annotations

import re
import zlib
from typing import Final

import msgspec

from waqai.errors import RefusedError

MAX_BODY: Final = 20_000_000
"""Bytes of a page after decompression; the reader takes no more (``read.decode.MAX_BYTES``)."""
_HEAD_END: Final = re.compile(rb"\r?\n\r?\n")
_CHUNK: Final = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]*\r?\n")
_STATUS: Final = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]+)", re.I)


class Message(msgspec.Struct, frozen=True):
    """A response taken apart: ``headers`` with lower-case names in their order, ``payload`` as it came after them."""

    status: int
    headers: tuple[tuple[str, str], ...]
    payload: bytes

    def header(self, name: str) -> str:
        """Give the first header of a name, or an empty string."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def media_type(self) -> str:
        """Give the media type in lower case, or an empty string."""
        return self.header("content-type").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """Give the encoding that the server declares."""
        found = _CHARSET.search(self.header("content-type"))
        return found.group(1).lower() if found else None

    def body(self, limit: int = MAX_BODY) -> bytes:
        """Give the page: what remains when transfer and content coding are taken off.

        limit: bytes that the page may have.
        Raises: RefusedError when it is larger, or coded in a way that we did not ask for.
        """
        data = self.payload
        if self.header("transfer-encoding").lower().endswith("chunked"):
            data = _unchunk(data)
        elif self.header("content-length").isdecimal():
            data = data[: int(self.header("content-length"))]
        for coding in reversed([c.strip() for c in self.header("content-encoding").lower().split(",")]):
            data = _decompress(data, coding, limit)
        if len(data) > limit:
            raise RefusedError(f"is larger than {limit:,} bytes")
        return data


def parse(block: bytes) -> Message:
    """Take a response apart; bytes without a status line are status 0 and all payload."""
    status, end = _STATUS.match(block), _HEAD_END.search(block)
    if status is None or end is None:
        return Message(0, (), block)
    headers = []
    for line in block[: end.start()].splitlines()[1:]:
        name, colon, value = line.decode("utf-8", errors="replace").partition(":")
        if colon:
            headers.append((name.strip().lower(), value.strip()))
    return Message(int(status.group(1)), tuple(headers), block[end.end() :])


def _unchunk(data: bytes) -> bytes:
    """Join the chunks; data that are not chunked stay as they are, as some crawlers write them."""
    parts, at = [], 0
    while found := _CHUNK.match(data, at):
        size = int(found.group(1), 16)
        if size == 0:
            break
        parts.append(data[found.end() : found.end() + size])
        at = found.end() + size
        at += 2 if data[at : at + 2] == b"\r\n" else 1
    return b"".join(parts) if parts or data.startswith(b"0") else data


def _decompress(data: bytes, coding: str, limit: int) -> bytes:
    """Take one content coding off; data that do not begin like it stay as they are, as some crawlers write them."""
    if coding in ("", "identity") or not data:
        return data
    if coding in ("gzip", "x-gzip"):
        return gunzip(data, limit) if data[:2] == b"\x1f\x8b" else data
    if coding == "deflate":
        return _inflate(data, zlib.MAX_WBITS if data[0] & 0x0F == 8 else -zlib.MAX_WBITS, limit)[0]
    raise RefusedError(f"is coded as {coding[:20]}, which was not asked for")


def gunzip(data: bytes, limit: int) -> bytes:
    """Unpack gzip, all its members.

    Raises: RefusedError when more than ``limit`` bytes come out, or the data are broken.
    """
    parts, room = [], limit
    while data[:2] == b"\x1f\x8b":
        part, data = _inflate(data, zlib.MAX_WBITS | 16, room)
        parts.append(part)
        room -= len(part)
    return b"".join(parts)


def _inflate(data: bytes, window: int, limit: int) -> tuple[bytes, bytes]:
    """Unpack one stream and give what follows it; a stream cut short gives what there is."""
    machine = zlib.decompressobj(window)
    try:
        out = machine.decompress(data, limit + 1)
    except zlib.error as error:
        raise RefusedError("has compressed bytes that cannot be unpacked") from error
    if len(out) > limit:
        raise RefusedError(f"unpacks to more than {limit:,} bytes (a decompression bomb)")
    return out, machine.unused_data
