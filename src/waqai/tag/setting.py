"""The country and day of a text, and which of the namesakes among actors exist there and then."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Final

import msgspec

from waqai.lexicon.entry import Entry, Kind, Reading
from waqai.tag.words import Words

_RANKS: Final = {"country": 1, "nationality": 2}


class Setting(msgspec.Struct, frozen=True):
    """What decides among actors of one name: the country the article is about, and its day."""

    country: str = ""
    day: date | None = None


def home_of_actors(words: Words) -> str:
    """Give the country in which most of the actors named are at home, where no place says which; empty when none is named."""
    votes: Counter[str] = Counter()
    for found in words.by_first.values():
        named = [r.entry for r in found[0].readings if r.entry.kind is Kind.ACTOR]
        homes = {entry.countries[0] if entry.countries else "" for entry in named}
        if len(homes) == 1:
            votes.update(homes)
    votes.pop("", None)
    return votes.most_common(1)[0][0] if votes else ""


def fitting(readings: list[Reading], setting: Setting) -> list[Entry]:
    """Keep the entries that exist in the setting; those of its very country first."""
    if not readings:
        return []
    alive = [r.entry for r in readings if _alive(r.entry, setting.day)]
    there = [e for e in alive if not e.countries or not setting.country or setting.country in e.countries]
    pool = there or (alive if all(e.cls == "generic" for e in alive) else [])
    pool.sort(
        key=lambda e: (
            setting.country not in e.countries,
            bool(e.countries) != bool(setting.country),
            _RANKS.get(e.cls, 0),
        )
    )
    return pool


def _alive(entry: Entry, day: date | None) -> bool:
    if day is None:
        return True
    return (entry.since is None or entry.since <= day) and (entry.until is None or day <= entry.until)
