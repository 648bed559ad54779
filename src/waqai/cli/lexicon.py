"""``waqai lexicon``: check the word lists, add to them, see what words change."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from waqai.cli.lexicon_add import add_command
from waqai.cli.lexicon_diff import diff_command

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
    """Check every lexicon file, those that ship, your team's own and files given, and list all faults."""
    from waqai.lexicon.check import check_lexicon
    from waqai.lexicon.own import own_files

    faults = check_lexicon((*own_files(), *(files or ())))
    for fault in faults:
        typer.echo(str(fault), err=True)
    if faults:
        typer.echo(f"waqai: {len(faults)} faults in the lexicons", err=True)
        raise typer.Exit(2)
    typer.echo("lexicons: no faults")


lexicon_app.command("add")(add_command)
lexicon_app.command("diff")(diff_command)
