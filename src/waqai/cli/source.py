"""Files and standard input as articles or records, one at a time; bad ones are named and skipped."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import cast

import typer

from waqai.errors import InputError
from waqai.model import Article
from waqai.read.message import Skipped

STDIN = "-"


class Tally:
    """How many inputs were read and how many were refused; the exit code follows from it."""

    def __init__(self) -> None:
        self.read = 0
        self.refused = 0

    def refuse(self, error: InputError) -> None:
        """Say why an input was refused, in one sentence."""
        self.refused += 1
        typer.echo(f"waqai: {error}", err=True)

    def skip(self, where: str, skipped: Skipped) -> None:
        """Say what was left out, counted."""
        typer.echo(f"waqai: {where}: left out: {skipped.count} × {skipped.what}", err=True)

    def close(self) -> None:
        """End with exit code 1 when anything was refused."""
        if self.refused:
            typer.echo(f"waqai: {self.refused} of {self.refused + self.read} inputs were refused", err=True)
            raise typer.Exit(1)


def articles(files: Iterable[str], tally: Tally) -> Iterator[Article]:
    """Read every file, of whatever form; ``-`` is standard input."""
    from waqai.read import read_path, read_stream  # only needed here: start-up counts

    for name in files:
        found = read_stream(_stdin(), "stdin", "stdin") if name == STDIN else read_path(Path(name))
        for one in found:
            if isinstance(one, Article):
                tally.read += 1
                yield one
            elif isinstance(one, InputError):
                tally.refuse(one)
            else:
                tally.skip(name, one)


def _stdin() -> BufferedReader:
    """Give standard input as a stream that can be looked at before it is read."""
    stream = sys.stdin.buffer
    return stream if isinstance(stream, BufferedReader) else BufferedReader(cast("RawIOBase", stream))


def lines(name: str) -> Iterator[tuple[int, bytes]]:
    """Give the numbered lines of a JSONL file that are not empty; ``-`` is standard input.

    Raises: InputError when the file cannot be opened.
    """
    try:
        stream = sys.stdin.buffer if name == STDIN else Path(name).open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise InputError(f"cannot be opened: {error.strerror}", where=name) from error
    with stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield number, line.removeprefix(BOM_UTF8)  # Windows begins files with it
