"""Governorates by name and p-code, in both languages."""

from __future__ import annotations

from functools import cache

from waqai.errors import SettingError
from waqai.shipped import shipped_rows


def area(country: str | None, admin1: str | None, language: str) -> str:
    """Give a governorate's name in the language, else as it is."""
    if not admin1:
        return ""
    return _arabic().get((country or "", admin1), admin1) if language == "ar" else admin1


def country_of(admin1: str) -> str:
    """Give the country of a governorate by its English name.

    Raises: SettingError when no governorate has the name.
    """
    found = next((country for country, name in _arabic() if name == admin1), None)
    if found is None:
        raise SettingError(f"no governorate is called {admin1!r}: write it as in data/admin1.csv")
    return found


@cache
def _arabic() -> dict[tuple[str, str], str]:
    return {(row["country"], row["admin1"]): row["name_ar"] for row in shipped_rows("admin1.csv")}
