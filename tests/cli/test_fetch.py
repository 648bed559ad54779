"""``waqai fetch`` and ``waqai archive`` as a user calls them, killed 50 times and over a thousand pages."""

import json
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from fetch_server import page, rss, send, serving, tagged
from waqai.fetch import Original, iter_originals
from waqai.fetch.ledger import entries
from waqai.fetch.links import links_of_feed
from waqai.fetch.warc import read_body

KILLS = 50


@pytest.fixture
def server():
    with serving() as running:
        yield running


def sources(home: Path, server, *, more: str = "") -> str:
    file = home / "my.toml"
    file.write_text(
        f"""
[fetch]
contact = "desk@example.org"
delay_s = 0
per_host = 8
backoff_s = 0.01
allow_hosts = ["{server.host}"]
[[source]]
name = "wire"
kind = "feed"
url = "{server.url("/feed")}"
outlet = "منبر"
limit = 2000
{more}""",
        encoding="utf-8",
    )
    return str(file)


def publish(server, *numbers: int) -> None:
    """Have the server hold pages and a feed that leads to them and to no others."""
    server.pages |= {f"/{n}": send(200, page(n)) for n in numbers}
    body = rss([server.url(f"/{n}") for n in numbers])
    server.pages["/feed"] = tagged(body, f'"{numbers[0]}"', kind="application/rss+xml")


def test_killed_at_random_points_nothing_is_lost_or_doubled(waqai, server, tmp_path):
    """The feed moves on with each round: what a killed run has archived of it must be followed by a later one."""
    lines = tmp_path / "lines.jsonl"
    file = sources(tmp_path, server, more='[[source]]\nname = "lines"\nkind = "jsonl"\npath = "lines.jsonl"\n')
    killed = 0
    for round_ in range(KILLS):
        publish(server, *range(5 * round_, 5 * round_ + 5))
        with lines.open("a", encoding="utf-8") as out:
            out.writelines(f'{{"id": {6 * round_ + n}, "text": "{"x" * 500}"}}\n' for n in range(6))
        process = waqai.start(tmp_path, "fetch", "--quiet", file, slow_disk=True)
        wait_for_requests(server, random.randint(0, 6))
        waqai.kill(process)
        killed += waqai.end() == -9
    assert killed >= KILLS * 0.8, "too many runs had ended before they were killed"
    code, _, said = waqai.call(tmp_path, "fetch", file)
    assert code == 0, said
    kept = list(entries(tmp_path / "archive/ledger.jsonl"))
    feeds = [
        read_body(tmp_path / "archive", e.warc, e.offset, e.length, e.digest)
        for e in kept
        if e.kind == "feed" and e.same_as is None
    ]
    named = {link for feed in feeds for link, _ in links_of_feed(feed, "text/xml", "")}
    assert len(named) > KILLS
    found = Counter(o.url for o in iter_originals(tmp_path))
    assert {url for url in found if url.startswith("http")} == named
    assert len(found) == len(named) + 6 * KILLS
    assert set(found.values()) == {1}
    code, said, _ = waqai.call(tmp_path, "archive", "verify")
    assert code == 0
    assert "chain intact" in said
    proved_by_warcio(tmp_path)


def wait_for_requests(server, number: int) -> None:
    """Wait until a run has asked so often, and then for the part of a request; a whole run asks six times."""
    goal = server.asked.total() + number
    deadline = time.monotonic() + 10
    while server.asked.total() < goal and time.monotonic() < deadline:
        time.sleep(0.001)
    time.sleep(random.uniform(0, 0.02 if number else 0.2))


