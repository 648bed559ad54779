"""How many articles a second one core codes, from text to reports; as a ratio to trafilatura's extraction of the same.

usage: coder.py [ARTICLES.jsonl]

Each is run three times over all articles, after one article to warm up; the best run counts, because what else the
machine does can only slow one down. The ratio travels between machines; the number does not.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from time import process_time
from typing import TypeVar

import trafilatura

from articles import as_page, load_articles
from waqai.code.coder import Coder

RUNS = 3
GOAL = 200
T = TypeVar("T")


def best_seconds(work: Callable[[T], object], items: Iterable[T]) -> float:
    """Give the CPU seconds of the best of three runs over all items."""
    todo = list(items)
    work(todo[0])
    seconds = []
    for _ in range(RUNS):
        start = process_time()
        for item in todo:
            work(item)
        seconds.append(process_time() - start)
    return min(seconds)


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
    reports = sum(len(coder.code(a).reports) for a in articles)
    coded = len(articles) / best_seconds(coder.code, articles)
    extracted = len(articles) / best_seconds(extract, (as_page(a) for a in articles))
    print(f"articles                    {len(articles)} of {characters:.0f} characters on average, {reports} reports")
    print(f"loading the coder           {loaded:.2f} s")
    print(f"coder                       {coded:.0f} articles/s, {1000 / coded:.2f} ms each (goal: {GOAL} articles/s)")
    print(f"coder per character         {coded * characters / 1e6:.2f} M characters/s")
    print(f"trafilatura, fast mode      {extracted:.0f} pages/s")
    print(f"ratio coder : trafilatura   {coded / extracted:.2f}")


if __name__ == "__main__":
    main()
