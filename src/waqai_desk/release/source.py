"""Incidents out of the store, in one order, a few thousand at a time; what the public may read is what was published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import msgspec
from django.db.models import F

from waqai import model
from waqai.publish import Profile, prepare
from waqai.publish.sitrep import Period
from waqai_desk.store.filters import narrow
from waqai_desk.store.models import Incident
from waqai_desk.store.models.incident import IncidentQuerySet

_AT_A_TIME: Final = 2_000


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Which incidents: filters written ``name=value``, days, and for whom."""

    profile: Profile
    today: date
    only: tuple[str, ...] = ()
    period: Period | None = None


class StoreSource:
    """Gives the chosen incidents from the beginning, as often as it is called."""

    def __init__(self, choice: Choice) -> None:
        """Check the filters.

        Raises: SettingError for a filter that does not exist or cannot have its value.
        """
        self.choice = choice
        self.rows = _rows(choice)

    def __call__(self) -> Iterator[model.Incident]:
        """Read the incidents, first day first, those without a day last."""
        return prepare(self._read(), self.choice.profile, self.choice.today)

    def _read(self) -> Iterator[model.Incident]:
        rows = self.rows.order_by(F("date_start").asc(nulls_last=True), "public_id")
        for row in rows.iterator(chunk_size=_AT_A_TIME):
            found = row.published_content() if self.choice.profile.is_public else row.content()
            if found is not None:
                yield found

    def waiting(self) -> int:
        """Count what the public may not read yet because nobody has published it."""
        return Incident.objects.live().filter(published_at=None).count() if self.choice.profile.is_public else 0


def _rows(choice: Choice) -> IncidentQuerySet:
    every = Incident.objects
    rows = every.public().filter(is_held=False) if choice.profile.is_public else every.live()
    for wanted in choice.only:
        rows = narrow(rows, wanted)
    if choice.period is not None:
        rows = rows.between(choice.period.start, choice.period.end)
    return rows
