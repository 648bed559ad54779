"""Which incident a report belongs to, and why."""

from __future__ import annotations

from django.db import models

from waqai_desk.store.models.decision import Decision
from waqai_desk.store.models.incident import Incident
from waqai_desk.store.models.report import Report


class Block(models.Model):
    """A key of time and space under which a report is found when others are linked (``waqai.link.keys_of``)."""

    pk = models.CompositePrimaryKey("key", "report_id")
    key = models.BigIntegerField()
    report = models.ForeignKey(Report, models.CASCADE, related_name="blocks")

    def __str__(self) -> str:
        return f"{self.key} {self.report_id}"


class Link(models.Model):
    """A report's place in an incident; a report is in one incident at most.

    ``weight`` is the match weight in bits with which it joined (0 for the founder), ``reasons`` the comparisons behind it,
    as the linker words them. ``decision`` is the person's decision that put it there, which no run moves.
    """

    report = models.OneToOneField(Report, models.PROTECT, primary_key=True, related_name="link")
    incident = models.ForeignKey(Incident, models.PROTECT, related_name="links")
    weight = models.FloatField(default=0.0)
    reasons = models.JSONField(default=list)
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, related_name="links")

    def __str__(self) -> str:
        return f"{self.report_id} → {self.incident_id}"
