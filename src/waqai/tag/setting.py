"""The country and day of a text, and which of the namesakes among actors exist there and then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec

from waqai.lexicon.entry import Entry
from waqai.values.actor import ANY_STATE

_RANKS: Final = {"country": 1, "nationality": 2}


LAND: Final = frozenset({"nationality", "country"})
"""Classes of names of peoples and states: doers only beside a force or an act."""
STAGES: Final = frozenset("SY IQ YE LY SD LB PS IL EG SA TN TR JO DZ".split())
"""Countries whose forces have ids of their own."""
STATE_POLICE: Final = {"TURKEY_MIL": "TUR_POLICE", "SAUDI_MIL": "KSA_POLICE"} | dict.fromkeys(
    ("US_MIL", "UK_MIL", "RUSSIA_MIL", "UAE_MIL", "IRAN_MIL", "SAF"), ANY_STATE
)
"""Police of states that the actor list keeps apart from their armies."""


class Setting(msgspec.Struct, frozen=True, gc=False):
    """What decides among actors of one name: the country the article is about, its day, and for whom it speaks."""

    country: str = ""
    day: date | None = None
    voice: str = ""
    """The side for which the text speaks, where its words tell (``waqai.tag.actor.voice``)."""


def fitting(entries: Sequence[Entry], setting: Setting) -> list[Entry]:
    """Keep the entries that exist in the setting; those of its very country first."""
    if not entries:
        return []
    voice, day = setting.voice, setting.day
    alive = [e for e in entries if (not e.voice or e.voice == voice) and (day is None or lives(e, day))]
    if not alive:
        return alive
    country = setting.country
    pool = [e for e in alive if not e.countries or not country or country in e.countries]
    if not pool:
        elsewhere = [e for e in alive if e.cls != "troops"]  # who are soldiers in one country alone
        pool = elsewhere if all(e.cls == "generic" for e in elsewhere) else []
    if len(pool) > 1:
        pool.sort(
            key=lambda e: (
                not e.voice,
                setting.country not in e.countries,
                bool(e.countries) != bool(setting.country),
                _RANKS.get(e.cls, 0),
            )
        )
    return pool


def lives(entry: Entry, day: date | None) -> bool:
    """Tell whether an actor exists on a day, which may be unknown."""
    if day is None or (entry.since is None and entry.until is None):
        return True
    return (entry.since is None or entry.since <= day) and (entry.until is None or day <= entry.until)
