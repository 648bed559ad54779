"""The command line, loaded once for all tests of it."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from cli_forks import Forks
from waqai.cli import app
from waqai.cli.register import register


@pytest.fixture(scope="session")
def waqai(tmp_path_factory):
    forks = Forks(tmp_path_factory.mktemp("outputs"))
    yield forks
    forks.close()


@pytest.fixture(scope="session")
def piped():
    """Call the program in this process, with something on standard input."""
    if not app.registered_commands:
        register(app)
    return lambda data, *argv: CliRunner().invoke(app, list(argv), input=data)
