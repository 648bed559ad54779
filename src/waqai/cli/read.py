"""``waqai read``: saved pages in, articles out, one a line."""

from __future__ import annotations

import sys
from typing import Annotated

import msgspec
import typer

from waqai.cli.source import Tally, articles


def read_command(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE…", help="Saved pages, text or HTML; - is standard input.")
    ],
) -> None:
    """Read pages into articles: title, outlet, day, paragraphs, and the rest set apart with its reason."""
    tally = Tally()
    encode = msgspec.json.Encoder().encode
    for article in articles(files, tally):
        sys.stdout.buffer.write(encode(article) + b"\n")
    sys.stdout.buffer.flush()
    tally.close()
