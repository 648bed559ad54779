"""The coder against articles of our own writing, coded by hand: a quality gate whose floors may only rise.

`make gold` shows every difference. A floor that must be lowered needs a decision page that says what was gained for it.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from gold_articles import GoldArticle, differences, load_gold
from waqai.evaluate import Score, score

HERE = Path(__file__).parent
GOLD = load_gold(HERE / "articles.toml")
FLOORS: dict[str, float] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def result(coder) -> Score:
    return score({a.id: a.reports for a in GOLD}, {a.id: a.coded(coder) for a in GOLD})


@pytest.mark.parametrize("figure", FLOORS)
def test_no_figure_falls_below_its_floor(result, coder, figure):
    told = "\n".join(line for article in GOLD for line in differences(article, article.coded(coder)))
    assert result.figures()[figure] >= FLOORS[figure], told


@pytest.mark.parametrize("article", [a for a in GOLD if not a.reports], ids=lambda a: a.id)
def test_a_page_without_incidents_gives_none(article: GoldArticle, coder):
    assert article.coded(coder) == ()
