"""Whose way a "road" is that somebody stood in, and roads that are called after towns."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.model import Article
from waqai.read import article_from_record
from waqai.tag.tagged import tag


def named(coder, text: str) -> list[str]:
    article: Article = article_from_record({"id": "x", "title": "", "text": text, "published": str(date(2023, 3, 1))})
    return [c.mention.name for c in tag(article, coder.lexicon, coder.gazetteer).row if hasattr(c.mention, "list_id")]


@pytest.mark.parametrize("whose", ["قاسم محمد العودات", "الشاب وصديقه"])
def test_somebodys_way_is_no_road(coder, whose: str) -> None:
    assert named(coder, f"اعترض مسلحون طريق {whose} في بلدة طفس بريف درعا") == ["طفس"]


def test_a_road_is_called_after_a_town(coder) -> None:
    assert named(coder, "قتل مدني بلغم على طريق خان شيخون بريف إدلب") == ["خان شيخون"]
