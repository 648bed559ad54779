"""Who reads: what the public is given of an incident, and when (docs/do-no-harm.md).

The public profile leaves out titles and full addresses of pages, which may hold names; gives no point finer than its grid;
keeps names of places below a town to itself; waits; and writes few living people of one place as "fewer than".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias
from urllib.parse import urlsplit

import msgspec

from waqai.model import Account, Incident, Toll
from waqai.values.place import IN_TOWN, PlacePrecision, PlaceValue

Audience: TypeAlias = Literal["public", "internal"]
_LIVING: Final = frozenset({"detained", "abducted", "missing", "released"})
_KM_PER_DEGREE: Final = 111.32


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """What an audience is given.

    ``delay_days``: only incidents whose last day lies so far back. ``grid_km``: points are moved to a grid of this size, 0 leaves
    them. ``small_cell``: tolls of living people below this become 1 to one less, 0 leaves them.
    """

    audience: Audience = "internal"
    delay_days: int = 0
    grid_km: float = 0.0
    small_cell: int = 0

    @property
    def is_public(self) -> bool:
        """Whether anyone may read it."""
        return self.audience == "public"


PUBLIC: Final = Profile(audience="public", delay_days=3, grid_km=2.0, small_cell=3)
INTERNAL: Final = Profile()


def prepare(incidents: Iterable[Incident], profile: Profile, today: date) -> Iterator[Incident]:
    """Give the incidents that an audience may read, as it may read them."""
    for incident in incidents:
        if not profile.is_public:
            yield incident
        elif incident.date.end is not None and incident.date.end + timedelta(days=profile.delay_days) <= today:
            yield _for_the_public(incident, profile)


def _for_the_public(incident: Incident, profile: Profile) -> Incident:
    return msgspec.structs.replace(
        incident,
        place=coarse(incident.place, profile.grid_km),
        toll=tuple(_without_small_cells(row, profile.small_cell) for row in incident.toll),
        reports=tuple(_account(account) for account in incident.reports),
        claims={},  # other values of the place would undo its coarsening
        grade_reason="",
    )


def _account(account: Account) -> Account:
    """Keep the outlet and its day; a page's title and path may hold a name."""
    parts = urlsplit(account.url or "")
    home = f"{parts.scheme}://{parts.hostname}/" if parts.scheme in ("http", "https") and parts.hostname else None
    return msgspec.structs.replace(account, title=None, url=home)


def coarse(place: PlaceValue, grid_km: float) -> PlaceValue:
    """Move the point to the middle of its cell, and keep a site's name back: the governorate stands for it."""
    fields: dict[str, object] = {"gazetteer_id": None}
    if place.precision in IN_TOWN:
        name = place.admin1 or place.country or ""
        fields |= {"text": name, "name": name, "name_en": name, "point_precision": PlacePrecision.TOWN}
    if grid_km and place.lat is not None and place.lon is not None:
        step = grid_km / _KM_PER_DEGREE
        fields |= {"lat": _to_grid(place.lat, step), "lon": _to_grid(place.lon, step)}
        fields["radius_m"] = max(place.radius_m or 0, round(grid_km * 1000))
    return msgspec.structs.replace(place, **fields)


def _to_grid(degrees: float, step: float) -> float:
    return round((degrees // step + 0.5) * step, 4)


def _without_small_cells(row: Toll, fewest: int) -> Toll:
    """Write one or two detained people as "fewer than three": in a village they are known."""
    if fewest < 2 or row.kind not in _LIVING or row.high is None or not 0 < row.high < fewest:
        return row if row.kind not in _LIVING else msgspec.structs.replace(row, claims=())
    return msgspec.structs.replace(row, low=1, best=None, high=fewest - 1, claims=())
