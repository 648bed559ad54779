"""Heads of pages: JSON-LD in its many shapes, OpenGraph, and what is broken."""

from __future__ import annotations

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from waqai.read.meta import read_head


def head(inner: str):
    return read_head(LexborHTMLParser(f"<html><head>{inner}</head><body></body></html>"))


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def test_a_graph_names_its_publisher_by_id():
    told = head(
        linked(
            '{"@graph":[{"@type":"NewsArticle","headline":"خبر","datePublished":"2022-11-14T11:22:09+00:00","dateModified":"2022-11-15",'
            '"author":{"@id":"#p"},"publisher":{"@id":"#o"}},{"@type":"Organization","@id":"#o","name":"شبكة"},{"@type":"Person","@id":"#p","name":"سالم"}]}'
        )
    )
    assert told.titles == ("خبر",)
    assert (told.outlet, told.byline) == ("شبكة", "سالم")
    assert (told.published, told.updated) == (date(2022, 11, 14), date(2022, 11, 15))


def test_a_list_of_items_and_of_authors():
    told = head(
        linked('[{"@type":"WebSite","name":"موقع"},{"@type":["Article"],"headline":"خبر","author":[{"name":"ليلى"}]}]')
    )
    assert (told.titles, told.byline, told.outlet) == (("خبر",), "ليلى", "موقع")


def test_an_article_goes_before_the_web_page_that_holds_it():
    told = head(
        linked('{"@graph":[{"@type":"WebPage","name":"صفحة - موقع"},{"@type":"NewsArticle","headline":"خبر"}]}')
    )
    assert told.titles == ("خبر",)


def test_a_body_with_markup_becomes_lines():
    assert (
        head(linked('{"@type":"NewsArticle","articleBody":"<p>سطر أول</p><p>سطر &quot;ثان&quot;</p>"}')).body
        == 'سطر أول\nسطر "ثان"'
    )


def test_raw_line_breaks_in_strings_are_read_and_broken_data_is_passed_over():
    assert head(linked('{"@type":"NewsArticle","headline":"خبر\nعاجل"}')).titles == ("خبر عاجل",)
    assert head(
        linked('{"@type":"NewsArticle","headline":') + linked('{"@type":"Article","headline":"خبر"}')
    ).titles == ("خبر",)


def test_open_graph_and_its_relatives():
    told = head(
        '<title>نافذة</title><meta property="og:title" content="خبر &amp; خبر"><meta property="og:site_name" content="موقع">'
        '<meta property="article:published_time" content="2021-08-03T21:47:00+03:00"><meta name="author" content="سالم">'
    )
    assert (told.titles, told.window, told.outlet, told.byline) == (("خبر & خبر",), "نافذة", "موقع", "سالم")
    assert told.published == date(2021, 8, 3)


def test_microdata():
    assert head('<meta itemprop="datePublished" content="2020-10-26T12:02:00">').published == date(2020, 10, 26)


@pytest.mark.parametrize("value", ["2022-13-40", "soon", "", "20221114"])
def test_a_day_that_is_none_is_not_guessed(value):
    assert head(f'<meta property="article:published_time" content="{value}">').published is None


def test_an_address_is_no_writer():
    assert head('<meta property="article:author" content="https://facebook.example/page">').byline == ""
