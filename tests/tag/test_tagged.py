"""What an article says about where it is: its story, and the row of hashtags that closes a post."""

from __future__ import annotations

import pytest

from waqai.gazetteer.store import open_gazetteer
from waqai.lexicon.load import load_lexicon
from waqai.read import article_from_record
from waqai.tag.tagged import tag


@pytest.mark.parametrize(
    ("tags", "governorate"),
    [("#إدلب #سوريا", ("SY", "Idlib")), ("#فلسطين #الضفة_الغربية", ("PS", "West Bank"))],
)
def test_the_hashtags_below_a_post_say_where_it_is(tags, governorate):
    text = f"قصف مدفعي على مدينة #أريحا صباح اليوم\n{tags}"
    record = {"id": "x", "url": "https://www.facebook.com/x/posts/1", "title": "", "text": text}
    context = tag(article_from_record(record), load_lexicon(), open_gazetteer()).context
    assert list(context.admin1) == [governorate]
