"""All commands, hung on the application."""

from __future__ import annotations

import typer

from waqai.cli.archive import archive_app
from waqai.cli.code import code_command
from waqai.cli.evaluate import evaluate_command
from waqai.cli.fetch import fetch_command
from waqai.cli.gazetteer import gazetteer_app
from waqai.cli.lexicon import lexicon_app
from waqai.cli.link import link_command
from waqai.cli.locate import locate_command
from waqai.cli.read import read_command
from waqai.cli.sources import sources_app
from waqai.cli.tag import tag_command
from waqai_desk.cli.register import register_desk


def register(app: typer.Typer) -> None:
    """Hang every command on the application."""
    app.command("fetch")(fetch_command)
    app.command("read")(read_command)
    app.command("tag")(tag_command)
    app.command("code")(code_command)
    app.command("link")(link_command)
    app.command("evaluate")(evaluate_command)
    app.add_typer(sources_app, name="sources")
    app.add_typer(archive_app, name="archive")
    app.command("locate")(locate_command)
    app.add_typer(lexicon_app, name="lexicon")
    app.add_typer(gazetteer_app, name="gazetteer")
    register_desk(app)
