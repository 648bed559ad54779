"""Fit whom acts mean that name nobody to a team's own gold: ``fit_sides.py GOLD ARTICLES [GOLD ARTICLES …] [--write]``.

A logistic regression with a ridge over the cues of ``waqai.code.verdict.meant``: for each side that a report leaves open, each
actor of the page is one case, right where gold has him. Printed is what comes out in cross-validation in folds of whole
articles: how often "unknown" and the weighed answer agree with gold, and how many answers get better and worse.
``--write`` writes ``data/weights/doer.toml`` and ``target.toml``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from collections import Counter
from pathlib import Path

import msgspec

from fit_confidence import fit
from waqai.code import coder as coding
from waqai.code.act.told import Act
from waqai.code.coder import Coder
from waqai.code.verdict.meant import DOER, TABLE, TARGET, Page, choose, cues_of, is_open
from waqai.evaluate import Part, ScoredReport, load_reports
from waqai.evaluate.compare import pairs
from waqai.model import Report
from waqai.read import article_from_record
from waqai.tag.tagged import Tagged
from waqai.values.actor import UNKNOWN

FOLDER = Path(__file__).resolve().parent.parent / "src" / "waqai" / "data" / "weights"
FOLDS = 10
RIDGE = 3.0


class Candidate(msgspec.Struct):
    """One actor whom a side of a report may be: the cues, whether gold has him; read by ``fit`` as a case."""

    who: str
    cues: list[str]
    right: bool


class Choice(msgspec.Struct):
    """A side that a report leaves open, everybody it may be, and whom gold has."""

    gold: tuple[str, ...]
    candidates: list[Candidate]
    fold: int


def read_choices(gold_file: Path, articles: Path, side: str) -> list[Choice]:
    """Code the articles, and give the sides that are left open in reports which gold has too."""
    gold = load_reports(gold_file, Part.ALL)
    coder = Coder.load()
    seen: list[list[tuple[str, list[str]]]] = []
    plain = coding.name_meant

    def look(kept: list[tuple[Act, Report]], tagged: Tagged) -> list[tuple[Act, Report]]:
        page = Page.of(kept, tagged)
        seen[:] = [list(cues_of(page, act, r, side)) if is_open(r, side) else [] for act, r in kept]
        return kept

    coding.name_meant = look  # type: ignore[assignment]
    found = []
    for line in articles.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        ident = str(record["id"])
        if ident not in gold:
            continue
        seen.clear()
        coded = msgspec.to_builtins(coder.code(article_from_record(record)).reports)
        fold = int(hashlib.sha256(b"fold" + str(record.get("published") or ident).encode()).hexdigest(), 16) % FOLDS
        for i, j in pairs(gold[ident], msgspec.convert(coded, tuple[ScoredReport, ...])):
            told = seen[j]
            truth = tuple(getattr(gold[ident][i], side))
            if told:
                those = [Candidate(who, cues, who in truth) for who, cues in told]
                found.append(Choice(truth, those, fold))
    coding.name_meant = plain
    return found


def likely(weights: dict[str, float], choice: Choice) -> dict[str, float]:
    """Give how likely each candidate is."""
    return {
        c.who: 1 / (1 + math.exp(-sum(weights.get(cue, 0.0) for cue in ("", *dict.fromkeys(c.cues)))))
        for c in choice.candidates
    }


def agreement(answer: tuple[str, ...], gold: tuple[str, ...]) -> float:
    """Give F1 of two sets of actors."""
    both = len(set(answer)) + len(set(gold))
    return 2 * len(set(answer) & set(gold)) / both if both else 1.0


def cross_validate(choices: list[Choice], side: str) -> None:
    """Print how the weighed answers compare with the guesses, each made without its own fold."""
    rule = weighed = better = worse = 0.0
    for fold in range(FOLDS):
        weights = fit([c for choice in choices if choice.fold != fold for c in choice.candidates], RIDGE)  # type: ignore[misc]
        for choice in choices:
            if choice.fold != fold:
                continue
            answer = choose(likely(weights, choice)) or (UNKNOWN,)
            before, after = agreement((UNKNOWN,), choice.gold), agreement(answer, choice.gold)
            rule, weighed = rule + before, weighed + after
            better, worse = better + (after > before), worse + (after < before)
    n = max(1, len(choices))
    print(f"{side}: {len(choices)} open, right as unknown {rule / n:.3f}, weighed {weighed / n:.3f}; "
          f"{better:.0f} better, {worse:.0f} worse")  # fmt: skip


def write(choices: list[Choice], side: str) -> None:
    """Write the table, one cue a line with how many candidates showed it and how many of them gold has."""
    those = [c for choice in choices for c in choice.candidates]
    weights = fit(those, RIDGE)  # type: ignore[arg-type]
    seen = Counter(cue for c in those for cue in set(c.cues))
    right = Counter(cue for c in those if c.right for cue in set(c.cues))
    lines = [
        f"# Cues for and against an actor being a report's {side[:-1]} where no word of the act says so (waqai.code.verdict.meant).",
        f"# Fitted by tools/fit_sides.py, ridge {RIDGE:g}; behind each weight: of how many candidates with the cue how many were right.",
        "",
        f"bias = {weights['']:.2f}",
        "",
        "[weights]",
        *(f'"{cue}" = {weight:.2f}  # {right[cue]} of {seen[cue]}' for cue, weight in sorted(weights.items()) if cue),
    ]
    (FOLDER / f"{TABLE[side]}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", metavar="GOLD ARTICLES", help="gold and its articles, in turn")
    parser.add_argument("--write", action="store_true", help="write the tables that ship")
    args = parser.parse_args()
    for side in (DOER, TARGET):
        choices = [c for g, a in zip(args.files[::2], args.files[1::2], strict=True) for c in read_choices(g, a, side)]
        cross_validate(choices, side)
        if args.write:
            write(choices, side)


if __name__ == "__main__":
    main()
