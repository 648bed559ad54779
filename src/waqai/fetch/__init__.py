"""The outside world in: sources to originals, each kept byte for byte before anything reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from waqai.fetch.original import Original
from waqai.settings import home as default_home

__all__ = ["Original", "iter_originals"]


def iter_originals(home: Path | None = None, after: int | None = None) -> Iterator[Original]:
    """Give the archived pages, posts and records in the order they came in.

    home: the folder under which the archive lies; the program's own when none is given.
    after: the number of the last original that was seen; only later ones are given.
    Raises: ArchiveError at an entry of the ledger that is not what was written.
    """
    from waqai.fetch.ledger import entries  # only needed here: start-up counts

    for entry in entries((home or default_home()) / "archive" / "ledger.jsonl", after or 0):
        if entry.is_original:
            yield entry.original()
