"""Days, outlet and writer of a page: what is seen beside the headline before what the head claims."""

from __future__ import annotations

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from html_pages import FIRST, OTHER, SECOND, THIRD, TITLE, page, story
from waqai.read.markup import read_page, writer

META = '<title>{}</title><meta property="article:published_time" content="{}">'


def read(body: str, head: str = f"<title>{TITLE} | شبكة سهل الروج</title>", url: str = ""):
    return read_page(LexborHTMLParser(page(body, head)), url)


def test_the_local_day_beside_the_headline_goes_before_the_heads_in_another_zone():
    seen = read(story("<p>8 نيسان 2018</p>"), META.format(TITLE, "2018-04-07T22:50:00Z"))
    assert (seen.published, seen.sure_date) == (date(2018, 4, 8), 1.0)


def test_the_head_goes_before_a_day_that_is_not_near_it():
    seen = read(story("<p>8 نيسان 2019</p>"), META.format(TITLE, "2018-04-07T22:50:00Z"))
    assert seen.published == date(2018, 4, 7)


def test_today_above_the_headline_is_not_the_day_below_it():
    assert read("<div>الجمعة 23 ماي 2014</div>" + story("<div>20 ماي 2014</div>")).published == date(2014, 5, 20)


def test_days_of_other_stories_are_not_the_storys():
    related = f'<div class="related"><a href="/1">{OTHER}</a><span>2 أكتوبر 2022</span></div>'
    assert read(story(after=related)).published is None
    assert read(story(after=related)).sure_date == 0.0


def test_a_day_in_a_sentence_is_not_the_pages():
    assert read(story(between=f"<p>{FIRST} 5 أيار 2020.</p>")).published is None


def test_the_address_gives_a_day_when_nothing_else_does():
    assert read(story(), url="https://x.example/2021/08/03/13920/").published == date(2021, 8, 3)
    assert read(story(), url="https://x.example/2021/99/03/").published is None


def test_published_and_changed():
    seen = read(story("<p>نشر: 2018/10/29 - آخر تحديث: 2018/10/30</p>"))
    assert (seen.published, seen.updated) == (date(2018, 10, 29), date(2018, 10, 30))


def test_a_time_element_counts_even_when_its_words_are_no_day():
    assert read(story('<time datetime="2021-05-06T10:00:00+03:00">قبل ساعتين</time>')).published == date(2021, 5, 6)


@pytest.mark.parametrize(
    ("body", "outlet"),
    [
        (story(), "شبكة سهل الروج"),
        ('<a href="/">موقع الوادي</a>' + story(), "موقع الوادي"),
        ('<a href="/"><img alt="موقع الوادي" src="l"></a>' + story(), "موقع الوادي"),
    ],
)
def test_outlet(body, outlet):
    window = f"{TITLE} | شبكة سهل الروج" if outlet.startswith("شبكة") else TITLE
    assert read(body, f"<title>{window}</title>").outlet == outlet


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("كتبه: سالم الوادي", "سالم الوادي"),
        ("بقلم : سليم . ب", "سليم . ب"),
        ("بواسطة هيثم الرملي", "هيثم الرملي"),
        ("مرسلة بواسطة نبيل الصواف في 4:12 ص", "نبيل الصواف"),
        ("نشر بتاريخ : الإثنين 9 جانفي 2012 بقلم : سليم . ب", "سليم . ب"),
        ("عدن - مراسل الجريدة", "عدن - مراسل الجريدة"),
        ("8 نيسان 2019", ""),
        ("12:30", ""),
    ],
)
def test_writer(line, name):
    assert writer(line) == name or (name.startswith("عدن") and writer(line) in name)


def test_a_body_in_the_head_mends_a_page_whose_blocks_miss_it():
    body = f"{FIRST}\\n{SECOND}\\n{THIRD}"
    head = f'<title>{TITLE}</title><script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}","articleBody":"{body}"}}</script>'
    seen = read(f"<h1>{TITLE}</h1><div id='app'></div>", head)
    assert [line.text for line in seen.lines if not line.reason] == [FIRST, SECOND, THIRD]
    assert seen.sure_body == 0.9


def test_a_page_without_a_story_is_not_sure_of_one():
    seen = read('<ul><li><a href="/1">خبر أول من الأخبار</a></li><li><a href="/2">خبر ثان من الأخبار</a></li></ul>')
    assert seen.sure_body == 0.0
    assert all(line.reason for line in seen.lines)
