"""Why an incident is what it is: words and rules of each report, what joined it, the decisions. Names are withheld."""

from __future__ import annotations

from typing import Any

import msgspec
from rich.console import Console
from rich.text import Text

from waqai import model
from waqai_desk.store.models import Incident, Link
from waqai_desk.store.veil import names_of, veil


class Words(msgspec.Struct, frozen=True):
    """A field's rule and the words that it was read from."""

    field: str
    rule: str
    words: list[str]


class Witness(msgspec.Struct, frozen=True, kw_only=True):
    """A report: where it is from, why it is here, and its words."""

    report: str
    article: str
    index: int
    weight: float
    reasons: list[dict[str, Any]]
    placed_by: str | None
    evidence: list[Words]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A decision."""

    at: str
    who: str
    kind: str
    what: dict[str, Any]
    why: str


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """Everything behind an incident."""

    incident: str
    grade: str
    reports: list[Witness]
    decisions: list[Said]


def explain(row: Incident) -> Explained:
    """Collect what an incident rests on."""
    links = row.links.select_related("report__article", "decision__who").order_by(
        "report__article__published", "report_id"
    )
    decisions = row.decisions.select_related("who")
    return Explained(
        incident=row.public_id,
        grade=row.content().grade_reason,
        reports=[_witness(link) for link in links],
        decisions=[
            Said(
                at=d.at.isoformat(timespec="seconds"),
                who=d.who.get_username(),
                kind=d.kind,
                what={k: v for k, v in d.what.items() if k != "body"},
                why=d.why,
            )
            for d in decisions
        ],
    )


def show_explained(screen: Console, found: Explained) -> None:
    """Print it."""
    for witness in found.reports:
        screen.print(Text(f"\n  {witness.report} · {witness.article}", style="bold"))
        if witness.placed_by:
            screen.print(Text(f"    placed here by {witness.placed_by}"))
        for reason in witness.reasons:
            screen.print(
                Text(f"    {reason['bits']:+.1f} bits · {reason['comparison']}: {reason['level']}", style="dim")
            )
        if witness.reasons:
            screen.print(
                Text(f"    {witness.weight:+.1f} bits for one incident with {witness.reasons[0]['with']}", style="dim")
            )
        for words in witness.evidence:
            screen.print(Text(f"    {words.field}: {words.rule}", style="dim"))
            for quote in words.words:
                screen.print(Text(f"      {quote}", style="green"))
    for decision in found.decisions:
        screen.print(Text(f"\n  {decision.at} {decision.who}: {decision.kind}", style="bold"))
        if decision.why:
            screen.print(Text(f"    {decision.why}"))


def _witness(link: Link) -> Witness:
    report, article = link.report, link.report.article
    told, full = report.content(), article.content().full
    names = names_of(full, (person.content() for person in article.persons.all()))
    return Witness(
        report=report.key,
        article=article.key,
        index=report.index,
        weight=link.weight,
        reasons=link.reasons,
        placed_by=link.decision.who.get_username() if link.decision else None,
        evidence=[
            Words(field, told.rule.get(field, ""), [_quote(span, full, names) for span in told.evidence.get(field, ())])
            for field in dict.fromkeys((*told.rule, *told.evidence))
        ],
    )


def _quote(span: model.Span, full: str, names: frozenset[str]) -> str:
    return " ".join(veil(span.quote(full), names).split())
