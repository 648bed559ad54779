"""Coded articles for people: one block a report, Arabic on its own line so that no terminal mixes the order."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from waqai.model import CodedArticle, Report


def show_article(coded: CodedArticle, *, explain: bool, console: Console | None = None) -> None:
    """Print an article's reports."""
    console = console or Console(highlight=False, soft_wrap=True)
    article = coded.article
    title = article.title if article.headline is None else article.headline.quote(article.full)
    console.print(Text(f"\n{title or article.id}", style="bold"))
    console.print(
        Text(
            f"{article.id} · {article.outlet or 'outlet unknown'} · {article.published or 'no publication date'}",
            style="dim",
        )
    )
    if not coded.reports:
        console.print("  no incident")
    for number, report in enumerate(coded.reports, 1):
        _show_report(console, number, report, article.full, explain=explain)


def _show_report(console: Console, number: int, report: Report, full: str, *, explain: bool) -> None:
    place = report.place
    where = ", ".join(part for part in (place.name_en, place.admin1, place.country) if part)
    times = f" ×{report.count}" if report.count > 1 else ""
    failed = " (failed)" if report.outcome == "failed" else ""
    console.print(
        Text(
            f"  {number}. {report.sub_event_type} · {report.method}{times}{failed} · {report.date} · {where}",
            style="cyan",
        )
    )
    console.print(Text(f"     {place.text}"))
    console.print(f"     {' + '.join(report.initiators)} → {' + '.join(report.targets) or '–'}")
    for row in report.harm:
        low, high = row.min, row.max
        number_of = (
            f"{low}"
            if low == high
            else f"{low}+"
            if high is None
            else f"up to {high}"
            if low is None
            else f"{low}–{high}"
        )
        console.print(f"     {row.kind}: {number_of} {row.who}")
    if report.sources:
        console.print(Text(f"     {report.status}, according to: {'، '.join(report.sources)}"))
    if explain:
        _show_evidence(console, report, full)


def _show_evidence(console: Console, report: Report, full: str) -> None:
    for field in dict.fromkeys((*report.rule, *report.evidence)):
        spans = report.evidence.get(field, ())
        console.print(Text(f"       {field}: {report.rule.get(field, '')}", style="dim"))
        for span in spans:
            words = " ".join(span.quote(full).split())
            console.print(Text(f"         [{span.start}, {span.end})  {words}", style="green"))
    console.print(Text(f"       confidence: {report.confidence:.2f}", style="dim"))
