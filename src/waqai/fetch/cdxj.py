"""The index of an export: which address lies where, sorted by a key that keeps a host's pages together (CDXJ).

    example,news)/story 20260101120000 {"url": "https://news.example/story", "offset": "301", …}

Lines are packed in blocks that a reader can fetch one by one; a second small index says where each block begins.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

import msgspec

LINES: Final = 3000
"""Lines of one block, as pywb has it."""
_WWW: Final = re.compile(r"^www\d*\.")
_PORTS: Final = {"http": 80, "https": 443}


def url_key(url: str) -> str:
    """Give the sort key of an address: host reversed, lower case, parameters sorted (SURT as web archives use it)."""
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        return url
    host = ",".join(reversed(_WWW.sub("", parts.hostname).split(".")))
    port = f":{parts.port}" if parts.port and parts.port != _PORTS[parts.scheme] else ""
    path = parts.path.rstrip("/") or "/"
    query = "&".join(sorted(parts.query.lower().split("&"))) if parts.query else ""
    return f"{host}{port}){path.lower()}{f'?{query}' if query else ''}"


class Row(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the index tells of a record; numbers are text, as every reader of CDXJ expects."""

    url: str
    mime: str
    digest: str
    length: str
    offset: str
    filename: str
    status: str = ""


def line(at: datetime, row: Row) -> str:
    """Give a record's line."""
    return f"{url_key(row.url)} {at.astimezone(UTC):%Y%m%d%H%M%S} {msgspec.json.encode(row).decode()}\n"


def packed(lines: Sequence[str], name: str) -> tuple[bytes, bytes]:
    """Give the packed index and the index of its blocks.

    lines: sorted. name: the packed index's file name.
    """
    blocks: list[bytes] = []
    told = [f'!meta 0 {{"format": "cdxj-gzip-1.0", "filename": "{name}"}}\n']
    at = 0
    for begin in range(0, len(lines), LINES):
        block = gzip.compress("".join(lines[begin : begin + LINES]).encode(), mtime=0)
        place = {
            "offset": at,
            "length": len(block),
            "digest": f"sha256:{hashlib.sha256(block).hexdigest()}",
            "filename": name,
        }
        told.append(f"{' '.join(lines[begin].split(' ', 2)[:2])} {msgspec.json.encode(place).decode()}\n")
        blocks.append(block)
        at += len(block)
    return b"".join(blocks), "".join(told).encode()
