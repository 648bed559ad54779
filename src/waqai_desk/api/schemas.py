"""What the API answers with and what it can be asked, as OpenAPI tells it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Field, FilterSchema, Schema

from waqai_desk.store.models import ChangeKind, Grade, Review
from waqai_desk.web import labels


class Problem(Schema):
    """Why there is no answer."""

    detail: str


class Day(Schema):
    """Days of the act, local time, both included; all ``null`` when nothing fixes them."""

    start: date | None
    end: date | None
    precision: str | None


class Place(Schema):
    """Where; WGS84 degrees. ``radius_m``: how far off the point may be, where it is known."""

    name: str
    name_en: str | None
    admin1: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str
    radius_m: int | None = None


class Toll(Schema):
    """How many were harmed how, as low, best and high; an open end is ``null``."""

    kind: str
    who: str
    low: int | None
    best: int | None
    high: int | None


class Incident(Schema):
    """One incident as people and reports have it now."""

    id: str
    version: int
    review: Review
    event_type: str
    sub_event_type: str
    method: str
    outcome: str
    count: int
    date: Day
    place: Place
    initiators: list[str]
    targets: list[str]
    toll: list[Toll]
    status: str
    grade: Grade
    grade_reason: str
    witnesses: int
    accounts: int
    confidence: float
    is_disputed: bool
    published_at: datetime | None
    changed_at: datetime


class Incidents(Schema):
    """A page of incidents; ``next`` is the address of the following one."""

    count: int
    next: str | None
    items: list[Incident]


class Report(Schema):
    """What one article says of an incident, in codes; its words stay at the desk."""

    outlet: str | None
    published: date | None
    is_copy: bool
    by_person: bool
    event_type: str
    sub_event_type: str
    method: str
    date: Day
    place: Place
    initiators: list[str]
    targets: list[str]
    status: str
    confidence: float


class Change(Schema):
    """One change of one incident; ask for those after ``id`` with ``since``."""

    id: int
    incident: str
    kind: ChangeKind
    at: datetime
    version: int
    fields: list[str]
    into: str | None


class Changes(Schema):
    """Changes in order; ``since`` is what to ask with the next time."""

    since: int
    more: bool
    items: list[Change]


class PublishedIncident(Schema):
    """An incident as the public sees it."""

    id: str
    published_at: datetime
    event_type: str
    sub_event_type: str
    method: str
    outcome: str
    count: int
    date: Day
    place: Place
    coarsened_km: int
    initiators: list[str]
    targets: list[str]
    toll: list[Toll]
    status: str
    grade: str
    witnesses: int
    outlets: list[str]


class PublishedIncidents(Schema):
    """A page of published incidents."""

    count: int
    next: str | None
    items: list[PublishedIncident]


_COUNTRIES = "|".join(code for code, _ in labels.choices("country"))


class Filters(FilterSchema):
    """The desk's filters; those left out ask nothing."""

    first: date | None = Field(None, description="not over before this day")
    last: date | None = Field(None, description="begun by this day")
    type: list[str] | None = Field(None, description="event types, any of them")
    method: Annotated[str, Field(max_length=40)] | None = None
    actor: Annotated[str, Field(max_length=200)] | None = Field(None, description="id or name, on either side")
    country: Annotated[str, Field(pattern=f"^({_COUNTRIES})$")] | None = Field(None, description="ISO 3166-1 alpha-2")
    admin1: Annotated[str, Field(max_length=100)] | None = Field(None, description="governorate, spelt in English")
    place: Annotated[str, Field(max_length=100)] | None = Field(None, description="part of a place's name")
    killed: Annotated[int, Field(ge=0, le=1_000_000)] | None = Field(None, description="at least so many killed")
    grade: list[Grade] | None = None
    review: list[Review] | None = None
    disputed: bool | None = Field(None, description="true: only where reports disagree")
    bbox: Annotated[str, Field(max_length=200)] | None = Field(None, description="west,south,east,north in degrees")

    def wanted(self) -> dict[str, Any]:
        """Give what was asked, as ``explore.filters.narrow`` takes it; the box apart."""
        said = {k: v for k, v in self.dict().items() if v not in (None, [], False) and k != "bbox"}
        return {k: _without_nul(v) for k, v in said.items()}


def _without_nul(value: Any) -> Any:
    """Give a value, or each of several, without the one character that PostgreSQL refuses."""
    if isinstance(value, list):
        return [_without_nul(one) for one in value]
    return value.replace("\x00", "") if isinstance(value, str) else value
