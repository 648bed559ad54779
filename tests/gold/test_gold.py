"""The coder against articles of our own writing, coded by hand: a quality gate whose floors may only rise.

`make gold` shows every difference but those of sealed pages. A floor that must be lowered needs a decision page that says what was gained for it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable

import pytest

from gold_articles import GOLD, SETS, GoldArticle, differences, load_gold
from waqai.evaluate import Score, score

ARTICLES, *WARS = (load_gold(path) for path in SETS)
PARTS: dict[str, list[GoldArticle]] = {
    "articles": ARTICLES,
    "wars": [a for members in WARS for a in members if not a.sealed],
    "sealed": [a for members in WARS for a in members if a.sealed],
}
FLOORS: dict[str, dict[str, float]] = tomllib.loads((GOLD / "floors.toml").read_text(encoding="utf-8"))
FIGURES = [(part, figure) for part, floors in FLOORS.items() for figure in floors]


@pytest.fixture(scope="module")
def result(coder) -> Callable[[str], Score]:
    """Score a part; each is coded once."""
    found: dict[str, Score] = {}

    def scored(part: str) -> Score:
        if part not in found:
            members = PARTS[part]
            found[part] = score({a.id: a.reports for a in members}, {a.id: a.coded(coder) for a in members})
        return found[part]

    return scored


@pytest.mark.parametrize(("part", "figure"), FIGURES)
def test_no_figure_falls_below_its_floor(result, coder, part, figure):
    assert result(part).figures()[figure] >= FLOORS[part][figure], "\n".join(
        line for article in PARTS[part] if not article.sealed for line in differences(article, article.coded(coder))
    )


@pytest.mark.parametrize("article", [a for a in ARTICLES if not a.reports], ids=lambda a: a.id)
def test_a_page_without_incidents_gives_none(article: GoldArticle, coder):
    assert article.coded(coder) == ()


def test_half_of_each_war_is_sealed():
    assert len(WARS) >= 8
    for members in WARS:
        assert len(members) == 2 * sum(a.sealed for a in members) >= 40
