"""Our own written cases: sentences in the manner of many outlets, with the codes that they must get (``data/cases``)."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

import msgspec


class Case(msgspec.Struct, frozen=True):
    """A text of one or more sentences and its reports, each as ``brief`` writes it."""

    id: str
    text: str
    want: tuple[str, ...]
    published: date | None = None


def written_cases() -> list[Case]:
    """Read all cases that ship with the package, in the order of their files."""
    folder = files("waqai") / "data" / "cases"
    cases: list[Case] = []
    for item in sorted(folder.iterdir(), key=lambda p: p.name):
        if item.name.endswith(".toml"):
            raw = tomllib.loads(item.read_text(encoding="utf-8"))
            for case in raw["case"]:
                cases.append(
                    Case(case["id"], case["text"], tuple(case["want"]), case.get("published", raw.get("published")))
                )
    return cases
