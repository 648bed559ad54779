"""Who looks at what: the desk's own small table beside the store's log of decisions."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from waqai_desk.store.models import Incident, Report


def assigned_to(thing: Incident | Report) -> int | None:
    """Give who took an incident or a report on."""
    assignment = getattr(thing, "assignment", None)
    return assignment.who_id if assignment else None


def take_or_give_back(thing: Incident | Report, member: Any) -> str:
    """Let a member take an incident or a report on, or give back what is theirs already; say which."""
    whose = {"incident": thing} if isinstance(thing, Incident) else {"report": thing}
    if assigned_to(thing) == member.pk:
        Assignment.objects.filter(**whose).delete()
        return _("Given back.")
    Assignment.objects.update_or_create(**whose, defaults={"who": member, "at": timezone.now()})
    return _("It is yours.")


class Assignment(models.Model):
    """An incident, or a report without one, that somebody took on; it keeps two people from doing the same work, and forbids nothing."""

    incident = models.OneToOneField(Incident, models.CASCADE, null=True, related_name="assignment")
    report = models.OneToOneField(Report, models.CASCADE, null=True, related_name="assignment")
    who = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="assignments")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Asked by person."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(incident=None) ^ models.Q(report=None), name="assignment_of_one_thing"
            )
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["who", "incident"], name="assignment_who")]

    def __str__(self) -> str:
        return f"{self.incident_id or self.report_id} → {self.who_id}"
