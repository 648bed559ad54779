"""Who looks at what: the desk's own small table beside the store's log of decisions."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from waqai_desk.store.models import Incident


class Assignment(models.Model):
    """An incident that somebody took on; it keeps two people from doing the same work, and forbids nothing."""

    incident = models.OneToOneField(Incident, models.CASCADE, related_name="assignment")
    who = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="assignments")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Asked by person."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["who", "incident"], name="assignment_who")]

    def __str__(self) -> str:
        return f"{self.incident_id} → {self.who_id}"
