"""A message as an article."""

from __future__ import annotations

from datetime import date

from waqai.read.message import Message, Skipped, article_of_message, counted


def test_lines_are_paragraphs_and_empty_ones_none():
    article = article_of_message(
        Message(number="1", text="أول\n\n ثان \n#وسم #آخر", channel="قناة", day=date(2024, 1, 1)), "a/1"
    )
    assert [s.quote(article.full) for s in article.paragraphs] == ["أول", "ثان"]
    assert [(x.reason, x.text, x.span.quote(article.full)) for x in article.excluded] == [
        ("hashtags", "#وسم #آخر", "#وسم #آخر")
    ]
    assert (article.sure.title, article.sure.date, article.sure.body) == (0.0, 1.0, 1.0)


def test_a_message_of_hashtags_only_keeps_them():
    article = article_of_message(Message(number="1", text="#وسم", channel="قناة"), "a/1")
    assert [s.quote(article.full) for s in article.paragraphs] == ["#وسم"]
    assert article.sure.date == 0.0


def test_only_what_was_skipped_is_counted():
    assert list(counted({"a": 2, "b": 0})) == [Skipped("a", 2)]
