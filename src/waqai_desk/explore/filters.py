"""Filters over incidents: one form for pages, downloads, maps and the API, so that all of them mean the same.

They live in the URL: what is shown can be sent to a colleague as it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeVar

from django import forms
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Func, Model, Q, QuerySet
from django.db.models.expressions import OrderBy
from django.db.models.sql.compiler import SQLCompiler
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from waqai.text import fold_key
from waqai_desk.store.models import Grade, Incident, Review
from waqai_desk.web import labels

Row = TypeVar("Row", bound=Model)
"""Rows with the columns of an incident: the store's, or what is published of it."""
_EARLIEST, _LATEST = "1900-01-01", "2200-01-01"


class DayInput(forms.DateInput):
    """The browser's own calendar; it wants ISO days whatever the language."""

    input_type = "date"

    def __init__(self) -> None:
        """Fix the format."""
        super().__init__(format="%Y-%m-%d", attrs={"min": _EARLIEST, "max": _LATEST})


class FilterForm(forms.Form):
    """What can be asked of the incidents; every field may stay empty."""

    first = forms.DateField(label=_("From day"), required=False, widget=DayInput, input_formats=["%Y-%m-%d"])
    last = forms.DateField(label=_("To day"), required=False, widget=DayInput, input_formats=["%Y-%m-%d"])
    type = forms.MultipleChoiceField(label=_("Type"), required=False, widget=forms.CheckboxSelectMultiple)
    method = forms.ChoiceField(label=_("Method"), required=False)
    actor = forms.CharField(label=_("Actor"), required=False, max_length=200)
    country = forms.ChoiceField(label=_("Country"), required=False)
    admin1 = forms.ChoiceField(label=_("Governorate"), required=False)
    place = forms.CharField(label=_("Place"), required=False, max_length=100)
    killed = forms.IntegerField(label=_("Killed, at least"), required=False, min_value=0, max_value=1_000_000)
    grade = forms.MultipleChoiceField(label=_("Grade"), required=False, widget=forms.CheckboxSelectMultiple)
    review = forms.MultipleChoiceField(label=_("Review"), required=False, widget=forms.CheckboxSelectMultiple)
    disputed = forms.BooleanField(label=_("Only where reports disagree"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Fill the choices in the reader's language."""
        super().__init__(*args, **({"label_suffix": ""} | kwargs))
        every = ("", _("All"))
        self.fields["type"].choices = labels.choices("event_type")  # type: ignore[attr-defined]
        self.fields["method"].choices = [every, *_sorted("method")]  # type: ignore[attr-defined]
        self.fields["country"].choices = [every, *_sorted("country")]  # type: ignore[attr-defined]
        self.fields["admin1"].choices = [every, *labels.governorates()]  # type: ignore[attr-defined]
        self.fields["grade"].choices = [(g.value, labels.label("grade", g)) for g in Grade]  # type: ignore[attr-defined]
        self.fields["review"].choices = [(r.value, labels.label("review", r)) for r in Review]  # type: ignore[attr-defined]
        self.fields["actor"].widget.attrs["list"] = "actors"

    def wanted(self) -> dict[str, Any]:
        """Give what was asked and could be read; a value that cannot be is shown at its field and asks nothing."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v not in (None, "", [], False)}


def _sorted(kind: str) -> list[tuple[str, str]]:
    return sorted(labels.choices(kind), key=lambda pair: pair[1])


def read_filters(query: QueryDict | Mapping[str, Any]) -> FilterForm:
    """Read the filters of a URL."""
    return FilterForm(query)


class Seen(Func):
    """A column as it is, seen so that SQLite takes no index of its own for it.

    One condition's index leads to wide rows, of which a page then reads thousands; the one index that holds all columns
    (``public/lens.py``) is read in a twentieth of a second for 100,000 incidents, whatever the conditions.
    """

    arity = 1
    template = "%(expressions)s"

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **more: Any) -> tuple[str, Any]:
        """Write a plus before the column, which changes nothing else (SQLite, "Query Planner", 2.1)."""
        sql, values = self.as_sql(compiler, connection, template="+%(expressions)s", **more)
        return sql, values


_ASKED: Final = {
    "method": "method",
    "country": "country",
    "admin1": "admin1",
    "type": "event_type__in",
    "grade": "grade__in",
    "review": "review__in",
    "first": "date_end__gte",
    "last": "date_start__lte",
    "killed": "killed_best__gte",
    "disputed": "is_disputed",
}
"""What each filter asks of which column."""


def narrow(incidents: QuerySet[Row], wanted: Mapping[str, Any]) -> QuerySet[Row]:
    """Keep the incidents that the filters ask for.

    wanted: values as ``FilterForm.wanted`` gives them; ``bbox`` besides is (west, south, east, north) in degrees.
    """
    asked = {_ASKED[k]: v for k, v in wanted.items() if k in _ASKED}
    if "bbox" in wanted:
        west, south, east, north = wanted["bbox"]
        asked |= {"lat__range": (south, north), "lon__range": (west, east)}
    columns = {f"seen_{name.partition('__')[0]}": Seen(F(name.partition("__")[0])) for name in asked}
    found: QuerySet[Row] = incidents.alias(**columns).filter(**{f"seen_{name}": value for name, value in asked.items()})
    if "place" in wanted:
        found = found.filter(Q(place__icontains=wanted["place"]) | Q(place_en__icontains=wanted["place"]))
    if "actor" in wanted:
        found = found.filter(actors__actor=actor_id(wanted["actor"])).distinct()
    return found


def actor_id(said: str) -> str:
    """Give the id of an actor that was named by id or by name."""
    return labels.actor_ids().get(fold_key(said), said)


_LAST: Final = {"nulls_last": True}


def _falling(column: str) -> OrderBy:
    """Order by a column from the most, by no index of its own: it would lead to all the wide rows, one by one."""
    return Seen(F(column)).desc(**_LAST)


ORDERS: Final[dict[str, tuple[Any, tuple[OrderBy | str, ...]]]] = {
    "severity": (
        _("Severest first"),
        (_falling("killed_best"), F("wounded_best").desc(**_LAST), "-is_disputed", "confidence", "-id"),
    ),
    "doubt": (_("Least certain first"), ("confidence", "-id")),
    "disputed": (_("Disagreements first"), ("-is_disputed", _falling("killed_best"), "confidence", "-id")),
    "day": (_("Latest day first"), (_falling("date_start"), "-id")),
    "new": (_("Newest first"), ("-added_at", "-id")),
}
"""Ways to order incidents: name, and columns; of equal harm, first what reports disagree on, then what is least certain."""


def ordered(incidents: QuerySet[Incident], order: str, *, default: str) -> tuple[QuerySet[Incident], str]:
    """Order incidents; an order nobody knows is the default."""
    name = order if order in ORDERS else default
    return incidents.order_by(*ORDERS[name][1]), name
