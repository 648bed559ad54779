"""What was fetched, byte for byte; the bytes lie in the archive, this row says where and what became of them."""

from __future__ import annotations

from django.db import models


class Original(models.Model):
    """One fetched thing; ``key`` finds it again, so that a second run knows it. ``number`` is its place in the archive."""

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting"
        READ = "read"
        REFUSED = "refused"

    key = models.CharField(max_length=200, unique=True)
    url = models.TextField(blank=True)
    number = models.PositiveBigIntegerField(unique=True)
    kind = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    source = models.CharField(max_length=200, blank=True)
    outlet = models.CharField(max_length=200, blank=True)
    charset = models.CharField(max_length=40, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    length = models.PositiveBigIntegerField(default=0)
    fetched_at = models.DateTimeField(null=True)
    archive = models.CharField(max_length=300, blank=True)
    offset = models.PositiveBigIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    error_code = models.CharField(max_length=20, blank=True)
    error = models.TextField(blank=True)

    class Meta:
        """Indexed by what a run asks: what waits, and whether these bytes are known."""

        indexes = [models.Index(fields=["state", "id"]), models.Index(fields=["digest"])]

    def __str__(self) -> str:
        return self.url or self.key
