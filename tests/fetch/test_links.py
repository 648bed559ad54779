"""Feeds, sitemaps and sections as they come, broken ones among them."""

import gzip
from datetime import UTC, datetime, timedelta

import pytest

from waqai.errors import FetchError, RefusedError
from waqai.fetch.links import links_of_feed, links_of_section, newer, read_sitemap

BASE = "https://news.example/feed"
ONE = "https://news.example/%D8%AE%D8%A8%D8%B1/1"
RSS = "<rss version='2.0'><channel><item><title>خبر</title><link>{}</link></item></channel></rss>"
RDF = (
    '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
    "<item><title>t</title><link>/خبر/1</link></item></r:RDF>"
)

FEEDS = {
    "rss": (RSS.format("https://news.example/خبر/1"), "text/xml"),
    "rss, relative": (RSS.format("/خبر/1"), "text/xml"),
    "rss as a page": (RSS.format("/خبر/1"), "text/html"),
    "rss, cut off": (RSS.format("/خبر/1")[:-16], "text/xml"),
    "rss, bare ampersand": (RSS.format("/خبر/1").replace("خبر<", "خبر & خبر<"), "text/xml"),
    "atom": (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="alternate" href="/خبر/1"/></entry></feed>',
        "application/atom+xml",
    ),
    "rdf": (RDF, "text/xml"),
    "json": (
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "/خبر/1"}, 3]}',
        "text/plain",
    ),
}


@pytest.mark.parametrize("name", FEEDS)
def test_feeds_lead_to_their_pages(name):
    text, kind = FEEDS[name]
    assert [url for url, _ in links_of_feed(text.encode(), kind, BASE)] == [ONE]


def test_a_feed_in_an_old_encoding_is_read():
    text = '<?xml version="1.0" encoding="windows-1256"?>' + RSS.format("/خبر/1")
    assert [url for url, _ in links_of_feed(text.encode("windows-1256"), "text/xml", BASE)] == [ONE]


def test_the_day_of_change_is_told_and_publication_is_none():
    text = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/1"/><updated>2026-02-01T10:00:00+03:00</updated>'
        "</entry><entry><link href='/2'/><published>2026-02-01T10:00:00Z</published></entry></feed>"
    )
    days = [day for _, day in links_of_feed(text.encode(), "text/xml", BASE)]
    assert days == [datetime(2026, 2, 1, 7, tzinfo=UTC), None]
    text = '{"items": [{"url": "/1", "date_modified": "2026-02-01T10:00:00+03:00"}]}'
    assert links_of_feed(text.encode(), "", BASE)[0][1] == datetime(2026, 2, 1, 7, tzinfo=UTC)


@pytest.mark.parametrize("body", [b"", b"<html><p>for sale</html>", b"\xff\xd8\xff", b'{"items": 3}', b"{", b"[1]"])
def test_what_is_no_feed_is_told(body):
    with pytest.raises(FetchError, match=r"is no (JSON F|f)eed"):
        links_of_feed(body, "text/xml", BASE)


def test_an_empty_feed_is_a_feed():
    assert links_of_feed(b"<rss version='2.0'><channel></channel></rss>", "text/xml", BASE) == []


def test_links_that_lead_nowhere_are_left_out():
    text = "".join(
        f"<item><link>{k}</link></item>" for k in ("", "javascript:x", "mailto:a@b.c", "http://", "/1", "/1#a")
    )
    found = links_of_feed(f"<rss version='2.0'><channel>{text}</channel></rss>".encode(), "text/xml", BASE)
    assert [url for url, _ in found] == ["https://news.example/1"]


NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<!-- a comment -->
<url><loc> https://news.example/1 </loc><news:news><news:publication_date>2026-01-02</news:publication_date></news:news></url>
<url><loc>https://news.example/2</loc><lastmod>2026-01-03T10:00:00+03:00</lastmod></url>
<url><loc>https://news.example/3</loc><lastmod>yesterday</lastmod></url>
</urlset>"""


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_news_sitemaps_are_read_newest_first(pack):
    pages, more = read_sitemap(pack(NEWS.encode()), BASE)
    assert pages == [
        ("https://news.example/2", datetime(2026, 1, 3, 7, tzinfo=UTC)),
        ("https://news.example/1", datetime(2026, 1, 2, tzinfo=UTC)),
        ("https://news.example/3", None),
    ]
    assert more == []


def test_indexes_lead_to_sitemaps():
    text = "<sitemapindex><sitemap><loc>/a.xml</loc><lastmod>2026-01</lastmod></sitemap></sitemapindex>"
    assert read_sitemap(text.encode(), BASE) == ([], [("https://news.example/a.xml", datetime(2026, 1, 1, tzinfo=UTC))])


def test_sitemaps_of_plain_lines_are_read():
    assert read_sitemap(b"https://news.example/1\nhttps://news.example/2\n", BASE)[0][1][0] == "https://news.example/2"


def test_a_broken_sitemap_gives_what_it_has():
    assert len(read_sitemap(NEWS[: NEWS.index("yesterday")].replace("<!--", "&bad; <!--").encode(), BASE)[0]) == 3


def test_entities_bring_nothing_in_and_do_not_swell(tmp_path):
    (tmp_path / "secret").write_text("https://news.example/secret")
    text = (
        f'<!DOCTYPE u [<!ENTITY s SYSTEM "{(tmp_path / "secret").as_uri()}"><!ENTITY a "{"x" * 1000}">'
        + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + "]><urlset><url><loc>&s;</loc></url><url><loc>https://news.example/&i;</loc></url></urlset>"
    )
    pages, _ = read_sitemap(text.encode(), BASE)
    assert all("secret" not in url and len(url) < 100 for url, _ in pages)


@pytest.mark.parametrize("body", [b"", b"<html></html>", b"hello", b"\x1f\x8b"])
def test_what_is_no_sitemap_is_told(body):
    with pytest.raises((FetchError, RefusedError)):
        read_sitemap(body, BASE)


def test_only_what_is_new_enough_and_fits_is_followed():
    now = datetime.now(UTC)
    links = [
        ("https://a.example/news/1", now),
        ("https://a.example/news/2", now - timedelta(days=9)),
        ("https://a.example/x", None),
    ]
    assert [url[-1] for url, _ in newer(links, 7, "")] == ["1", "x"]
    assert [url[-1] for url, _ in newer(links, None, r"/news/\d")] == ["1", "2"]


def test_sections_in_an_old_encoding_and_an_unknown_one():
    text = '<meta charset="windows-1256"><a href="/خبر/1">خ</a>'
    found = links_of_section(text.encode("windows-1256"), "windows-1256", BASE, "/")
    assert found == [(ONE, None)]
    with pytest.raises(FetchError):
        links_of_section(text.encode(), "no-such-code", BASE, "/")
    with pytest.raises(FetchError):
        links_of_section(b"", None, BASE, "/")
