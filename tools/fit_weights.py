"""Fit the weights in ``src/waqai/data/weights`` to a team's own gold: ``fit_weights.py NAME GOLD ARTICLES``.

The search changes one weight at a time and keeps a change that raises the score of the articles worked on
(``waqai.evaluate``, part ``work``): half macro F1, half incident F1, less a little for every step away from the weights it
began with, so that a cue few articles show keeps its place. ``--folds N`` says how well the search does on articles it did
not see: it fits N times without one part of the articles and scores that part.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from waqai.code.coder import Coder, read_drafts
from waqai.code.cues import Weights
from waqai.evaluate import Part, ScoredReport, load_reports, score
from waqai.read import article_from_record
from waqai.tag.tagged import tag

HOME = Path(__file__).resolve().parent.parent / "src" / "waqai" / "data" / "weights"
STEPS = (0.5, -0.5, 1.0, -1.0, 2.0, -2.0)
WORTH = 0.0006
"""Gain below which a change is noise: less than one report in ten articles of a hundred."""
AWAY = 0.0002
"""Price of one unit away from where a weight began."""


class Bench:
    """The articles of a part, tagged once, and their gold."""

    def __init__(self, gold: Path, articles: Path) -> None:
        """Tag the articles that are worked on."""
        self.coder = Coder.load()
        self.gold = load_reports(gold, Part.WORK)
        self.told: dict[str, Any] = {}
        for line in articles.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if str(record["id"]) in self.gold:
                tagged = tag(article_from_record(record), self.coder.lexicon, self.coder.gazetteer)
                self.told[str(record["id"])] = (tagged, read_drafts(tagged))

    def measure(self, name: str, weights: Weights, ids: list[str]) -> float:
        """Score the articles with these weights."""
        system = {i: self._reports(name, weights, i) for i in ids if i in self.told}
        found = score({i: self.gold[i] for i in ids}, system)
        return (found.macro_f1 + found.reports.f1) / 2

    def _reports(self, name: str, weights: Weights, ident: str) -> tuple[ScoredReport, ...]:
        tagged, drafts = self.told[ident]
        coded = self.coder.assemble(tagged, drafts, **{name: weights})
        return msgspec.convert(msgspec.to_builtins(coded.reports), tuple[ScoredReport, ...])


def fit(bench: Bench, name: str, begin: Weights, ids: list[str], *, rounds: int) -> Weights:
    """Search for better weights on some articles."""
    best, top = begin, bench.measure(name, begin, ids)
    for _ in range(rounds):
        before = top
        for cue in ("bias", *begin.of):
            for step in STEPS:
                trial = _moved(best, cue, step)
                worth = bench.measure(name, trial, ids) - _price(trial, begin)
                if worth > top + WORTH:
                    best, top = trial, worth
                    break
        if top - before <= WORTH:
            break
    return best


def _moved(weights: Weights, cue: str, step: float) -> Weights:
    if cue == "bias":
        return Weights(weights.bias + step, weights.of)
    return Weights(weights.bias, weights.of | {cue: round(weights.of[cue] + step, 2)})


def _price(weights: Weights, begin: Weights) -> float:
    return AWAY * (abs(weights.bias - begin.bias) + sum(abs(weights.of[c] - begin.of[c]) for c in begin.of))


def _fold(ident: str, folds: int) -> int:
    return int(hashlib.sha256(f"fold {ident}".encode()).hexdigest()[:8], 16) % folds


def main() -> None:
    """Fit, say what it is worth, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    path = HOME / f"{asked.name}.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    begin = Weights(raw["bias"], raw["weights"])
    bench = Bench(asked.gold, asked.articles)
    ids = sorted(bench.gold)
    for fold in range(asked.folds):
        seen = [i for i in ids if _fold(i, asked.folds) != fold]
        unseen = [i for i in ids if _fold(i, asked.folds) == fold]
        fitted = fit(bench, asked.name, begin, seen, rounds=asked.rounds)
        was, now = (bench.measure(asked.name, w, unseen) for w in (begin, fitted))
        print(f"fold {fold}: {len(unseen)} unseen articles, {was:.4f} before, {now:.4f} after")
    fitted = fit(bench, asked.name, begin, ids, rounds=asked.rounds)
    print(
        f"all: {bench.measure(asked.name, begin, ids):.4f} before, {bench.measure(asked.name, fitted, ids):.4f} after"
    )
    text = path.read_text(encoding="utf-8")
    for cue, weight in {"bias": fitted.bias, **fitted.of}.items():
        name = cue if cue == "bias" else f'"{cue}"'
        text = re.sub(rf"(?m)^{re.escape(name)} = \S+", f"{name} = {weight}", text)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
