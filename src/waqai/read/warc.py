"""WARC files as articles: every response that is a page, in the file's order.

What is no page (pictures, scripts, redirects) is counted by its kind. A record that is cut short or damaged is named, and the
next one is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any, Final

from waqai.errors import InputError
from waqai.model import Article
from waqai.read.decode import MAX_BYTES
from waqai.read.message import Skipped, counted

_PAGES: Final = ("text/html", "application/xhtml", "text/plain", "application/xml", "text/xml")
_OPAQUE: Final = "no page: "


def read_warc(stream: IO[bytes], where: str) -> Iterator[Article | Skipped | InputError]:
    """Read a WARC file, plain or compressed."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # only WARC files need it

    from waqai.read.file import articles_from_bytes

    wanted = WarcRecordType.response | WarcRecordType.resource
    skipped: dict[str, int] = {}
    records = iter(ArchiveIterator(stream, record_types=wanted, auto_decode="all"))
    count = 0
    while True:
        try:
            record: Any = next(records, None)
        except Exception as error:  # noqa: BLE001 - the reader raises bare errors of many kinds on damaged files
            yield InputError(f"is damaged behind record {count}: {_short(error)}", where=where)
            break
        if record is None:
            break
        count += 1
        url = record.headers.get("WARC-Target-URI", "")
        kind = _kind(record)
        if kind:
            skipped[kind] = skipped.get(kind, 0) + 1
            continue
        place = f"{where}: {url or record.record_id}"
        try:
            data = record.reader.read(MAX_BYTES + 1)
        except Exception as error:  # noqa: BLE001 - the same
            yield InputError(f"has a record that cannot be decoded: {_short(error)}", where=place)
            continue
        if record.content_length and not data:
            yield InputError("has a record that is cut short", where=place)
            continue
        ident = record.record_id.removeprefix("<urn:").removeprefix("uuid:").removesuffix(">")
        yield from articles_from_bytes(data, ident, url=url, where=place, one_of_many=True)
    if not count:
        yield InputError("is a WARC file without a response", where=where)
    yield from counted(skipped)


def _kind(record: Any) -> str:
    """Tell what a record is when it is no page; an empty string for a page."""
    status = record.http_headers.status_code if record.http_headers is not None else 200
    if status != 200:
        return f"answer {status}"
    kind = (
        (record.http_content_type or record.headers.get("Content-Type", "") or "text/html")
        .split(";")[0]
        .strip()
        .lower()
    )
    return "" if kind.startswith(_PAGES) else f"{_OPAQUE}{kind}"


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
