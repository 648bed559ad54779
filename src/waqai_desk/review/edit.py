"""The page that edits an incident; two people at once lose no word."""

from __future__ import annotations

from typing import Any

import msgspec
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waqai.errors import DecisionError, StaleError
from waqai_desk.accounts.audit import record
from waqai_desk.accounts.request import MemberRequest
from waqai_desk.reading.veil import veiled
from waqai_desk.review.acts import here, seen
from waqai_desk.review.forms import EditForm, TollFormSet, initial, toll_initial
from waqai_desk.review.history import Line
from waqai_desk.review.incident import find
from waqai_desk.review.page import in_words
from waqai_desk.store import decide
from waqai_desk.store.lock import changing_incidents
from waqai_desk.store.models import Decision, Incident
from waqai_desk.web import labels


@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, public_id: str) -> HttpResponse:
    """Show the form, and save it unless somebody else saved in between."""
    incident = find(public_id)
    content = incident.content()
    form = EditForm(request.POST or None, initial=initial(content))
    tolls = TollFormSet(request.POST or None, initial=toll_initial(content.toll), prefix="toll")
    theirs: list[Line] = []
    version = incident.version
    if request.method == "POST" and form.is_valid() and tolls.is_valid():
        if seen(request) == incident.version:
            try:
                return _save(request, incident, form, tolls)
            except StaleError:
                incident.refresh_from_db()
            except DecisionError as error:
                form.add_error(None, error.sentence)
        if seen(request) != incident.version:
            # What the reader wrote stays in the form; what the other changed stands above it, and the next save counts.
            theirs = _changed_since(incident, seen(request))
            version = incident.version
    veiled([incident])
    shown = {
        "incident": incident,
        "form": form,
        "tolls": tolls,
        "version": version,
        "theirs": theirs,
        "is_stale": request.method == "POST" and seen(request) != version,
        "queue": request.POST.get("queue", request.GET.get("queue")),
        "actors": labels.actors(),
        "back": here(request, incident),
    }
    return render(request, "desk/edit.html", shown, status=409 if shown["is_stale"] else 200)


def _save(request: MemberRequest, incident: Incident, form: EditForm, tolls: Any) -> HttpResponse:
    """Write what differs, field by field, in one transaction."""
    content = incident.content()
    wanted = form.values(content.place) | {"toll": tolls.values()}
    reason = form.cleaned_data["why"]
    changed = []
    with changing_incidents():
        version: int | None = seen(request)
        for field, value in wanted.items():
            if _same(field, value, content):
                continue
            decide.edit(incident, request.user, field, value, why=reason, seen=version)
            version = None  # the rest of one's own save
            changed.append(field)
        if changed:
            record(request, "edit", incident.public_id, fields=changed)
    messages.success(request, _("Saved.") if changed else _("Nothing was changed."))
    return redirect(here(request, incident))


def _same(field: str, value: Any, content: Any) -> bool:
    old = _plain(getattr(content, field))
    if field == "toll":
        keep = ("kind", "who", "low", "best", "high")
        old = [{k: row[k] for k in keep} for row in old]
    return bool(old == _plain(value))


def _plain(value: Any) -> Any:
    """Give a value as JSON has it, in which a tuple is a list."""
    return msgspec.json.decode(msgspec.json.encode(value))


def _changed_since(incident: Incident, version: int) -> list[Line]:
    """Give what others changed since a version: field, their value, and what it was."""
    ids = incident.changes.filter(version__gt=version).values_list("decision", flat=True)
    decisions = Decision.objects.filter(pk__in=list(ids)).select_related("who")
    found = []
    for decision in decisions:
        what = decision.what
        if "field" in what:
            found.append(
                Line(
                    what["field"],
                    in_words(what["field"], what["value"]),
                    in_words(what["field"], what.get("old")),
                    decision.who.username,
                )
            )
        else:
            found.append(Line("review", labels.label("act", decision.kind), "", decision.who.username))
    return found
