"""Which database, and how it is opened.

A URL (``postgres://user:password@host:5432/name``) in the variable ``WAQAI_DATABASE``, else under ``database`` in
``waqai.toml`` of ``WAQAI_HOME``; without either the store is one SQLite file there.
"""

from __future__ import annotations

import os
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, cast

import dj_database_url

from waqai.errors import SettingError
from waqai.settings import home

VARIABLE: Final = "WAQAI_DATABASE"
_KINDS: Final = {"postgres", "postgresql", "sqlite"}

# WAL: readers never wait for the writer. FULL: a decision that was acknowledged survives a power cut.
_PRAGMAS: Final = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;"
_WAIT_S: Final = 30


def database() -> dict[str, Any]:
    """Give Django's settings for the store's database.

    Raises: SettingError when the URL is of no database we can use.
    """
    return from_url(os.environ.get(VARIABLE) or _configured() or f"sqlite:///{sqlite_file()}")


def sqlite_file() -> Path:
    """Give the file that is the store when no other database is set."""
    return home() / "waqai.sqlite3"


def _configured() -> str:
    """Give the URL that the team's configuration names; empty when there is none.

    Raises: SettingError when the file cannot be read.
    """
    path = home() / "waqai.toml"
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig")).get("database", "")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingError(f"cannot be read: {error}", where=str(path)) from error
    if not isinstance(said, str):
        raise SettingError("database must be a URL in quotes", where=str(path))
    return said


def from_url(url: str) -> dict[str, Any]:
    """Read a database URL.

    Raises: SettingError when the URL is of no database we can use; its password is not repeated.
    """
    kind = url.partition(":")[0]
    if kind not in _KINDS:
        raise SettingError(f"{VARIABLE} must begin with postgres:// or sqlite:///, not with {kind}:")
    try:
        found = cast("dict[str, Any]", dj_database_url.parse(url))
    except ValueError as error:
        raise SettingError(f"{VARIABLE} is no database URL: {error}") from error
    if kind == "sqlite":
        # IMMEDIATE: a transaction that reads and then writes cannot lose its turn half-way.
        found["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": _WAIT_S, "init_command": _PRAGMAS}
    else:
        if find_spec("psycopg") is None:
            raise SettingError("PostgreSQL needs a driver: pip install 'waqai[postgres]'")
        found["CONN_MAX_AGE"] = 60
        found["CONN_HEALTH_CHECKS"] = True
    return found
