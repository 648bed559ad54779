"""Whole runs: feeds, sitemaps and sections to pages; nothing twice, nothing lost, dead sources told."""

import gzip
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from fetch_server import in_turn, page, rss, send, tagged
from waqai.errors import ArchiveError
from waqai.fetch import iter_originals
from waqai.fetch.archive import Archive
from waqai.fetch.run import Hooks
from waqai.fetch.sources import Feed, Folder, Section, Sitemap, Url
from waqai.fetch.state import State
from waqai.fetch.verify import verify


@pytest.fixture
def feed(server):
    server.pages |= {f"/{n}": send(200, page(n)) for n in range(6)}
    server.pages["/feed"] = tagged(rss([server.url(f"/{n}") for n in range(6)]), '"1"', kind="text/html")
    return Feed(name="wire", url=server.url("/feed"), outlet="منبر")


def test_a_feed_gives_its_pages_once(bench, server, feed):
    first = bench.run(feed).tallies[0]
    assert (first.fetched, first.unchanged, first.refusals) == (6, 0, [])
    second = bench.run(feed).tallies[0]
    assert (second.fetched, second.unchanged) == (0, 1)
    found = list(iter_originals(bench.home))
    assert {o.url for o in found} == {server.url(f"/{n}") for n in range(6)}
    assert {(o.source, o.outlet, o.media_type, o.charset) for o in found} == {("wire", "منبر", "text/html", "utf-8")}
    assert found[0].body(bench.home).startswith(b"<!doctype html>")
    assert server.asked["/feed"] == 2
    assert all(server.asked[f"/{n}"] == 1 for n in range(6))
    assert verify(bench.home / "archive").entries == len(bench.entries) == 8


def test_new_originals_are_told_as_they_come(bench, feed):
    got = []
    bench.run(feed, hooks=Hooks(got=got.append))
    assert sorted(o.number for o in got) == [o.number for o in iter_originals(bench.home)]


def test_no_more_than_the_limit_in_one_run_and_the_rest_in_the_next(bench, server, feed):
    few = Feed(name="wire", url=feed.url, limit=4)
    assert (bench.run(few).tallies[0].fetched, bench.run(few).tallies[0].fetched) == (4, 2)


def test_a_page_that_changed_by_its_feed_is_had_again(bench, server):
    def atom(day: int) -> bytes:
        return (
            f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/1"/>'
            f"<updated>20{day}-01-01T00:00:00Z</updated></entry></feed>"
        ).encode()

    server.pages["/feed"] = in_turn(send(200, atom(20)), send(200, atom(20)), send(200, atom(90)))
    server.pages["/1"] = in_turn(send(200, b"<p>one"), send(200, b"<p>two"))
    source = Feed(name="wire", url=server.url("/feed"))
    assert [bench.run(source).tallies[0].fetched for _ in range(3)] == [1, 0, 1]
    assert [o.body(bench.home) for o in iter_originals(bench.home)] == [b"<p>one", b"<p>two"]


def test_a_page_that_came_back_the_same_is_kept_as_a_visit(bench, server):
    server.pages["/"] = send(200, page(1))
    source = Url(name="one", url=server.url("/"))
    assert (bench.run(source).tallies[0].fetched, bench.run(source).tallies[0].unchanged) == (1, 1)
    first, second = bench.kept()
    assert (second.same_as, second.same_at) == (first.number, first.at)
    assert len(list(iter_originals(bench.home))) == 1
    assert verify(bench.home / "archive").entries == 3


def test_a_page_that_was_asked_as_a_feed_before_is_an_original(bench, server):
    server.pages |= {"/1": send(200, page(1)), "/feed": send(200, rss([server.url("/1")]))}
    bench.run(Feed(name="no feed", url=server.url("/1")))
    assert bench.run(Feed(name="wire", url=server.url("/feed"))).tallies[0].fetched == 1
    assert [o.url for o in iter_originals(bench.home)] == [server.url("/1")]


def test_links_of_a_feed_that_was_kept_but_not_used_are_not_lost(bench, server, feed, monkeypatch):
    """A run may be killed between the two; the server would say 304 to the next."""

    def killed(*_):
        raise ArchiveError("killed")

    with monkeypatch.context() as patch:
        patch.setattr(State, "note_links", killed)
        with pytest.raises(ArchiveError, match="killed"):
            bench.run(feed)
    assert len(bench.kept("feed")) == 1
    server.pages["/new"] = send(200, page(99))
    server.pages["/feed"] = send(200, rss([server.url("/new")]))  # by now the old ones are no longer in it
    assert bench.run(feed).tallies[0].fetched == 7


def test_a_page_of_errors_is_no_section(bench, server):
    server.pages |= {"/": send(404, b'<a href="/news/1">popular</a>'), "/news/1": send(200, page(1))}
    source = Section(name="sec", url=server.url("/"), links="/news/")
    assert [bench.run(source).tallies[0].fetched for _ in range(2)] == [0, 0]