def proved_by_warcio(home: Path) -> None:
    """Have another program read every record and its digests."""
    files = [str(f) for f in sorted((home / "archive/warc").iterdir())]
    command = [str(Path(sys.executable).with_name("warcio")), "check", "-v", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("digest pass") > len(list(entries(home / "archive/ledger.jsonl")))
    assert "digest failed" not in done.stdout


def test_a_thousand_pages_in_one_run(waqai, server, tmp_path):
    publish(server, *range(1000))
    code, out, said = waqai.call(tmp_path, "fetch", sources(tmp_path, server))
    assert code == 0, said
    lines = [json.loads(line) for line in out.splitlines()]
    assert len(lines) == len({line["url"] for line in lines}) == 1000
    assert server.asked.total() == 1002  # robots.txt and the feed
    code, proved, _ = waqai.call(tmp_path, "archive", "verify")
    assert (code, proved.splitlines()[0].partition(",")[0]) == (0, "1")
    assert proved.startswith("1,002 originals")
    proved_by_warcio(tmp_path)


def test_what_is_written_can_be_read_and_got(waqai, server, tmp_path):
    import msgspec

    publish(server, 0, 1)
    server.pages["/1"] = send(404)
    code, out, said = waqai.call(tmp_path, "fetch", sources(tmp_path, server))
    assert code == 1
    assert f"waqai: {server.url('/1')}: is not to be had: the server answers 404" in said
    assert "wire" in said
    original = msgspec.json.decode(out, type=Original)
    assert original.body(tmp_path) == page(0)
    for name in (server.url("/0"), original.id):
        code, out, _ = waqai.call(tmp_path, "archive", "get", name)
        assert (code, out.encode()) == (0, page(0))
    code, _, said = waqai.call(tmp_path, "archive", "get", "https://news.example/none")
    assert (code, "is not in the archive" in said) == (2, True)


def test_what_is_fetched_is_read_by_the_next_verb(waqai, root, tmp_path):
    samples = [str(root / "samples" / name) for name in ("pages/raid.html", "articles.jsonl", "telegram", "crawl.warc")]
    code, out, said = waqai.call(tmp_path, "fetch", *samples)
    assert code == 0, said
    lines = tmp_path / "originals.jsonl"
    lines.write_text(out, encoding="utf-8")
    code, out, said = waqai.call(tmp_path, "read", str(lines))
    assert code == 0, said
    articles = [json.loads(line) for line in out.splitlines()]
    assert len(articles) == 1 + 2 + 2 + 1
    assert {a["outlet"] for a in articles} >= {"وكالة المثال", "قناة المثال"}
    code, _, said = waqai.call(tmp_path / "another", "read", str(lines))
    assert (code, "cannot be opened" in said) == (1, True)


def test_export_takes_what_is_asked_for(waqai, root, tmp_path):
    waqai.call(tmp_path, "fetch", str(root / "samples/pages"), str(root / "samples/articles.jsonl"))
    file = tmp_path / "out.wacz"
    code, _, said = waqai.call(tmp_path, "archive", "export", str(file), "--source", "articles.jsonl")
    assert (code, said) == (0, f"2 originals in {file}\n")
    code, _, said = waqai.call(tmp_path, "archive", "export", str(file), "--since", "2020-01-01")
    assert code == 0
    code, _, said = waqai.call(tmp_path, "archive", "export", str(file), "--source", "none")
    assert (code, "nothing that is asked for" in said) == (2, True)


def test_every_outlives_a_run_that_cannot_be_done(waqai, server, tmp_path):
    publish(server, 0)
    file = sources(tmp_path, server)
    right = Path(file).read_text(encoding="utf-8")
    Path(file).write_text("[[source]", encoding="utf-8")
    process = waqai.start(tmp_path, "fetch", "--every", "1s", file)
    time.sleep(0.5)
    Path(file).write_text(right, encoding="utf-8")
    deadline = time.monotonic() + 20
    while not server.asked["/0"] and time.monotonic() < deadline:
        time.sleep(0.05)
    waqai.kill(process)
    waqai.end()
    assert server.asked["/0"] == 1


def test_summary_says_what_came_of_each_source(waqai, server, tmp_path):
    publish(server, 0, 1, 2)
    file = sources(tmp_path, server, more='[[source]]\nname = "gone"\nkind = "folder"\npath = "nowhere"\n')
    code, _, said = waqai.call(tmp_path, "fetch", file)
    assert code == 1
    rows = {
        line.split()[0]: line.split()[1:] for line in said.splitlines() if line[:4] in ("sour", "wire", "gone", "all ")
    }
    assert rows["source"] == ["kind", "fetched", "unchanged", "refused", "failed", "waiting"]
    assert rows["wire"] == ["feed", "3", "0", "0", "0", "0"]
    assert rows["gone"] == ["folder", "0", "0", "1", "0", "0"]
    assert rows["all"] == ["3", "0", "1", "0", "0"]
    _, _, said = waqai.call(tmp_path, "fetch", "--quiet", file)
    assert "fetched" not in said


def test_files_and_addresses_can_be_given(waqai, root, tmp_path):
    code, out, _ = waqai.call(tmp_path, "fetch", str(root / "samples/pages"), str(root / "samples/articles.jsonl"))
    assert code == 0
    assert [json.loads(line)["kind"] for line in out.splitlines()].count("record") == 2
    code, _, said = waqai.call(tmp_path, "fetch", "http://127.0.0.1:9/")
    assert (code, "private address" in said) == (1, True)


def test_every_goes_on_until_it_is_stopped(waqai, server, tmp_path):
    publish(server, 0, 1)
    process = waqai.start(tmp_path, "fetch", "--every", "1s", sources(tmp_path, server))
    deadline = time.monotonic() + 20
    while server.asked["/feed"] < 3 and time.monotonic() < deadline:
        time.sleep(0.05)
    waqai.kill(process)
    waqai.end()
    assert server.asked["/feed"] >= 3
    assert server.asked["/0"] == 1
    code, _, said = waqai.call(tmp_path, "fetch", "--every", "soon", str(tmp_path / "my.toml"))
    assert (code, "15m" in said) == (2, True)


def test_faults_of_a_sources_file_are_listed(waqai, tmp_path):
    (tmp_path / "sources.toml").write_text('[[source]]\nname = "a"\nkind = "feed"\nulr = "x"\n', encoding="utf-8")
    code, _, said = waqai.call(tmp_path, "fetch")
    assert code == 2
    assert 'line 1: "ulr" is not a key here; did you mean "url"?' in said


def test_a_changed_archive_is_not_proved(waqai, root, tmp_path):
    waqai.call(tmp_path, "fetch", str(root / "samples/pages"))
    warc = tmp_path / "archive/warc/000001.warc.gz"
    data = bytearray(warc.read_bytes())
    data[-20] ^= 1
    warc.write_bytes(data)
    code, said, wrong = waqai.call(tmp_path, "archive", "verify")
    assert code == 2
    assert "chain intact" not in said
    assert "entry " in wrong


def test_an_archive_that_is_not_there_is_told(waqai, tmp_path):
    code, _, said = waqai.call(tmp_path, "archive", "verify")
    assert (code, "nothing was fetched" in said) == (2, True)
