"""Long lists read in two steps: which rows, from the index alone; then those few rows whole.

A row of an incident is wide, for it holds the incident itself. A database that sorts or skips such rows reads megabytes to
show a page of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from waqai_desk.reading.veil import veiled
from waqai_desk.store.models import Incident


class Thin(Sequence[Incident]):
    """Incidents for a paginator: it counts and cuts the narrow query, and gets whole rows, veiled, for one page only."""

    def __init__(self, narrow: QuerySet[Incident], *related: str) -> None:
        """Keep the query; ``related`` names what else a page shows of each."""
        self._narrow, self._related = narrow, related

    def __len__(self) -> int:
        return self._narrow.order_by().count()

    def __getitem__(self, cut: Any) -> Any:
        ids = list(self._narrow.values_list("pk", flat=True)[cut])
        rows = Incident.objects.filter(pk__in=ids).defer("machine", "published_body").select_related(*self._related)
        found = {row.pk: row for row in rows.prefetch_related("actors")}
        return veiled([found[pk] for pk in ids])
