#!/usr/bin/env python3
"""Estimate the match weights of ``src/waqai/data/link/weights.toml`` from articles that people filed under incidents.

usage: fit_link_weights.py CODED.jsonl FILED.jsonl [work|aside|all] > weights.toml
CODED: what ``waqai code --jsonl`` wrote of the articles. FILED: see ``filed_articles``.

Weights are log2 odds that add up, as in Fellegi and Sunter; but comparisons are not independent (who names the same village
names the same dead), so the weights are not counted one by one: they are estimated together, by a logistic regression
over all levels. A penalty holds each to what stands in the file now, which an expert set, unless the data say otherwise.

People file articles, not reports. Of two articles under one incident some pair of their reports tells it, or none does, where
the coder missed it; which one is estimated in turns with the weights (expectation–maximisation). Of two articles that
share no incident no pair does. An article of a large incident has many partners and counts less for each.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filed_articles import Filed, are_near, part_of, read_filed
from waqai.link.block import candidate_pairs
from waqai.link.compare import COMPARISONS, Level, levels_of
from waqai.link.feature import rows_of
from waqai.link.statement import Statement, statements_of_line
from waqai.link.weight import Weights

Numbers = NDArray[np.float64]
ROUNDS = 8
NONE_TELLS_IT = 0.3
"""Of articles under one incident that both have reports, the share of pairs of which no two reports tell it (a count by hand of 50)."""
OTHER_REPORTS = 0.3
"""How much a pair counts as no match that is not the likeliest of its two articles: background may be shared too."""
PENALTY = 300.0
"""Pairs that hold a level where the expert set it. Of 5, 20, 60 and 300 none gave a better F1 on ``work`` (all 0.60 to 0.62)."""
HELD = ("time", "held", "outlet", "wording")
"""Left as an expert set them: what is a day apart is two incidents by the codebook, however people file it, and filed pages have
the incident's day for their own; few filed pages tell of people held, few are of one outlet, and few are copies."""
ORDER = {
    "type": ("same", "same_daily", "kin", "kin_daily", "other"),
    "by": ("same", "same_daily", "kin", "unknown", "rival"),
    "to": ("same", "kin", "unknown", "rival"),
    "killed": ("same_many", "same_few", "same_one", "overlap", "close", "unknown", "unlike"),
    "wounded": ("same_many", "same_few", "same_one", "overlap", "close", "unknown", "unlike"),
}
"""Levels from most to least agreement. Where estimates contradict that, neighbours are pooled: a few incidents with many pages
would else have a large toll that agrees weigh less than a small one."""
NEUTRAL = {"type": "kin", "by": "unknown", "to": "unknown", "killed": "unknown", "wounded": "unknown"}
"""Levels that say nothing weigh nothing; their weight moves to the prior. Places are nought on average over non-matches."""


class Sample(NamedTuple):
    """Candidate pairs: levels of all comparisons, the two articles' number (-1 where they share no incident), their share."""

    levels: dict[str, Level]
    group: NDArray[np.int64]
    share: Numbers


def main() -> None:
    """Read, estimate, print."""
    coded, filed, *part = sys.argv[1:]
    articles = part_of(read_filed(Path(filed)), part[0] if part else "all")
    with Path(coded).open("rb") as file:
        told = [s for line in file for s in statements_of_line(line) if s.article in articles]
    sample = sample_of(sorted(told, key=lambda s: s.order), articles)
    prior, bits = centred(sample, *estimate(sample))
    print(
        f"# {len(sample.group)} candidate pairs of reports, {sample.group.max() + 1} pairs of articles under one incident."
    )
    now = Weights.load()
    print(f"\nprior = {prior:.1f}\ntouch_at = {now.touch_at}\njoin_at = {now.join_at}")
    for name, (_, levels) in COMPARISONS.items():
        print(f"\n[bits.{name}]")
        for level, value in zip(levels, bits[name], strict=True):
            print(f"{level} = {value:.1f}")


def sample_of(told: list[Statement], filed: dict[str, Filed]) -> Sample:
    """Give the candidate pairs of different articles, without those of which the files say neither yes nor no."""
    size = Counter(incident for article in filed.values() for incident in article.incidents)
    table = rows_of(told)
    one, other = (np.concatenate(side) for side in zip(*candidate_pairs(table), strict=True))
    groups: dict[tuple[str, str], int] = {}
    group, share = np.full(len(one), -1), np.ones(len(one))
    kept = np.ones(len(one), bool)
    for k, (i, j) in enumerate(zip(one.tolist(), other.tolist(), strict=True)):
        a, b = sorted((told[i].article, told[j].article))
        common = filed[a].incidents & filed[b].incidents
        if common:
            group[k] = groups.setdefault((a, b), len(groups))
            share[k] = max(2 / size[incident] for incident in common) ** 0.5
        kept[k] = a != b and (bool(common) or not are_near(filed[a], filed[b]))
    one, other = one[kept], other[kept]
    return Sample(levels_of(table.take(one), table.take(other)), group[kept], share[kept])


