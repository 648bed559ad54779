"""The sample pages as a source, from the repository or from the package."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from waqai.fetch import Sources
from waqai.fetch.sources import Folder

_HERE: Final = Path(__file__).resolve().parent.parent
_PLACES: Final = (_HERE.parent.parent / "samples/pages", _HERE / "samples/pages")
"""A checkout; an installed package, into which pyproject.toml has the pages built."""


def sample_sources() -> Sources:
    """Give the source of the sample pages."""
    pages = next(place for place in _PLACES if place.is_dir())
    return Sources((Folder(name="samples", path=str(pages)),), base=pages.parent)
