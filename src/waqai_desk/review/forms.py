"""The form that edits an incident, with the codebook's choices."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import msgspec
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waqai.code.taxonomy import Taxonomy
from waqai.model import Incident, Toll
from waqai.text import fold_key
from waqai.values import PlaceValue, is_actor_id, other_actor
from waqai_desk.explore.filters import DayInput
from waqai_desk.store.models import Grade
from waqai_desk.web import labels

SPARE_ROWS: Final = 2
"""Empty rows of the toll that an editor may fill."""
_MOST: Final = 1_000_000


class ReportForm(forms.Form):
    """Every field that a report has and a person may set; the toll has rows of its own."""

    event_type = forms.ChoiceField(label=_("Type"))
    sub_event_type = forms.ChoiceField(label=_("Sub-type"))
    method = forms.ChoiceField(label=_("Method"))
    outcome = forms.ChoiceField(label=_("Outcome"))
    count = forms.IntegerField(label=_("How many acts"), min_value=1, max_value=_MOST)
    start = forms.DateField(label=_("First day"), required=False, widget=DayInput)
    end = forms.DateField(label=_("Last day"), required=False, widget=DayInput)
    date_precision = forms.ChoiceField(label=_("Precision of the date"), required=False)
    place_name = forms.CharField(label=_("Place"), max_length=200)
    place_precision = forms.ChoiceField(label=_("The name is that of"))
    admin1 = forms.ChoiceField(label=_("Governorate"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)
    lat = forms.FloatField(label=_("Latitude"), required=False, min_value=-90, max_value=90)
    lon = forms.FloatField(label=_("Longitude"), required=False, min_value=-180, max_value=180)
    initiators = forms.CharField(
        label=_("By whom"), required=False, help_text=_("Names or ids, separated by semicolons.")
    )
    targets = forms.CharField(
        label=_("Against whom"), required=False, help_text=_("Names or ids, separated by semicolons.")
    )
    status = forms.ChoiceField(label=_("Status"))
    why = forms.CharField(
        label=_("Why"), required=False, max_length=2000, help_text=_("For whoever reads the history.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Fill the choices in the reader's language."""
        super().__init__(*args, **({"label_suffix": ""} | kwargs))
        empty = ("", "—")
        for name in ("event_type", "sub_event_type", "method", "outcome", "place_precision", "status"):
            self._choices(name, labels.choices(name))
        self._choices("date_precision", [empty, *labels.choices("date_precision")])
        self._choices("admin1", [empty, *labels.governorates()])
        self._choices("country", [empty, *labels.choices("country")])
        for name in ("initiators", "targets"):
            self.fields[name].widget.attrs["list"] = "actors"
        for name in ("lat", "lon"):
            self.fields[name].widget.attrs.update({"step": "any", "dir": "ltr"})

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        """Offer what is known, and keep what the incident has though nobody knows it."""
        has = str(self.initial.get(name) or "")
        known = {code for code, _label in choices}
        more = [(has, has)] if has and has not in known else []
        self.fields[name].choices = [*choices, *more]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Check what concerns several fields."""
        said: dict[str, Any] = super().clean() or {}
        start, end = said.get("start"), said.get("end")
        if (start is None) != (end is None):
            self.add_error("end", _("A date has a first and a last day, or none."))
        elif isinstance(start, date) and isinstance(end, date) and start > end:
            self.add_error("end", _("The last day is before the first."))
        if start and not said.get("date_precision"):
            self.add_error("date_precision", _("Say how exact the date is."))
        if (said.get("lat") is None) != (said.get("lon") is None):
            self.add_error("lon", _("A point has both latitude and longitude."))
        sub, kind = said.get("sub_event_type"), said.get("event_type")
        of = Taxonomy.load().event_types.get(sub or "")
        if of and kind and of != kind:
            self.add_error("event_type", _("This sub-type belongs to another type."))
        return said

    def clean_initiators(self) -> list[str]:
        """Read names as ids."""
        return _actors(self.cleaned_data["initiators"])

    def clean_targets(self) -> list[str]:
        """Read names as ids."""
        return _actors(self.cleaned_data["targets"])

    def values(self, was: PlaceValue) -> dict[str, Any]:
        """Give the editable fields in the JSON form that the store's log keeps; the form does not ask for all of a place."""
        said = self.cleaned_data
        place = msgspec.to_builtins(was) | {
            "name": said["place_name"],
            "precision": said["place_precision"],
            "admin1": said["admin1"] or None,
            "country": said["country"] or None,
            "lat": said["lat"],
            "lon": said["lon"],
        }
        day = {
            "start": said["start"],
            "end": said["end"],
            "precision": said["date_precision"] if said["start"] else None,
        }
        plain = (
            "event_type",
            "sub_event_type",
            "method",
            "outcome",
            "count",
            "initiators",
            "targets",
            "status",
        )
        return {name: said[name] for name in plain} | {"place": place, "date": msgspec.to_builtins(day)}


