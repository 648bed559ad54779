"""What every test shares: Hypothesis' settings, the option that rewrites golden pages, one coder for all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from waqai.code.coder import Coder

ROOT = Path(__file__).resolve().parent.parent

# No deadline: machines that run the suite are shared. In CI the same examples every time, so that red means a change.
settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("local"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden pages anew instead of comparing")


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the repository's folder."""
    return ROOT


@pytest.fixture(scope="session")
def coder() -> Coder:
    """Give the coder with what ships; loading takes half a second, so all tests share it."""
    return Coder.load()


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from what the user's own program keeps."""
    monkeypatch.setenv("WAQAI_HOME", str(tmp_path_factory.mktemp("home")))
