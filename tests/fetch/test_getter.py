"""A hostile or clumsy outside world: each answer is handled, told, and stops nothing."""

import gzip
import time
import zlib
from itertools import pairwise

import pytest

from fetch_server import break_off, drip, in_turn, page, rss, send
from waqai.fetch.getter import plain, user_agent
from waqai.fetch.sources import Feed


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("http://127.0.0.1:{port}/secret", "private address (127.0.0.1)"),
        ("http://169.254.169.254/latest/meta-data/", "private address (169.254.169.254)"),
        ("http://[::1]:{port}/secret", "private address (::1)"),
        ("http://2130706433:{port}/secret", "private address (127.0.0.1)"),
        ("http://[::ffff:169.254.169.254]/", "private address"),
        ("file:///etc/passwd", "must begin with http"),
        ("gopher://127.0.0.1/", "must begin with http"),
    ],
)
def test_redirects_to_where_nobody_is_asked(bench, server, target, reason):
    server.pages["/"] = send(302, Location=target.format(port=server.port))
    server.pages["/secret"] = send(200, b"secret")
    assert reason in bench.why("/")
    assert server.asked["/secret"] == 0
    assert [e.status for e in bench.kept("redirect")] == [302]


def test_redirects_are_followed_within_their_number(bench, server):
    for n in range(5):
        server.pages[f"/{n}"] = send(301, Location=f"/{n + 1}")
    server.pages["/5"] = send(200, page(5))
    assert bench.page("/0").fetched == 1
    (kept,) = bench.kept()
    assert (kept.url, kept.key) == (server.url("/5"), server.url("/0"))
    assert len(bench.kept("redirect")) == 5
    assert "more than 4 times" in bench.why("/0", redirects=4)


def test_slow_loris_is_left_in_time(bench, server):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n"
    server.pages["/head"] = drip(head, b"X-A: b\r\n", 0.02)
    server.pages["/body"] = drip(head + b"\r\n", b"x", 0.02)
    begun = time.monotonic()
    assert "within 0.3 seconds" in bench.why("/head", timeout_s=0.3)
    assert "within 0.3 seconds" in bench.why("/body", timeout_s=0.3)
    assert time.monotonic() - begun < 3
    assert [e.truncated for e in bench.kept()] == ["time"]  # what came of the body is kept; of a torn head nothing


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_bombs_are_kept_packed_and_refused(bench, server, coding):
    zeros = bytes(30_000_000)
    server.pages["/"] = send(200, (gzip if coding == "gzip" else zlib).compress(zeros), Content_Encoding=coding)
    assert "decompression bomb" in bench.why("/")
    (kept,) = bench.kept()
    assert kept.length < 100_000
    assert not kept.is_original


@pytest.mark.parametrize("said", [True, False], ids=["declared", "undeclared"])
def test_too_much_is_cut_off(bench, server, said):
    big = send(200, b"x" * 900_000)
    chunked = drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"x" * 50_000, 0)
    server.pages["/"] = big if said else chunked
    assert "more than 100,000" in bench.why("/", max_bytes=100_000)
    (kept,) = bench.kept()
    assert kept.truncated == "length"
    assert kept.length < 200_000


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/pdf", "application/zip"])
def test_what_is_no_page_is_not_taken(bench, server, kind):
    server.pages["/"] = send(200, b"\x89PNG" * 30_000, kind=kind)
    assert f"is {kind}, not a page" in bench.why("/")


@pytest.mark.parametrize("kind", ["text/plain", "application/octet-stream", "", "nonsense"])
def test_pages_with_wrong_types_are_taken(bench, server, kind):
    server.pages["/"] = send(200, page(1), kind=kind)
    assert bench.page("/").fetched == 1


def test_retry_after_is_waited_for(bench, server):
    server.pages["/"] = in_turn(send(429, b"slow down", Retry_After="1"), send(200, page(1)))
    begun = time.monotonic()
    assert bench.page("/").fetched == 1
    assert time.monotonic() - begun >= 0.9
    assert [e.status for e in bench.kept()] == [429, 200]