class EditForm(ReportForm):
    """Every field that a person may set, as the incident has it now."""

    grade = forms.ChoiceField(label=_("Grade"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Fill the choices in the reader's language."""
        super().__init__(*args, **kwargs)
        self._choices("grade", [(g.value, labels.label("grade", g)) for g in Grade])

    def values(self, was: PlaceValue) -> dict[str, Any]:
        """Give the grade too."""
        return super().values(was) | {"grade": self.cleaned_data["grade"]}


def _actors(said: str) -> list[str]:
    """Read a line of names or ids; a name that no list knows stays an actor of that name (codebook, ruling 38)."""
    by_name = labels.actor_ids()
    found = []
    for part in said.replace("؛", ";").split(";"):
        name = " ".join(part.split())
        if name:
            code = by_name.get(fold_key(name), name)
            found.append(code if is_actor_id(code) else other_actor(name))
    if len(found) > 20:
        raise ValidationError(_("More actors than an incident can have."))
    return list(dict.fromkeys(found))


def initial(incident: Incident) -> dict[str, Any]:
    """Give what the form shows at first."""
    place, day = incident.place, incident.date
    return {
        **{
            name: getattr(incident, name)
            for name in ("event_type", "sub_event_type", "method", "outcome", "count", "status", "grade")
        },
        "start": day.start,
        "end": day.end,
        "date_precision": day.precision or "",
        "place_name": place.name,
        "place_precision": place.precision,
        "admin1": place.admin1 or "",
        "country": place.country or "",
        "lat": place.lat,
        "lon": place.lon,
        "initiators": "; ".join(labels.actor(a) for a in incident.initiators),
        "targets": "; ".join(labels.actor(a) for a in incident.targets),
    }


class HarmForm(forms.Form):
    """What was done to whom: the beginning of a row of the toll."""

    kind = forms.ChoiceField(label=_("Harm"), required=False)
    who = forms.ChoiceField(label=_("Who"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Fill the choices in the reader's language."""
        super().__init__(*args, **({"label_suffix": ""} | kwargs))
        self.fields["kind"].choices = [("", "—"), *labels.choices("harm")]  # type: ignore[attr-defined]
        self.fields["who"].choices = labels.choices("who")  # type: ignore[attr-defined]


class TollForm(HarmForm):
    """One row of the toll."""

    low = forms.IntegerField(label=_("At least"), required=False, min_value=0, max_value=_MOST)
    best = forms.IntegerField(label=_("Best"), required=False, min_value=0, max_value=_MOST)
    high = forms.IntegerField(label=_("At most"), required=False, min_value=0, max_value=_MOST)

    def clean(self) -> dict[str, Any]:
        """Figures rise from least to most."""
        said: dict[str, Any] = super().clean() or {}
        known = [said[k] for k in ("low", "best", "high") if said.get(k) is not None]
        if known != sorted(known):
            self.add_error("high", _("Figures must rise from at least to at most."))
        if said.get("kind") and not known:
            self.add_error("best", _("Give a figure."))
        return said


class BaseTolls(forms.BaseFormSet):  # type: ignore[type-arg]
    """The rows of a toll; an emptied row is taken out."""

    def clean(self) -> None:
        """One row for each harm and who."""
        keys = [(f.cleaned_data["kind"], f.cleaned_data["who"]) for f in self.forms if f.cleaned_data.get("kind")]
        if len(keys) != len(set(keys)):
            raise ValidationError(_("Two rows tell the same harm of the same people: join them."))

    def values(self) -> list[dict[str, Any]]:
        """Give the toll in the JSON form that the store's log keeps."""
        rows = [f.cleaned_data for f in self.forms if f.cleaned_data.get("kind")]
        return [
            {"kind": r["kind"], "who": r["who"], "low": r["low"], "best": _best(r), "high": r["high"]} for r in rows
        ]


def _best(row: dict[str, Any]) -> int | None:
    found: int | None = row["best"] if row["best"] is not None else row["low"]
    return found if found is not None else row["high"]


TollFormSet: Any = forms.formset_factory(
    TollForm, formset=BaseTolls, extra=SPARE_ROWS, max_num=30, absolute_max=40, validate_max=True
)


def toll_initial(toll: tuple[Toll, ...]) -> list[dict[str, Any]]:
    """Give the rows that the toll has now."""
    return [{"kind": t.kind, "who": t.who, "low": t.low, "best": t.best, "high": t.high} for t in toll]
