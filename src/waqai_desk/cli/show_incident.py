"""Incidents for people: Arabic on lines of its own, so that no terminal mixes the order."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from waqai.model import Account, Incident, Toll, TollClaim
from waqai_desk.store.models import Incident as Row

_FIELDS = {"sub_event_type": "type", "method": "method", "outcome": "outcome", "date": "day", "initiators": "by", "targets": "against", "status": "status"}  # fmt: skip
"""Fields of which other claims are shown, and what they are called."""


def console() -> Console:
    """Give a console that leaves lines as they are."""
    return Console(highlight=False, soft_wrap=True)


def show_line(screen: Console, row: Row) -> None:
    """Print an incident in a few lines."""
    incident = row.content()
    place = incident.place
    where = ", ".join(part for part in (place.name_en, place.admin1, place.country) if part)
    times = f" ×{incident.count}" if incident.count > 1 else ""
    failed = " (failed)" if incident.outcome == "failed" else ""
    screen.print(Text(f"\n{row.public_id} · {incident.date}", style="bold"))
    screen.print(Text(f"  {incident.sub_event_type} · {incident.method}{times}{failed} · {where}", style="cyan"))
    screen.print(Text(f"  {place.text}"))
    screen.print(Text(f"  {' + '.join(incident.initiators)} → {' + '.join(incident.targets) or '–'}"))
    for toll in incident.toll:
        screen.print(Text(f"  {toll.kind}: {figures(toll)} {toll.who}"))
    people = f" · {row.review}" if row.review != "unreviewed" else ""
    screen.print(
        Text(
            f"  {incident.grade}: {incident.grade_reason} · {_count(len(incident.reports), 'report')}{people}",
            style="dim",
        )
    )


def show_incident(screen: Console, row: Row) -> None:
    """Print an incident with who says what."""
    incident = row.content()
    show_line(screen, row)
    for toll in incident.toll:
        screen.print(f"\n  {toll.kind}, {toll.who}: {figures(toll)}")
        for claim in toll.claims:
            screen.print(Text(f"    {_figure(claim)}{' conceded' if claim.conceded else ''} · {_by(incident, claim)}"))
            if claim.source:
                screen.print(Text(f"      {claim.source}"))
    for field, name in _FIELDS.items():
        claims = incident.claims.get(field, ())
        if len(claims) > 1:
            screen.print(f"\n  {name}, told differently:")
            for said in claims:
                screen.print(Text(f"    {said.value} · {', '.join(_account(incident.reports[n]) for n in said.by)}"))
    screen.print("\n  told by:")
    for account in incident.reports:
        by = " · entered by a person" if account.by_person else ""
        screen.print(Text(f"    {_account(account)} · {account.article}{by}"))
        if account.title:
            screen.print(Text(f"      {account.title}"))


def figures(toll: Toll) -> str:
    """Give a toll as low–high and best."""
    low, best, high = toll.low, toll.best, toll.high
    span = f"{low}" if low == high else f"{low if low is not None else 0}–{high if high is not None else '?'}"
    return span if low == high else f"{span}, best {best}"


def _figure(claim: TollClaim) -> str:
    if claim.min == claim.max:
        return f"{claim.min}"
    if claim.max is None:
        return f"{claim.min}+"
    return f"up to {claim.max}" if claim.min is None else f"{claim.min}–{claim.max}"


def _by(incident: Incident, claim: TollClaim) -> str:
    return _account(incident.reports[claim.by])


def _account(account: Account) -> str:
    """Name an account by its day and outlet."""
    return f"{account.published or 'no day'} {account.outlet or account.article}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
