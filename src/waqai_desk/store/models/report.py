"""One article's account of one incident, as the coder gave it."""

from __future__ import annotations

from typing import Final

import msgspec
from django.db import models

from waqai import model
from waqai_desk.store.models.article import Article
from waqai_desk.store.models.run import Coding

_DECODER: Final = msgspec.json.Decoder(model.Report)


class Report(models.Model):
    """A report; ``body`` is the JSON of ``waqai.model.Report`` with its spans, rules and confidence.

    ``key`` follows from the article and the words that tell the act, so that a newer coder's report of the same words is
    the same row. ``index`` is its place among the article's reports. A row is never deleted: one that the coder
    no longer gives is ``withdrawn``, or ``kept`` when a person's decision stands on it. ``coding`` is ``None`` where a person
    entered it; no coder writes such a row, and it is ``withdrawn`` when that was undone. ``needs_link`` is set with
    every change and taken away by the linking that took it up, so that a killed run goes on where it was. Columns that an
    incident has too bear its names, so that the same filters narrow both.
    """

    class State(models.TextChoices):
        """Whether it counts."""

        CURRENT = "current"
        KEPT = "kept"
        WITHDRAWN = "withdrawn"

    key = models.CharField(max_length=40, unique=True)
    article = models.ForeignKey(Article, models.PROTECT, related_name="reports")
    index = models.PositiveIntegerField()
    body = models.TextField()
    coding = models.ForeignKey(Coding, models.PROTECT, null=True, related_name="reports")
    state = models.CharField(max_length=10, choices=State.choices, default=State.CURRENT)
    event_type = models.CharField(max_length=40)
    sub_event_type = models.CharField(max_length=60)
    method = models.CharField(max_length=40)
    date_start = models.DateField(null=True)
    date_end = models.DateField(null=True)
    country = models.CharField(max_length=2, blank=True)
    admin1 = models.CharField(max_length=100, blank=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    place = models.CharField(max_length=200, blank=True, default="")
    place_en = models.CharField(max_length=200, blank=True, default="")
    killed_best = models.PositiveIntegerField(null=True)
    wounded_best = models.PositiveIntegerField(null=True)
    confidence = models.FloatField()
    needs_link = models.BooleanField(default=True)

    class Meta:
        """Indexed by day and by place, which linking looks for around a new report, and by what is in no incident."""

        indexes = [
            models.Index(fields=["article", "index"]),
            models.Index(fields=["date_start", "country"]),
            models.Index(fields=["id"], condition=models.Q(needs_link=True), name="report_needs_link"),
            models.Index(fields=["state", "id"], name="report_state"),
        ]

    def __str__(self) -> str:
        return self.key

    def content(self) -> model.Report:
        """Give the report as the verbs know it."""
        return _DECODER.decode(self.body)
