"""Filters of incidents by name, as the command line and other programs write them; each has an index."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.db.models import Q

from waqai.code.taxonomy import Taxonomy
from waqai.errors import SettingError
from waqai_desk.store.models import Incident
from waqai_desk.store.models.incident import IncidentQuerySet

_EVENT_TYPES: Final = frozenset(Taxonomy.load().event_types.values())


def _at_least(column: str) -> Callable[[str], Q]:
    return lambda value: Q(**{f"{column}__gte": int(value)})


FILTERS: Final[dict[str, Callable[[str], Q]]] = {
    "type": lambda value: Q(event_type=value) if value in _EVENT_TYPES else Q(sub_event_type=value),
    "method": lambda value: Q(method=value),
    "country": lambda value: Q(country=value.upper()),
    "admin1": lambda value: Q(admin1=value),
    "place": lambda value: Q(place=value) | Q(place_en=value),
    "actor": lambda value: Q(pk__in=Incident.objects.filter(actors__actor=value).values("pk")),
    "grade": lambda value: Q(grade=value),
    "review": lambda value: Q(review=value),
    "status": lambda value: Q(status=value),
    "killed": _at_least("killed_best"),
    "wounded": _at_least("wounded_best"),
    "witnesses": _at_least("witnesses"),
}
"""What each name filters; a number is the least."""


def narrow(rows: IncidentQuerySet, wanted: str) -> IncidentQuerySet:
    """Narrow by one filter written ``name=value``.

    Raises: SettingError when there is no such filter or it cannot have the value.
    """
    name, _, value = wanted.partition("=")
    if name not in FILTERS or not value:
        raise SettingError(f"is no filter: {wanted!r}; write NAME=VALUE with one of {', '.join(FILTERS)}")
    try:
        return rows.filter(FILTERS[name](value))
    except ValueError:
        raise SettingError(f"{name} needs a whole number: {wanted!r}") from None
