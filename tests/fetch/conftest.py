"""A server on the loopback, and a way to fetch from it without waiting."""

from __future__ import annotations

from pathlib import Path

import pytest

from fetch_server import Server, serving
from waqai.fetch.ledger import Entry, entries
from waqai.fetch.run import Hooks, run
from waqai.fetch.sources import Manners, Source, Sources, Url
from waqai.fetch.summary import Summary, Tally


@pytest.fixture
def server():
    with serving() as running:
        yield running


class Bench:
    """Fetches from the test server into a home of its own."""

    def __init__(self, home: Path, server: Server) -> None:
        self.home, self.server = home, server
        self.manners = {
            "delay_s": 0.0,
            "backoff_s": 0.01,
            "timeout_s": 10.0,
            "retries": 2,
            "dead_days": 0.0,
            "allow_hosts": (server.host,),
        }

    def run(self, *sources: Source, hooks: Hooks | None = None, **manners) -> Summary:
        kept = Sources(tuple(sources), Manners(**{**self.manners, **manners}), self.home)
        return run(kept, self.home, hooks or Hooks())

    def page(self, path: str, **manners) -> Tally:
        """Fetch one page as a source of its own."""
        url = path if "://" in path else self.server.url(path)
        return self.run(Url(name=f"page {url}", url=url), **manners).tallies[0]

    def why(self, path: str, **manners) -> str:
        """Give the one reason why a page was not had."""
        (refusal,) = self.page(path, **manners).refusals
        return refusal.reason

    @property
    def entries(self) -> list[Entry]:
        return list(entries(self.home / "archive/ledger.jsonl"))

    def kept(self, kind: str = "page") -> list[Entry]:
        return [e for e in self.entries if e.kind == kind]


@pytest.fixture
def bench(tmp_path, server):
    return Bench(tmp_path, server)
