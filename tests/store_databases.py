"""Databases for tests: on SQLite always, on PostgreSQL when ``WAQAI_TEST_POSTGRES`` holds the URL of a server."""

from __future__ import annotations

import os
import shutil
import uuid
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connections

from waqai_desk.database import from_url

SERVER = os.environ.get("WAQAI_TEST_POSTGRES", "")
if os.environ.get("CI") and not SERVER:
    raise pytest.UsageError("in CI the store is tested on PostgreSQL too: set WAQAI_TEST_POSTGRES=$(.ci/postgres)")
VENDORS = ["sqlite", "postgresql"] if SERVER else ["sqlite"]


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

    def copy(self, vendor: str) -> str:
        """Give the URL of a new database with all tables."""
        template, made = self.template(vendor), self._name()
        if vendor == "sqlite":
            shutil.copyfile(template.removeprefix("sqlite:///"), self.folder / f"{made}.sqlite3")
            return f"sqlite:///{self.folder / made}.sqlite3"
        return self._created(made, template.rpartition("/")[2])

    def empty(self, vendor: str) -> str:
        """Give the URL of a new database without tables."""
        made = self._name()
        return f"sqlite:///{self.folder / made}.sqlite3" if vendor == "sqlite" else self._created(made, "template1")

    def _created(self, name: str, template: str) -> str:
        self._ask(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        self.made.append(name)
        return f"{SERVER.rpartition('/')[0]}/{name}"

    @staticmethod
    def _name() -> str:
        return f"waqai_test_{uuid.uuid4().hex[:12]}"

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
