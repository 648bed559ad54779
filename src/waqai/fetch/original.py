"""An original: one page, post file or record exactly as it came, in the archive, before anything has read it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from waqai.settings import home as default_home

FOR_READERS: Final = frozenset({"page", "telegram", "record"})
"""Kinds that hold articles; feeds, sitemaps and robots.txt are kept too, but lead to originals and are none."""


class Original(msgspec.Struct, frozen=True, kw_only=True):
    """What the archive knows of one original; its bytes are loaded by ``body()``.

    ``id`` is made of URL and digest: the same page unchanged has the same id, a changed page has a new one. ``number`` counts
    the archive's entries in order, so that a later step can go on after the last it has seen. ``kind`` is ``page`` (HTML or
    text), ``telegram`` (an export's ``result.json`` or ``messages*.html``) or ``record`` (one JSON object with title and text).
    ``outlet`` is what the sources file calls the publisher. ``digest`` is SHA-256 of ``body()``, in hexadecimal.
    """

    id: str
    number: int
    url: str
    fetched_at: datetime
    kind: str
    source: str
    outlet: str | None
    media_type: str
    charset: str | None
    digest: str
    warc: str
    offset: int
    length: int

    def body(self, home: Path | None = None) -> bytes:
        """Load the bytes of the page as its server or file gave them, transfer and content coding taken off.

        Raises: ArchiveError when the archive does not hold what was written.
        """
        from waqai.fetch.warc import read_body  # only needed here: lists of originals load without the WARC library

        return read_body((home or default_home()) / "archive", self.warc, self.offset, self.length, self.digest)
