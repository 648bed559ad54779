"""Pages that look back on a year, as their headline says: nothing they tell is news, unless it has a day."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record

STRUCK = "دمر قصف روسي مشفى في مدينة داريا بريف دمشق وقتل عشرة مدنيين."


def told(coder, title: str, text: str = STRUCK) -> int:
    article = article_from_record({"id": "x", "title": title, "text": text, "published": "2017-01-01"})
    return len(coder.code(article).reports)


@pytest.mark.parametrize("title", ["داريا في عام 2016: حصار وتهجير", "عام 2016 في ريف دمشق"])
def test_a_review_of_a_year_tells_no_news(coder, title: str) -> None:
    assert told(coder, title) == 0


@pytest.mark.parametrize(
    "title", ["قصف على مدينة داريا", "للمرة الأولى منذ عام 2012: قصف على داريا", "قصف على مدينة حوصرت في عام 2012"]
)
def test_a_year_in_a_headline_makes_no_review(coder, title: str) -> None:
    assert told(coder, title) == 1


def test_an_act_with_its_day_is_told_in_a_review_too(coder) -> None:
    assert told(coder, "داريا في عام 2016: حصار وتهجير", "أمس السبت، " + STRUCK) == 1
