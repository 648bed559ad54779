"""Incidents by the id that people know, also by one that was merged away."""

from __future__ import annotations

from waqai.errors import StoreError
from waqai_desk.store.models import Incident


def find_incident(public_id: str) -> Incident:
    """Give the incident of this id, or the one that it is part of now; a report's key leads to its incident.

    Raises: StoreError when the id was never given.
    """
    found = (
        Incident.objects.filter(public_id=public_id).first()
        or Incident.objects.filter(links__report__key=public_id).first()
    )
    if found is None:
        raise StoreError(f"no incident ever had the id {public_id}")
    return last_of(found)


def last_of(incident: Incident) -> Incident:
    """Follow merges to the incident that counts now."""
    while incident.merged_into is not None:
        incident = incident.merged_into
    return incident


def formerly(incident: Incident) -> list[str]:
    """Give the ids of all incidents that became part of this one, the oldest first."""
    found: list[str] = []
    todo = [incident.pk]
    while todo:
        rows = Incident.objects.filter(merged_into__in=todo).order_by("id").values_list("id", "public_id")
        todo = [pk for pk, _ in rows]
        found += [public_id for _, public_id in rows]
    return found
