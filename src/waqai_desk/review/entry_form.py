"""The form that enters a report which the coder missed: that of an edit, with the words of the article behind each value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import msgspec
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waqai.gazetteer.store import open_gazetteer
from waqai.model import Harm, Report, Span
from waqai.values import UNKNOWN, Count, PlacePrecision, PlaceValue
from waqai_desk.reading.pieces import Piece
from waqai_desk.reading.words import find_words
from waqai_desk.review.forms import BaseTolls, HarmForm, ReportForm
from waqai_desk.store.entered import need_words
from waqai_desk.web import labels

MARKED: Final = ("event", "place", "date", "initiators", "targets", "harm", "sources")
"""Fields that point at words, in the order of the keys that mark them."""
_FIGURE: Final = re.compile(
    r"\s*(?:(?P<least>\d{1,6})(?:\s*[-–]\s*(?P<most>\d{1,6})|(?P<more>\+))?|≤\s*(?P<up_to>\d{1,6}))\s*"
)
_HINT: Final = re.compile(r"\d{1,9}")


class EntryForm(ReportForm):
    """What a person reads in an article; ``evidence`` is filled by ``is_valid``."""

    def __init__(self, pieces: Sequence[Piece], *args: Any, **kwargs: Any) -> None:
        """Ask for the words too, a stretch a line. pieces: the article as it is shown."""
        super().__init__(*args, **kwargs)
        for name in ("event_type", "sub_event_type", "method"):  # nothing that nobody chose
            self._choices(name, [("", "—"), *labels.choices(name)])
        self._pieces = pieces
        self.evidence: dict[str, tuple[Span, ...]] = {}
        for field in MARKED:
            label = _("Words of the article: %(field)s") % {"field": labels.label("field", field)}
            words = forms.CharField(label=label, required=False, max_length=2000, widget=forms.Textarea)
            words.widget.attrs.update({"rows": 1, "dir": "rtl", "lang": "ar", "data-words": field})
            self.fields[f"words_{field}"] = words
            self.fields[f"at_{field}"] = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Find the words in the article."""
        said = super().clean()
        for field in MARKED:
            hints = [int(hint) for hint in _HINT.findall(said.get(f"at_{field}") or "")]
            spans = []
            for n, line in enumerate(filter(str.strip, (said.get(f"words_{field}") or "").splitlines())):
                span = find_words(self._pieces, line, hints[n] if n < len(hints) else 0)
                if span is None:
                    self.add_error(f"words_{field}", _("The article does not say this: “%(words)s”.") % {"words": line})
                else:
                    spans.append(span)
            if spans:
                self.evidence[field] = tuple(dict.fromkeys(spans))
        return said

    def report(self, full: str, harm: tuple[Harm, ...]) -> Report:
        """Give the report; values without words get an error.

        full: the text of the article.
        """
        quotes = {field: [span.quote(full) for span in spans] for field, spans in self.evidence.items()}
        name = self.cleaned_data["place_name"]
        text = " ".join((quotes.get("place") or [name])[0].split())
        place = PlaceValue(text=text, name=name, precision=PlacePrecision(self.cleaned_data["place_precision"]))
        values = self.values(place)
        values["initiators"] = values["initiators"] or [UNKNOWN]
        values["harm"] = harm
        values["sources"] = [" ".join(quote.split()) for quote in quotes.get("sources", ())]
        values["evidence"] = self.evidence
        read = msgspec.convert(msgspec.to_builtins(values), Report, strict=False)
        read = msgspec.structs.replace(read, place=with_point(read.place))
        for field in need_words(read):
            if field not in self.evidence and f"words_{field}" not in self.errors:
                self.add_error(f"words_{field}", _("Mark the words of the article that say this."))
        return read


def with_point(place: PlaceValue) -> PlaceValue:
    """Give a place that the form gave no point with that of the one place which the gazetteer knows by this name there."""
    if place.lat is not None:
        return place
    known = [
        p
        for p in open_gazetteer().named(place.name)
        if p.has_point
        and p.precision == place.precision
        and place.country in (None, p.country)
        and place.admin1 in (None, p.admin1)
    ]
    if len(known) != 1:
        return place
    (one,) = known
    return msgspec.structs.replace(
        place,
        name_en=one.name_en or None,
        country=one.country or None,
        admin1=one.admin1 or None,
        lat=one.lat,
        lon=one.lon,
        gazetteer_id=one.id,
    )


class HarmRow(HarmForm):
    """One row of the harm that the article tells; ``figure`` as ``Count`` is written."""

    figure = forms.CharField(label=gettext_lazy("Figure"), required=False, max_length=20)

    def clean_figure(self) -> Count | None:
        """Read the figure."""
        said = self.cleaned_data["figure"]
        if not said:
            return None
        match = _FIGURE.fullmatch(said)
        least, most = (match["least"], match["most"]) if match else (None, None)
        if match is None or (least and most and int(most) < int(least)):
            raise forms.ValidationError(_("Write 3, 2–5, 3+ for three or more, or ≤5 for up to five."))
        if match["up_to"]:
            return Count.up_to(int(match["up_to"]))
        return Count(int(match["least"]), None if match["more"] else int(most or match["least"]))

    def clean(self) -> dict[str, Any]:
        """Ask for the figure of a harm."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("kind") and said.get("figure") is None and "figure" not in self.errors:
            self.add_error("figure", _("Give a figure."))
        return said


class BaseHarm(BaseTolls):
    """The rows of harm."""

    def harm(self) -> tuple[Harm, ...]:
        """Give them as a report has them."""
        rows = [f.cleaned_data for f in self.forms if f.cleaned_data.get("kind")]
        return tuple(Harm(r["kind"], r["who"], r["figure"].min, r["figure"].max) for r in rows)


HarmRows: Any = forms.formset_factory(
    HarmRow, formset=BaseHarm, extra=3, max_num=30, absolute_max=40, validate_max=True
)


def first_shown(published: date | None) -> dict[str, Any]:
    """Give what the form shows at first: news of the day before it was published, which is no more than a guess."""
    day = {} if published is None else {"start": published, "end": published, "date_precision": "approx"}
    return {"outcome": "completed", "count": 1, "status": "reported", "place_precision": "town"} | day
