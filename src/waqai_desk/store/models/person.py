"""Names of persons: apart from everything else, and every look at them recorded (docs/do-no-harm.md)."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from waqai import model
from waqai_desk.store.models.article import Article


class Person(models.Model):
    """Someone an article names. No report and no incident points here; there is no index over names."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="persons")
    name = models.TextField()
    role = models.CharField(max_length=60)
    evidence = models.JSONField(default=list)

    class Meta:
        """The permission ``store.view_person`` is the right to see names."""

        verbose_name = "person"

    def __str__(self) -> str:
        return f"person {self.pk}"

    def content(self) -> model.Person:
        """Give the person as the coder found him."""
        return model.Person(self.name, self.role, tuple(model.Span(*pair) for pair in self.evidence))


class NameLook(models.Model):
    """Someone looked at the names of an article; the database refuses to change or delete it."""

    at = models.DateTimeField()
    who = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="name_looks")
    article = models.ForeignKey(Article, models.PROTECT, related_name="name_looks")
    why = models.TextField(blank=True)

    class Meta:
        """Read by person and time."""

        indexes = [models.Index(fields=["who", "at"])]

    def __str__(self) -> str:
        return f"look {self.pk}"
