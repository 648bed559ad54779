"""Tables as CSV: UTF-8, comma, one line break, rows as they come."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write a header and rows; ``None`` is an empty cell."""
    with open_table(path, header) as writer:
        writer.writerows(rows)


@contextmanager
def open_table(path: Path, header: Sequence[str]) -> Iterator[Any]:
    """Open a table to write rows into, its header written."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        yield writer


def degrees(value: float | None) -> str:
    """Write a coordinate with four decimals, some ten metres, as ACLED does."""
    return "" if value is None else f"{value:.4f}"
