"""The desk's commands, hung on the library's application."""

from __future__ import annotations

import typer

from waqai_desk.cli.backup import backup_command, restore_command
from waqai_desk.cli.desk import desk_command, invite_command
from waqai_desk.cli.incidents import incidents_app
from waqai_desk.cli.publish import publish_app
from waqai_desk.cli.run import run_command


def register_desk(app: typer.Typer) -> None:
    """Hang every command on the application."""
    app.command("run")(run_command)
    app.add_typer(incidents_app, name="incidents")
    app.add_typer(publish_app, name="publish")
    app.command("backup")(backup_command)
    app.command("restore")(restore_command)
    app.command("desk")(desk_command)
    app.command("invite")(invite_command)
