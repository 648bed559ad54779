"""What a button does: one decision each, made by the store, and then back to work.

Nobody overwrites anybody unseen: every form carries the version that was looked at, and when the incident has changed since,
nothing is written and the page is shown anew with what the other did.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from waqai.errors import DecisionError, StaleError, StoreError
from waqai_desk.accounts.audit import record
from waqai_desk.accounts.request import MemberRequest
from waqai_desk.review.history import undoable
from waqai_desk.review.incident import can_publish, find, next_url
from waqai_desk.review.models import take_or_give_back
from waqai_desk.review.page import MOST_REPORTS
from waqai_desk.store import decide
from waqai_desk.store.find import find_incident
from waqai_desk.store.models import Incident, Report

Act = Callable[[MemberRequest, Incident], str]
"""Does it, and gives the sentence to say when done; empty to stay with the incident in silence."""
_LONGEST = 2000


def button(act: Act) -> Callable[[MemberRequest, str], HttpResponse]:
    """Make a view of an act: POST only, errors told, the audit log written, and on to the next of the queue."""

    @require_POST
    @wraps(act)
    def view(request: MemberRequest, public_id: str) -> HttpResponse:
        incident = find(public_id)
        try:
            said = act(request, incident)
        except StaleError:
            messages.error(
                request,
                _(
                    "Somebody changed this incident while you looked at it. Look again, then decide; nothing of yours was written."
                ),
            )
            return redirect(here(request, incident))
        except DecisionError as error:
            messages.error(request, _("This cannot be done: %(reason)s") % {"reason": error.sentence})
            return redirect(here(request, incident))
        record(request, act.__name__, incident.public_id)
        if said:
            messages.success(request, said)
        return redirect(_onwards(request, incident, act.__name__))

    return view


def here(request: MemberRequest, incident: Incident) -> str:
    """Give the address of the incident in the queue it was opened from."""
    queue = request.POST.get("queue", request.GET.get("queue"))
    query = "" if queue is None else "?" + urlencode({"queue": queue})
    return reverse("incident", args=[incident.public_id]) + query


def _onwards(request: MemberRequest, incident: Incident, act: str) -> str:
    """After a verdict go on: in the list stay in the list, from a page go to the next; after other acts stay."""
    queue = request.POST.get("queue")
    if request.POST.get("back") == "queue":
        return reverse("queue") + (f"?{queue}" if queue else "")
    if queue is not None and act in ("accept", "reject"):
        return next_url(incident, queue, request)
    return here(request, incident)


def why(request: MemberRequest) -> str:
    """Give the reason that was written, cut to what a reason needs."""
    return request.POST.get("why", "").replace("\x00", "").strip()[:_LONGEST]


def seen(request: MemberRequest) -> int:
    """Give the version that the form was made from; a form without one has seen nothing, so it is stale."""
    said = request.POST.get("version", "")
    return int(said) if said.isdecimal() and len(said) < 10 else 0


@button
def accept(request: MemberRequest, incident: Incident) -> str:
    """Say that the incident is right as it stands."""
    decide.accept(incident, request.user, why=why(request), seen=seen(request))
    return _("Accepted.")


@button
def reject(request: MemberRequest, incident: Incident) -> str:
    """Say that it is no incident."""
    decide.reject(incident, request.user, why=why(request), seen=seen(request))
    return _("Rejected.")


@button
def undo(request: MemberRequest, incident: Incident) -> str:
    """Take the last decision back."""
    last = undoable(incident, request.user)
    if last is None:
        raise DecisionError(_("there is nothing to undo"))
    decide.undo(last, request.user, why=why(request))
    return _("Undone.")


@button
def comment(request: MemberRequest, incident: Incident) -> str:
    """Say something about it."""
    if why(request):
        decide.comment(incident, request.user, why(request))
    return ""


@button
def assign(request: MemberRequest, incident: Incident) -> str:
    """Take it on, or give it back."""
    return take_or_give_back(incident, request.user)


@button
def merge(request: MemberRequest, incident: Incident) -> str:
    """Make it one with another."""
    other_id = request.POST.get("other_id", "").strip() or request.POST.get("other", "")
    try:
        other = find_incident(other_id)
    except StoreError as error:
        raise DecisionError(error.sentence) from error
    decide.merge(incident, [other], request.user, why=why(request), seen=seen(request))
    return _("Merged.")


@button
def split(request: MemberRequest, incident: Incident) -> str:
    """Say that the reports that were ticked tell another incident."""
    ticked = [int(said) for said in request.POST.getlist("report") if said.isdecimal() and len(said) < 19]
    reports = Report.objects.filter(link__incident=incident, pk__in=ticked[:MOST_REPORTS])
    if not reports:
        raise DecisionError(_("tick the reports that tell another incident first"))
    new = decide.split(incident, reports, request.user, why=why(request), seen=seen(request))
    return format_html('{} <a href="{}">{}</a>', _("Split off:"), here(request, new), new.public_id)


@button
def publish(request: MemberRequest, incident: Incident) -> str:
    """Show it to the public, once it was accepted, by another member where the desk asks for two."""
    if not can_publish(incident, request.user.pk):
        raise DecisionError(_("it has to be accepted first, and where two persons are asked for, by somebody else"))
    decide.publish(incident, request.user, why=why(request), seen=seen(request))
    return _("Published.")


@button
def retract(request: MemberRequest, incident: Incident) -> str:
    """Take it back from the public."""
    decide.unpublish(incident, request.user, why=why(request), seen=seen(request))
    return _("Retracted.")
