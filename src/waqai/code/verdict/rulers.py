"""Whose "the police", "the army" are in a country that two governments hold: of the one that rules the place (``[[ruled]]`` of ``data/camps.toml``)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, Final

from waqai.code.clause.scene import Part
from waqai.gazetteer.key import name_key
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk
from waqai.values.place import PlaceValue


def as_ruled(
    ids: Sequence[str], parts: Sequence[Part], row: Sequence[Chunk], place: PlaceValue, day: date | None
) -> list[str]:
    """Give these actors, those that are named by a word of any state's forces alone by who rules the governorate on the day, but for some of its towns."""
    if not place.admin1 or day is None or not (ruled := _ruled(place.admin1)):
        return list(ids)
    rows = [r for r in ruled if r["since"] <= day <= r.get("until", day)]
    rows = [r for r in rows if name_key(place.name) not in map(name_key, r.get("but", ()))]
    ruler = {r["actor"]: r["ruler"] for r in rows if _by_such_words(r["actor"], r["words"], parts, row)}
    return list(dict.fromkeys(ruler.get(actor, actor) for actor in ids))


@cache
def _ruled(admin1: str) -> tuple[dict[str, Any], ...]:
    """Read who rules a governorate of a country that two governments hold."""
    return tuple(r for r in tables()["ruled"] if admin1 in r["there"])


def _by_such_words(actor: str, words: Sequence[str], parts: Sequence[Part], row: Sequence[Chunk]) -> bool:
    """Tell whether all words that name the actor in an act are such words: nobody's name, nor what they are called by others."""
    named = [entry for part in parts if actor in part.ids for entry in row[part.at].called if entry.startswith(_NAMES)]
    return bool(named) and set(named) <= set(words)


_NAMES: Final = "actor."
"""How the ids of lexicon entries begin that name actors, and are no head nouns before them."""
