"""Originals for tests of the archive."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from waqai.fetch.take import Take, Taken

BEGUN = datetime(2026, 1, 1, tzinfo=UTC)


def take(number: int, *, body: bytes | None = None, kind: str = "page", **more) -> Take:
    """Make a small page as it would come from a server."""
    page = f"<p>{number}</p>".encode() * 50 if body is None else body
    url = f"https://news.example/{number}"
    told = Taken(
        at=BEGUN + timedelta(seconds=number),
        url=url,
        key=url,
        kind=kind,
        source="news",
        status=200,
        media_type="text/html",
        digest=hashlib.sha256(page).hexdigest(),
        **more,
    )
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(page)}\r\n\r\n".encode()
    return Take(told=told, block=head + page, request=f"GET /{number} HTTP/1.1\r\n\r\n".encode())
