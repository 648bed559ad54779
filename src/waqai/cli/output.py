"""Standard output that says in one sentence when it cannot be written to: a full disk, a reader that has ended.

Every command writes to it in its own way, and typer and rich each end a broken pipe with a code of their own; so the failure is
named where the bytes leave.
"""

from __future__ import annotations

import os
import sys
from io import BufferedWriter, FileIO, TextIOWrapper
from typing import Any

from waqai.errors import OutputError, ReaderGoneError


class _Watched(FileIO):
    """The file itself, whose failures are ours."""

    def write(self, data: Any, /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError as error:
            raise ReaderGoneError("whoever read the output has ended") from error
        except OSError as error:
            raise OutputError(f"standard output cannot be written to: {error.strerror}") from error


def watch_output() -> None:
    """Put a stream that names its failures in the place of standard output."""
    old = sys.stdout
    if old is not sys.__stdout__ or not isinstance(old, TextIOWrapper):
        return  # a test's
    old.flush()
    raw = _Watched(old.fileno(), "wb", closefd=False)
    sys.stdout = TextIOWrapper(
        BufferedWriter(raw), encoding=old.encoding, errors=old.errors, line_buffering=old.line_buffering
    )


def drop_output() -> None:
    """Let what is still to be written go nowhere, so that Python does not fail over it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
