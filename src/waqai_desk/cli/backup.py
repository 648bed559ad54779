"""``waqai backup`` and ``waqai restore``: the whole store as one file, on either database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from waqai_desk.boot import boot, open_store


def backup_command(
    file: Annotated[Path, typer.Argument(help="The file to write.")],
) -> None:
    """Write the whole store to one file; it holds names of persons, and only its owner can read it."""
    open_store()
    from waqai_desk.backup import backup

    rows = backup(file)
    typer.echo(f"{file}: {sum(rows.values()):,} rows, {rows['store.Incident']:,} incidents", err=True)


def restore_command(
    file: Annotated[Path, typer.Argument(help="A file that waqai backup wrote.")],
) -> None:
    """Fill an empty store from a backup, whichever database it was written from."""
    boot()
    from waqai.settings import home
    from waqai_desk.backup import restore

    home().mkdir(parents=True, exist_ok=True)
    rows = restore(file)
    typer.echo(f"{file}: {sum(rows.values()):,} rows, {rows['store.Incident']:,} incidents", err=True)
