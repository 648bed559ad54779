"""Kinds of place in English, and the precision that each has in the codebook's scale."""

from __future__ import annotations

from typing import Final

from waqai.values.place import PlacePrecision

_PRECISION: Final = {
    "governorate": PlacePrecision.GOVERNORATE,
    "district": PlacePrecision.DISTRICT,
    "subdistrict": PlacePrecision.DISTRICT,
    "region": PlacePrecision.COUNTRYSIDE,
    "countryside": PlacePrecision.COUNTRYSIDE,
    "desert": PlacePrecision.COUNTRYSIDE,
    "city": PlacePrecision.TOWN,
    "town": PlacePrecision.TOWN,
    "village": PlacePrecision.TOWN,
    "camp": PlacePrecision.TOWN,
    "neighbourhood": PlacePrecision.NEIGHBOURHOOD,
}


def precision_of(kind: str) -> PlacePrecision:
    """Give the precision of a kind; a base, crossing, dam, prison, road … is a site."""
    return _PRECISION.get(kind, PlacePrecision.SITE)
