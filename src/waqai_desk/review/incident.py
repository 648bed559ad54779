"""The page of one incident."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from waqai.errors import StoreError
from waqai_desk.accounts.request import MemberRequest
from waqai_desk.explore.filters import narrow, ordered
from waqai_desk.explore.thin import Thin
from waqai_desk.options import options
from waqai_desk.reading.veil import veiled
from waqai_desk.review.history import history, undoable
from waqai_desk.review.models import assigned_to
from waqai_desk.review.page import gather
from waqai_desk.review.queue import after
from waqai_desk.store.find import find_incident
from waqai_desk.store.models import DecisionKind, Incident, Review

_NEAR_DEGREES: Final = 0.25
"""About 25 km: what is offered to merge with; any other can be named by its id."""
_NEAR_DAYS: Final = 3
_MOST_NEIGHBOURS: Final = 8


@require_GET
def incident(request: MemberRequest, public_id: str) -> HttpResponse:
    """Show an incident; an id that was merged away shows what it is part of now."""
    found = find(public_id)
    page = gather(found)
    veiled([found])
    queue = request.GET.get("queue")
    shown = {
        "incident": found,
        "asked_id": public_id,
        "place_name": found.place,
        "page": page,
        "queue": queue,
        "next_url": "" if queue is None else next_url(found, queue, request),
        "history": history(found),
        "last_decision": undoable(found, request.user),
        "mine": assigned_to(found) == request.user.pk,
        "can_publish": can_publish(found, request.user.pk),
        "neighbours": _neighbours(found),
    }
    return render(request, "desk/incident.html", shown)


def find(public_id: str) -> Incident:
    """Give the incident of an id, or the one it is part of now, or the page that says there is none."""
    try:
        return find_incident(public_id)
    except StoreError as error:
        raise Http404(str(error)) from error


def can_publish(found: Incident, member: int) -> bool:
    """Tell whether an incident is ready to be published, by this member where two persons are asked for."""
    if found.review != Review.ACCEPTED or found.is_held:
        return False
    if not options().two_person:
        return True
    accepted = found.decisions.filter(kind=DecisionKind.ACCEPT, undone_by=None).order_by("-id").first()
    return accepted is not None and accepted.who_id != member


def next_url(found: Incident, queue: str, request: MemberRequest) -> str:
    """Give the address of what comes after an incident in the queue that it was opened from."""
    following = after(found, QueryDict(queue), request.user.pk)
    if following is None:
        return reverse("queue") + (f"?{queue}" if queue else "")
    return f"{reverse('incident', args=[following])}?{urlencode({'queue': queue})}"


def _neighbours(found: Incident) -> list[Incident]:
    """Give incidents near in time and place, which may be the same."""
    if found.lat is None or found.lon is None or found.date_start is None or found.date_end is None:
        return []
    days = timedelta(days=_NEAR_DAYS)
    box = (found.lon - _NEAR_DEGREES, found.lat - _NEAR_DEGREES, found.lon + _NEAR_DEGREES, found.lat + _NEAR_DEGREES)
    wanted = {"first": found.date_start - days, "last": found.date_end + days, "bbox": box}
    near, _ = ordered(narrow(Incident.objects.live(), wanted).exclude(pk=found.pk), "day", default="day")
    rows: list[Incident] = Thin(near)[:_MOST_NEIGHBOURS]
    return rows
