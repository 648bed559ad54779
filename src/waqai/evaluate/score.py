"""Coded reports against gold (codebook, section 5): counts that every figure is computed from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from waqai.evaluate.cause import Cause, cause
from waqai.evaluate.compare import FIELDS, check, pairs
from waqai.evaluate.record import ScoredReport


class Miss(msgspec.Struct, frozen=True):
    """A report without a partner: of gold (missed) or coded (spurious)."""

    article: str
    report: ScoredReport
    cause: Cause


class Counts(msgspec.Struct):
    """How many reports there are on each side, and how many of them are pairs."""

    gold: int = 0
    system: int = 0
    matched: int = 0

    @property
    def precision(self) -> float:
        """Share of coded reports that gold has."""
        return self.matched / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """Share of gold reports that were coded."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


class Score(msgspec.Struct, kw_only=True):
    """A comparison: counts over all reports, over articles, by event type, by field; and what found no partner."""

    articles: int
    reports: Counts
    with_reports: Counts
    """Articles that have a report at all."""
    macro_f1: float
    """Mean F1 over articles, so that one round-up does not outweigh thirty pages."""
    exact: int
    by_type: dict[str, Counts]
    right: dict[str, float]
    """Sum over the pairs of how right each field is."""
    missed: list[Miss]
    spurious: list[Miss]

    @property
    def exact_incident_rate(self) -> float:
        """Share of gold reports that are right in every field that the codebook asks for."""
        return self.exact / self.reports.gold if self.reports.gold else 0.0

    def figures(self) -> dict[str, float]:
        """Give all figures by name, counts as whole numbers, in the order of the codebook's own scorer."""
        all_, some = self.reports, self.with_reports
        return {
            "articles": self.articles,
            "gold": all_.gold,
            "system": all_.system,
            "matched": all_.matched,
            "precision": all_.precision,
            "recall": all_.recall,
            "f1": all_.f1,
            "macro_f1": self.macro_f1,
            "exact_incident_rate": self.exact_incident_rate,
            "article_precision": some.precision,
            "article_recall": some.recall,
        } | {f"matched_{name}": self.right[name] / all_.matched if all_.matched else 0.0 for name in FIELDS}


def score(gold: Mapping[str, Sequence[ScoredReport]], system: Mapping[str, Sequence[ScoredReport]]) -> Score:
    """Compare coded reports with gold, article by article; an article that was not coded counts as no reports."""
    right: Counter[str] = Counter()
    f1_sum, exact = 0.0, 0
    total, some = Counts(), Counts()
    by_type: dict[str, Counts] = {}
    missed: list[Miss] = []
    spurious: list[Miss] = []
    for ident, wanted in gold.items():
        got = system.get(ident, ())
        found = pairs(wanted, got)
        _add(total, len(wanted), len(got), len(found))
        _add(some, bool(wanted), bool(got), bool(wanted) and bool(got))
        f1_sum += 2 * len(found) / (len(wanted) + len(got)) if wanted or got else 1.0
        for i, j in found:
            checks = check(wanted[i], got[j])
            right.update({name: getattr(checks, name) for name in FIELDS})
            exact += checks.is_exact
            _add(by_type.setdefault(wanted[i].event_type, Counts()), 1, 1, 1)
        lost = [r for i, r in enumerate(wanted) if i not in {x for x, _ in found}]
        extra = [r for j, r in enumerate(got) if j not in {y for _, y in found}]
        for report in lost:
            _add(by_type.setdefault(report.event_type, Counts()), 1, 0, 0)
        for report in extra:
            _add(by_type.setdefault(report.event_type, Counts()), 0, 1, 0)
        missed += [Miss(ident, r, cause(r, got)) for r in lost]
        spurious += [Miss(ident, r, cause(r, wanted)) for r in extra]
    return Score(
        articles=len(gold),
        reports=total,
        with_reports=some,
        macro_f1=f1_sum / len(gold) if gold else 0.0,
        exact=exact,
        by_type=dict(sorted(by_type.items())),
        right={name: right[name] for name in FIELDS},
        missed=missed,
        spurious=spurious,
    )


def _add(counts: Counts, gold: int, system: int, matched: int) -> None:
    counts.gold += gold
    counts.system += system
    counts.matched += matched
