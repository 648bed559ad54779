"""Fit the confidence of reports to a team's own gold: ``fit_confidence.py GOLD ARTICLES [--write]``.

A logistic regression with a ridge over the cues of ``waqai.code.verdict.confidence``, fitted by Newton's method; deterministic. The
ridge is chosen by cross-validation in folds of whole articles. Rules are written while reading the articles of part ``work``,
whose reports are therefore right more often than others will be; so the sum is stretched to fit all predictions that were
made without their own fold, then shifted until its mean is that of the part ``aside``. ``--write`` writes ``data/weights/confidence.toml``, ``--plot FILE`` the reliability plot.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from waqai.code import coder as coding
from waqai.code.coder import Coder
from waqai.code.verdict.confidence import MOST, cues
from waqai.evaluate import Part, ScoredReport, load_reports
from waqai.evaluate.compare import check, pairs
from waqai.read import article_from_record

TABLE = Path(__file__).resolve().parent.parent / "src" / "waqai" / "data" / "weights" / "confidence.toml"
FOLDS = 10
RIDGES = (1.0, 2.0, 4.0, 8.0, 16.0)
SEEN = 8
"""Reports that must show a cue before it gets a weight."""
BINS = 5


class Case(msgspec.Struct):
    """One report: its cues, whether it is right, and the fold of its article."""

    cues: list[str]
    right: bool
    fold: int
    aside: bool


def read_cases(gold_file: Path, articles: Path) -> list[Case]:
    """Code the articles and compare each report with gold."""
    gold = load_reports(gold_file, Part.ALL)
    coder = Coder.load()
    told: list[list[str]] = []
    plain = coding.confidence
    coding.confidence = lambda act, report, n: told.append(cues(act, report, n)) or 0.0  # type: ignore[assignment, func-returns-value]
    cases: list[Case] = []
    for line in articles.read_text(encoding="utf-8").splitlines():
        record: dict[str, Any] = json.loads(line)
        ident = str(record["id"])
        if ident not in gold:
            continue
        told.clear()
        coded = msgspec.to_builtins(coder.code(article_from_record(record)).reports)
        system = msgspec.convert(coded, tuple[ScoredReport, ...])
        right = {j for i, j in pairs(gold[ident], system) if check(gold[ident][i], system[j]).is_exact}
        fold = int(hashlib.sha256(b"fold" + ident.encode()).hexdigest(), 16) % FOLDS
        cases += [Case(list(said), j in right, fold, Part.ASIDE.has(ident)) for j, said in enumerate(told)]
    coding.confidence = plain
    return cases


def fit(cases: list[Case], ridge: float) -> dict[str, float]:
    """Fit the weights by Newton's method; the bias is the weight of the cue ``""``."""
    seen = Counter(cue for case in cases for cue in set(case.cues))
    names = ["", *sorted(cue for cue, n in seen.items() if n >= SEEN)]
    index = {name: i for i, name in enumerate(names)}
    rows = [([0, *(index[c] for c in dict.fromkeys(case.cues) if c in index)], float(case.right)) for case in cases]
    weights = [0.0] * len(names)
    for _ in range(8):
        gradient = [-(ridge if i else 0.01) * w for i, w in enumerate(weights)]
        hessian = [[(ridge if i else 0.01) * (i == j) for j in range(len(names))] for i in range(len(names))]
        for on, right in rows:
            p = 1 / (1 + math.exp(-sum(weights[i] for i in on)))
            for i in on:
                gradient[i] += right - p
                for j in on:
                    hessian[i][j] += p * (1 - p)
        step = solve(hessian, gradient)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
    return dict(zip(names, weights, strict=True))


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a system of linear equations by elimination."""
    n = len(right)
    rows = [[*matrix[i], right[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            if factor:
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i], strict=True)]
    found = [0.0] * n
    for i in reversed(range(n)):
        found[i] = (rows[i][n] - sum(rows[i][j] * found[j] for j in range(i + 1, n))) / rows[i][i]
    return found


def predict(weights: dict[str, float], case: Case) -> float:
    """Give the probability that a report is right."""
    return 1 / (1 + math.exp(-sum(weights.get(c, 0.0) for c in ("", *dict.fromkeys(case.cues)))))


def across(cases: list[Case], ridge: float) -> list[float]:
    """Predict every case with weights fitted to the other folds."""
    fitted = {f: fit([c for c in cases if c.fold != f], ridge) for f in sorted({c.fold for c in cases})}
    return [predict(fitted[case.fold], case) for case in cases]


def logit(p: float) -> float:
    """Give the sum of weights that a probability stands for."""
    return math.log(max(p, 1e-6) / max(1 - p, 1e-6))


def stretch(predicted: list[float], cases: list[Case], *, only_shift: bool = False) -> tuple[float, float]:
    """Fit slope and shift of the sum to the truth; the slope stays one where only the shift is asked for."""
    slope, shift = 1.0, 0.0
    for _ in range(20):
        slope_pull = 1e6 if only_shift else 1e-3
        g0, g1, h00, h01, h11 = -slope_pull * (slope - 1), -0.001 * shift, slope_pull, 0.0, 0.001
        for p, case in zip(predicted, cases, strict=True):
            z = logit(p)
            q = 1 / (1 + math.exp(-(slope * z + shift)))
            g0 += z * (case.right - q)
            g1 += case.right - q
            h00 += z * z * q * (1 - q)
            h01 += z * q * (1 - q)
            h11 += q * (1 - q)
        step0, step1 = solve([[h00, h01], [h01, h11]], [g0, g1])
        slope, shift = slope + step0, shift + step1
    return slope, shift


def bend(p: float, slope: float, shift: float) -> float:
    """Stretch and shift the sum behind a probability, up to the most that is promised."""
    return min(1 / (1 + math.exp(-(slope * logit(p) + shift))), MOST)


def brier(predicted: list[float], cases: list[Case]) -> float:
    """Give the mean squared difference of probability and truth."""
    return sum((p - c.right) ** 2 for p, c in zip(predicted, cases, strict=True)) / len(cases)


def bins(predicted: list[float], cases: list[Case]) -> list[tuple[float, float, int]]:
    """Give mean probability, share right and number of reports for each fifth of the scale."""
    found = []
    for b in range(BINS):
        inside = [(p, c.right) for p, c in zip(predicted, cases, strict=True) if min(int(p * BINS), BINS - 1) == b]
        if inside:
            found.append(
                (sum(p for p, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside), len(inside))
            )
    return found


def plot(table: list[tuple[float, float, int]]) -> str:
    """Draw confidence against the share that is right, as SVG; a dot's area is the number of its reports."""
    size, edge = 320, 40

    def at(x: float, y: float) -> tuple[float, float]:
        return edge + x * (size - 2 * edge), size - edge - y * (size - 2 * edge)

    (x0, y0), (x1, y1) = at(0, 0), at(1, 1)
    marks = [f'<line x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}" stroke="#999" stroke-dasharray="4 3"/>']
    for tick in (0, 0.2, 0.4, 0.6, 0.8, 1):
        x, y = at(tick, tick)
        marks.append(f'<text x="{x:.0f}" y="{y0 + 16:.0f}" text-anchor="middle">{tick:g}</text>')
        marks.append(f'<text x="{x0 - 6:.0f}" y="{y + 4:.0f}" text-anchor="end">{tick:g}</text>')
    most = max(n for _, _, n in table)
    for p, share, n in table:
        x, y = at(p, share)
        marks.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{3 + 9 * math.sqrt(n / most):.1f}" fill="#2a6f97" fill-opacity=".75"/>'
        )
        marks.append(f'<text x="{x + 14:.0f}" y="{y + 4:.0f}" font-size="9">{n}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="11">'
        f'<rect width="{size}" height="{size}" fill="#fff"/>'
        f'<rect x="{x0}" y="{y1}" width="{x1 - x0}" height="{y0 - y1}" fill="none" stroke="#333"/>'
        + "".join(marks)
        + f'<text x="{size / 2}" y="{size - 6}" text-anchor="middle">confidence</text>'
        f'<text x="12" y="{size / 2}" text-anchor="middle" transform="rotate(-90 12 {size / 2})">share that is right</text></svg>\n'
    )


