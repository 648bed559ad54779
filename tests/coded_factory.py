"""Coded articles for tests of the store: a raid on a village unless the test says otherwise. Words are invented."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from django.utils import timezone

from statement_factory import DAY, report
from waqai.model import Article, Person, Report, Span
from waqai_desk.accounts.models import User
from waqai_desk.store.articles import keep_articles
from waqai_desk.store.coded import Coded
from waqai_desk.store.linking import link_pending
from waqai_desk.store.lock import changing_incidents
from waqai_desk.store.models import Coding, Incident
from waqai_desk.store.models import Report as ReportRow
from waqai_desk.store.writer import Tally

TEXT = "داهمت قوة مشتركة منزلا في بلدة الزر واعتقلت رجلا يدعى صابر الحمدان"


def told(event: tuple[int, int] = (0, 16), at: tuple[int, int] = (23, 32), **more: Any) -> Report:
    """Give a report with the words that tell it."""
    evidence = {"event": (Span(*event),), "place": (Span(*at),)}
    return report(**({"evidence": evidence} | more))


def coded(
    ident: str, *reports: Report, outlet: str | None = None, published: date | None = DAY, text: str = TEXT, **more: Any
) -> Coded:
    """Give a coded article; its outlet is its own id unless said."""
    article = Article(id=ident, title=f"خبر {ident}", text=text, outlet=outlet or ident, published=published, **more)
    start = article.full.find("صابر")
    persons = (Person("صابر الحمدان", "detained", (Span(start, start + 12),)),) if start > 0 else ()
    return Coded(article=article, reports=reports, persons=persons)


def silent_page(ident: str, acts: int = 1, harms: int = 0, **more: Any) -> Coded:
    """Give an article without reports of which so many words, from the first letter on, speak of violence."""
    counted = {"event": acts, "harm": harms}
    speaks = {field: tuple(Span(i, i + 1) for i in range(n)) for field, n in counted.items() if n}
    return msgspec.structs.replace(coded(ident, **more), speaks=speaks)


def coding(coder: str = "one") -> Coding:
    return Coding.objects.get_or_create(coder=coder, lexicon="l", gazetteer="g")[0]


def keep(*articles: Coded, coder: str = "one") -> None:
    """Write articles into the store without linking them."""
    with changing_incidents():
        keep_articles(articles, coding(coder), [None] * len(articles))


def link(batch: int = 500) -> Tally:
    total = Tally()
    for tally in link_pending(batch=batch):
        total.add(tally)
    return total


def run(*articles: Coded, coder: str = "one", batch: int = 500) -> Tally:
    """Write articles and link them."""
    keep(*articles, coder=coder)
    return link(batch)


def live() -> list[Incident]:
    return list(Incident.objects.live().order_by("public_id"))


def groups() -> set[frozenset[str]]:
    """Give the live incidents as sets of their articles and report numbers."""
    found: dict[int, set[str]] = {}
    rows = ReportRow.objects.filter(link__incident__merged_into=None).select_related("article", "link")
    for row in rows:
        found.setdefault(row.link.incident_id, set()).add(f"{row.article.key}/{row.index}")
    return {frozenset(group) for group in found.values()}


def user(name: str = "reviewer", **more: Any) -> User:
    return User.objects.get_or_create(username=name, defaults=more)[0]


def everything() -> dict[str, list[Any]]:
    """Give all that the store says of articles, reports and incidents, without row numbers and times."""
    return {
        "reports": sorted(ReportRow.objects.values_list("key", "article__key", "index", "body", "state")),
        "incidents": sorted(
            Incident.objects.values_list(
                "public_id", "body", "machine", "review", "merged_into__public_id", "is_retired"
            ),
            key=str,
        ),
        "links": sorted(ReportRow.objects.filter(link__isnull=False).values_list("key", "link__incident__public_id")),
        "now": [timezone.now().tzname()],
    }
