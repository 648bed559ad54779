"""Articles out of the archive: an original's bytes, read as what it was fetched as."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from waqai.errors import NO_JSON, ArchiveError, InputError
from waqai.fetch import Original
from waqai.model import Article
from waqai.read.file import Read, articles_from_bytes
from waqai.read.language import set_aside
from waqai.read.record import article_from_record


def articles_from_original(original: Original, home: Path | None = None) -> Iterator[Read]:
    """Read an original; the name that a team gave its source goes before the one that the page gives itself.

    home: the folder under which the archive lies; the program's own when none is given.
    """
    url = original.url if original.url.startswith("http") else ""  # a file's name in the archive is no address
    try:
        body = original.body(home)
        found = _record(original, body) if original.kind == "record" else None
        for one in found or articles_from_bytes(body, original.id, url=url, where=original.url, one_of_many=True):
            if isinstance(one, Article):
                one = msgspec.structs.replace(one, outlet=original.outlet or one.outlet, url=one.url or url or None)
            yield one
    except InputError as error:
        yield InputError(error.sentence, where=original.url)
    except ArchiveError as error:
        yield InputError(str(error), where=original.url)


def _record(original: Original, body: bytes) -> Iterator[Read]:
    try:
        record = msgspec.json.decode(body, type=dict[str, Any])
    except NO_JSON as error:
        raise InputError(f"is no JSON object: {error}") from error
    yield set_aside(article_from_record({"id": original.id} | record))