def write(weights: dict[str, float], cases: list[Case], ridge: float) -> None:
    """Write the table, one cue a line with how many reports showed it and how many of them were right."""
    seen = Counter(cue for case in cases for cue in set(case.cues))
    right = Counter(cue for case in cases if case.right for cue in set(case.cues))
    lines = [
        "# Cues for and against a report being right in sub-event, place, date, sides and dead (waqai.code.verdict.confidence).",
        f"# Fitted by tools/fit_confidence.py, ridge {ridge:g}; behind each weight: of how many reports with the cue how many were right.",
        "",
        f"bias = {weights['']:.2f}",
        "",
        "[weights]",
        *(f'"{cue}" = {weight:.2f}  # {right[cue]} of {seen[cue]}' for cue, weight in sorted(weights.items()) if cue),
    ]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--write", action="store_true", help="write the table that ships")
    parser.add_argument("--plot", type=Path, help="write the reliability plot as SVG")
    args = parser.parse_args()
    cases = read_cases(args.gold, args.articles)
    share = sum(c.right for c in cases) / len(cases)
    print(f"{len(cases)} reports, {share:.3f} right; Brier of the share alone {share * (1 - share):.4f}")
    ridge = min(RIDGES, key=lambda r: brier(across(cases, r), cases))
    predicted = across(cases, ridge)
    print(f"ridge {ridge:g}: Brier in cross-validation {brier(predicted, cases):.4f}")
    slope, shift = stretch(predicted, cases)
    bent = [bend(p, slope, shift) for p in predicted]
    unseen = [n for n, case in enumerate(cases) if case.aside]
    _, down = stretch([bent[n] for n in unseen], [cases[n] for n in unseen], only_shift=True)
    told = [bend(p, 1.0, down) for p in bent]
    print(f"slope {slope:.2f}, shift {shift:.2f}, and {down:.2f} for articles not worked on")
    for name, chosen in (("all", range(len(cases))), ("aside", unseen)):
        some = [cases[n] for n in chosen]
        share = sum(c.right for c in some) / len(some)
        said = [told[n] for n in chosen]
        print(
            f"{name}: {len(some)} reports, {share:.3f} right, mean {sum(said) / len(said):.3f}, Brier {brier(said, some):.4f}"
        )
        for p, right, n in bins(said, some):
            print(f"  {p:.2f}  {right:.2f}  {n}")
    if args.plot:
        args.plot.parent.mkdir(parents=True, exist_ok=True)
        args.plot.write_text(plot(bins([told[n] for n in unseen], [cases[n] for n in unseen])), encoding="utf-8")
    if args.write:
        weights = {cue: slope * weight for cue, weight in fit(cases, ridge).items()}
        weights[""] += shift + down
        write(weights, cases, ridge)


if __name__ == "__main__":
    main()
