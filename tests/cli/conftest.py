"""The command line, loaded once for all tests of it."""

from __future__ import annotations

import pytest

from cli_forks import Forks


@pytest.fixture(scope="session")
def waqai(tmp_path_factory):
    forks = Forks(tmp_path_factory.mktemp("outputs"))
    yield forks
    forks.close()
