"""What the incident page shows, gathered in a fixed number of queries however many reports there are."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final

import msgspec

from waqai.link import reconcile
from waqai.model import Claim, Toll, TollClaim
from waqai.model import Incident as Content
from waqai.model import Report as ReportContent
from waqai.values import Count, DateValue
from waqai_desk.reading.mask import Mask, safe_url
from waqai_desk.reading.persons import persons_of
from waqai_desk.reading.pieces import Piece, evidence, masked_title, story
from waqai_desk.review.reasons import why_graded, why_joined
from waqai_desk.store.models import Article, Incident, Link, Report
from waqai_desk.store.statements import statement_of
from waqai_desk.web import labels
from waqai_desk.web.area import RADIUS_M

FIELDS: Final = (
    "event_type",
    "sub_event_type",
    "method",
    "outcome",
    "count",
    "date",
    "place",
    "initiators",
    "targets",
    "status",
    "sources",
)
_EVIDENCE_OF: Final = {
    "event_type": "event",
    "sub_event_type": "event",
    "method": "event",
    "outcome": "event",
    "count": "event",
}
MOST_REPORTS: Final = 500
"""Reports that the list of an incident's reports shows, to be ticked."""
_MOST_STORIES: Final = 30
_OPEN: Final = 3
"""Stories that stand open; the others open with a click."""


class Told(msgspec.Struct, frozen=True):
    """One report in the list of an incident's reports: whose, of what day, and in a few words what it says."""

    pk: int
    article: int
    outlet: str
    published: date | None
    act: str
    place: str
    day: DateValue
    killed: str
    is_copy: bool
    is_shown: bool


class Story(msgspec.Struct, frozen=True):
    """One article on the page: its title masked, its text in pieces, and why its report joined."""

    pk: int
    reports: list[int]
    title: str
    pieces: list[Piece]
    outlet: str
    url: str
    published: date | None
    confidence: float
    reasons: str
    by_decision: bool
    by_person: bool
    has_persons: bool
    is_copy: bool
    is_open: bool


class Said(msgspec.Struct, frozen=True):
    """A value that some accounts give, and who they are."""

    value: str
    by: str
    is_chosen: bool


class Row(msgspec.Struct, frozen=True):
    """One coded field: its name, value, the field of its evidence, and what the accounts say when they disagree."""

    field: str
    value: Any
    evidence: str
    said: list[Said]


class Page(msgspec.Struct, frozen=True):
    """All of it."""

    content: Content
    rows: list[Row]
    tolls: list[tuple[Toll, list[tuple[TollClaim, str, str]]]]
    reports: list[Told]
    stories: list[Story]
    more: int
    radius_m: int
    grade_reason: str


def gather(incident: Incident) -> Page:
    """Gather what the page of an incident shows; persons under pseudonyms."""
    content = incident.content()
    links = list(
        Link.objects.filter(incident=incident)
        .select_related("report__article__outlet")
        .prefetch_related("report__article__persons")
        .order_by("report__article__published", "report_id")
    )
    mask = Mask([p for link in links for p in persons_of(link.report.article)])
    told = [_told(link.report, mask, is_shown=n < _MOST_STORIES) for n, link in enumerate(links[:MOST_REPORTS])]
    return _page(content, mask, told, _stories(links), max(0, len(links) - _MOST_STORIES))


def gather_report(row: Report) -> Page:
    """Gather the same of a report that is in no incident: as the incident that it would be alone."""
    content, persons = reconcile([statement_of(row)]), persons_of(row.article)
    return _page(content, Mask(persons), [], [_story(row.article, [row], [], is_open=True)], 0)


def _page(content: Content, mask: Mask, told: list[Told], stories: list[Story], more: int) -> Page:
    outlets = [_who(account.outlet, account.origin) for account in content.reports]
    return Page(
        content,
        [_row(content, field, outlets, mask) for field in FIELDS],
        [(toll, [(c, by := _by(c.by, outlets), _cited(c, by, mask)) for c in toll.claims]) for toll in content.toll],
        told,
        stories,
        more,
        _radius(content),
        mask(why_graded(content.grade_reason)),
    )


