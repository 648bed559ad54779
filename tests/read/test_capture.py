"""Captured posts; whole pages are in tests/golden/pages/facebook and /x."""

from __future__ import annotations

from datetime import date

from selectolax.lexbor import LexborHTMLParser

from html_pages import page, story
from waqai.read.capture import read_capture

TWEET = """<article data-testid="tweet"><div data-testid="User-Name"><span>مرصد</span><span>@m</span></div>
<div data-testid="tweetText"><span>قصف على سوق </span><a href="/h">#الفاشر</a><span> ومقتل سبعة مدنيين</span></div>
<time datetime="2024-06-08T09:14:00.000Z">9:14 AM</time></article>
<article data-testid="tweet"><div data-testid="tweetText">رد من قارئ</div></article>"""


def capture(body: str, head: str = "", url: str = ""):
    return read_capture(LexborHTMLParser(page(body, head)), url)


def test_a_post_keeps_its_hashtags_within_and_loses_the_answers():
    post = capture(TWEET)
    assert [line.text for line in post.lines if not line.reason] == ["قصف على سوق #الفاشر ومقتل سبعة مدنيين"]
    assert (post.outlet, post.published, post.title) == ("مرصد", date(2024, 6, 8), "")
    assert any(line.reason and "رد من قارئ" in line.text for line in post.lines)


def test_a_page_that_only_links_to_a_network_is_no_capture():
    assert capture(f'{story()}<a href="https://facebook.com/x">فيسبوك</a>') is None


def test_a_capture_whose_markup_is_unknown_is_left_to_the_page_reader():
    assert capture("<p>نص لا نعرف مكانه</p>", url="https://www.facebook.com/x/posts/1") is None


def test_facebooks_stamp_in_seconds():
    body = '<h5><a>مركز</a></h5><abbr data-utime="1558550400">22 hrs</abbr><div class="userContent"><p>ارتقاء أربعة شهداء في كنصفرة</p></div>'
    assert capture(body, url="https://www.facebook.com/x").published == date(2019, 5, 22)
