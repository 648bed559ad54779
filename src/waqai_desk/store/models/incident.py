"""What happened, as all reports tell it and as people decided."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec
from django.db import models

from waqai import model

_DECODER: Final = msgspec.json.Decoder(model.Incident)


class Grade(models.TextChoices):
    """How well an incident is attested, in Airwars' terms."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


class Review(models.TextChoices):
    """Where an incident stands with people; ``changed``: accepted, and the reports say something else since."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    CHANGED = "changed"
    REJECTED = "rejected"


class Side(models.TextChoices):
    """On which end of the act an actor stands."""

    INITIATOR = "initiator"
    TARGET = "target"


class IncidentQuerySet(models.QuerySet["Incident"]):
    """Incidents, asked in the words of the desk."""

    def live(self) -> IncidentQuerySet:
        """Leave out those merged into others and those no report tells any more."""
        return self.filter(merged_into=None, is_retired=False)

    def public(self) -> IncidentQuerySet:
        """Give what is published; read it from ``published_content``, not from ``content``."""
        return self.live().exclude(published_at=None)

    def between(self, first: date | None, last: date | None) -> IncidentQuerySet:
        """Give those whose days may lie in the period, both ends included; ``None`` leaves an end open."""
        rows = self if first is None else self.filter(date_end__gte=first)
        return rows if last is None else rows.filter(date_start__lte=last)


class Incident(models.Model):
    """An incident; a row, and so an id, stays for ever.

    ``body`` is the JSON of ``waqai.model.Incident`` with people's decisions applied, ``machine`` the same without
    them where the two differ. The columns after it are taken from ``body``, for filters. ``version`` rises with every
    change, so that an editor learns of another's. ``published_body`` is what was published, until it is published anew.
    """

    public_id = models.CharField(max_length=40, unique=True)
    body = models.TextField()
    machine = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="formerly")
    is_retired = models.BooleanField(default=False)
    review = models.CharField(max_length=12, choices=Review.choices, default=Review.UNREVIEWED)
    is_held = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True)
    published_body = models.TextField(blank=True)
    added_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    event_type = models.CharField(max_length=40)
    sub_event_type = models.CharField(max_length=60)
    method = models.CharField(max_length=40)
    outcome = models.CharField(max_length=12)
    status = models.CharField(max_length=12)
    date_start = models.DateField(null=True)
    date_end = models.DateField(null=True)
    date_precision = models.CharField(max_length=10, blank=True)
    country = models.CharField(max_length=2, blank=True)
    admin1 = models.CharField(max_length=100, blank=True)
    place = models.CharField(max_length=200, blank=True)
    place_en = models.CharField(max_length=200, blank=True)
    place_precision = models.CharField(max_length=15)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    killed_low = models.PositiveIntegerField(null=True)
    killed_best = models.PositiveIntegerField(null=True)
    killed_high = models.PositiveIntegerField(null=True)
    wounded_low = models.PositiveIntegerField(null=True)
    wounded_best = models.PositiveIntegerField(null=True)
    wounded_high = models.PositiveIntegerField(null=True)
    grade = models.CharField(max_length=12, choices=Grade.choices)
    witnesses = models.PositiveIntegerField()
    accounts = models.PositiveIntegerField()
    is_disputed = models.BooleanField(default=False)
    confidence = models.FloatField()

    objects = IncidentQuerySet.as_manager()

    class Meta:
        """Every filter of the desk has an index that begins with it; the day is what tables are sorted by."""

        indexes = [
            models.Index(fields=["-date_start", "-id"], name="incident_day"),
            models.Index(fields=["event_type", "-date_start"], name="incident_type"),
            models.Index(fields=["sub_event_type", "-date_start"], name="incident_sub_type"),
            models.Index(fields=["method", "-date_start"], name="incident_method"),
            models.Index(fields=["status", "-date_start"], name="incident_status"),
            models.Index(fields=["place"], name="incident_place"),
            models.Index(fields=["place_en"], name="incident_place_en"),
            models.Index(fields=["wounded_best", "-date_start"], name="incident_wounded"),
            models.Index(fields=["witnesses", "-date_start"], name="incident_witnesses"),
            models.Index(fields=["country", "admin1", "-date_start"], name="incident_area"),
            models.Index(fields=["review", "-killed_best", "-id"], name="incident_queue"),
            models.Index(fields=["grade", "-date_start"], name="incident_grade"),
            models.Index(fields=["killed_best", "-date_start"], name="incident_killed"),
            models.Index(fields=["lat", "lon"], name="incident_point"),
            models.Index(fields=["changed_at", "id"], name="incident_changed"),
            models.Index(fields=["published_at", "id"], name="incident_published"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(grade__in=Grade.values), name="incident_grade_known"),
            models.CheckConstraint(condition=models.Q(review__in=Review.values), name="incident_review_known"),
            models.CheckConstraint(
                condition=models.Q(published_at=None, published_body="") | ~models.Q(published_body=""),
                name="incident_published_has_body",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    def content(self) -> model.Incident:
        """Give the incident as the verbs know it, with people's decisions applied."""
        return _DECODER.decode(self.body)

    def machine_content(self) -> model.Incident:
        """Give what the reports alone say."""
        return _DECODER.decode(self.machine or self.body)

    def published_content(self) -> model.Incident | None:
        """Give what the public sees; ``None`` while it sees nothing."""
        return _DECODER.decode(self.published_body) if self.published_body else None


class IncidentActor(models.Model):
    """An actor of an incident, for filters."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="actors")
    actor = models.CharField(max_length=200)
    side = models.CharField(max_length=10, choices=Side.choices)

    class Meta:
        """One row an actor and side."""

        constraints = [
            models.UniqueConstraint(fields=["incident", "actor", "side"], name="incident_actor_once"),
        ]
        indexes = [models.Index(fields=["actor", "incident"], name="incident_actor")]

    def __str__(self) -> str:
        return self.actor
