"""The headline is what the window's title and the page both say; the rest of the title is the site's name."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from html_pages import FIRST, SECOND, TITLE, page
from waqai.read.find_headline import find_headline
from waqai.read.meta import read_head
from waqai.read.tree import Walk


def headline(body: str, head: str):
    tree = LexborHTMLParser(page(body, head))
    return find_headline(Walk(tree.body).blocks, read_head(tree))


BODY = f"<div>الرئيسية</div><div class='t'>{TITLE}</div><p>{FIRST}</p><p>{SECOND}</p>"


@pytest.mark.parametrize(
    ("window", "rest"),
    [
        (f"{TITLE} | سهل الروج", "سهل الروج"),
        (f"{TITLE} - سهل الروج", "سهل الروج"),
        (f"{TITLE} » سهل الروج", "سهل الروج"),
        (f"سهل الروج :: {TITLE}", "سهل الروج"),
        (f"سهل الروج: {TITLE}", "سهل الروج"),
        (f"سهل الروج | {TITLE}", "سهل الروج"),
        (f"{TITLE} - الصفحة 2 - سهل الروج", "سهل الروج"),
        (f"{TITLE} – البادية 24", "البادية 24"),
        (TITLE, ""),
    ],
)
def test_the_sites_name_is_cut_on_either_side(window, rest):
    found = headline(BODY, f"<title>{window}</title>")
    assert (found.text, found.rest) == (TITLE, rest)


def test_spelling_may_differ_between_window_and_page():
    found = headline(BODY.replace(TITLE, TITLE.replace("مقتل", "مَقتل")), f"<title>{TITLE} | موقع</title>")
    assert found.text.startswith("مَقتل")


def test_the_heading_goes_before_a_link_that_says_the_same():
    body = f"<ul><li><a href='/'>{TITLE}</a></li></ul><h1>{TITLE}</h1><p>{FIRST}</p>"
    assert headline(body, f"<title>{TITLE} | موقع</title>").block == 1


def test_a_window_that_names_only_the_site_leaves_the_line_above_the_story():
    found = headline(BODY, "<title>سهل الروج</title>")
    assert found.text == TITLE
    assert found.sure < 0.5


def test_the_head_alone_gives_a_headline_that_the_page_does_not_show():
    found = headline(
        f"<p>{FIRST}</p>", f'<meta property="og:title" content="{TITLE} - شبكة سهل الروج"><title>x</title>'
    )
    assert (found.text, found.block) == (TITLE, -1)


def test_a_page_of_nothing_has_no_headline():
    found = headline("<p></p>", "")
    assert (found.text, found.sure) == ("", 0.0)


def test_a_heading_that_words_it_otherwise_is_the_headline():
    body = f"<h1>مقتل مدنيين في البارة بعد قصف استمر ساعة</h1><p>{FIRST}</p>"
    assert headline(body, f'<meta property="og:title" content="{TITLE}">').text.startswith("مقتل مدنيين في البارة")


def test_a_heading_that_is_the_sites_motto_is_not():
    body = f"<h1>صوت من لا صوت له</h1><p>{FIRST}</p>"
    assert headline(body, f'<meta property="og:title" content="{TITLE}">').text == TITLE