def test_a_host_that_wants_more_time_is_left_alone_until_then(bench, server):
    server.pages["/"] = in_turn(send(503, b"later", Retry_After="3600"), send(200, page(1)))
    server.pages["/other"] = send(200, page(2))
    assert "asks to be left alone until" in bench.why("/")
    assert "asks to be left alone until" in bench.why("/other")
    assert server.asked["/"] == 1
    assert server.asked["/other"] == 0


@pytest.mark.parametrize("answer", [send(500, b"oops"), send(502), break_off(b"<p>ha", 500)])
def test_errors_of_a_server_are_tried_again_and_then_told(bench, server, answer):
    server.pages["/"] = answer
    tally = bench.page("/")
    assert tally.failed == 1
    assert server.asked["/"] == 3
    server.pages["/"] = send(200, page(1))
    assert bench.page("/").fetched == 1
    assert [e.is_original for e in bench.kept()] == [False, False, False, True]


@pytest.mark.parametrize("status", [401, 403, 404, 410, 451])
def test_what_is_not_to_be_had_is_asked_once(bench, server, status):
    server.pages["/"] = send(status, b"no")
    assert f"answers {status}" in bench.why("/")
    assert server.asked["/"] == 1


def test_a_connection_that_is_refused_is_told(bench, server):
    server.server_close()
    assert "robots.txt that cannot be had: cannot be connected to" in bench.why("/")


def test_robots_txt_is_obeyed_and_kept(bench, server):
    server.pages |= {
        "/robots.txt": send(200, b"User-agent: waqai\nDisallow: /*/private\n"),
        "/a/private": send(200, page(1)),
    }
    server.pages["/open"] = send(200, page(2))
    assert "robots.txt of its host says so" in bench.why("/a/private")
    assert bench.page("/open").fetched == 1
    assert server.asked["/a/private"] == 0
    assert server.asked["/robots.txt"] == 1  # once a day, not once a run
    assert len(bench.kept("robots")) == 1


def test_a_host_whose_robots_txt_fails_is_not_asked(bench, server):
    server.pages |= {"/robots.txt": send(500), "/": send(200, page(1))}
    assert "robots.txt that cannot be had" in bench.why("/")
    assert server.asked["/"] == 0


def test_the_pause_of_robots_txt_is_kept(bench, server):
    server.pages["/robots.txt"] = send(200, b"User-agent: *\nCrawl-delay: 0.2\n")
    server.pages |= {f"/{n}": send(200, page(n)) for n in range(4)}
    server.pages["/feed"] = send(200, rss([server.url(f"/{n}") for n in range(4)]))
    assert bench.run(Feed(name="f", url=server.url("/feed"))).tallies[0].fetched == 4
    starts = [at for at, path in server.when if path != "/robots.txt"]
    assert min(b - a for a, b in pairwise(starts)) > 0.15


def test_a_pause_of_a_day_is_not_waited_for(bench, server):
    server.pages |= {"/robots.txt": send(200, b"User-agent: *\nCrawl-delay: 86400\n"), "/1": send(200, page(1))}
    server.pages["/"] = send(302, Location="/1")
    assert bench.page("/", max_wait_s=0.1).fetched == 1


def test_no_more_at_once_than_is_polite(bench, server):
    def slow(handler):
        time.sleep(0.05)
        send(200, page(1))(handler)

    server.pages |= {f"/{n}": slow for n in range(12)}
    server.pages["/feed"] = send(200, rss([server.url(f"/{n}") for n in range(12)]))
    bench.run(Feed(name="f", url=server.url("/feed")), per_host=3)
    assert server.most_busy == 3


def test_we_say_who_we_are_and_keep_no_cookies(bench, server):
    server.pages["/"] = send(302, Location="/2", Set_Cookie="who=you; Path=/")
    server.pages["/2"] = send(200, page(1))
    bench.page("/", contact="desk@example.org")
    assert server.asked["/2"] == 1
    assert {h["User-Agent"] for h in server.headers} == {user_agent("desk@example.org")}
    assert "desk@example.org" in user_agent("desk@example.org")
    assert all("Cookie" not in h for h in server.headers)


def test_arabic_addresses_are_written_in_ascii():
    assert plain("http://مثال.example/خبر?س=1#ذيل") == ("http://xn--mgbh0fb.example/%D8%AE%D8%A8%D8%B1?%D8%B3=1")
