"""The lines of a backup."""

from __future__ import annotations

from typing import Final

import msgspec

FORMAT: Final = 1


class Header(msgspec.Struct, frozen=True, kw_only=True, tag="header"):
    """The first line; ``migrations`` are the newest applied of each app."""

    format: int = FORMAT
    waqai: str
    at: str
    migrations: list[tuple[str, str]]


class Table(msgspec.Struct, frozen=True, kw_only=True, tag="table"):
    """Rows of this model follow, each a list of values in the order of ``fields``."""

    model: str
    fields: list[str]


class End(msgspec.Struct, frozen=True, kw_only=True, tag="end"):
    """The last line: how many rows each model has."""

    rows: dict[str, int]
