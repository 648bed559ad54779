#!/usr/bin/env python3
"""Measure linking against people's incident files, and say what is lost where.

usage: measure_links.py CODED.jsonl FILED.jsonl [work|aside|all]
CODED: what ``waqai code --jsonl`` wrote of the articles. FILED: see ``filed_articles``.

Pairs of articles are compared. Recall: of pairs filed under one incident, the share that the linker joins. Precision: of pairs that
it joins, the share filed under one incident, or under two of neighbouring days within 5 km (people's files are cut finer).
A page that people filed for one incident may tell others too, rightly joined and counted as wrong: precision is a lower bound.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from filed_articles import Filed, Pair, are_near, filed_pairs, pairs, part_of, read_filed
from waqai.link import Linker, Statement, statements_of_line
from waqai.link.block import candidate_pairs
from waqai.link.feature import rows_of
from waqai.link.outlet import is_social
from waqai.model import Report
from waqai.values import DateValue, PlacePrecision, PlaceValue


def main() -> None:
    """Read, link, print."""
    coded, file, *part = sys.argv[1:]
    filed = part_of(read_filed(Path(file)), part[0] if part else "all")
    with Path(coded).open("rb") as lines:
        told = [s for line in lines for s in statements_of_line(line) if s.article in filed]
    gold = filed_pairs(filed)
    got = linked(told)
    print(f"articles {len(filed)}, reports {len(told)}, filed pairs {len(gold)}, linked pairs {len(got)}")
    show("all pages", filed, gold, got)
    for kind in ("news and news", "news and social", "social and social"):
        mine = {p for p in gold | got if kind_of(filed, p) == kind}
        show(kind, filed, gold & mine, got & mine)
    print()
    for cause, n in losses(told, gold, got).most_common():
        print(f"{cause:60} {n:6} {n / len(gold):6.3f}")
    pointed = filed_pairs({i: with_points(a) for i, a in filed.items()})
    print(f"\npairs under incidents with a point: {len(pointed)}")
    print(f"recall as coded                                     {len(pointed & got) / len(pointed):.3f}")
    perfect = linked(known(filed, told))
    print(f"recall with people's day and point, and one type    {len(pointed & perfect) / len(pointed):.3f}")


def linked(told: Iterable[Statement]) -> set[Pair]:
    """Give the pairs of articles that share an incident."""
    return pairs([s.article for s in cluster] for cluster in Linker().link(told))


def show(name: str, filed: dict[str, Filed], gold: set[Pair], got: set[Pair]) -> None:
    """Print one line of the table."""
    good = sum(p in gold or are_near(filed[p[0]], filed[p[1]]) for p in got)
    recall, precision = len(gold & got) / max(1, len(gold)), good / max(1, len(got))
    f1 = 2 * recall * precision / max(1e-9, recall + precision)
    print(f"{name:20} recall {recall:.3f} of {len(gold):5}   precision {precision:.3f} of {len(got):5}   F1 {f1:.3f}")


def kind_of(filed: dict[str, Filed], pair: Pair) -> str:
    """Give the kinds of the two pages."""
    return " and ".join(sorted("social" if is_social(filed[i].url) else "news" for i in pair))


def losses(told: list[Statement], gold: set[Pair], got: set[Pair]) -> Counter[str]:
    """Count the filed pairs by what became of them, the coder's losses first."""
    with_reports = {s.article for s in told}
    compared = {
        (min(a, b), max(a, b))
        for one, other in candidate_pairs(rows_of(told))
        for i, j in zip(one.tolist(), other.tolist(), strict=True)
        for a, b in [(told[i].article, told[j].article)]
    }

    def cause(pair: Pair) -> str:
        if pair in got:
            return "joined"
        if not set(pair) <= with_reports:
            return "coder: a page has no report"
        if pair not in compared:
            return "coder: no two reports are near in place and day"
        return "linker: compared and not joined"

    return Counter(map(cause, gold))


def with_points(article: Filed) -> Filed:
    """Give the article under those of its incidents that have a point and a day only."""
    kept = [k for k in zip(article.ids, article.when, strict=True) if all(k[1])]
    return Filed(article.id, article.url, tuple(i for i, _ in kept), tuple(w for _, w in kept))


def known(filed: dict[str, Filed], told: list[Statement]) -> list[Statement]:
    """Give statements with people's day and point, and the incident's commonest type; who did what stays as coded.

    People's files do not say the type. A page without reports gets one that says nothing else.
    """
    first: dict[str, Statement] = {}
    for s in told:
        first.setdefault(s.article, s)
    types: dict[str, Counter[str]] = {}
    for article in filed.values():
        for incident in article.ids:
            seen = types.setdefault(incident, Counter())
            seen.update(first[article.id].report.sub_event_type for _ in range(article.id in first))
    found = []
    for article in filed.values():
        for n, (incident, (day, point)) in enumerate(zip(article.ids, article.when, strict=True)):
            if day is None or point is None:
                continue
            old = first.get(article.id)
            report = old.report if old else Report(event_type="", sub_event_type="", method="", place=nowhere(point))
            kind = types[incident].most_common(1)[0][0] if types[incident] else ""
            report = replace(report, sub_event_type=kind, date=DateValue.on(day), place=nowhere(point))
            found.append(Statement(id=f"{article.id} {n}", article=article.id, index=n, report=report, url=article.url))
    return found


def nowhere(point: tuple[float, float]) -> PlaceValue:
    """Give a point without a name."""
    return PlaceValue(text="", name="", precision=PlacePrecision.TOWN, lat=point[0], lon=point[1])


if __name__ == "__main__":
    main()
