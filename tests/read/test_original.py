"""Archived originals: read by their kind, named by their source, and said when the archive does not hold them."""

from __future__ import annotations

import json

import msgspec
import pytest

from fetch_takes import take
from html_pages import FIRST, SECOND, TITLE, page, story
from waqai.errors import InputError
from waqai.fetch import iter_originals
from waqai.fetch.archive import Archive
from waqai.model import Article
from waqai.read import read_path
from waqai.read.original import articles_from_original

PAGE = page(story()).encode()
EXPORT = json.dumps(
    {"name": "ق", "type": "public_channel", "messages": [{"id": n, "type": "message", "text": FIRST} for n in (1, 2)]}
)
RECORD = json.dumps({"id": "r", "title": TITLE, "text": f"{FIRST}\n{SECOND}"})


@pytest.fixture
def home(tmp_path):
    with Archive(tmp_path) as archive:
        archive.add(
            [
                take(1, body=PAGE, outlet="شبكة الفريق"),
                take(2, body=EXPORT.encode(), kind="telegram"),
                take(3, body=RECORD.encode(), kind="record"),
                take(4, body=b'{"id": "broken', kind="record"),
                take(5, body=PAGE.replace(b"utf-8", b"windows-1256").decode().encode("windows-1256")),
            ]
        )
    return tmp_path


def read(home):
    return [list(articles_from_original(original, home)) for original in iter_originals(home)]


def test_each_kind_is_read_by_its_form(home):
    page_, export, record, broken, old = read(home)
    assert [a.title for a in (*page_, *record, *old)] == [TITLE] * 3
    assert [a.story for a in export] == [FIRST, FIRST]
    assert [str(e).partition(": ")[2].partition(":")[0] for e in broken] == ["is no JSON object"]


def test_the_name_of_the_source_goes_before_the_pages_and_the_address_goes_with_it(home):
    page_, export, _, _, old = read(home)
    assert (page_[0].outlet, page_[0].url) == ("شبكة الفريق", "https://news.example/1")
    assert (old[0].outlet, export[0].outlet) == ("شبكة سهل الروج", "ق")


def test_ids_are_the_originals(home):
    originals = list(iter_originals(home))
    assert [a.id for found in read(home) for a in found if isinstance(a, Article)] == [
        originals[0].id,
        f"{originals[1].id}/1",
        f"{originals[1].id}/2",
        "r",
        originals[4].id,
    ]


def test_what_fetch_writes_is_read(home, monkeypatch):
    monkeypatch.setenv("WAQAI_HOME", str(home))
    lines = home / "fetched.jsonl"
    lines.write_bytes(b"\n".join(map(msgspec.json.encode, iter_originals(home))))
    assert sum(isinstance(one, Article) for one in read_path(lines)) == 5


def test_an_original_that_the_archive_does_not_hold_is_one_sentence(home, tmp_path):
    original = next(iter(iter_originals(home)))
    found = list(articles_from_original(msgspec.structs.replace(original, digest="0" * 64), home))
    assert [type(one) for one in found] == [InputError]
    assert str(found[0]).startswith("https://news.example/1: ")


def test_a_line_that_is_only_like_an_original_is_refused(tmp_path):
    lines = tmp_path / "a.jsonl"
    lines.write_text('{"warc": "x", "offset": "y", "length": 1, "digest": 1, "kind": "page"}\n', encoding="utf-8")
    assert ["is no original" in str(one) for one in read_path(lines)] == [True]
