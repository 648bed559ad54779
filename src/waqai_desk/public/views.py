"""Pages and feed for everyone."""

from __future__ import annotations

from typing import Final

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from waqai_desk.explore.filters import narrow, read_filters
from waqai_desk.explore.views import answer_points
from waqai_desk.options import options
from waqai_desk.public.follow import released
from waqai_desk.public.models import Published
from waqai_desk.web import labels

_PER_PAGE: Final = 50
_IN_FEED: Final = 100
_NOT_FOR_PUBLIC: Final = ("review", "actor", "disputed")
"""Filters over what the public does not see."""


def _open() -> None:
    if not options().public:
        raise Http404


@require_GET
def public(request: HttpRequest) -> HttpResponse:
    """Show what is published, as a list with map."""
    _open()
    form = read_filters(request.GET)
    wanted = {k: v for k, v in form.wanted().items() if k not in _NOT_FOR_PUBLIC}
    found = narrow(released(), wanted).order_by("-date_start", "-incident")
    pages = Paginator(found.defer("body"), _PER_PAGE)
    shown = {
        "form": form,
        "hidden_fields": _NOT_FOR_PUBLIC,
        "page": pages.get_page(request.GET.get("page")),
        "total": pages.count,
        "coarsen_km": options().coarsen_km,
        "delay_days": options().delay_days,
    }
    return render(request, "public/list.html", shown)


@require_GET
def incident(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show one published incident."""
    _open()
    found = get_object_or_404(released(), public_id=public_id)
    return render(request, "public/incident.html", {"incident": found, "content": found.content()})


@require_GET
def points(request: HttpRequest) -> HttpResponse:
    """Give the points of a window of the public map."""
    _open()
    query = request.GET.copy()
    for name in _NOT_FOR_PUBLIC:
        query.pop(name, None)
    request.GET = query  # type: ignore[assignment]
    return answer_points(request, released())


@require_GET
def feed(request: HttpRequest) -> HttpResponse:
    """Give the newest published incidents as Atom (RFC 4287)."""
    _open()
    written = Atom1Feed(
        title=_("Published incidents"),
        link=request.build_absolute_uri(reverse("public")),
        description="",
        language=get_language() or "ar",
        feed_url=request.build_absolute_uri(),
    )
    for row in released().order_by("-published_at", "-incident")[:_IN_FEED]:
        written.add_item(
            title=headline(row),
            link=request.build_absolute_uri(reverse("public_incident", args=[row.public_id])),
            description=_summary(row),
            pubdate=row.published_at,
            updateddate=row.published_at,
            unique_id=f"urn:waqai:{row.public_id}",
        )
    return HttpResponse(written.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def headline(row: Published) -> str:
    """Write an incident in one line."""
    place = row.place_en if get_language() == "en" and row.place_en else row.place
    where = place or labels.governorate(row.admin1)
    return " · ".join(
        filter(None, (labels.label("sub_event_type", row.sub_event_type), where, str(row.date_start or "")))
    )


def _summary(row: Published) -> str:
    parts = [
        f"{labels.label('harm', t['kind'])}: {t['best'] if t['best'] is not None else t['low']} ({labels.label('who', t['who'])})"
        for t in row.content()["toll"]
    ]
    return "; ".join([*parts, labels.label("grade", row.grade)])
