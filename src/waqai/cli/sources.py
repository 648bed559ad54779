"""``waqai sources``: what is wrong with each source; feeds out of a feed reader."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from waqai.fetch import load_sources
from waqai.settings import home

sources_app = typer.Typer(help="The sources file: where originals come from.", no_args_is_help=True)


@sources_app.callback()
def _sources() -> None:
    """Group the commands about the sources file."""


@sources_app.command("check")
def check_command(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="The sources file; sources.toml of WAQAI_HOME by default.")
    ] = None,
) -> None:
    """Say what is wrong with each source, and how it fared in earlier runs."""
    from waqai.fetch.check import check

    path = file or home() / "sources.toml"
    sources = load_sources(path)
    verdicts = check(sources, home())
    for verdict in verdicts:
        said = verdict.fault or "; ".join(filter(None, ("in order", verdict.note)))
        typer.echo(f"{verdict.name} ({verdict.kind}): {said}", err=bool(verdict.fault))
    wrong = sum(bool(v.fault) for v in verdicts)
    if not sources.manners.contact:
        typer.echo("[fetch]: without a contact, no server's owner can reach you before blocking you", err=True)
    typer.echo(f"{len(verdicts)} sources, {wrong} with something wrong")
    if wrong:
        raise typer.Exit(1)


@sources_app.command("import")
def import_command(
    opml: Annotated[Path, typer.Argument(metavar="OPML", help="A list of feeds as feed readers export it.")],
    file: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help="A sources file to which the feeds are added.")
    ] = None,
) -> None:
    """Write the feeds of an OPML file as sources, to standard output or behind those of a sources file."""
    from waqai.fetch.opml import tables_of_opml

    old = load_sources(file) if file is not None and file.exists() else None
    tables, count = tables_of_opml(opml, old.sources if old else ())
    if file is None:
        typer.echo(tables, nl=False)
        return
    with file.open("a", encoding="utf-8") as out:
        out.write(f"\n{tables}" if old else tables)
    typer.echo(f"{count} feeds added to {file}", err=True)
