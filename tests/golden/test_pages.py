"""The page corpus: pages of our own writing in many layouts, read as a person says they should be.

The floors are the gate: a change of the reader that falls below one does not go in, and a floor is not lowered without a
word in docs/quality.md.
"""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from page_corpus import ASIDE, LATER, Page, Told, load_pages, mark, set_apart
from waqai.model import Article
from waqai.read import read_path
from waqai.read.decode import decode
from waqai.text.fold import fold_letters

PAGES = load_pages()
WORD = re.compile(r"\w+")


def read(page: Page) -> list[Article]:
    return [one for one in read_path(page.path) if isinstance(one, Article)]


def told(article: Article) -> Told:
    return Told(
        title=article.headline.quote(article.full) if article.headline else "",
        outlet=article.outlet or "",
        published=article.published,
        body=tuple(span.quote(article.full) for span in article.paragraphs),
        updated=article.updated,
        byline=article.byline or "",
        forwarded_from=article.forwarded_from or "",
    )


@pytest.fixture(scope="module")
def readings():
    return [(page, read(page)) for page in PAGES]


@pytest.fixture(scope="module")
def marks(readings):
    return [(page, mark(page, map(told, articles))) for page, articles in readings]


def share(values) -> float:
    values = [v for v in values if v is not None]
    return sum(values) / len(values)


def test_the_corpus_is_wide_enough():
    layouts = {page.layout for page in PAGES}
    assert len(PAGES) >= 40
    assert len(layouts) >= 12
    assert len(layouts & (ASIDE | LATER)) >= len(layouts) / 3


@pytest.mark.parametrize("page", PAGES, ids=lambda p: f"{p.layout}-{p.path.stem}")
def test_what_is_said_of_a_page_stands_on_it(page):
    """A truth that quotes what the page does not say would measure nothing."""
    markup = decode(page.path.read_bytes(), str(page.path))
    tree = LexborHTMLParser(re.sub(r"</?(frameset|noframes)[^>]*>", "", markup))
    words = " ".join(WORD.findall(fold_letters(tree.body.text(separator=" "))))
    run = words.replace(" ", "")
    quotes = [t for a in page.articles for t in (a.title, *a.body)] + [block.text for block in page.apart]
    missing = [q for q in quotes if "".join(WORD.findall(fold_letters(q))) not in run]
    assert missing == []


def test_titles_outlets_and_days(marks):
    assert share(m.title for _, m in marks) >= 0.97
    assert share(m.outlet for _, m in marks) >= 0.97
    assert share(m.published for _, m in marks) >= 0.97


def test_bodies(marks):
    assert share(m.f1 for _, m in marks) >= 0.99
    assert [(page.path, m.f1) for page, m in marks if m.f1 < 0.9] == []


def test_no_related_headline_is_in_a_body(marks):
    assert [(page.path, m.leaks) for page, m in marks if m.leaks] == []


def test_furniture_is_kept_with_its_reason(readings):
    counts = [
        set_apart(page, [(x.reason, x.text) for a in articles for x in a.excluded]) for page, articles in readings
    ]
    blocks, kept, named = (sum(column) for column in zip(*counts, strict=True))
    assert kept / blocks >= 0.97
    assert named / blocks >= 0.9


def test_days_of_change_writers_and_forwards(readings):
    pairs = [
        (truth, told(article))
        for page, articles in readings
        for truth, article in zip(page.articles, articles, strict=True)
    ]
    assert [(a.updated, b.updated) for a, b in pairs if a.updated and a.updated != b.updated] == []
    assert [(a.forwarded_from, b.forwarded_from) for a, b in pairs if a.forwarded_from != b.forwarded_from] == []
    assert share(a.byline in b.byline or b.byline in a.byline != "" for a, b in pairs if a.byline) >= 0.9


def test_how_sure_the_reader_is_follows_what_is_right(readings):
    for page, articles in readings:
        for article in articles:
            assert article.sure is not None
            assert (article.sure.date > 0) == (article.published is not None), page.path
            assert 0 < article.sure.body <= 1, page.path
            assert (article.sure.title > 0) == (article.headline is not None), page.path


def test_spans_quote_what_they_exclude(readings):
    for _, articles in readings:
        for article in articles:
            assert all(x.span is None or x.span.quote(article.full) == x.text for x in article.excluded)
            spans = [*article.paragraphs, *(x.span for x in article.excluded if x.span)]
            assert all(a.end <= b.start for a, b in zip(sorted(spans), sorted(spans)[1:], strict=False))
