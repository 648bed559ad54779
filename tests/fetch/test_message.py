"""Responses taken apart, as servers and other crawlers write them."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.errors import RefusedError
from waqai.fetch.message import gunzip, parse

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=Windows-1256\r\n"


def test_head():
    message = parse(HEAD + b'ETag: "a"\r\n\r\nhello')
    assert (message.status, message.media_type, message.charset) == (200, "text/html", "windows-1256")
    assert message.header("etag") == '"a"'
    assert message.body() == b"hello"


@given(st.lists(st.binary(min_size=1, max_size=40), max_size=5))
def test_chunks_are_joined(parts):
    chunked = b"".join(b"%x;x=1\r\n%b\r\n" % (len(p), p) for p in parts) + b"0\r\n\r\n"
    assert parse(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunked).body() == b"".join(parts)


@pytest.mark.parametrize(
    ("coding", "coded"),
    [
        ("gzip", gzip.compress(b"page")),
        ("gzip", gzip.compress(b"pa") + gzip.compress(b"ge")),
        ("deflate", zlib.compress(b"page")),
        ("deflate", zlib.compress(b"page")[2:-4]),
        ("gzip, deflate", zlib.compress(gzip.compress(b"page"))),
        ("identity", b"page"),
        ("gzip", b"page"),
    ],
)
def test_content_coding_is_taken_off(coding, coded):
    assert parse(HEAD + f"Content-Encoding: {coding}\r\n\r\n".encode() + coded).body() == b"page"


def test_what_follows_the_declared_length_is_no_page():
    assert parse(HEAD + b"Content-Length: 4\r\n\r\npage and more").body() == b"page"


def test_dechunked_bodies_of_other_crawlers_are_read():
    assert parse(HEAD + b"Transfer-Encoding: chunked\r\n\r\n<p>page</p>").body() == b"<p>page</p>"


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_bombs_are_refused(coding):
    pack = gzip.compress if coding == "gzip" else zlib.compress
    message = parse(HEAD + f"Content-Encoding: {coding}\r\n\r\n".encode() + pack(bytes(300_000)))
    with pytest.raises(RefusedError, match="decompression bomb"):
        message.body(limit=100_000)


def test_bombs_of_many_members_are_refused():
    with pytest.raises(RefusedError, match="decompression bomb"):
        gunzip(gzip.compress(bytes(60_000)) * 2, 100_000)


def test_a_coding_that_was_not_asked_for_is_refused():
    with pytest.raises(RefusedError, match="coded as br"):
        parse(HEAD + b"Content-Encoding: br\r\n\r\nxx").body()


def test_broken_gzip_is_refused():
    with pytest.raises(RefusedError, match="cannot be unpacked"):
        parse(HEAD + b"Content-Encoding: gzip\r\n\r\n\x1f\x8bnot gzip at all").body()


@given(st.binary(max_size=200))
def test_no_bytes_stop_it(data):
    assert parse(data).payload in (data, data) or parse(data).status
