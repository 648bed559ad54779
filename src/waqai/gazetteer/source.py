"""Where rows came from: what ``waqai gazetteer list`` credits."""

from __future__ import annotations

import msgspec


class Source(msgspec.Struct, frozen=True, kw_only=False):
    """One source: ``origin`` is the address or path it was read from, ``digest`` the SHA-256 of its bytes.

    ``date`` is its edition, or the day it was added; ``places`` and ``skipped`` count its lines.
    """

    id: str
    title: str
    licence: str
    date: str
    origin: str = ""
    digest: str = ""
    places: int = 0
    skipped: int = 0
