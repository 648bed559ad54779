"""Pages out of other crawlers' WARC files (Common Crawl's news among them), each copied with the answer as it was kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from waqai.errors import InputError, RefusedError
from waqai.fetch.message import parse
from waqai.fetch.sources import Warc, url_faults
from waqai.fetch.take import Take, Taken

_TEXT = ("text/", "application/xhtml", "application/xml", "application/json")


def takes_of_warc(source: Warc, file: Path, max_bytes: int) -> Iterator[Take]:
    """Give the pages of a WARC file, packed or not: whole answers with status 200 that are text.

    max_bytes: larger records are left out.
    Raises: InputError when the file ends in the middle of a record or is no WARC, after all that was whole.
    """
    wanted = re.compile(source.match)
    kinds = WarcRecordType.response | WarcRecordType.resource
    seen = torn = 0
    try:
        for record in ArchiveIterator(str(file), record_types=WarcRecordType.any_type, parse_http=False):
            seen += 1
            length = record.content_length
            block = record.reader.read() if record.record_type & kinds and length <= max_bytes else None
            if block is None:
                continue
            if len(block) < length:
                torn = seen
                break
            take = _take(source, record, block, wanted)
            if take is not None:
                yield take
    except (OSError, ValueError, RuntimeError) as error:
        raise InputError(f"cannot be read after record {seen}: {error}", where=str(file)) from error
    if torn:
        raise InputError(f"breaks off in its record {torn}; all before it were read", where=str(file))
    if seen == 0:
        raise InputError("is no WARC file, or an empty one", where=str(file))


def _take(source: Warc, record: WarcRecord, block: bytes, wanted: re.Pattern[str]) -> Take | None:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    if record.headers.get("WARC-Truncated") or any(url_faults(url)) or not wanted.search(url):
        return None
    http = bool(record.record_type & WarcRecordType.response)
    told: dict[str, Any] = {"media_type": (record.headers.get("Content-Type") or "").partition(";")[0]}
    body = block
    if http:
        message = parse(block)
        told = {"status": message.status, "media_type": message.media_type, "charset": message.charset}
        try:
            body = message.body()
        except RefusedError:
            return None
    if told.get("status", 200) != 200 or not (told["media_type"] or "text/").startswith(_TEXT):
        return None
    digest = hashlib.sha256(body).hexdigest()
    key = record.record_id or f"urn:sha256:{digest}"
    taken = Taken(
        at=record.record_date,
        url=url,
        key=key,
        kind="page",
        source=source.name,
        outlet=source.outlet,
        digest=digest,
        **told,
    )
    return Take(told=taken, block=block, http=http)
