"""A place that a gazetteer knows: its names, its parents, its point.

In: rows of a source. Out: what ``choose`` picks from. ``admin1`` is spelt as in ``data/admin1.csv``.
"""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.values.place import PlacePrecision

BULK: Final = frozenset({"wof", "dump", "pcode"})
"""Sources that have every hamlet; what they alone know is a name of something ordinary as often as not."""


class Place(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One place with every id under which its sources know it.

    ``names`` are the Arabic spellings, the usual one first, ``more`` Arabic names that only sources with every hamlet
    give a place of ours, ``latin`` further names in Latin letters (Kurdish, Turkish, older romanisations); empty strings mean "not known"; ``lat`` and ``lon`` are WGS84 degrees, not a
    number where a source gives none; ``population`` is 0 when unknown; ``id`` is ``source:key`` and stable.
    """

    id: str
    names: tuple[str, ...]
    name_en: str
    kind: str
    precision: PlacePrecision
    country: str
    lat: float
    lon: float
    admin1: str = ""
    admin2: str = ""
    admin3: str = ""
    pcode: str = ""
    population: int = 0
    source: str = ""
    ids: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()
    more: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Give the usual Arabic name."""
        return self.names[0] if self.names else self.name_en

    @property
    def has_point(self) -> bool:
        """Tell whether a source gave it a point."""
        return self.lat == self.lat
