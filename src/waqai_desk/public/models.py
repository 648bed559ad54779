"""What the public may read: a table of its own, so that a page for the public cannot show anything else by mistake."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.db import models

from waqai_desk.store.models import Incident


class Published(models.Model):
    """One published incident as the public sees it, delay aside: names masked, place and point already coarsened.

    Columns are named as the store's, so that the same filters read both. ``body`` is the JSON that pages, feed and API
    show. ``coarsened_km`` says with which setting the row was made.
    """

    incident = models.OneToOneField(Incident, models.CASCADE, primary_key=True, related_name="published_row")
    public_id = models.CharField(max_length=20, unique=True)
    published_at = models.DateTimeField()
    body = models.TextField()
    coarsened_km = models.PositiveIntegerField()
    event_type = models.CharField(max_length=40)
    sub_event_type = models.CharField(max_length=60)
    method = models.CharField(max_length=40)
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
    grade = models.CharField(max_length=12)
    is_disputed = models.BooleanField(default=False)

    class Meta:
        """Asked by time of publication, by day, and by place."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["published_at"], name="published_when"),
            models.Index(fields=["-date_start", "-incident"], name="published_day"),
            models.Index(fields=["lat", "lon"], name="published_point"),
        ]

    def __str__(self) -> str:
        return self.public_id

    def content(self) -> dict[str, Any]:
        """Give what pages, feed and API show."""
        found: dict[str, Any] = json.loads(self.body)
        return found


class UpTo(models.Model):
    """The last change that the table above has followed; one row."""

    change = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.change)