def estimate(sample: Sample) -> tuple[float, dict[str, Numbers]]:
    """Give the prior and the weight of every level, in bits."""
    weights = Weights.load()
    design = np.concatenate(
        [np.ones((len(sample.group), 1)), *(np.eye(len(n))[sample.levels[c]] for c, (_, n) in COMPARISONS.items())],
        axis=1,
    )
    filed = sample.group >= 0
    members = np.bincount(sample.group[filed])
    expert = np.log(2) * np.array([weights.prior, *(b for c in COMPARISONS for b in weights.bits[c])])
    held = np.array([False, *(c in HELD for c, (_, n) in COMPARISONS.items() for _ in n)])
    found = expert
    ratio = design[:, 1:] @ expert[1:]
    match = np.zeros(len(filed))
    for _ in range(ROUNDS):
        likely = np.exp(np.clip(ratio[filed], -30, 30)) * (1 - NONE_TELLS_IT) / members[sample.group[filed]]
        match = np.zeros(len(filed))
        match[filed] = likely / (np.bincount(sample.group[filed], likely) + NONE_TELLS_IT)[sample.group[filed]]
        yes = match * sample.share
        no = np.where(filed, (1 - match) * sample.share * OTHER_REPORTS, 1.0)
        found = regress(design, yes, no, expert, held)
        ratio = design @ found - np.log(yes.sum() / no.sum())
    sizes = np.cumsum([len(n) for _, n in COMPARISONS.values()])
    bits = dict(zip(COMPARISONS, np.split(found[1:], sizes[:-1]), strict=True))
    for name, order in ORDER.items():
        at = [COMPARISONS[name][1].index(level) for level in order]
        seen = np.bincount(sample.levels[name], minlength=len(at))[at]
        bits[name][at] = falling(bits[name][at], seen + 1.0)
    prior = found[0] + calibration(design @ np.concatenate([found[:1], *bits.values()]), match)
    return prior / np.log(2), {name: b / np.log(2) for name, b in bits.items()}


def falling(values: Numbers, counts: Numbers) -> Numbers:
    """Pool neighbours until the values fall from first to last (pool adjacent violators)."""
    pools: list[tuple[float, float, int]] = []
    for value, count in zip(values.tolist(), counts.tolist(), strict=True):
        size = 1
        while pools and pools[-1][0] < value:
            above, weight, members = pools.pop()
            value = (above * weight + value * count) / (weight + count)
            count, size = count + weight, size + members
        pools.append((value, count, size))
    return np.concatenate([np.full(size, value) for value, _, size in pools])


def calibration(odds: Numbers, match: Numbers) -> float:
    """Give what to add to all log odds so that they expect as many matches as there are: shares had changed their number."""
    shift = 0.0
    for _ in range(100):
        p = 1 / (1 + np.exp(-np.clip(odds + shift, -40, 40)))
        step = float((match.sum() - p.sum()) / max(1e-9, (p * (1 - p)).sum()))
        shift += min(1.0, max(-1.0, step))
        if abs(step) < 1e-6:
            break
    return shift


def regress(design: Numbers, yes: Numbers, no: Numbers, expert: Numbers, held: NDArray[np.bool_]) -> Numbers:
    """Fit log odds to weighted counts of yes and no, by Newton's method, near the expert's; the first column moves freely."""
    found = expert.copy()
    penalty = np.where(held, 1e9, PENALTY)
    penalty[0] = 1e-3
    for _ in range(100):
        p = 1 / (1 + np.exp(-np.clip(design @ found, -40, 40)))
        slope = design.T @ (yes * (1 - p) - no * p) - penalty * (found - expert)
        curve = design.T @ (design * ((yes + no) * p * (1 - p))[:, None]) + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        found += step * min(1.0, 1.0 / abs(step).max())  # far from the solution a full step overshoots
        if abs(step).max() < 1e-6:
            break
    return found


def centred(sample: Sample, prior: float, bits: dict[str, Numbers]) -> tuple[float, dict[str, Numbers]]:
    """Move to the prior what a comparison says of every pair alike; the sums stay the same."""
    apart = sample.group < 0
    for name, (_, levels) in COMPARISONS.items():
        if name in HELD:
            continue
        if name in NEUTRAL:
            shift = float(bits[name][levels.index(NEUTRAL[name])])
        else:
            shift = float(bits[name][sample.levels[name][apart]].mean())
        bits[name] = bits[name] - shift
        prior += shift
    return prior, bits


if __name__ == "__main__":
    main()
