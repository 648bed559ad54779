"""What a button does to a report that is in no incident: it gets one, which is then decided on like any other."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from waqai.errors import StaleError
from waqai_desk.accounts.audit import record
from waqai_desk.accounts.request import MemberRequest
from waqai_desk.review.acts import why
from waqai_desk.review.models import Assignment, take_or_give_back
from waqai_desk.review.unplaced import after, find
from waqai_desk.store import decide
from waqai_desk.store.lock import changing_incidents
from waqai_desk.store.models import Incident, Report

Act = Callable[[MemberRequest, Report], str]
"""Does it, and gives the sentence to say when done."""
Onwards = Callable[[MemberRequest, Report], str]


def button(onwards: Onwards) -> Callable[[Act], Callable[[MemberRequest, str], HttpResponse]]:
    """Make a view of an act: POST only, what was stale told, the audit log written, and then to where ``onwards`` says."""

    def made(act: Act) -> Callable[[MemberRequest, str], HttpResponse]:
        @require_POST
        @wraps(act)
        def view(request: MemberRequest, key: str) -> HttpResponse:
            report = find(key)
            try:
                said = None if report is None else act(request, report)
            except StaleError:
                said = None
            if report is None or said is None:
                messages.error(
                    request,
                    _(
                        "This report was changed, or came into an incident, while you looked at it. Look again, then decide."
                    ),
                )
                return redirect("report", key)
            record(request, f"{act.__name__} report", key)
            if said:
                messages.success(request, said)
            return redirect(onwards(request, report))

        return view

    return made


def _to_next(request: MemberRequest, report: Report) -> str:
    """After a verdict: from the list back to it, from a page to the next report of the queue it was opened from."""
    queue = request.POST.get("queue")
    following = None
    if queue is not None and request.POST.get("back") != "queue":
        following = after(report, QueryDict(queue), request.user.pk)
    return _page(following, queue) if following else reverse("queue_reports") + (f"?{queue}" if queue else "")


def _to_same(request: MemberRequest, report: Report) -> str:
    if request.POST.get("back") == "queue":
        return _to_next(request, report)
    return _page(report.key, request.POST.get("queue"))


def _page(key: str, queue: str | None) -> str:
    return reverse("report", args=[key]) + ("" if queue is None else "?" + urlencode({"queue": queue}))


def _to_form(_request: MemberRequest, report: Report) -> str:
    return reverse("edit", args=[Incident.objects.get(links__report=report).public_id])


@button(_to_next)
def accept(request: MemberRequest, report: Report) -> str:
    """Say that it tells an incident, and that it tells it rightly."""
    with changing_incidents():
        incident = _found(request, report)
        decide.accept(incident, request.user, why=why(request))
    return _("Accepted as the incident %(id)s.") % {"id": incident.public_id}


@button(_to_next)
def reject(request: MemberRequest, report: Report) -> str:
    """Say that it tells no incident; it stays with the rejected one, so that no run founds it again."""
    with changing_incidents():
        decide.reject(_found(request, report), request.user, why=why(request))
    return _("Rejected.")


@button(_to_form)
def edit(request: MemberRequest, report: Report) -> str:
    """Say that it tells an incident, and put right how it tells it."""
    with changing_incidents():
        _found(request, report)
    return ""


@button(_to_same)
def assign(request: MemberRequest, report: Report) -> str:
    """Take it on, or give it back."""
    return take_or_give_back(report, request.user)


def _found(request: MemberRequest, report: Report) -> Incident:
    """Make the incident; whoever took the report on has the incident now."""
    incident = decide.found(report, request.user, why=why(request), seen=request.POST.get("seen", ""))
    Assignment.objects.filter(incident=incident).delete()
    Assignment.objects.filter(report=report).update(report=None, incident=incident)
    return incident
