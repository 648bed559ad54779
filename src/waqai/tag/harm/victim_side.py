"""Whose side a class word for victims names by itself: soldiers, policemen, gunmen, attackers, a crowd."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk

STATE: Final = "state"
GUNMEN: Final = "gunmen"
ATTACKERS: Final = "attackers"
CROWD: Final = "crowd"
HIT: Final = "hit"
"""Those on whom whoever did it inflicted losses."""
ARMY: Final = "army"
POLICE: Final = "police"
SIDES: Final = {
    "victim.soldier": STATE,
    "victim.soldier_few": STATE,
    "victim.officer": STATE,
    "victim.policeman": STATE,
    "victim.security": STATE,
    "victim.gatemen": STATE,
    "victim.gunman": GUNMEN,
    "victim.gunwoman": GUNMEN,
    "victim.rebel": GUNMEN,
    "victim.defender": GUNMEN,
    "victim.attacker": ATTACKERS,
    "victim.protester": CROWD,
}
"""Entries that name a state's own, those who are never a state's, and those who attacked, and who protests."""
FORCES: Final = {
    "victim.soldier": ARMY,
    "victim.soldier_few": ARMY,
    "victim.officer": ARMY,
    "victim.rank": ARMY,
    "victim.policeman": POLICE,
    "victim.security": POLICE,
    "victim.gatemen": POLICE,
}
"""Entries that name a state's own, and of which of its forces."""


def force_of(row: Sequence[Chunk], i: int, hi: int) -> str:
    """Give of which of a state's forces the men are who are named here: "the bodies of |two policemen|"; empty where of none."""
    return FORCES.get(row[i].entry(Kind.VICTIM).id, "") if i < hi and not row[i].gap else ""
