"""Who did it, to whom: ids of ``data/actors.csv``, or ``OTHER:`` and the Arabic name."""

from __future__ import annotations

import re
from typing import Final

CIVILIANS: Final = "CIVILIANS"
UNKNOWN: Final = "UNKNOWN"
PROTESTERS: Final = "PROTESTERS"
TRIBAL: Final = "TRIBAL"
SETTLERS: Final = "SETTLERS"
NO_SIDE: Final = frozenset({UNKNOWN, CIVILIANS})
"""Who is no side of a fight: whoever nobody knows, and people without arms."""
ANY_STATE: Final = "POLICE_OTHER"
"""The forces of states that the actor list has no ids for."""
OTHER: Final = "OTHER:"
"""How the id of an actor begins that the list lacks."""
_ID: Final = re.compile(r"[A-Z][A-Z_]+\Z")


def other_actor(name: str) -> str:
    """Give the id of an actor that the list lacks (codebook section 3, ruling 38)."""
    return OTHER + " ".join(name.split())


def is_actor_id(text: str) -> bool:
    """Tell whether the text has the form of an actor id."""
    return bool(_ID.match(text)) or (text.startswith(OTHER) and len(text) > len(OTHER))
