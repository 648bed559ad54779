"""The queue: incidents that need eyes, in the order and by the filters that its URL says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, TypeVar

import msgspec
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from waqai_desk.accounts.request import MemberRequest
from waqai_desk.explore.filters import ORDERS, narrow, ordered, read_filters
from waqai_desk.explore.thin import Thin
from waqai_desk.reading.persons import persons_of
from waqai_desk.reading.pieces import masked_quote, masked_title
from waqai_desk.store.ahead import after_in
from waqai_desk.store.models import Incident, Link, Report, Review
from waqai_desk.store.silent import silent
from waqai_desk.store.unplaced import for_eyes
from waqai_desk.web import labels

Wanted = TypeVar("Wanted", Incident, Report)
_PER_PAGE: Final = 25
WHOSE: Final = (("", _("Everyone's")), ("mine", _("Mine")), ("nobody", _("Nobody's")))


class Row(msgspec.Struct, frozen=True):
    """An incident of the queue with words from its first account, names masked."""

    incident: Incident
    title: str
    quote: str


@require_GET
def queue(request: MemberRequest) -> HttpResponse:
    """Show the queue."""
    form = read_filters(request.GET)
    found, order = in_queue(request.GET, request.user.pk)
    pages = Paginator(Thin(found, "assignment__who"), _PER_PAGE)
    page: Page[Incident] = pages.get_page(request.GET.get("page"))
    shown = {
        "form": form,
        "hidden_fields": ("first", "last"),
        "rows": _rows(page.object_list),
        "page": page,
        "total": pages.count,
        "unplaced": for_eyes().count(),
        "silent": silent().count(),
        "order": order,
        "orders": [(name, words) for name, (words, _columns) in ORDERS.items()],
        "whose": WHOSE,
        "actors": labels.actors(),
    }
    return render(request, "desk/queue.html", shown)


def in_queue(query: QueryDict, member: int) -> tuple[QuerySet[Incident], str]:
    """Give what a queue's URL asks for, and the order's name; what was decided is left out unless asked for."""
    wanted: dict[str, Any] = {"review": [Review.UNREVIEWED, Review.CHANGED]} | read_filters(query).wanted()
    found = narrow(Incident.objects.live(), wanted)
    return ordered(assigned(found, query, member), query.get("order", ""), default="severity")


def assigned(found: QuerySet[Wanted], query: QueryDict, member: int) -> QuerySet[Wanted]:
    """Keep what is a member's own, or nobody's, where the URL says so."""
    whose = query.get("whose", "")
    if whose == "mine":
        return found.filter(assignment__who=member)
    return found.filter(assignment=None) if whose == "nobody" else found


def after(incident: Incident, query: QueryDict, member: int) -> str | None:
    """Give the id of what comes after an incident in a queue; of what comes first when the incident has left it."""
    return after_in(in_queue(query, member)[0].values_list("public_id", flat=True), incident.public_id)


def _rows(incidents: Iterable[Incident]) -> list[Row]:
    """Add to each incident its first account's title and words, in two queries for all."""
    listed = list(incidents)
    firsts: dict[int, Link] = {}
    links = (
        Link.objects.filter(incident__in=listed)
        .select_related("report__article")
        .order_by("report__article__published", "pk")
    )
    for link in links.prefetch_related("report__article__persons"):
        firsts.setdefault(link.incident_id, link)
    return [_row(incident, firsts.get(incident.pk)) for incident in listed]


def _row(incident: Incident, link: Link | None) -> Row:
    if link is None:
        return Row(incident, "", "")
    article, persons = link.report.article.content(), persons_of(link.report.article)
    spans = link.report.content().evidence.get("event", ())
    return Row(incident, masked_title(article, persons), masked_quote(article, spans, persons))
