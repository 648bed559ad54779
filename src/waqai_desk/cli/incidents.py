"""``waqai incidents``: the store's incidents for people, and as JSON for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from waqai_desk.boot import open_store

if TYPE_CHECKING:
    from waqai_desk.store.models import Incident

incidents_app = typer.Typer(help="The incidents of the store.", no_args_is_help=True)

_JSON = Annotated[bool, typer.Option("--json", help="Write JSON, one object a line, for programs.")]
_ID = Annotated[str, typer.Argument(metavar="ID", help="The id of an incident, also of one that was merged.")]


@incidents_app.callback()
def _incidents() -> None:
    """Group the commands about incidents."""


@incidents_app.command("list")
def list_command(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORD…]", help="Words of the articles; spelling does not matter.")
    ] = None,
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="From this day.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="To this day.")] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=VALUE",
            help="Narrow by type, method, country, admin1, place, actor, grade, review, status; killed, wounded, witnesses (at least). Can be repeated.",
        ),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="So many at most, the latest first.")] = 50,
    json: _JSON = False,
) -> None:
    """List incidents, the latest first."""
    open_store()
    from waqai_desk.store.filters import narrow
    from waqai_desk.store.models import Incident
    from waqai_desk.store.search import search_incidents

    rows = search_incidents(" ".join(words)) if words else Incident.objects.live()
    rows = rows.between(since and since.date(), until and until.date())
    for wanted in only or ():
        rows = narrow(rows, wanted)
    total, rows = rows.count(), rows.order_by("-date_start", "-id")[:limit]
    if json:
        _write(row.body for row in rows)
        return
    from waqai_desk.cli.show_incident import console, show_line

    screen = console()
    for row in rows:
        show_line(screen, row)
    if total > limit:
        typer.echo(f"waqai: {total - limit:,} more; ask for them with --limit", err=True)


@incidents_app.command("show")
def show_command(ident: _ID, json: _JSON = False) -> None:
    """Show an incident: its fields, its toll with who says what, its reports."""
    row = _find(ident)
    if json:
        _write([row.body])
        return
    from waqai_desk.cli.show_incident import console, show_incident

    show_incident(console(), row)


@incidents_app.command("explain")
def explain_command(ident: _ID, json: _JSON = False) -> None:
    """Show why an incident is what it is: the words of each value, why its reports are one, what people decided."""
    row = _find(ident)
    from waqai_desk.cli.explain import explain, show_explained

    if json:
        import msgspec

        _write([msgspec.json.encode(explain(row)).decode()])
        return
    from waqai_desk.cli.show_incident import console, show_incident

    screen = console()
    show_incident(screen, row)
    show_explained(screen, explain(row))


def _find(ident: str) -> Incident:
    open_store()
    from waqai_desk.store.find import find_incident

    found = find_incident(ident)
    if found.public_id != ident:
        typer.echo(f"waqai: {ident} is part of {found.public_id} now", err=True)
    return found


def _write(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.flush()
