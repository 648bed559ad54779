"""The tables of ``data/camps.toml``: wars, patrons, local groups, armies, seats; read once for tagger and coder."""

from __future__ import annotations

from functools import cache
from typing import Any

from waqai.shipped import shipped_table


@cache
def tables() -> dict[str, Any]:
    """Give the tables by name, as they stand in the file; do not change them."""
    return shipped_table("camps.toml")
