"""How large an area a point stands for."""

from __future__ import annotations

from typing import Final

from waqai.values.place import PlacePrecision

RADIUS_M: Final = {
    PlacePrecision.SITE: 300,
    PlacePrecision.NEIGHBOURHOOD: 1_000,
    PlacePrecision.TOWN: 3_000,
    PlacePrecision.DISTRICT: 15_000,
    PlacePrecision.COUNTRYSIDE: 15_000,
    PlacePrecision.GOVERNORATE: 50_000,
}
"""How far off a point may be where the gazetteer does not say: the usual size of such a place in the region, rounded up."""
