"""Records of title and text: everything stays where it is and is sorted by spans."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from html_pages import FIRST, SECOND, TITLE
from waqai.errors import InputError
from waqai.read.record import article_from_record

RECORD = {
    "id": 7,
    "title": f"{TITLE} | شبكة سهل الروج",
    "text": f"{FIRST}\n{SECOND}",
    "published": "2022-11-08T10:00:00Z",
    "url": None,
}


def test_a_record():
    article = article_from_record(RECORD)
    assert (article.id, article.published, article.url) == ("7", date(2022, 11, 8), None)
    assert article.headline.quote(article.full) == TITLE
    assert article.text == RECORD["text"]
    assert article.outlet == "شبكة سهل الروج"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"id": None}, "has no id"),
        ({"id": [1]}, "has no id"),
        ({"text": 5}, "its text is no text"),
        ({"title": ["x"]}, "its title is no text"),
        ({"outlet": 5}, "its outlet is no text"),
        ({"published": "soon"}, "has a published day that is no date"),
    ],
)
def test_what_is_wrong_is_said(change, sentence):
    with pytest.raises(InputError, match=sentence):
        article_from_record(RECORD | change)


def test_an_article_that_was_read_before_is_taken_as_it_is():
    article = article_from_record(RECORD)
    assert article_from_record(msgspec.to_builtins(article)) == article


@pytest.mark.parametrize(
    "change",
    [{"paragraphs": [[0, 99_999]]}, {"paragraphs": [[5, 2]]}, {"paragraphs": "x"}, {"headline": [3]}, {"id": 5}],
)
def test_spans_that_cannot_be_are_refused(change):
    with pytest.raises(InputError):
        article_from_record(msgspec.to_builtins(article_from_record(RECORD)) | change)


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        (f"{TITLE} | شبكة سهل الروج {TITLE} | شبكة سهل الروج {TITLE}", "شبكة سهل الروج"),
        (f"{TITLE} – Plain Radio {TITLE} {TITLE}", "Plain Radio"),
        (f"{TITLE} {TITLE} {TITLE}", None),
    ],
)
def test_a_title_said_over_again_names_its_outlet_once(title, outlet):
    article = article_from_record(RECORD | {"title": title})
    assert (article.headline.quote(article.full), article.outlet) == (TITLE, outlet)


def test_lines_that_end_in_a_carriage_return_alone_are_lines():
    article, old = (article_from_record(RECORD | {"text": f"{FIRST}{end}{end}{SECOND}"}) for end in ("\n", "\r"))
    assert old == article
    assert len(article.paragraphs) == 2
