"""What is wrong with each source is told, one line each."""

from fetch_server import send
from waqai.fetch.check import check
from waqai.fetch.sources import Feed, Folder, Jsonl, Manners, Sources, Telegram


def test_each_source_is_judged(bench, server, tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "lines.jsonl").touch()
    server.pages["/feed"] = send(200, b"<p>for sale")
    feed = Feed(name="bad", url=server.url("/feed"))
    sources = (
        feed,
        Feed(name="new", url=server.url("/new")),
        Feed(name="off", url=server.url("/off"), enabled=False),
        Folder(name="pages", path="pages"),
        Folder(name="none", path="none"),
        Telegram(name="export", path="pages"),
        Jsonl(name="lines", path="lines.jsonl"),
    )
    bench.run(feed)
    bench.run(feed)
    verdicts = {v.name: v for v in check(Sources(sources, Manners(dead_after=2, dead_days=0), tmp_path), tmp_path)}
    assert "failed 2 times in a row" in verdicts["bad"].fault
    assert verdicts["bad"].fault.endswith("; not asked any more")
    assert verdicts["none"].fault == "none is not there"
    assert "no export of Telegram" in verdicts["export"].fault
    assert [v.name for v in verdicts.values() if not v.fault] == ["new", "off", "pages", "lines"]
    assert server.asked["/new"] == 0
