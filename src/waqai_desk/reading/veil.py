"""Rows of incidents made fit to be shown: names that a place or an actor was called by are taken out of them.

A house is called by its owner, a group by its founder. Rows changed here are for showing and are never saved.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.model import Person
from waqai_desk.reading.mask import Mask
from waqai_desk.store.models import Incident, Link
from waqai_desk.store.models import Person as PersonRow


def masks_of(incidents: Sequence[Incident]) -> dict[int, Mask]:
    """Give what takes names out of each incident's values; two queries for all of them."""
    pairs = list(Link.objects.filter(incident__in=incidents).values_list("incident_id", "report__article_id"))
    named: dict[int, list[Person]] = {}
    for row in PersonRow.objects.filter(article__in={article for _, article in pairs}).order_by("pk"):
        named.setdefault(row.article_id, []).append(Person(row.name, row.role, ()))
    persons: dict[int, list[Person]] = {}
    for incident, article in pairs:
        persons.setdefault(incident, []).extend(named.get(article, ()))
    return {incident.pk: Mask(persons.get(incident.pk, [])) for incident in incidents}


def veiled(incidents: Sequence[Incident]) -> list[Incident]:
    """Take names out of the columns that lists show; actors only where they were fetched."""
    masks = masks_of(incidents)
    for row in incidents:
        mask = masks[row.pk]
        row.place, row.place_en = mask(row.place), mask(row.place_en)
        if "actors" in getattr(row, "_prefetched_objects_cache", {}):
            for actor in row.actors.all():
                actor.actor = mask(actor.actor)
    return list(incidents)
