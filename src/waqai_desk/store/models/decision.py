"""What people decided: a log that only grows, from which incidents are derived."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from waqai_desk.store.models.article import Article
from waqai_desk.store.models.incident import Incident
from waqai_desk.store.models.report import Report


class DecisionKind(models.TextChoices):
    """The kinds of decision; ``docs/reference/store.md`` says what ``what`` holds for each."""

    EDIT = "edit"
    ACCEPT = "accept"
    REJECT = "reject"
    REOPEN = "reopen"
    MERGE = "merge"
    SPLIT = "split"
    PUBLISH = "publish"
    UNPUBLISH = "unpublish"
    HOLD = "hold"
    RELEASE = "release"
    COMMENT = "comment"
    FOUND = "found"
    ENTER = "enter"
    NOTHING = "nothing"
    TEACH = "teach"
    UNDO = "undo"


class Decision(models.Model):
    """One decision of one person; the database refuses to change or delete it.

    ``incident`` is the one it was made on, also after that was merged into another. ``undoes`` points at the decision
    that this one takes back. ``report`` is what a person made an incident of, ``article`` the page that it was entered from,
    or that tells no incident.
    """

    at = models.DateTimeField()
    who = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=12, choices=DecisionKind.choices)
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, related_name="decisions")
    report = models.ForeignKey(Report, models.PROTECT, null=True, related_name="decisions")
    article = models.ForeignKey(Article, models.PROTECT, null=True, related_name="decisions")
    what = models.JSONField(default=dict)
    why = models.TextField(blank=True)
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")

    class Meta:
        """Read in the order they were made."""

        ordering = ["id"]
        indexes = [models.Index(fields=["incident", "id"]), models.Index(fields=["who", "at"])]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=DecisionKind.values), name="decision_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.incident_id}"
