"""What an army or a state has for its own: its airfields, its general staff, its palaces; who strikes them aims at it (rulings 15, 27)."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.code.act.told import Act
from waqai.code.family import FROM_AFAR
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk
from waqai.tag.place.find import PlacePhrase


def is_seat(act: Act, row: Sequence[Chunk]) -> bool:
    """Tell whether an act struck a military airfield, or a building from which a state is led."""
    if act.family_name not in FROM_AFAR or act.where is None or act.where.at is None:
        return False
    at = act.where.at
    phrase = row[at].mention if 0 <= at < len(row) else None
    if not isinstance(phrase, PlacePhrase):
        return False
    words = tables()["seat"]
    if any(word in phrase.name for word in words["buildings"]):
        return True
    behind = row[at + 1].text if at + 1 < len(row) and not row[at + 1].gap else ""
    named = (behind, *phrase.name.split())
    return all(any(word in named for word in words[part]) for part in ("airport", "military"))
