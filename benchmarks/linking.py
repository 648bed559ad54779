"""How long linking takes as reports grow from ten thousand to a million, how much memory, and how long one more report takes.

usage: linking.py [REPORTS…]            (10000 100000 1000000 when none is given)

Each size is written to a file once and linked by ``waqai link --jsonl`` in a process of its own: reading, linking, reconciling and
writing are all in the time. CPU seconds are told beside wall seconds, because what else the machine does counts only in the
latter. The exponent compares neighbouring sizes: 1 is linear, and n·log n is 1.1 between these sizes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Collection
from math import log
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple

import msgspec
import numpy as np

from synthetic_reports import coded_lines
from waqai.link import Linker, Statement, keys_of, statements_of_line
from waqai.link.block import entries_of
from waqai.link.feature import rows_of

SIZES = (10_000, 100_000, 1_000_000)
MOST_SECONDS, MOST_GIB, MOST_MS = 180, 6, 20
ADDED = 200
CHUNK = 50_000


class Run(NamedTuple):
    """What one run of the command took."""

    wall: float
    cpu: float
    gib: float
    incidents: int


class Index:
    """Statements under their block keys, as sorted numbers: what a database's index does, in memory."""

    def __init__(self, told: list[Statement]) -> None:
        """Sort the keys of all statements."""
        self.told = told
        self.at = {s.id: i for i, s in enumerate(told)}
        keys, rows = [], []
        for start in range(0, len(told), CHUNK):
            found = entries_of(rows_of(told[start : start + CHUNK]))
            keys.append(found.key[found.stands])
            rows.append(found.row[found.stands] + start)
        key, row = np.concatenate(keys), np.concatenate(rows)
        order = np.argsort(key, kind="stable")
        self.key, self.row = key[order], row[order]

    def standing_under(self, keys: Collection[int]) -> list[Statement]:
        """Give the statements under any of these keys."""
        wanted = np.array(sorted(keys), np.int64)
        starts, ends = np.searchsorted(self.key, wanted, "left"), np.searchsorted(self.key, wanted, "right")
        found = {int(r) for a, b in zip(starts, ends, strict=True) for r in self.row[a:b]}
        return [self.told[i] for i in found]

    def with_ids(self, ids: Collection[str]) -> list[Statement]:
        """Give the statements of these ids."""
        return [self.told[self.at[i]] for i in ids if i in self.at]


def write(size: int, path: Path) -> None:
    """Write a file of coded lines."""
    encode = msgspec.json.Encoder().encode
    with path.open("wb") as file:
        for line in coded_lines(size):
            file.write(encode(line) + b"\n")


def run(path: Path) -> Run:
    """Link a file with the command, and give what it took."""
    out = path.with_suffix(".out")
    start = perf_counter()
    with out.open("wb") as file:
        command = [sys.executable, "-m", "waqai", "link", "--jsonl", str(path)]
        process = subprocess.Popen(command, stdout=file)
        _, status, used = os.wait4(process.pid, 0)
    assert status == 0
    incidents = sum(1 for _ in out.open("rb"))
    out.unlink()
    return Run(perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 2**20, incidents)


def add_one_by_one(path: Path) -> tuple[list[float], int]:
    """Give the milliseconds that each of some late reports takes against all others, and how many the others are."""
    told = [s for line in path.open("rb") for s in statements_of_line(line)]
    late = told[:: max(2, len(told) // ADDED)]
    held = {s.id for s in late}
    index = Index([s for s in told if s.id not in held])
    linker = Linker()
    linker.relink(late[:1], index)
    taken = []
    for s in late:
        start = process_time()
        keys_of(s)
        linker.relink([s], index)
        taken.append(1000 * (process_time() - start))
    return taken, len(index.told)


def main() -> None:
    """Measure and print."""
    sizes = [int(a) for a in sys.argv[1:]] or list(SIZES)
    print(f"goals: {MOST_SECONDS} s and {MOST_GIB} GiB for a million, exponent below 1.1, {MOST_MS} ms to add one\n")
    print(f"{'reports':>10} {'incidents':>10} {'wall s':>8} {'CPU s':>8} {'GiB':>6} {'exponent':>8}")
    before: tuple[int, float] | None = None
    with TemporaryDirectory() as folder:
        path = Path(folder) / "coded.jsonl"
        for size in sizes:
            write(size, path)
            took = run(path)
            grown = "" if before is None else f"{log(took.cpu / before[1]) / log(size / before[0]):.2f}"
            print(
                f"{size:>10} {took.incidents:>10} {took.wall:8.1f} {took.cpu:8.1f} {took.gib:6.2f} {grown:>8}",
                flush=True,
            )
            before = size, took.cpu
        taken, held = add_one_by_one(path)
        cut = quantiles(taken, n=100) if len(taken) > 1 else taken * 99
        print(
            f"\nadding one report to {held}, CPU: median {median(taken):.1f} ms, 95 of 100 below {cut[94]:.1f} ms, 99 of 100 below {cut[98]:.1f} ms"
        )


if __name__ == "__main__":
    main()
