"""Which incidents a text tells, by table."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from waqai.code.coder import Coder
from waqai.read.record import read_article

TABLE = tomllib.loads((Path(__file__).parents[2] / "cases" / "acts.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: case["id"])
def test_acts(case: dict[str, Any], coder: Coder) -> None:
    published: date = case.get("published", TABLE["published"])
    coded = coder.code(read_article(case["id"], case.get("title", ""), case["text"], published=published))
    got = [f"{r.sub_event_type} @ {r.place.name} = {r.date.start}" for r in coded.reports]
    assert sorted(got) == sorted(case["want"])


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: case["id"])
def test_every_act_quotes_the_text(case: dict[str, Any], coder: Coder) -> None:
    article = read_article(case["id"], case.get("title", ""), case["text"], published=TABLE["published"])
    for report in coder.code(article).reports:
        for field in ("event", "place"):
            assert all(span.quote(article.full).strip() for span in report.evidence[field])
