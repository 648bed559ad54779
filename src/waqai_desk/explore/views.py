"""All incidents by filters: a table with map and charts, the map's points, downloads."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import Max, Min, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_GET

from waqai_desk.accounts.audit import record
from waqai_desk.explore.charts import by_code, over_time
from waqai_desk.explore.filters import ORDERS, narrow, ordered, read_filters
from waqai_desk.explore.points import features
from waqai_desk.explore.table import as_csv, as_geojson
from waqai_desk.explore.thin import Thin
from waqai_desk.store.models import Change, Incident
from waqai_desk.web import labels

_PER_PAGE: Final = 50
_FORMATS: Final = {"csv": ("text/csv; charset=utf-8", as_csv), "geojson": ("application/geo+json", as_geojson)}


@require_GET
def incidents(request: HttpRequest) -> HttpResponse:
    """Show the incidents that the filters ask for, as table, map and charts."""
    form = read_filters(request.GET)
    found = narrow(Incident.objects.live(), form.wanted())
    rows, order = ordered(found, request.GET.get("order", ""), default="day")
    pages = Paginator(Thin(rows), _PER_PAGE)
    shown = {
        "form": form,
        "hidden_fields": (),
        "page": pages.get_page(request.GET.get("page")),
        "total": pages.count,
        "order": order,
        "orders": [(name, words) for name, (words, _) in ORDERS.items()],
        "actors": labels.actors(),
        "bounds": Incident.objects.live().aggregate(first=Min("date_start"), last=Max("date_start")),
    }
    return render(request, "desk/incidents.html", shown)


@require_GET
def charts(request: HttpRequest) -> HttpResponse:
    """Show charts of the same incidents; the page asks for them when it stands already."""
    found = narrow(Incident.objects.live(), read_filters(request.GET).wanted())
    shown = {
        "time": over_time(found, right_to_left=get_language_bidi()),
        "types": by_code(found, "event_type"),
        "areas": by_code(found, "admin1"),
    }
    return render(request, "desk/charts.html", shown)


@require_GET
def points(request: HttpRequest) -> HttpResponse:
    """Give the points of a window of the map, as GeoJSON."""
    last = Change.objects.order_by("-id").values_list("id", "at").first()
    return answer_points(request, Incident.objects.live(), version=(last,))


def answer_points(request: HttpRequest, incidents: QuerySet[Any], version: Hashable | None = None) -> HttpResponse:
    """Read window and zoom from the query and give the points in them; ``version`` as ``features`` takes it."""
    try:
        box = [float(part) for part in request.GET.get("bbox", "-180,-90,180,90").split(",")]
        zoom = min(max(float(request.GET.get("zoom", "3")), 0.0), 22.0)
    except ValueError:
        return HttpResponseBadRequest("bbox is west,south,east,north and zoom a number", content_type="text/plain")
    if len(box) != 4 or not all(-720 <= side <= 720 for side in box):
        return HttpResponseBadRequest("bbox is west,south,east,north in degrees", content_type="text/plain")
    found = narrow(incidents, read_filters(request.GET).wanted())
    return JsonResponse(features(found, zoom, box, version), content_type="application/geo+json")


@require_GET
def download(request: HttpRequest, form: str) -> HttpResponse | StreamingHttpResponse:
    """Give everything that the filters ask for as a file."""
    if form not in _FORMATS:
        raise Http404
    media, write = _FORMATS[form]
    found = narrow(Incident.objects.live(), read_filters(request.GET).wanted())
    rows, _ = ordered(found, request.GET.get("order", ""), default="day")
    record(request, "download", request.GET.urlencode(), format=form)
    response = StreamingHttpResponse(write(rows), content_type=media)
    response["Content-Disposition"] = f'attachment; filename="waqai-{timezone.now():%Y-%m-%d}.{form}"'
    return response
