"""What the team taught: places, actors and other names for them, used by the coder from the next run on."""

from __future__ import annotations

from django.db import models

from waqai_desk.store.models.decision import Decision


class TeamPlace(models.Model):
    """A place that no gazetteer knew, with its columns as a team's own gazetteer file has them; WGS84 degrees."""

    name = models.CharField(max_length=200)
    other_names = models.JSONField(default=list)
    name_en = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=40, blank=True)
    precision = models.CharField(max_length=15)
    country = models.CharField(max_length=2)
    admin1 = models.CharField(max_length=100, blank=True)
    lat = models.FloatField()
    lon = models.FloatField()
    decision = models.OneToOneField(Decision, models.PROTECT, related_name="place")

    def __str__(self) -> str:
        return self.name


class TeamActor(models.Model):
    """An actor that the list lacks; ``actor`` is its id, as in ``data/actors.csv``."""

    actor = models.CharField(max_length=100, unique=True)
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, blank=True)
    decision = models.OneToOneField(Decision, models.PROTECT, related_name="actor")

    def __str__(self) -> str:
        return self.actor


class TeamAlias(models.Model):
    """Another name for an actor, of the list or of the team."""

    actor = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
    decision = models.OneToOneField(Decision, models.PROTECT, related_name="alias")

    class Meta:
        """A name once for each actor."""

        constraints = [models.UniqueConstraint(fields=["actor", "name"], name="team_alias_once")]

    def __str__(self) -> str:
        return self.name
