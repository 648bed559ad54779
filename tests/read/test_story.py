"""What belongs to a story besides its sentences, and how sure the reader is of it."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from html_pages import FIRST, SECOND, THIRD, TITLE, page, story
from waqai.read.markup import read_page


def told(body: str) -> list[str]:
    return [line.text for line in read_page(LexborHTMLParser(page(body))).lines if not line.reason]


@pytest.mark.parametrize(
    ("block", "texts"),
    [
        ("<h3>المستشفى عاجز</h3>", ["المستشفى عاجز"]),
        ("<ul><li>جريحان في البارة</li><li>قتيل في كنصفرة</li></ul>", ["جريحان في البارة", "قتيل في كنصفرة"]),
        ("<table><tr><td>إدلب</td><td>10</td></tr></table>", ["إدلب", "10"]),
        ("<blockquote><p>كنا نائمين.</p></blockquote>", ["كنا نائمين."]),
        ("<p>إدلب:</p>", ["إدلب:"]),
    ],
)
def test_lines_that_are_no_sentence_and_belong_to_it(block, texts):
    assert told(story(between=block)) == [FIRST, *texts, SECOND, THIRD]


def test_a_short_last_sentence_is_kept():
    assert told(story(after="<p>ولم تتبنه جهة.</p>")) == [FIRST, SECOND, THIRD, "ولم تتبنه جهة."]


def test_a_story_of_one_sentence():
    assert told(f"<h1>{TITLE}</h1><p>{FIRST}</p><p>ولم تتبنه جهة.</p>") == [FIRST, "ولم تتبنه جهة."]


def test_a_story_cut_into_builders_blocks():
    blocks = "".join(f"<div class='w'><div class='c'><p>{text}</p></div></div>" for text in (FIRST, SECOND, THIRD))
    assert told(f"<div><div class='w'><h2>{TITLE}</h2></div>{blocks}</div><div><a href='/'>الرئيسية</a></div>") == [
        FIRST,
        SECOND,
        THIRD,
    ]


def test_a_lead_above_the_headline_is_the_storys_when_it_says_so():
    assert told(f'<div class="surtitre">القصف استمر ساعة</div>{story()}')[0] == "القصف استمر ساعة"


def test_a_flash_without_a_full_stop():
    assert told(f"<h1>{TITLE}</h1><div>انفجار عبوة ناسفة قرب دوار الراعي</div>") == [
        "انفجار عبوة ناسفة قرب دوار الراعي"
    ]


def test_sureness_falls_with_what_speaks_against_it():
    whole = read_page(LexborHTMLParser(page(story()))).sure_body
    no_headline = read_page(LexborHTMLParser(page(f"<p>{FIRST}</p><p>{SECOND}</p>", ""))).sure_body
    assert whole == 1.0
    assert 0.0 < no_headline < whole
