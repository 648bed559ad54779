"""Invented places for tests of the gazetteer."""

from __future__ import annotations

from typing import Any

from waqai.gazetteer.place import Place
from waqai.values.place import PlacePrecision


def place(number: int = 1, **more: Any) -> Place:
    """Give an invented village of Idlib, some of its fields changed."""
    fields: dict[str, Any] = {
        "id": f"test:{number}", "names": ("كفر ندوة",), "name_en": "Kafr Nadwa", "kind": "village",
        "precision": PlacePrecision.TOWN, "country": "SY", "lat": 36.21051, "lon": 36.77049, "admin1": "Idlib",
        "admin2": "حارم", "source": "test", "ids": (f"test:{number}",), **more,
    }  # fmt: skip
    return Place(**fields)
