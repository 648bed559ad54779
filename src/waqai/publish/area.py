"""Governorates by name and p-code, in both languages."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


def area(country: str | None, admin1: str | None, language: str) -> str:
    """Give a governorate's name in the language, else as it is."""
    if not admin1:
        return ""
    return _arabic().get((country or "", admin1), admin1) if language == "ar" else admin1


@cache
def _arabic() -> dict[tuple[str, str], str]:
    text = (files("waqai") / "data" / "admin1.csv").read_text(encoding="utf-8")
    return {(row["country"], row["admin1"]): row["name_ar"] for row in csv.DictReader(text.splitlines())}
