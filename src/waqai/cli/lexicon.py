"""``waqai lexicon``: check the word lists."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

lexicon_app = typer.Typer(help="The word lists that the coder reads with.", no_args_is_help=True)


@lexicon_app.callback()
def _lexicon() -> None:
    """Group the commands about the word lists."""


@lexicon_app.command("check")
def check_command(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE…]", help="More lexicon files, a team's own.")
    ] = None,
) -> None:
    """Check every lexicon file and list all faults."""
    from waqai.lexicon.check import check_lexicon

    faults = check_lexicon(tuple(files or ()))
    for fault in faults:
        typer.echo(str(fault), err=True)
    if faults:
        typer.echo(f"waqai: {len(faults)} faults in the lexicons", err=True)
        raise typer.Exit(2)
    typer.echo("lexicons: no faults")
