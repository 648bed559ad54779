"""The command line: one file a command; each reads and writes JSONL so that commands can be piped."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Annotated, NoReturn

import typer

from waqai import __version__
from waqai.errors import OutputError, ReaderGoneError, WaqaiError

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
    from waqai.cli.fault import sentence_of
    from waqai.cli.output import drop_output, watch_output

    register.register(app)
    watch_output()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except ReaderGoneError:
        drop_output()
        sys.exit(2)
    except OutputError as error:
        drop_output()
        _end(str(error))
    except WaqaiError as error:
        _end(str(error))
    except Exception as error:
        sentence = sentence_of(error)
        if sentence is None:
            raise
        _end(sentence)


def _end(sentence: str) -> NoReturn:
    with suppress(OSError):  # standard error may be as full as standard output
        typer.echo(f"waqai: {sentence}", err=True)
    sys.exit(2)
