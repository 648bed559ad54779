"""Files as sources: pages, exports, lines and other crawlers' WARC, each taken once, each fault told."""

import gzip
import os
import shutil
from codecs import BOM_UTF8

import pytest

from waqai.fetch import iter_originals
from waqai.fetch.files import telegram_files
from waqai.fetch.sources import Folder, Jsonl, Telegram, Warc
from waqai.fetch.verify import verify


@pytest.fixture
def samples(root, bench):
    shutil.copytree(root / "samples", bench.home / "samples")
    return bench.home / "samples"


def bodies(bench) -> list[bytes]:
    return [o.body(bench.home) for o in iter_originals(bench.home)]


def test_a_folder_of_pages_is_taken_once(bench, samples):
    source = Folder(name="صفحات", path="samples/pages")
    pages = sorted(samples.glob("pages/*"))
    assert bench.run(source).tallies[0].fetched == len(pages)
    assert bodies(bench) == [p.read_bytes() for p in pages]
    assert bench.run(source).tallies[0].fetched == 0
    names = [o.url for o in iter_originals(bench.home)]
    assert names[0] == "urn:waqai:%D8%B5%D9%81%D8%AD%D8%A7%D8%AA:analysis.txt"
    assert str(bench.home) not in (bench.home / "archive/ledger.jsonl").read_text()
    assert verify(bench.home / "archive").entries == len(pages)


def test_a_page_that_changed_is_taken_again_and_one_only_touched_is_not(bench, samples):
    source = Folder(name="p", path="samples/pages", pattern="raid.html")
    bench.run(source)
    page = samples / "pages/raid.html"
    os.utime(page, (1, 1))
    assert bench.run(source).tallies[0].fetched == 0
    page.write_bytes(b"<p>changed</p>")
    assert bench.run(source).tallies[0].fetched == 1
    assert bodies(bench)[-1] == b"<p>changed</p>"


def test_what_is_no_page_or_too_large_or_closed_is_told(bench, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(b"\xff\xd8")
    (folder / "b.html").write_bytes(b"x" * 200)
    (folder / "c.html").write_bytes(b"<p>page")
    (folder / ".hidden").write_bytes(b"x")
    tally = bench.run(Folder(name="in", path="in"), max_bytes=100).tallies[0]
    assert tally.fetched == 1
    assert [r.reason for r in tally.refusals] == [
        "is no saved page (.jpg)",
        "has 200 bytes; more than 100 are not taken",
    ]


def test_a_file_whose_name_is_no_utf_8_stops_no_other(bench, samples):
    here = samples / "pages" / os.fsdecode(b"\xe3\xd4.html")
    before = bench.run(Folder(name="f", path="samples/pages")).tallies[0].fetched
    here.write_bytes(b"<p>x</p>")
    (samples / "pages/new.html").write_bytes(b"<p>y</p>")
    tally = bench.run(Folder(name="f", path="samples/pages")).tallies[0]
    assert before
    assert tally.fetched == 1
    assert ["rename it" in r.reason for r in tally.refusals if "\N{REPLACEMENT CHARACTER}" in r.what] == [True]


def test_an_export_of_telegram_is_kept_file_by_file(bench, samples):
    (samples / "telegram/messages2.html").write_text("<div class='message'>", encoding="utf-8")
    assert bench.run(Telegram(name="t", path="samples/telegram")).tallies[0].fetched == 2
    found = list(iter_originals(bench.home))
    assert [(o.kind, o.media_type) for o in found] == [("telegram", "text/html"), ("telegram", "application/json")]
    assert found[1].body(bench.home) == (samples / "telegram/result.json").read_bytes()


def test_a_folder_that_is_no_export_is_told(bench, samples):
    tally = bench.run(Telegram(name="t", path="samples/pages")).tallies[0]
    assert "no export of Telegram" in tally.refusals[0].reason
    assert telegram_files(samples / "pages/raid.html") == [samples / "pages/raid.html"]


def test_lines_are_taken_once_wherever_they_stand(bench, samples):
    source = Jsonl(name="j", path="samples/articles.jsonl")
    lines = (samples / "articles.jsonl").read_bytes().splitlines()
    assert bench.run(source).tallies[0].fetched == 2
    assert bench.run(source).tallies[0].fetched == 0
    (samples / "articles.jsonl").write_bytes(
        BOM_UTF8 + b"\n".join([lines[1], b"", b'{"id": 3}', b"[]", b"{", lines[0]])
    )
    tally = bench.run(source).tallies[0]
    assert tally.fetched == 1
    assert [r.what.rpartition(":")[2] for r in tally.refusals] == ["4", "5"]
    assert bodies(bench) == [*lines, b'{"id": 3}']
    found = list(iter_originals(bench.home))
    assert [o.kind for o in found] == ["record"] * 3
    assert found[0].url == "https://wire.example/news/1"
    assert found[2].url.startswith("urn:waqai:j:sha256:")


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_pages_of_another_crawler_are_taken_with_their_time(bench, samples, pack):
    file = samples / "crawl.warc"
    file.write_bytes(pack(file.read_bytes()))
    source = Warc(name="w", path="samples/crawl.warc")
    assert bench.run(source).tallies[0].fetched == 1
    assert bench.run(source).tallies[0].fetched == 0
    (found,) = iter_originals(bench.home)
    assert (found.url, found.charset, found.fetched_at.isoformat()) == (
        *("https://wire.example/news/3", "utf-8", "2021-11-10T20:00:00+00:00"),
    )
    assert found.body(bench.home).startswith(b"<!doctype html>")
    assert verify(bench.home / "archive").entries == 1


def test_only_what_fits_is_taken_from_a_warc(bench, samples):
    assert bench.run(Warc(name="w", path="samples", match="/elsewhere/")).tallies[0].fetched == 0


@pytest.mark.parametrize("cut", [10, 400])
@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_a_torn_warc_is_told_and_what_is_whole_is_taken(bench, samples, cut, pack):
    file = samples / "crawl.warc"
    whole = file.read_bytes()
    end = whole.index(b"WARC/1.1", whole.index(b"</html>"))
    file.write_bytes(
        pack(whole[:end])
        + pack(whole[: end - cut][whole.rindex(b"WARC/1.1", 0, end) :])[: -8 if pack is gzip.compress else None]
    )
    tally = bench.run(Warc(name="w", path="samples/crawl.warc")).tallies[0]
    assert tally.fetched == 1
    assert len(tally.refusals) == 1


@pytest.mark.parametrize("data", [b"", b"no warc at all", b"\x1f\x8bno gzip"])
def test_what_is_no_warc_is_told(bench, tmp_path, data):
    (tmp_path / "x.warc").write_bytes(data)
    tally = bench.run(Warc(name="w", path="x.warc")).tallies[0]
    assert len(tally.refusals) == 1


def test_a_path_that_is_not_there_is_told(bench):
    (refusal,) = bench.run(Folder(name="x", path="nowhere")).tallies[0].refusals
    assert refusal.reason == "is not there"
