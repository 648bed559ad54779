"""Where: the name as written, what the gazetteer knows of it, and how exact the point is."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import msgspec


class PlacePrecision(StrEnum):
    """How exact the place is, finest first (codebook section 3)."""

    SITE = "site"
    NEIGHBOURHOOD = "neighbourhood"
    TOWN = "town"
    DISTRICT = "district"
    COUNTRYSIDE = "countryside"
    GOVERNORATE = "governorate"


FINENESS: Final = {precision: rank for rank, precision in enumerate(PlacePrecision)}
"""The rank of each, 0 for the finest."""
IN_TOWN: Final = frozenset({PlacePrecision.SITE, PlacePrecision.NEIGHBOURHOOD})
"""What lies in a town."""
POINTS: Final = IN_TOWN | {PlacePrecision.TOWN}
"""What is a point on the map; an area's is its middle or its capital."""
AREAS: Final = frozenset({PlacePrecision.COUNTRYSIDE, PlacePrecision.GOVERNORATE})
"""What holds towns by the dozen."""


class PlaceValue(msgspec.Struct, frozen=True, gc=False):
    """A named place; ``lat`` and ``lon`` are WGS84 degrees, both or neither.

    ``text`` is as in the article, ``name`` without the kind word, ``admin1`` the governorate in
    English as in ``data/admin1.csv``, ``country`` ISO 3166-1 alpha-2, ``gazetteer_id`` the row that
    gave the point (``None`` when the point is the parent's or there is none). ``precision`` is that of the place
    named; where the point is another's, ``point_precision`` says what of, and ``radius_m`` how far off it may be.
    """

    text: str
    name: str
    precision: PlacePrecision
    name_en: str | None = None
    admin1: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    gazetteer_id: str | None = None
    point_precision: PlacePrecision | None = None
    radius_m: int | None = None

    def __post_init__(self) -> None:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("a point has both latitude and longitude")
        if self.lat is not None and self.lon is not None and not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise ValueError(f"no point on Earth: {self.lat}, {self.lon}")

    def is_finer_than(self, other: PlaceValue) -> bool:
        """Tell whether this place is the more exact of the two by kind."""
        return FINENESS[self.precision] < FINENESS[other.precision]
