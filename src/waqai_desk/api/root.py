"""The API's operations: incidents and changes for keys, what is published for everyone, OGC API – Features besides."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Field, NinjaAPI, Path, Query

from waqai import __version__
from waqai.errors import StoreError
from waqai_desk.api.box import read_box
from waqai_desk.api.give import change_out, incidents_out, published_out, report_out
from waqai_desk.api.keys import Key
from waqai_desk.api.ogc import router as ogc
from waqai_desk.api.schemas import (
    Changes,
    Filters,
    Incident,
    Incidents,
    Problem,
    PublishedIncident,
    PublishedIncidents,
    Report,
)
from waqai_desk.explore.filters import narrow
from waqai_desk.options import options
from waqai_desk.public.follow import released
from waqai_desk.reading.veil import masks_of
from waqai_desk.store.find import find_incident
from waqai_desk.store.models import Change, ChangeKind, Link
from waqai_desk.store.models import Incident as Row

Limit = Annotated[int, Field(ge=1, le=1000)]
Offset = Annotated[int, Field(ge=0, le=10_000_000)]
Since = Annotated[int, Field(ge=0, le=2**62)]
Id = Annotated[str, Path(max_length=60, pattern=r"^[\w.-]+$")]

api = NinjaAPI(
    title="Waqai",
    version=__version__,
    description="Incidents read from Arabic conflict reporting. No answer holds a person's name.",
    urls_namespace="api",
    docs_url="/docs",
)
api.add_router("/ogc", ogc)


def next_page(request: HttpRequest, limit: int, offset: int, count: int) -> str | None:
    """Give the address of the following page."""
    if offset + limit >= count:
        return None
    query = request.GET.copy()
    query["limit"], query["offset"] = str(limit), str(offset + limit)
    return request.build_absolute_uri(f"?{query.urlencode()}")


def _asked(filters: Filters) -> dict[str, Any]:
    box = {"bbox": read_box(filters.bbox)} if filters.bbox else {}
    return filters.wanted() | box


@api.get("/incidents", auth=Key("incidents"), response={200: Incidents, 400: Problem, 401: Problem}, tags=["incidents"])
def list_incidents(
    request: HttpRequest, filters: Query[Filters], limit: Limit = 100, offset: Offset = 0
) -> dict[str, Any]:
    """List incidents by the desk's filters, latest day first."""
    found = narrow(Row.objects.live(), _asked(filters))
    count = found.count()
    rows = found.order_by("-date_start", "-id")[offset : offset + limit]
    return {"count": count, "next": next_page(request, limit, offset, count), "items": incidents_out(rows)}


@api.get(
    "/incidents/{public_id}",
    auth=Key("incidents"),
    response={200: Incident, 401: Problem, 404: Problem},
    tags=["incidents"],
)
def get_incident(request: HttpRequest, public_id: Id) -> dict[str, Any]:
    """Give one incident; an id that was merged away gives what it is part of now."""
    return incidents_out([_find(public_id)])[0]


@api.get(
    "/incidents/{public_id}/reports",
    auth=Key("reports"),
    response={200: list[Report], 401: Problem, 404: Problem},
    tags=["incidents"],
)
def list_reports(request: HttpRequest, public_id: Id) -> list[dict[str, Any]]:
    """Give what each article says of an incident."""
    incident = _find(public_id)
    mask = masks_of([incident])[incident.pk]
    links = Link.objects.filter(incident=incident).select_related("report__article__outlet")
    return [report_out(link, mask) for link in links.order_by("report__article__published", "report_id")]


def _find(public_id: str) -> Row:
    try:
        return find_incident(public_id)
    except StoreError as error:
        raise Http404(str(error)) from error


@api.get("/changes", auth=Key("incidents"), response={200: Changes, 401: Problem}, tags=["changes"])
def list_changes(request: HttpRequest, since: Since = 0, limit: Limit = 100) -> dict[str, Any]:
    """Give what became of incidents after a change: new ones, merges, retirements, publications, retractions."""
    rows = Change.objects.filter(id__gt=since).select_related("incident", "into").order_by("id")
    return _changes(list(rows[: limit + 1]), limit, since)


def _changes(rows: list[Change], limit: int, since: int) -> dict[str, Any]:
    shown = rows[:limit]
    last = shown[-1].pk if shown else since
    return {"since": last, "more": len(rows) > limit, "items": [change_out(row) for row in shown]}


@api.get("/published", auth=None, response={200: PublishedIncidents, 400: Problem, 404: Problem}, tags=["published"])
def list_published(
    request: HttpRequest, filters: Query[Filters], limit: Limit = 100, offset: Offset = 0
) -> dict[str, Any]:
    """List what is published, latest day first; filters over what the public does not see ask nothing."""
    wanted = {k: v for k, v in _asked(filters).items() if k not in ("actor", "review", "disputed")}
    found = narrow(_open(), wanted)
    count = found.count()
    rows = found.order_by("-date_start", "-incident")[offset : offset + limit]
    items = [published_out(row) for row in rows]
    return {"count": count, "next": next_page(request, limit, offset, count), "items": items}


@api.get(
    "/published/changes",
    auth=None,
    response={200: Changes, 404: Problem},
    tags=["published"],
    operation_id="published_changes",
)
def list_published_changes(request: HttpRequest, since: Since = 0, limit: Limit = 100) -> dict[str, Any]:
    """Give publications and retractions after a change, and merges of what was published."""
    _open()
    known = Change.objects.filter(kind=ChangeKind.PUBLISHED, at__lte=_until()).values("incident")
    kinds = (ChangeKind.PUBLISHED, ChangeKind.UNPUBLISHED, ChangeKind.MERGED, ChangeKind.RETIRED)
    rows = Change.objects.filter(id__gt=since, kind__in=kinds, incident__in=known).select_related("incident", "into")
    return _changes([_bare(row) for row in rows.order_by("id")[: limit + 1]], limit, since)


def _bare(row: Change) -> Change:
    """Leave out which fields changed: it tells of what the public does not see."""
    row.fields = []
    return row


@api.get("/published/{public_id}", auth=None, response={200: PublishedIncident, 404: Problem}, tags=["published"])
def get_published(request: HttpRequest, public_id: Id) -> dict[str, Any]:
    """Give one published incident."""
    found = _open().filter(public_id=public_id).first()
    if found is None:
        raise Http404("no incident of this id is published")
    return published_out(found)


def _open() -> Any:
    """Give what the public may see; nothing is there where the desk has no public face."""
    if not options().public:
        raise Http404("this desk publishes nothing")
    return released()


def _until() -> Any:
    from datetime import timedelta

    from django.utils import timezone

    return timezone.now() - timedelta(days=options().delay_days)
