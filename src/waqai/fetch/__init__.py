"""The outside world in: sources to originals, each kept byte for byte before anything reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from waqai.fetch.original import Original
from waqai.fetch.sources import Manners, Sources, load_sources
from waqai.fetch.summary import Progress, Summary
from waqai.settings import home as default_home

__all__ = ["Manners", "Original", "Progress", "Sources", "Summary", "fetch_all", "iter_originals", "load_sources"]


def fetch_all(
    sources: Sources,
    home: Path | None = None,
    progress: Progress | None = None,
    got: Callable[[Original], None] | None = None,
) -> Summary:
    """Fetch what is new of all sources into the archive, and say what came of each.

    home: the folder under which the archive lies; the program's own when none is given.
    progress: who watches. got: is given each new original once it is safe.
    Raises: ArchiveError when the archive cannot be written; all that was fetched before is safe.
    """
    from waqai.fetch.run import Hooks, Unwatched, run  # brings the web client: start-up counts

    hooks = Hooks(progress=progress or Unwatched(), got=got or (lambda _: None))
    return run(sources, home or default_home(), hooks)


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
