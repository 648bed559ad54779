"""A file that somebody named, written beside its place and moved there when it is whole: no reader meets half of it.

What a link points at is written, and the link stays. What is no file but takes bytes (a pipe, a device) is written into. Of a
folder only the files that were made again are replaced: what else lies there is not ours.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give where to write a file or a folder; it goes to ``path`` when the block ends well, and is dropped when not.

    A file never takes the place of a folder. That a place cannot be written to is the system's own error, for the caller to
    tell.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        with TemporaryDirectory() as folder:
            half = Path(folder) / "whole"
            yield half
            with half.open("rb") as made, path.open("wb") as out:
                shutil.copyfileobj(made, out)
        return
    target = Path(os.path.realpath(path))
    half = target.with_name(f".{target.name}.part")
    try:
        yield half
        _put(half, target)
    finally:
        if half.is_dir():
            shutil.rmtree(half)
        else:
            half.unlink(missing_ok=True)


def _put(half: Path, target: Path) -> None:
    if half.is_dir() and target.is_dir():
        for made in half.iterdir():
            made.replace(target / made.name)
    else:
        half.replace(target)
