"""The command line: one file a command; each reads and writes JSONL so that commands can be piped."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from waqai import __version__
from waqai.errors import WaqaiError

app = typer.Typer(
    name="waqai",
    help="Read Arabic conflict reporting into incidents; every value points at the words it came from.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(show: bool) -> None:
    if show:
        typer.echo(f"waqai {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Read Arabic conflict reporting into incidents; every value points at the words it came from."""


def main() -> None:
    """Run the command line; an error a user can act on is one sentence and exit code 2."""
    from waqai.cli import register

    register.register(app)
    try:
        app()
    except WaqaiError as error:
        typer.echo(f"waqai: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
