"""The word lists, tables and texts that ship with the package, read by their path under ``data``: ``read/chrome.toml``."""

from __future__ import annotations

import csv
import tomllib
from importlib.resources import files
from typing import Any


def shipped_text(path: str) -> str:
    """Read a file that ships with the package; FileNotFoundError where there is none."""
    return (files("waqai") / "data" / path).read_text(encoding="utf-8")


def shipped_table(path: str) -> dict[str, Any]:
    """Read a TOML file that ships with the package, anew with each call."""
    return tomllib.loads(shipped_text(path))


def shipped_rows(path: str) -> list[dict[str, str]]:
    """Read a CSV file that ships with the package: each row by the names in its first line."""
    return list(csv.DictReader(shipped_text(path).splitlines()))
