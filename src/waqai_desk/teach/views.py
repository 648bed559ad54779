"""Teach a place, an actor, or another name for an actor; what is taught is a decision, signed and dated."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from waqai.text import fold_key
from waqai.values import is_actor_id
from waqai_desk.accounts.audit import record
from waqai_desk.accounts.request import MemberRequest
from waqai_desk.store.models import Decision, DecisionKind, TeamActor, TeamAlias, TeamPlace
from waqai_desk.store.search import search_articles
from waqai_desk.web import labels


class PlaceForm(forms.Form):
    """A place that no gazetteer knew."""

    name = forms.CharField(label=gettext_lazy("Name, without its kind word"), max_length=200)
    name_en = forms.CharField(label=gettext_lazy("Name in Latin letters"), max_length=200, required=False)
    precision = forms.ChoiceField(label=gettext_lazy("What it is"))
    country = forms.ChoiceField(label=gettext_lazy("Country"))
    admin1 = forms.ChoiceField(label=gettext_lazy("Governorate"), required=False)
    lat = forms.FloatField(label=gettext_lazy("Latitude"), min_value=-90, max_value=90)
    lon = forms.FloatField(label=gettext_lazy("Longitude"), min_value=-180, max_value=180)
    why = forms.CharField(label=gettext_lazy("Where you know it from"), max_length=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Fill the choices in the reader's language."""
        super().__init__(*args, **({"label_suffix": ""} | kwargs))
        self.fields["precision"].choices = labels.choices("place_precision")  # type: ignore[attr-defined]
        self.fields["country"].choices = labels.choices("country")  # type: ignore[attr-defined]
        self.fields["admin1"].choices = [("", "—"), *labels.governorates()]  # type: ignore[attr-defined]
        for name in ("lat", "lon"):
            self.fields[name].widget.attrs.update({"step": "any", "dir": "ltr"})


class ActorForm(forms.Form):
    """Another name for an actor of the list, or an actor that the list lacks."""

    name = forms.CharField(label=gettext_lazy("Name, as articles write it"), max_length=200)
    actor = forms.CharField(
        label=gettext_lazy("Actor that it names, or a new id in capitals"),
        max_length=100,
        help_text=gettext_lazy("An id that no list has makes a new actor."),
    )
    why = forms.CharField(label=gettext_lazy("Where you know it from"), max_length=2000)

    def clean_actor(self) -> str:
        """Read a name or an id."""
        said = str(self.cleaned_data["actor"]).strip()
        code = labels.actor_ids().get(fold_key(said), said.upper().replace(" ", "_"))
        if not is_actor_id(code) or code.startswith("OTHER:"):
            raise forms.ValidationError(_("An id has capital Latin letters and underscores only."))
        return code


@require_GET
def teach(request: MemberRequest) -> HttpResponse:
    """Show what was taught, and the forms to teach more."""
    return _page(request, PlaceForm(initial={"name": request.GET.get("place", "")}), ActorForm(label_suffix=""))


def _page(request: MemberRequest, place: PlaceForm, actor: ActorForm) -> HttpResponse:
    shown = {
        "place_form": place,
        "actor_form": actor,
        "places": TeamPlace.objects.select_related("decision__who").order_by("-id")[:50],
        "aliases": TeamAlias.objects.select_related("decision__who").order_by("-id")[:50],
        "actors": labels.actors(),
    }
    return render(request, "desk/teach.html", shown)


@require_POST
def place(request: MemberRequest) -> HttpResponse:
    """Keep a place."""
    form = PlaceForm(request.POST)
    if not form.is_valid():
        return _page(request, form, ActorForm(label_suffix=""))
    said = {k: v for k, v in form.cleaned_data.items() if k != "why"}
    with transaction.atomic():
        TeamPlace.objects.create(decision=_decide(request, {"place": said}, form.cleaned_data["why"]), **said)
    _told(request, said["name"])
    return redirect("teach")


@require_POST
def actor(request: MemberRequest) -> HttpResponse:
    """Keep a name of an actor, and the actor itself when it is new."""
    form = ActorForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _page(request, PlaceForm(), form)
    name, code, reason = (form.cleaned_data[k] for k in ("name", "actor", "why"))
    try:
        with transaction.atomic():
            if code not in dict(labels.actors()) and not TeamActor.objects.filter(actor=code).exists():
                made = _decide(request, {"actor": code, "name": name}, reason)
                TeamActor.objects.create(actor=code, name=name, decision=made)
            made = _decide(request, {"alias": name, "actor": code}, reason)
            TeamAlias.objects.create(actor=code, name=name, decision=made)
    except IntegrityError:
        form.add_error("name", _("This name was taught for this actor already."))
        return _page(request, PlaceForm(), form)
    _told(request, name)
    return redirect("teach")


def _decide(request: MemberRequest, what: dict[str, object], why: str) -> Decision:
    return Decision.objects.create(at=timezone.now(), who=request.user, kind=DecisionKind.TEACH, what=what, why=why)


def _told(request: MemberRequest, name: str) -> None:
    """Say how many articles it touches."""
    count = search_articles(name).count()
    record(request, "teach", name)
    messages.success(
        request, _("Taught. %(count)d articles have these words; the next run codes them anew.") % {"count": count}
    )
