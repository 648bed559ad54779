"""``waqai evaluate``: the codebook's score for a team's own gold."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from waqai.evaluate.part import Part


def evaluate_command(
    gold: Annotated[Path, typer.Argument(help="Gold reports, one article a line.")],
    system: Annotated[
        Path, typer.Argument(help="Coded reports, one article a line, as waqai code --jsonl writes them.")
    ],
    part: Annotated[
        Part, typer.Option(help="Which articles: all; work or aside, two thirds and one third by a hash of the id.")
    ] = Part.ALL,
    show: Annotated[int, typer.Option(min=0, help="Write out so many missed and so many spurious reports.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="Write the figures as one JSON object, for programs.")] = False,
) -> None:
    """Score coded reports against gold (codebook, section 5)."""
    from waqai.evaluate import load_reports, score, show_score  # only needed here: start-up counts

    result = score(load_reports(gold, part), load_reports(system))
    if json:
        sys.stdout.buffer.write(msgspec.json.encode(result.figures()) + b"\n")
        return
    for line in show_score(result, misses=show):
        typer.echo(line)
