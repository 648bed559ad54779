"""``waqai evaluate``: the codebook's score for a team's own gold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def evaluate_command(
    gold: Annotated[Path, typer.Argument(help="Gold reports, one article a line.")],
    system: Annotated[
        Path, typer.Argument(help="Coded reports, one article a line, as waqai code --jsonl writes them.")
    ],
    part: Annotated[
        str, typer.Option(help="all; work or aside: two thirds and one third by a hash of the id.")
    ] = "all",
) -> None:
    """Score coded reports against gold (codebook, section 5)."""
    from waqai.evaluate.score import load_reports, score

    for line in score(load_reports(gold, part), load_reports(system, "all")).lines():
        typer.echo(line)
