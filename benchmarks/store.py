"""The store: writing and linking reports as they come, and the filters of the desk.

Run: python benchmarks/store.py [REPORTS] [DATABASE URL]. Synthetic reports (see synthetic_reports.py) are written in portions of
1,000, each linked with all that are there, as a run does it; then the queries behind the desk's filters are timed. Without a
URL a SQLite file in a temporary folder.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from random import Random

import msgspec

from synthetic_reports import coded_lines
from waqai.model import Article, Report

PORTION = 1000
SEED = 1


class _Meta(msgspec.Struct):
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    signature: str | None = None


class _Line(msgspec.Struct):
    id: str
    article: _Meta
    reports: tuple[Report, ...]


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WAQAI_HOME"] = folder
        os.environ["WAQAI_DATABASE"] = (
            sys.argv[2] if len(sys.argv) > 2 else f"sqlite:///{Path(folder) / 'store.sqlite3'}"
        )
        from waqai_desk.boot import open_store

        open_store()
        fill(size)
        ask()


class Clock:
    """Seconds on the clock and of this process, portion by portion; a database's server works beside it."""

    def __init__(self) -> None:
        self.wall: list[float] = []
        self.cpu: list[float] = []

    def __enter__(self) -> None:
        self.began = time.perf_counter(), time.process_time()

    def __exit__(self, *_: object) -> None:
        self.wall.append(time.perf_counter() - self.began[0])
        self.cpu.append(time.process_time() - self.began[1])

    def __str__(self) -> str:
        return (
            f"in {sum(self.wall):.1f} s, {sum(self.cpu):.1f} s of it CPU here; "
            f"first portion {self.cpu[0]:.2f} s CPU, last {self.cpu[-1]:.2f} s"
        )


def fill(size: int) -> None:
    """Write and link reports in portions, and say how long each thousand took."""
    from waqai_desk.store.articles import keep_articles
    from waqai_desk.store.coded import Coded
    from waqai_desk.store.linking import link_pending
    from waqai_desk.store.lock import changing_incidents
    from waqai_desk.store.models import Coding, Incident, Link, Report

    coding = Coding.objects.create(coder="benchmark", lexicon="", gazetteer="")
    done, waiting = 0, []
    kept, linked = Clock(), Clock()
    for raw in coded_lines(size, SEED):
        line = msgspec.convert(raw, _Line)
        meta = line.article
        page = Article(
            id=line.id, title=meta.title or "", text="", url=meta.url, outlet=meta.outlet, published=meta.published
        )
        waiting.append(Coded(article=page, reports=line.reports, signature=meta.signature or ""))
        done += len(line.reports)
        if sum(len(c.reports) for c in waiting) < PORTION and done < size:
            continue
        with kept, changing_incidents():
            keep_articles(waiting, coding, [None] * len(waiting))
        with linked:
            for _ in link_pending():
                pass
        waiting = []
    reports, incidents = Report.objects.count(), Incident.objects.live().count()
    print(f"reports {reports:,}, incidents {incidents:,}, joined {Link.objects.exclude(weight=0).count():,}")
    print(f"written {kept}")
    print(f"linked  {linked}")


def ask() -> None:
    """Time the first page of each filter."""
    from waqai_desk.store.models import Incident

    chance = Random(SEED)
    row = chance.choice(list(Incident.objects.live()[:1000]))
    actor = row.actors.all()[0].actor
    queries: dict[str, Callable[[], object]] = {
        f"only {name}": partial(_page, f"{name}={value}")
        for name, value in {
            "type": row.event_type, "method": row.method, "country": row.country or "SY", "admin1": row.admin1, "place": row.place,
            "actor": actor, "grade": row.grade, "review": row.review, "killed": "5", "witnesses": "3",
        }.items()
    }  # fmt: skip
    queries["days"] = lambda: list(Incident.objects.live().between(row.date_start, row.date_end)[:50])
    queries["latest"] = lambda: list(Incident.objects.live().order_by("-date_start", "-id")[:50])
    queries["queue"] = lambda: list(
        Incident.objects.live().filter(review="unreviewed").order_by("-killed_best", "-id")[:50]
    )
    for name, query in queries.items():
        times = []
        for _ in range(7):
            began = time.perf_counter()
            query()
            times.append(time.perf_counter() - began)
        print(f"{name:16} {statistics.median(times) * 1000:8.1f} ms")


def _page(wanted: str) -> object:
    from waqai_desk.store.filters import narrow
    from waqai_desk.store.models import Incident

    return list(narrow(Incident.objects.live(), wanted).order_by("-date_start", "-id")[:50])


if __name__ == "__main__":
    main()
