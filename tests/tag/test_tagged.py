"""What an article says about where it is: its story, and the row of hashtags that closes a post."""

from __future__ import annotations

import pytest

from waqai.gazetteer.store import open_gazetteer
from waqai.lexicon.load import load_lexicon
from waqai.model import Article, Excluded, Span
from waqai.read import article_from_record
from waqai.tag.chunk import Sort
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


def test_words_and_bare_places_of_what_is_set_apart_are_not_read():
    story = "قصف الجيش بلدة نوى أمس."
    apart = "اقرأ أيضا: قال مصدر عسكري في 3 أيار 2015 إن الجيش الحر قتل سالم الجبري في بلدة داعل وفي إدلب"
    end = 1 + len(story)
    span, rest = Span(1, end), Span(end + 1, end + 1 + len(apart))
    article = Article(
        id="1", title="", text=f"{story}\n{apart}", paragraphs=(span,), excluded=(Excluded("related", apart, rest),)
    )
    tagged = tag(article, load_lexicon(), open_gazetteer())
    begins = tagged.sentences[-1].last
    assert Sort.WORD not in {chunk.sort for chunk in tagged.row if chunk.first >= begins}
    assert [place.name for place in tagged.places] == ["نوي", "داعل"]


def test_the_people_in_an_outlets_name_says_where_a_text_is_that_names_no_country():
    record = {"id": "x", "url": "https://n.example/1", "title": "", "text": "قصف مدفعي على مدينة أريحا صباح اليوم"}
    for outlet, country in (("المرصد السوري للقرى", {"SY": 1.0}), ("المرصد النرويجي للقرى", {})):
        article = article_from_record({**record, "outlet": outlet})
        assert tag(article, load_lexicon(), open_gazetteer()).context.countries == country
