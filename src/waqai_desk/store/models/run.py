"""With what articles were coded, and the runs that did it."""

from __future__ import annotations

from django.db import models


class Coding(models.Model):
    """A version of the coder with one state of its word lists and places: the same three give the same reports."""

    coder = models.CharField(max_length=60)
    lexicon = models.CharField(max_length=64)
    gazetteer = models.CharField(max_length=64)
    first_used = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Each combination once."""

        constraints = [models.UniqueConstraint(fields=["coder", "lexicon", "gazetteer"], name="coding_once")]

    def __str__(self) -> str:
        return f"{self.coder} {self.lexicon[:12]} {self.gazetteer[:12]}"


class Run(models.Model):
    """One call of ``waqai run``; ``finished_at`` stays empty when it was killed."""

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    config = models.TextField(blank=True)
    totals = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"run {self.pk}"


class Mark(models.Model):
    """One fact about the store itself, by name: with which linker the blocks were made."""

    name = models.CharField(max_length=40, primary_key=True)
    value = models.TextField()

    def __str__(self) -> str:
        return f"{self.name} {self.value}"
