"""Reports that are in no incident: what waits for the linker, and what a newer coder no longer tells."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.db.models.expressions import OrderBy
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from waqai_desk.accounts.request import MemberRequest
from waqai_desk.explore.filters import ORDERS, actor_id, narrow, read_filters
from waqai_desk.reading.mask import Mask
from waqai_desk.reading.persons import persons_of
from waqai_desk.reading.pieces import masked_quote, masked_title
from waqai_desk.review.models import assigned_to
from waqai_desk.review.page import gather_report
from waqai_desk.review.queue import WHOSE, assigned
from waqai_desk.store.ahead import after_in
from waqai_desk.store.models import Report
from waqai_desk.store.unplaced import for_eyes, report_print
from waqai_desk.web import labels

_PER_PAGE: Final = 25
_LAST: Final = {"nulls_last": True}
_ORDERS: Final[dict[str, tuple[OrderBy | str, ...]]] = {
    "severity": (F("killed_best").desc(**_LAST), F("wounded_best").desc(**_LAST), "confidence", "-id"),
    "doubt": ("confidence", "-id"),
    "day": (F("date_start").desc(**_LAST), "-id"),
}
"""Ways to order them, named as those of incidents; a report alone disagrees with nothing."""
HIDDEN: Final = ("first", "last", "grade", "review", "disputed")
"""Filters that only an incident has, and the days, which the queue does not show."""
WAITS: Final = (("", _("All")), ("withdrawn", _("no longer told by the coder")), ("waiting", _("not linked yet")))


class Row(msgspec.Struct, frozen=True):
    """A report of the queue with its words, names masked; ``seen`` is what a decision on it has to have seen."""

    report: Report
    title: str
    quote: str
    seen: str


@require_GET
def queue(request: MemberRequest) -> HttpResponse:
    """Show the reports."""
    found, order = in_queue(request.GET, request.user.pk)
    pages = Paginator(found.select_related("assignment__who"), _PER_PAGE)
    page: Page[Report] = pages.get_page(request.GET.get("page"))
    shown = {
        "form": read_filters(request.GET),
        "hidden_fields": HIDDEN,
        "rows": [_row(report) for report in page.object_list],
        "page": page,
        "total": pages.count,
        "order": order,
        "orders": [(name, ORDERS[name][0]) for name in _ORDERS],
        "whose": WHOSE,
        "waits": WAITS,
        "actors": labels.actors(),
    }
    return render(request, "desk/queue_reports.html", shown)


def in_queue(query: QueryDict, member: int) -> tuple[QuerySet[Report], str]:
    """Give what the URL asks for, and the order's name."""
    wanted: dict[str, Any] = {k: v for k, v in read_filters(query).wanted().items() if k not in HIDDEN[2:]}
    actor = wanted.pop("actor", None)
    found = narrow(for_eyes(), wanted)
    if actor is not None:
        # Actors of a report stand in its body alone; few reports are without an incident.
        found = found.filter(body__contains=msgspec.json.encode(actor_id(actor)).decode())
    waits = query.get("waits")
    if waits == "withdrawn":
        found = found.filter(state=Report.State.WITHDRAWN)
    elif waits == "waiting":
        found = found.exclude(state=Report.State.WITHDRAWN)
    found = assigned(found, query, member)
    order = query.get("order", "")
    order = order if order in _ORDERS else "severity"
    related = found.select_related("article__outlet").prefetch_related("article__persons")
    return related.order_by(*_ORDERS[order]), order


def after(report: Report, query: QueryDict, member: int) -> str | None:
    """Give the key of what comes after a report in the queue; of what comes first when the report has left it."""
    return after_in(in_queue(query, member)[0].values_list("key", flat=True), report.key)


@require_GET
def report(request: MemberRequest, key: str) -> HttpResponse:
    """Show a report that is in no incident; one that is in one leads there."""
    found = find(key)
    if found is None:
        return redirect("incident", key)
    queue = request.GET.get("queue")
    page = gather_report(found)
    shown = {
        "report": found,
        "page": page,
        "place_name": page.content.place.name,
        "seen": report_print(found),
        "queue": queue,
        "next_key": None if queue is None else after(found, QueryDict(queue), request.user.pk),
        "mine": assigned_to(found) == request.user.pk,
    }
    return render(request, "desk/report.html", shown)


def find(key: str) -> Report | None:
    """Give the report of this key, ``None`` when it is in an incident, or the page that says there is none."""
    rows = Report.objects.select_related("article__outlet", "assignment__who").prefetch_related("article__persons")
    found = rows.filter(key=key).first()
    if found is None:
        raise Http404(key)
    return None if hasattr(found, "link") else found


def _row(row: Report) -> Row:
    article, persons = row.article.content(), persons_of(row.article)
    mask = Mask(persons)
    row.place, row.place_en = mask(row.place), mask(row.place_en)
    quote = masked_quote(article, row.content().evidence.get("event", ()), persons)
    return Row(row, masked_title(article, persons), quote, report_print(row))
