"""The public's table follows the log of changes: a publication appears, a retraction disappears, whoever made it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from waqai_desk.options import options
from waqai_desk.public.coarse import for_public
from waqai_desk.public.models import Published, UpTo
from waqai_desk.reading.mask import Mask
from waqai_desk.reading.persons import persons_of
from waqai_desk.store.columns import columns_of
from waqai_desk.store.models import Article, Change, Incident

_CHUNK: Final = 500
_COLUMNS: Final = frozenset(f.name for f in Published._meta.concrete_fields)


def released() -> QuerySet[Published]:
    """Give what the public may see now: published, and the delay gone by."""
    follow()
    until = timezone.now() - timedelta(days=options().delay_days)
    return Published.objects.filter(published_at__lte=until)


def follow() -> None:
    """Bring the table up to the last change, and to the setting of coarsening."""
    newest = Change.objects.aggregate(newest=Max("id"))["newest"] or 0
    known, _ = UpTo.objects.get_or_create(pk=1)
    stale = list(Published.objects.exclude(coarsened_km=options().coarsen_km).values_list("pk", flat=True)[:1])
    if newest == known.change and not stale:
        return
    with transaction.atomic():
        changed = set(Change.objects.filter(id__gt=known.change, id__lte=newest).values_list("incident_id", flat=True))
        if stale:
            changed |= set(Published.objects.values_list("pk", flat=True))
        todo = sorted(changed)
        for start in range(0, len(todo), _CHUNK):
            _renew(todo[start : start + _CHUNK])
        UpTo.objects.filter(pk=1).update(change=newest)


def _renew(incidents: list[int]) -> None:
    """Write the rows of these incidents anew."""
    Published.objects.filter(pk__in=incidents).delete()
    rows = Incident.objects.public().filter(pk__in=incidents)
    Published.objects.bulk_create([_row(incident) for incident in rows], batch_size=30)


def _row(incident: Incident) -> Published:
    content = incident.published_content()
    assert content is not None, "a published incident has what was published"
    assert incident.published_at is not None, "and a day"
    articles = Article.objects.filter(reports__link__incident=incident).distinct().prefetch_related("persons")
    mask = Mask([person for article in articles for person in persons_of(article)])
    km = options().coarsen_km
    body = for_public(content, mask, km) | {"id": incident.public_id, "version": incident.version}
    place = body["place"]
    columns = {k: v for k, v in columns_of(content).items() if k in _COLUMNS}
    columns |= {"place": place["name"], "place_en": place["name_en"], "lat": place["lat"], "lon": place["lon"]}
    return Published(
        incident=incident,
        public_id=incident.public_id,
        published_at=incident.published_at,
        body=json.dumps(body, ensure_ascii=False, default=str),
        coarsened_km=km,
        **columns,
    )