def test_sitemaps_lead_to_pages_by_way_of_an_index(bench, server):
    old = datetime.now(UTC) - timedelta(days=30)

    def urlset(*rows: tuple[str, datetime]) -> bytes:
        told = "".join(f"<url><loc>{server.url(p)}</loc><lastmod>{d.isoformat()}</lastmod></url>" for p, d in rows)
        return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{told}</urlset>'.encode()

    index = "".join(f"<sitemap><loc>{server.url(p)}</loc></sitemap>" for p in ("/a.xml.gz", "/b.xml", "/none.xml"))
    now = datetime.now(UTC)
    server.pages |= {
        "/map": send(200, f"<sitemapindex>{index}</sitemapindex>".encode(), kind="text/xml"),
        "/a.xml.gz": send(200, gzip.compress(urlset(("/news/1", now), ("/news/2", old))), kind="application/gzip"),
        "/b.xml": send(200, urlset(("/news/3", now), ("/about", now))),
        **{f"/news/{n}": send(200, page(n)) for n in (1, 2, 3)},
    }
    tally = bench.run(Sitemap(name="map", url=server.url("/map"), match="/news/", days=7)).tallies[0]
    assert {o.url for o in iter_originals(bench.home)} == {server.url("/news/1"), server.url("/news/3")}
    assert [r.what for r in tally.refusals] == [server.url("/none.xml")]


def test_a_section_leads_to_what_its_pattern_fits(bench, server):
    links = '<base href="/sy/"><a href="1.html?x=1#top">a</a><a href="/ads">b</a><a href="javascript:0">c</a>'
    server.pages |= {"/": send(200, links.encode()), "/sy/1.html?x=1": send(200, page(1))}
    assert bench.run(Section(name="sec", url=server.url("/"), links=r"/sy/\d+\.html")).tallies[0].fetched == 1
    none = bench.run(Section(name="none", url=server.url("/"), links="/iq/")).tallies[0]
    assert "has no link" in none.refusals[0].reason


def test_a_dead_feed_is_told_and_not_asked_for_ever(bench, server):
    server.pages["/feed"] = send(200, b"<p>domain for sale", kind="text/html")
    source = Feed(name="wire", url=server.url("/feed"))
    tallies = [bench.run(source, dead_after=3).tallies[0] for _ in range(5)]
    assert [bool(t.dead) for t in tallies] == [False, False, False, True, True]
    assert "is no feed" in tallies[-1].dead
    assert server.asked["/feed"] == 3
    with Archive(bench.home), State(bench.home) as state:
        state.try_again()
    server.pages["/feed"] = send(200, rss([]))
    assert not bench.run(source, dead_after=3).tallies[0].dead
    assert not bench.run(source, dead_after=3).tallies[0].dead


def test_an_evening_without_a_network_is_no_death(bench, server):
    source = Feed(name="wire", url="http://no-such-host.invalid/feed")
    for _ in range(3):
        tally = bench.run(source, retries=0, dead_after=1, dead_days=1).tallies[0]
        assert (tally.dead, tally.failed) == ("", 1)


def test_a_host_that_asks_for_time_has_not_failed(bench, server, feed):
    server.pages["/feed"] = send(503, Retry_After="3600")
    for _ in range(3):
        tally = bench.run(feed, dead_after=1).tallies[0]
        assert (tally.dead, tally.failed) == ("", 1)
    assert server.asked["/feed"] == 1
    server.pages |= {"/feed": send(200, rss([server.url("/late")])), "/late": send(503, Retry_After="3600")}
    with Archive(bench.home), State(bench.home) as state:
        state.try_again()
    for _ in range(9):
        assert bench.run(feed).tallies[0].waiting == 1
    assert server.asked["/late"] == 1


def test_a_feed_that_is_gone_is_dead_at_once(bench, server):
    server.pages["/feed"] = send(410)
    source = Feed(name="wire", url=server.url("/feed"))
    bench.run(source)
    assert "410" in bench.run(source).tallies[0].dead
    assert server.asked["/feed"] == 1


def test_one_source_stops_no_other(bench, server, feed, tmp_path):
    bad = Feed(name="bad", url="http://127.0.0.1:9/feed")
    gone = Folder(name="gone", path="nowhere")
    summary = bench.run(bad, gone, feed)
    assert [t.fetched for t in summary.tallies] == [0, 0, 6]
    assert [len(t.refusals) for t in summary.tallies] == [1, 1, 0]
    assert not summary.is_whole
    assert summary.head == bench.entries[-1].hash


def test_a_page_that_fails_waits_and_is_given_up_after_some_runs(bench, server):
    server.pages |= {"/feed": send(200, rss([server.url("/1")])), "/1": send(500)}
    source = Feed(name="wire", url=server.url("/feed"))
    assert bench.run(source, retries=0).tallies[0].waiting == 1
    assert bench.run(source, retries=0).tallies[0].failed == 0  # not before ten minutes
    for _ in range(7):
        hurry(bench.home)
        last = bench.run(source, retries=0).tallies[0]
    assert "given up after 8 runs" in last.refusals[0].reason
    assert last.waiting == 0
    assert server.asked["/1"] == 8


def hurry(home) -> None:
    """Let the pause before the next attempt be over."""
    with sqlite3.connect(home / "fetch/state.sqlite") as db:
        db.execute("UPDATE todo SET not_before = ''")
    db.close()


def test_a_full_disk_ends_the_run_and_loses_nothing(bench, feed, monkeypatch):
    def full(self, placed):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Archive, "_enter", full)
        with pytest.raises(ArchiveError, match="No space left"):
            bench.run(feed)
    assert bench.run(feed).tallies[0].fetched == 6
    assert verify(bench.home / "archive").entries == len(bench.entries)
