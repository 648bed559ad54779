"""Gold that people write by hand: articles and their reports in one TOML file, one short line a field."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from waqai.code.coder import Coder
from waqai.code.taxonomy import Taxonomy
from waqai.evaluate import ScoredReport, score
from waqai.evaluate.compare import check, pairs
from waqai.read import article_from_record

GOLD = Path(__file__).parent / "gold"
SETS = (GOLD / "articles.toml", *sorted((GOLD / "wars").glob("*.toml")))
SHOWN = ("macro_f1", "f1", "exact_incident_rate", "matched_initiators", "matched_targets", "matched_harm")


class GoldArticle(msgspec.Struct, frozen=True):
    """An article and what a careful reader codes it as."""

    id: str
    record: dict[str, Any]
    reports: tuple[ScoredReport, ...]
    sealed: bool = False

    def coded(self, coder: Coder) -> tuple[ScoredReport, ...]:
        """Code the article, in the form that the score reads."""
        reports = coder.code(article_from_record(self.record)).reports
        return msgspec.convert(msgspec.to_builtins(reports), tuple[ScoredReport, ...])


def load_gold(path: Path) -> list[GoldArticle]:
    """Load the articles of a file; an unknown event type or a malformed row of harm is an error."""
    taxonomy = Taxonomy.load()
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        GoldArticle(
            item["id"],
            {key: str(item[key]) for key in ("id", "title", "text", "outlet", "published") if key in item},
            tuple(_report(row, taxonomy) for row in item.get("report", ())),
            _is_sealed(path, item["id"]),
        )
        for item in raw["article"]
    ]


def _report(row: dict[str, Any], taxonomy: Taxonomy) -> ScoredReport:
    start, _, end = row["day"].partition("…")
    return msgspec.convert(
        {
            "event_type": taxonomy.event_type_of(row["type"]),
            "sub_event_type": row["type"],
            "outcome": row.get("outcome", "completed"),
            "date": {"start": start or None, "end": end or start or None},
            "place": {"name": row["place"], "admin1": row["admin1"], "country": row["country"]},
            "initiators": row["by"],
            "targets": row["to"],
            "harm": [_harm(line) for line in row["harm"]],
        },
        ScoredReport,
    )


def _harm(line: str) -> dict[str, Any]:
    kind, who, low, high = line.split()
    return {
        "kind": kind,
        "who": who,
        "min": None if low == "-" else int(low),
        "max": None if high == "-" else int(high),
    }


def differences(article: GoldArticle, coded: tuple[ScoredReport, ...]) -> Iterator[str]:
    """Say where codes and gold differ, one line each."""
    found = pairs(article.reports, coded)
    for i, j in found:
        want, got = article.reports[i], coded[j]
        checks = check(want, got)
        for field in ("outcome", "initiators", "targets", "harm"):
            if float(getattr(checks, field)) < 1:
                yield f"{article.id}: {want.place.name}: {field}: {getattr(want, field)} is {getattr(got, field)}"
        if not checks.sub_event:
            yield f"{article.id}: {want.place.name}: {want.sub_event_type} is {got.sub_event_type}"
        if not checks.place:
            yield f"{article.id}: {want.place.name} is {got.place.name}"
        if not checks.date:
            yield f"{article.id}: {want.place.name}: {_days(want)} is {_days(got)}"
    for word, side, mine in (("missed", article.reports, 0), ("too many", coded, 1)):
        for k, report in enumerate(side):
            if k not in {pair[mine] for pair in found}:
                yield f"{article.id}: {word}: {report.sub_event_type}, {report.place and report.place.name}, {_days(report)}"


def _days(report: ScoredReport) -> str:
    days: tuple[date, date] | None = report.days
    return "open" if days is None else f"{days[0]}…{days[1]}"


def _is_sealed(path: Path, ident: str) -> bool:
    """Tell whether nobody who makes rules reads this page: of the pages of wars, those with even numbers."""
    return path.parent.name == "wars" and int(ident.rpartition("-")[2]) % 2 == 0


def main() -> None:
    """Print the figures of every set, and every difference but those of sealed pages."""
    coder = Coder.load()
    for path in SETS:
        articles = load_gold(path)
        for half, members in (
            ("open", [a for a in articles if not a.sealed]),
            ("sealed", [a for a in articles if a.sealed]),
        ):
            if not members:
                continue
            figures = score({a.id: a.reports for a in members}, {a.id: a.coded(coder) for a in members}).figures()
            print(f"{path.stem}, {half}: {len(members)} pages, {sum(len(a.reports) for a in members)} incidents")
            print(" ", "  ".join(f"{name} {figures[name]:.3f}" for name in SHOWN))
            for line in (line for a in members if not a.sealed for line in differences(a, a.coded(coder))):
                print("   ", line)


if __name__ == "__main__":
    main()
