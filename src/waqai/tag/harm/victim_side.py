"""Whose side a class word for victims names by itself: soldiers, policemen, gunmen, attackers, a crowd."""

from __future__ import annotations

from typing import Final

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
