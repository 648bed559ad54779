"""Tags and filters that every template of the desk may use."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from waqai.values import Count, DateValue
from waqai.values.place import PlacePrecision
from waqai_desk.web import labels
from waqai_desk.web.area import RADIUS_M

register = template.Library()


@register.filter
def label(code: object, kind: str) -> str:
    """Give the name of a code: ``{{ incident.method|label:"method" }}``."""
    return labels.label(kind, code)


@register.filter
def names(codes: list[str], kind: str) -> str:
    """Give the names of several codes in one line."""
    return _("; ").join(labels.label(kind, code) for code in codes)


@register.filter
def days(value: DateValue | Any) -> str | SafeString:
    """Write a date with its precision; digits are Latin and run left to right in both languages."""
    first, last = getattr(value, "date_start", None), getattr(value, "date_end", None)
    precision = getattr(value, "date_precision", "")
    if isinstance(value, DateValue):
        first, last, precision = value.start, value.end, value.precision or ""
    if first is None:
        return _("no date")
    text = str(first) if first == last else f"{first} – {last}"
    written = format_html('<bdi class="number" dir="ltr">{}</bdi>', text)
    more = "" if precision == "day" else labels.label("date_precision", precision)
    return format_html("{} <span class='quiet small'>({})</span>", written, more) if more else written


@register.filter
def span(row: Any) -> str | SafeString:
    """Write a toll row as low–best–high: ``3``, ``2–3–5``, ``3+``."""
    ends = row if isinstance(row, dict) else {end: getattr(row, end) for end in ("low", "best", "high")}
    return _span(ends["low"], ends["best"], ends["high"])


@register.filter
def toll(incident: Any, kind: str) -> str | SafeString:
    """Write how many an incident killed or wounded in all, from its columns."""
    return _span(*(getattr(incident, f"{kind}_{end}") for end in ("low", "best", "high")))


@register.filter
def some(form: Any, names: str) -> list[Any]:
    """Give some fields of a form, in the order named."""
    return [form[name] for name in names.split()]


@register.simple_tag
def radius(precision: str, coarsened_km: int = 0) -> int:
    """Give how far off a point may be, in metres."""
    return max(RADIUS_M[PlacePrecision(precision)], coarsened_km * 1000)


def _span(low: int | None, best: int | None, high: int | None) -> SafeString:
    known = [n for n in dict.fromkeys((low, best, high)) if n is not None]
    text = "–".join(str(n) for n in known) + ("+" if high is None else "")
    return format_html('<bdi class="number" dir="ltr">{}</bdi>', text)


@register.filter
def claimed(claim: Any) -> str | SafeString:
    """Write one account's figure: ``3``, ``2–5``, ``3+``, ``≤5``."""
    text = str(Count(claim.min, claim.max))
    return format_html('<bdi class="number" dir="ltr">{}</bdi>', text)


@register.filter
def km(metres: int) -> str:
    """Write a radius in kilometres, with one decimal below one."""
    return f"{metres / 1000:.1f}" if metres < 1000 else str(round(metres / 1000))


@register.filter
def percent(part: float) -> int:
    """Give a share as a whole number of hundredths."""
    return round(100 * part)


@register.simple_tag(takes_context=True)
def with_query(context: dict[str, Any], **changes: Any) -> str:
    """Give the page's own query with some values changed; an empty one is taken out."""
    query = context["request"].GET.copy()
    for key, value in changes.items():
        if value in ("", None):
            query.pop(key, None)
        else:
            query[key] = str(value)
    return f"?{query.urlencode()}"
