"""How many articles a second one core codes, from text to reports; as a ratio to trafilatura's extraction of the same.

usage: coder.py [ARTICLES.jsonl]

Seconds are CPU seconds of this process: what else the machine does then counts little. The first pass is what texts that nobody
has seen cost a coder that was just loaded: it has no words or names to remember. Then each is run three times over all articles;
the best run counts, because what else the machine does can only slow one down. The ratio travels between machines; the
number does not.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from time import perf_counter, process_time
from typing import NamedTuple, TypeVar

import trafilatura

from articles import as_page, load_articles
from waqai.code.coder import Coder

RUNS = 3
GOAL = 300
T = TypeVar("T")


class Seconds(NamedTuple):
    """What a run took: of the CPU, and by the clock on the wall."""

    cpu: float
    wall: float


def run(work: Callable[[T], object], items: Iterable[T]) -> Seconds:
    """Work once over all items."""
    todo = list(items)
    cpu, wall = process_time(), perf_counter()
    for item in todo:
        work(item)
    return Seconds(process_time() - cpu, perf_counter() - wall)


def best_run(work: Callable[[T], object], items: Iterable[T]) -> Seconds:
    """Give the CPU seconds, and those by the clock, of the best of three runs over all items."""
    todo = list(items)
    return min(run(work, todo) for _ in range(RUNS))


def extract(page: str) -> object:
    """Extract a page's story, in the extractor's fast mode."""
    return trafilatura.extract(page, fast=True)


def main() -> None:
    """Measure and print."""
    articles = load_articles(sys.argv[1] if len(sys.argv) > 1 else None)
    characters = sum(len(a.full) for a in articles) / len(articles)
    started = process_time()
    coder = Coder.load()
    loaded = process_time() - started
    first = len(articles) / run(coder.code, articles).cpu
    reports = sum(len(coder.code(a).reports) for a in articles)
    best = best_run(coder.code, articles)
    coded = len(articles) / best.cpu
    extract(as_page(articles[0]))
    extracted = len(articles) / best_run(extract, [as_page(a) for a in articles]).cpu
    print(f"articles                    {len(articles)} of {characters:.0f} characters on average, {reports} reports")
    print(f"loading the coder           {loaded:.2f} s")
    print(f"coder                       {coded:.0f} articles/s, {1000 / coded:.2f} ms each (goal: {GOAL} articles/s)")
    print(f"coder, first pass           {first:.0f} articles/s, by a coder that was just loaded")
    print(f"coder, by the clock         {len(articles) / best.wall:.0f} articles/s")
    print(f"coder per character         {coded * characters / 1e6:.2f} M characters/s")
    print(f"trafilatura, fast mode      {extracted:.0f} pages/s")
    print(f"ratio coder : trafilatura   {coded / extracted:.2f}")


if __name__ == "__main__":
    main()
