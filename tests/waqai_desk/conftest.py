"""A store for every test of the desk: on SQLite always, on PostgreSQL when ``WAQAI_TEST_POSTGRES`` holds its URL.

Each test runs inside a transaction that is rolled back. One that needs commits, or other processes, takes
``own_store`` instead: a database of its own.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from waqai_desk.boot import boot

boot()

from django.core.management import call_command  # noqa: E402 - a started Django comes first
from django.db import connections, transaction  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from waqai_desk.database import from_url  # noqa: E402

SERVER = os.environ.get("WAQAI_TEST_POSTGRES", "")
if os.environ.get("CI") and not SERVER:
    raise pytest.UsageError("in CI the store is tested on PostgreSQL too: set WAQAI_TEST_POSTGRES=$(.ci/postgres)")
VENDORS = ["sqlite", "postgresql"] if SERVER else ["sqlite"]

setup_test_environment(debug=False)


class Stores:
    """Databases for tests: one migrated template for each vendor, and copies of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.templates: dict[str, str] = {}
        self.made: list[str] = []

    def template(self, vendor: str) -> str:
        """Give the URL of the vendor's migrated database."""
        if vendor not in self.templates:
            self.templates[vendor] = self.empty(vendor)
            with connected(self.templates[vendor]):
                call_command("migrate", interactive=False, verbosity=0)
        return self.templates[vendor]

    def empty(self, vendor: str) -> str:
        """Give the URL of a new database without tables."""
        name = f"waqai_test_{uuid.uuid4().hex[:12]}"
        if vendor == "sqlite":
            return f"sqlite:///{self.folder / name}.sqlite3"
        self._ask(f'CREATE DATABASE "{name}"')
        self.made.append(name)
        return f"{SERVER.rpartition('/')[0]}/{name}"

    def drop(self) -> None:
        """Remove what lies on a server; files go with their folder."""
        for name in self.made:
            self._ask(f'DROP DATABASE "{name}" WITH (FORCE)')

    @staticmethod
    def _ask(statement: str) -> None:
        import psycopg

        with psycopg.connect(SERVER, autocommit=True) as server:
            server.execute(statement)


class connected:  # noqa: N801 - reads as a sentence: with connected(url)
    """Django's default connection led to another database for a while."""

    def __init__(self, url: str) -> None:
        self.settings = connections.configure_settings({"default": from_url(url)})["default"]

    def __enter__(self) -> None:
        self.before = connections.settings["default"]
        connections["default"].close()
        connections.settings["default"] = self.settings
        connections["default"] = connections.create_connection("default")

    def __exit__(self, *_: object) -> None:
        connections["default"].close()
        connections.settings["default"] = self.before
        connections["default"] = connections.create_connection("default")


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """Give the databases of this session."""
    made = Stores(tmp_path_factory.mktemp("stores"))
    yield made
    made.drop()


@pytest.fixture(params=VENDORS)
def vendor(request: pytest.FixtureRequest) -> str:
    """Give the database's kind; every test that touches the store runs once for each."""
    return request.param


@pytest.fixture
def store(vendor: str, stores: Stores) -> Iterator[str]:
    """Give an empty migrated store, whose URL it is; what the test does to it is rolled back."""
    url = stores.template(vendor)
    with connected(url), transaction.atomic():
        yield url
        transaction.set_rollback(True)


@pytest.fixture
def own_store(vendor: str, stores: Stores, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Give the URL of an empty database of this test's own, without tables; other processes find it too."""
    url = stores.empty(vendor)
    monkeypatch.setenv("WAQAI_DATABASE", url)
    with connected(url):
        yield url
