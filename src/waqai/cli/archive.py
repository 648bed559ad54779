"""``waqai archive``: prove the archive of originals, and take originals out of it."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from waqai.errors import ArchiveError
from waqai.settings import home

archive_app = typer.Typer(help="The archive of originals, byte for byte as they were fetched.", no_args_is_help=True)


@archive_app.callback()
def _archive() -> None:
    """Group the commands about the archive."""


@archive_app.command("verify")
def verify_command() -> None:
    """Read every byte of the archive against its ledger."""
    from waqai.fetch.verify import verify  # brings the WARC library

    folder = home() / "archive"
    if not (folder / "ledger.jsonl").exists():
        raise ArchiveError("holds no archive yet: nothing was fetched", where=str(home()))
    proof = verify(folder)
    typer.echo(f"{proof.entries:,} originals, {proof.bytes:,} bytes: chain intact")
    typer.echo(f"head of the chain: {proof.head}")
    for number, at in proof.stamps:
        typer.echo(f"time-stamped up to entry {number:,}: {at:%Y-%m-%d %H:%M:%S} UTC (signature not checked)")


@archive_app.command("get")
def get_command(
    url: Annotated[str, typer.Argument(metavar="URL", help="The address as it was fetched, or an original's id.")],
) -> None:
    """Write the bytes of a page to standard output, as they were last fetched."""
    from waqai.fetch import iter_originals
    from waqai.fetch.ledger import entries
    from waqai.fetch.warc import read_body

    folder = home() / "archive"
    by_id = next((o for o in iter_originals() if o.id == url), None)
    if by_id is not None:
        sys.stdout.buffer.write(by_id.body())
        return
    last = None
    for entry in entries(folder / "ledger.jsonl"):
        if entry.url == url and entry.refused is None and entry.same_as is None:
            last = entry
    if last is None:
        raise ArchiveError("is not in the archive", where=url)
    size = last.start + last.length - last.offset
    sys.stdout.buffer.write(read_body(folder, last.warc, last.offset, size, last.digest))


@archive_app.command("export")
def export_command(
    file: Annotated[Path, typer.Argument(metavar="FILE.wacz", help="The file to write.")],
    source: Annotated[
        list[str] | None,
        typer.Option("--source", metavar="NAME", help="Only what this source brought; may be repeated."),
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option("--since", metavar="DAY", formats=["%Y-%m-%d"], help="Only from this day on, UTC."),
    ] = None,
) -> None:
    """Write originals as one WACZ file, which web archives open and ReplayWeb.page shows."""
    from waqai.fetch.ledger import entries
    from waqai.fetch.wacz import export

    folder = home() / "archive"
    begin = since.replace(tzinfo=UTC) if since else None
    chosen = [
        entry
        for entry in entries(folder / "ledger.jsonl")
        if (not source or entry.source in source) and (begin is None or entry.at >= begin)
    ]
    if not chosen:
        raise ArchiveError("has nothing that is asked for", where=str(folder))
    count = export(folder, chosen, file, title=", ".join(source or ["Waqai"]))
    typer.echo(f"{count:,} originals in {file}", err=True)
