"""``waqai link``: coded reports of many articles in, incidents out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from waqai.cli.source import Tally, lines
from waqai.errors import InputError

if TYPE_CHECKING:
    from waqai.link import Statement


def link_command(
    jsonl: Annotated[
        str,
        typer.Option(
            "--jsonl", metavar="FILE", help="Coded articles, as waqai code --jsonl writes them; - is standard input."
        ),
    ],
) -> None:
    """Join the reports of many articles into incidents, one JSON object a line."""
    from waqai.link import Linker, reconcile  # numpy: not before it is needed

    tally = Tally()
    encode = msgspec.json.Encoder(order="deterministic").encode
    for cluster in Linker().link(_statements(jsonl, tally)):
        sys.stdout.buffer.write(encode(reconcile(cluster)) + b"\n")
    sys.stdout.buffer.flush()
    tally.close()


def _statements(name: str, tally: Tally) -> Iterator[Statement]:
    from waqai.link import statements_of_line

    for number, line in lines(name):
        try:
            yield from statements_of_line(line)
        except InputError as error:
            tally.refuse(InputError(error.sentence, where=f"{name}:{number}"))
        else:
            tally.read += 1
