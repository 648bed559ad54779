"""Tolls by table, each sentence coded whole: who was hurt, and how many."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from waqai.model import Harm
from waqai.read import article_from_record

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "tolls.toml").read_text(encoding="utf-8"))["case"]


def _line(harm: Harm) -> str:
    low, high = ("-" if n is None else n for n in (harm.min, harm.max))
    return f"{harm.kind} {harm.who} {low} {high}"


@pytest.mark.parametrize("case", CASES)
def test_the_toll_of_a_sentence(coder, case: dict[str, Any]) -> None:
    article = article_from_record(
        {"id": "case", "title": "", "text": case["text"], "published": str(case.get("day", "2022-06-01"))}
    )
    (report,) = coder.code(article).reports
    assert sorted(_line(harm) for harm in report.harm) == sorted(case["want"])
