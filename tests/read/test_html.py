"""Pages laid out as articles: the story's lines as text, what stands around it beside the text."""

from __future__ import annotations

from html_pages import FIRST, OTHER, SECOND, THIRD, TITLE, page, story
from waqai.model import Article
from waqai.read.html import articles_from_markup


def read(markup: str) -> Article:
    return next(one for one in articles_from_markup(markup, "p") if isinstance(one, Article))


def test_what_stands_in_the_story_has_a_span_and_what_stands_around_it_has_none():
    inline = f'<p><a href="/1">{OTHER}</a></p>'
    article = read(page(f"<nav>الرئيسية</nav>{story(between=inline)}<footer>جميع الحقوق محفوظة</footer>"))
    assert article.text == f"{FIRST}\n{OTHER}\n{SECOND}\n{THIRD}"
    assert [(x.reason, x.text, x.span is None) for x in article.excluded] == [
        ("other stories", OTHER, False),
        ("menu", "الرئيسية", True),
        ("page furniture", "جميع الحقوق محفوظة", True),
    ]
    assert article.headline.quote(article.full) == article.title == TITLE


def test_neighbouring_blocks_of_one_reason_are_one_block():
    inline = f'<h3>اقرأ أيضا</h3><ul><li><a href="/1">{OTHER}</a></li><li><a href="/2">{OTHER} أيضا</a></li></ul>'
    article = read(page(story(between=inline)))
    assert [x.text for x in article.excluded] == [f"اقرأ أيضا\n{OTHER}\n{OTHER} أيضا"]
    assert all(x.span.quote(article.full) == x.text for x in article.excluded)


def test_frames_give_what_browsers_without_frames_are_shown():
    frames = f"<html><head><title>{TITLE}</title></head><frameset><frame src='a.htm'><noframes><body><p>{FIRST}</p><p>{SECOND}</p></body></noframes></frameset></html>"
    assert read(frames).text == f"{FIRST}\n{SECOND}"


def test_an_attribute_whose_quotes_are_not_closed_does_not_stop_the_reader():
    article = read(page(f'<h1>{TITLE}</h1><p class="a>{FIRST}</p><p>{SECOND}</p><p>"{THIRD}</p>'))
    assert [s.quote(article.full).strip('"') for s in article.paragraphs] == [FIRST, SECOND, THIRD]
    assert article.sure.body <= 0.5


def test_tags_that_are_not_closed():
    article = read(f"<title>{TITLE}</title><h1>{TITLE}<div><p>{FIRST}<p>{SECOND}<ul><li>{THIRD}")
    assert all(text in article.full for text in (FIRST, SECOND, THIRD))
