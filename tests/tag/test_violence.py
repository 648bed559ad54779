"""Which words of a story speak of violence."""

from __future__ import annotations

import pytest

from waqai.code.coder import Coder
from waqai.model import Article, Excluded, Span
from waqai.tag.tagged import tag
from waqai.tag.violence import violence


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load(())


def said(coder: Coder, title: str, text: str, excluded: tuple[Excluded, ...] = ()) -> dict[str, list[str]]:
    start = len(title) + 1
    end = min((block.span.start for block in excluded if block.span), default=start + len(text))
    article = Article(
        id="a", title=title, text=text, headline=Span(0, start - 1), paragraphs=(Span(start, end),), excluded=excluded
    )
    found = violence(tag(article, coder.lexicon, coder.gazetteer))
    return {field: [span.quote(article.full) for span in spans] for field, spans in found.items()}


def test_words_that_name_an_act_and_words_of_harm_are_told_apart(coder):
    assert said(coder, "قصف على حلب", "قصفت الطائرات حي السكري وأصيب ثلاثة مدنيين") == {
        "event": ["قصف", "قصفت"],
        "harm": ["وأصيب"],
    }


def test_a_story_of_something_else_speaks_of_none(coder):
    assert said(coder, "افتتاح معرض الكتاب", "افتتح الوزير معرض الكتاب في المدينة") == {}


def test_what_is_no_story_does_not_count(coder):
    title, text = "افتتاح معرض", "افتتح المعرض أمس\nقصف على حلب"
    at = len(title) + 1 + text.index("قصف")
    assert said(coder, title, text, (Excluded("related", "قصف على حلب", Span(at, len(title) + 1 + len(text))),)) == {}
