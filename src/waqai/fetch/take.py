"""What one fetch brought, on its way into the archive."""

from __future__ import annotations

from datetime import datetime

import msgspec


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What is told of an original beside its bytes; written into its WARC record too, so that the ledger can be made anew.

    Fields as in ``ledger.Entry``. ``digest`` is SHA-256 of the page in hexadecimal, of the bytes as they came when the page
    could not be had from them.
    """

    at: datetime
    url: str
    key: str
    kind: str
    source: str
    outlet: str | None = None
    status: int = 0
    media_type: str = ""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    digest: str
    truncated: str | None = None
    refused: str | None = None
    same_as: int | None = None
    same_at: datetime | None = None


class Take(msgspec.Struct, frozen=True, kw_only=True):
    """An original with its bytes.

    ``request`` is what was sent, empty for what came from a file. ``block`` is what came: a whole HTTP message when ``http``,
    else the file's bytes. ``ip`` is the address that answered.
    """

    told: Taken
    block: bytes
    request: bytes = b""
    http: bool = True
    ip: str | None = None
