"""Who published an article."""

from __future__ import annotations

from django.db import models


class Outlet(models.Model):
    """A publisher by the name its pages give; ``party`` is the actor whose own voice it is, empty for none."""

    name = models.CharField(max_length=200, unique=True)
    country = models.CharField(max_length=2, blank=True)
    party = models.CharField(max_length=100, blank=True)
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name
