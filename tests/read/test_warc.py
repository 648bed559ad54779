"""WARC files: pages read, the rest counted, damage named and what stands before it kept."""

from __future__ import annotations

import gzip
from io import BytesIO

import pytest
from fastwarc.warc import WarcRecord, WarcRecordType

from html_pages import TITLE, page, story
from waqai.errors import InputError
from waqai.model import Article
from waqai.read import Skipped
from waqai.read.file import read_path

STORY = page(story()).encode()
PERSIAN = page(
    "<p>در پی حمله موشکی به این شهر دست کم پنج نفر کشته و ده ها نفر زخمی شدند و مقام های محلی گفتند که این حمله بامداد انجام شده است.</p>"
).encode()


def record(url: str, body: bytes, *, kind: str = "text/html", status: str = "200 OK", coding: str = "") -> bytes:
    made = WarcRecord()
    made.init_headers(
        content_length=len(body),
        record_type=WarcRecordType.response,
        record_urn=b"12345678-1234-1234-1234-123456789abc",
    )
    made.headers["WARC-Target-URI"] = url
    made.headers["Content-Type"] = "application/http; msgtype=response"
    coded = f"Content-Encoding: {coding}\r\n" if coding else ""
    made.set_bytes_content(f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{coded}\r\n".encode() + body)
    out = BytesIO()
    made.write(out)
    return out.getvalue()


def read(tmp_path, data: bytes, name: str = "crawl.warc"):
    path = tmp_path / name
    path.write_bytes(data)
    return list(read_path(path))


ALL = (
    record("https://x.example/1", STORY)
    + record("https://x.example/1.jpg", b"\xff\xd8\xff", kind="image/jpeg")
    + record("https://x.example/old", b"", status="301 Moved")
    + record("https://x.example/2", gzip.compress(STORY), coding="gzip")
)


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_every_page_is_an_article_and_the_rest_is_counted(tmp_path, name):
    found = read(tmp_path, gzip.compress(ALL) if name.endswith("gz") else ALL, name)
    articles = [a for a in found if isinstance(a, Article)]
    assert [a.url for a in articles] == ["https://x.example/1", "https://x.example/2"]
    assert {a.title for a in articles} == {TITLE}
    assert articles[0].id == "12345678-1234-1234-1234-123456789abc"
    assert {(s.what, s.count) for s in found if isinstance(s, Skipped)} == {
        ("no page: image/jpeg", 1),
        ("answer 301", 1),
    }
    assert [e for e in found if isinstance(e, InputError)] == []


def test_a_page_in_another_language_is_set_aside_among_others(tmp_path):
    found = read(tmp_path, record("https://x.example/fa", PERSIAN))
    assert [(a.language, a.paragraphs) for a in found] == [("fa", ())]


def test_one_bad_page_stops_no_other(tmp_path):
    data = record("https://x.example/0", b" ") + record("https://x.example/1", STORY)
    found = read(tmp_path, data)
    assert isinstance(found[1], Article)
    assert "https://x.example/0" in str(found[0])


def test_a_file_cut_short_gives_what_it_has_and_a_sentence(tmp_path):
    found = read(tmp_path, gzip.compress(ALL)[:-400], "cut.warc.gz")
    assert any(isinstance(one, InputError) for one in found)
    assert all("cut.warc.gz" in str(one) for one in found if isinstance(one, InputError))


def test_a_warc_file_without_responses_says_so(tmp_path):
    found = read(tmp_path, b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n")
    assert [str(e).rpartition(": ")[2] for e in found] == ["is a WARC file without a response"]
