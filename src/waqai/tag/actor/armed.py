"""Which actors are armed groups, and which of them the press calls jihadists.

In: an actor's id.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from waqai.shipped import shipped_rows
from waqai.values.actor import OTHER

_ZEALOUS: Final = frozenset({"IS", "SINAI_IS", "AQAP", "AQ_NUSRA", "HTS", "HURRAS", "ISLAMIST_REBELS"})
_ARMIES: Final = frozenset({"LNA"})
_BY_KIND: Final = frozenset({"rebel_group"})


def is_zealous(actor: str) -> bool:
    """Tell whether an actor is one of those whom the press calls jihadists, or a group of which nobody knows."""
    return actor in _ZEALOUS or actor.startswith(OTHER)


def is_armed_group(actor: str) -> bool:
    """Tell whether an actor is an armed group, of whom "the gunmen" can be said, and no state's force."""
    return actor.startswith(OTHER) or actor in _armed_groups()


@cache
def _armed_groups() -> frozenset[str]:
    return frozenset(row["id"] for row in shipped_rows("actors.csv") if row["kind"] in _BY_KIND) - _ARMIES
