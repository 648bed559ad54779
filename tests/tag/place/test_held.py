"""Places that only what holds them tells: read where nobody knows them, and nothing else taken for one."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record
from waqai.tag.tagged import tag
from waqai.text.fold import fold_key


def named(coder, text: str) -> list[str]:
    article = article_from_record({"id": "x", "title": "", "text": text, "published": "2023-03-01"})
    return [c.mention.name for c in tag(article, coder.lexicon, coder.gazetteer).row if hasattr(c.mention, "list_id")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("انفجرت عبوة في شاكرلي التابعة لولاية ديار بكر", "شاكرلي"),
        ("انفجرت عبوة في بطمانة، الواقعة شرق بعقوبة", "بطمانة"),
        ("انفجرت عبوة في كرزالة من أعمال محافظة الأنبار", "كرزالة"),
        ("انفجرت عبوة في تل زعفور التابع لمحافظة درعا", "تل زعفور"),
        ("شهدت زعفورة التابعة لمحافظة درعا انفجارا", "زعفورة"),
    ],
)
def test_what_holds_a_place_tells_it(coder, text: str, name: str) -> None:
    assert named(coder, text) == [fold_key(name)]


@pytest.mark.parametrize(
    "text",
    [
        "قتل في منزله الواقع في مدينة درعا",
        "عمد إلى تزييف الواقع في مدينة درعا",
        "انفجرت عبوة في الدائرة التابعة لمدينة درعا",
        "انفجرت عبوة في سيارتهم التابعة لمدينة درعا",
    ],
)
def test_what_somebody_owns_is_no_place(coder, text: str) -> None:
    assert named(coder, text) == ["درعا"]