def _told(row: Report, mask: Mask, *, is_shown: bool) -> Told:
    content = row.content()
    dead = [str(Count(harm.min, harm.max)) for harm in content.harm if harm.kind == "killed"]
    return Told(
        pk=row.pk,
        article=row.article_id,
        outlet=row.article.outlet.name if row.article.outlet else "",
        published=row.article.published,
        act=labels.label("sub_event_type", content.sub_event_type),
        place=mask(content.place.name),
        day=content.date,
        killed=" + ".join(dead),
        is_copy=row.article.copy_of_id is not None,
        is_shown=is_shown,
    )


def _who(outlet: str | None, origin: str) -> str:
    return outlet or origin


def _by(position: int, outlets: list[str]) -> str:
    return outlets[position] if 0 <= position < len(outlets) else "?"


def _cited(claim: TollClaim, by: str, mask: Mask) -> str:
    """Give whom an account cites for its figure; nobody where it cites itself."""
    return "" if claim.source == by else mask(claim.source or "")


def _radius(content: Content) -> int:
    place = content.place
    return place.radius_m or RADIUS_M[place.point_precision or place.precision]


def _row(content: Content, field: str, outlets: list[str], mask: Mask) -> Row:
    value: Any = getattr(content, field)
    if field == "place":
        value = msgspec.structs.replace(value, text=mask(value.text), name=mask(value.name))
    elif field in ("sources", "initiators", "targets"):
        value = [mask(labels.label(field, v)) for v in value]
    elif field not in ("date", "count"):
        value = labels.label(field, value)
    claims = content.claims.get(field, ())
    said = [_said(claim, field, getattr(content, field), outlets, mask) for claim in claims] if len(claims) > 1 else []
    return Row(field, value, _EVIDENCE_OF.get(field, field), said)


def _said(claim: Claim, field: str, chosen: Any, outlets: list[str], mask: Mask) -> Said:
    raw = json.loads(claim.value)
    by = ", ".join(dict.fromkeys(_by(n, outlets) for n in claim.by))
    return Said(mask(in_words(field, raw)), by, raw == msgspec.to_builtins(chosen))


def in_words(field: str, raw: Any) -> str:
    """Write a value of a field, as JSON has it, in the reader's words."""
    if field == "date" and isinstance(raw, dict):
        days = dict.fromkeys(filter(None, (raw.get("start"), raw.get("end"))))
        return " – ".join(days) or "—"
    if field == "place" and isinstance(raw, dict):
        return "، ".join(filter(None, (raw.get("name"), labels.label("admin1", raw.get("admin1")))))
    if isinstance(raw, list):
        return "; ".join(in_words(field, item) for item in raw) or "—"
    if isinstance(raw, dict):
        return "; ".join(f"{k}: {v}" for k, v in raw.items())
    return labels.label(field, raw) or "—"


def _stories(links: list[Link]) -> list[Story]:
    """Show each article once, its reports' evidence together."""
    by_article: dict[int, list[Link]] = {}
    for link in links[:_MOST_STORIES]:
        by_article.setdefault(link.report.article_id, []).append(link)
    return [
        _story(group[0].report.article, [link.report for link in group], group, is_open=n < _OPEN)
        for n, group in enumerate(by_article.values())
    ]


def _story(row: Article, told: list[Report], links: list[Link], *, is_open: bool) -> Story:
    """Show an article with what its reports were read from, and by what links they are in their incident."""
    article, persons = row.content(), persons_of(row)
    reports: list[ReportContent] = [report.content() for report in told]
    return Story(
        pk=row.pk,
        reports=[report.pk for report in told],
        title=masked_title(article, persons),
        pieces=story(article, evidence(reports), persons),
        outlet=row.outlet.name if row.outlet else "",
        url=safe_url(row.url, persons),
        published=row.published,
        confidence=max(r.confidence for r in reports),
        reasons=why_joined(links[0].reasons) if links else "",
        by_decision=any(link.decision_id for link in links),
        by_person=any(report.coding_id is None for report in told),
        has_persons=bool(persons),
        is_copy=row.copy_of_id is not None,
        is_open=is_open,
    )
