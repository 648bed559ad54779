"""Telegram's web previews: one article a message, quotes and previews apart. Whole pages are in tests/golden/pages/telegram."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from waqai.model import Article
from waqai.read import Skipped, read_path
from waqai.read.telegram_preview import lines_of

PAGES = Path(__file__).parent.parent / "golden/pages/telegram"


@pytest.fixture(scope="module")
def found():
    return list(read_path(PAGES / "1.html"))


def test_messages(found):
    articles = [a for a in found if isinstance(a, Article)]
    assert [a.id for a in articles] == ["1/5120", "1/5122", "1/5124"]
    assert [a.url for a in articles][:1] == ["https://t.me/rasd_badia_x/5120"]
    assert [a.forwarded_from for a in articles] == [None, "صوت السخنة", None]
    assert [a.updated for a in articles] == [None, None, None]
    assert all(a.headline is None and a.title == "" for a in articles)


def test_a_quoted_message_is_not_the_messages_own(found):
    last = [a for a in found if isinstance(a, Article)][-1]
    assert [x.reason for x in last.excluded] == ["quoted message", "edited"]
    assert "مقتل خمسة" not in last.story


def test_service_messages_and_wordless_ones_are_counted(found):
    assert [(s.what, s.count) for s in found if isinstance(s, Skipped)] == [("service message", 1)]
    assert [(s.what, s.count) for s in read_path(PAGES / "2.html") if isinstance(s, Skipped)] == [
        ("message without words", 1)
    ]


@pytest.mark.parametrize(
    ("inner", "lines"),
    [
        ("أول<br>ثان", "أول\nثان"),
        ("أول <a>رابط</a> <b>غامق</b>", "أول رابط غامق"),
        ("<div>أول</div>ثان", "أول\nثان"),
        ("<ul><li>أول</li><li>ثان</li></ul>", "أول\nثان"),
    ],
)
def test_lines(inner, lines):
    assert lines_of(LexborHTMLParser(f"<div id='x'>{inner}</div>").css_first("#x")) == lines
