"""The index's keys are those of other web archives."""

import gzip
import json
from datetime import UTC, datetime

import pytest
import surt

from waqai.fetch.cdxj import LINES, Row, line, packed, url_key

URLS = [
    *(
        "https://news.example/",
        "https://www.news.example",
        "http://News.example:80/A/b/",
        "https://news.example:8443/x",
    ),
    *(
        "https://a.b.news.example/x?b=2&a=1",
        "https://news.example/x?q=%D8%AE",
        "https://news.example/%D8%AE%D8%A8%D8%B1",
    ),
]


@pytest.mark.parametrize("url", URLS)
def test_keys_are_those_of_other_archives(url):
    assert url_key(url) == surt.surt(url)


def test_what_is_no_web_address_is_its_own_key():
    assert url_key("urn:waqai:pages:raid.html") == "urn:waqai:pages:raid.html"


def test_blocks_can_be_read_one_by_one():
    row = Row(
        url="https://news.example/1", mime="text/html", digest="sha256:A", length="1", offset="2", filename="x.warc.gz"
    )
    lines = [line(datetime(2026, 1, 1, tzinfo=UTC), row)] * (LINES + 1)
    data, told = packed(lines, "index.cdx.gz")
    head, *rows = told.decode().splitlines()
    assert json.loads(head.removeprefix("!meta 0 "))["format"] == "cdxj-gzip-1.0"
    places = [json.loads(r.split(" ", 2)[2]) for r in rows]
    blocks = [gzip.decompress(data[p["offset"] :][: p["length"]]).decode() for p in places]
    assert "".join(blocks) == "".join(lines)
    assert [b.count("\n") for b in blocks] == [LINES, 1]
    key, at, told = lines[0].split(" ", 2)
    assert (key, at, json.loads(told)["offset"]) == ("example,news)/1", "20260101000000", "2")
