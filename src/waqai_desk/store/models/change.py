"""What became of incidents, in order: the feed from which those downstream learn of merges and retractions."""

from __future__ import annotations

from django.db import models

from waqai_desk.store.models.decision import Decision
from waqai_desk.store.models.incident import Incident
from waqai_desk.store.models.run import Run


class ChangeKind(models.TextChoices):
    """What happened to the incident."""

    NEW = "new"
    CHANGED = "changed"
    MERGED = "merged"
    RESTORED = "restored"
    RETIRED = "retired"
    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"


class Change(models.Model):
    """One change of one incident; ``id`` is the sequence number to ask ``since`` with.

    ``fields`` names what differs. Either a run or a decision made it.
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=12, choices=ChangeKind.choices)
    at = models.DateTimeField()
    version = models.PositiveIntegerField()
    fields = models.JSONField(default=list)
    into = models.ForeignKey(Incident, models.PROTECT, null=True, related_name="+")
    run = models.ForeignKey(Run, models.PROTECT, null=True, related_name="changes")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, related_name="changes")

    class Meta:
        """In order."""

        ordering = ["id"]
        indexes = [models.Index(fields=["incident", "id"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.incident_id}"
