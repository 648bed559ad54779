"""Files and standard input as articles or records, one at a time; bad ones are named and skipped."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import typer

from waqai.errors import InputError
from waqai.model import Article

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

    def close(self) -> None:
        """End with exit code 1 when anything was refused."""
        if self.refused:
            typer.echo(f"waqai: {self.refused} of {self.refused + self.read} inputs were refused", err=True)
            raise typer.Exit(1)


def articles(files: Iterable[str], tally: Tally) -> Iterator[Article]:
    """Read every file; ``-`` is standard input."""
    from waqai.read import read_bytes, read_file  # only needed here: start-up counts

    for name in files:
        try:
            article = read_bytes(sys.stdin.buffer.read(), "stdin") if name == STDIN else read_file(Path(name))
        except InputError as error:
            tally.refuse(error)
            continue
        tally.read += 1
        yield article


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
                yield number, line
