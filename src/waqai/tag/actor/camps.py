"""The tables of ``data/camps.toml``: wars, patrons, local groups, armies, seats; read once for tagger and coder."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def tables() -> dict[str, Any]:
    """Give the tables by name, as they stand in the file; do not change them."""
    return tomllib.loads((files("waqai") / "data" / "camps.toml").read_text(encoding="utf-8"))
