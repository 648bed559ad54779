"""Whom "the factions" means in a text that names the operations room in which they fight together."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from waqai.tag.actor.camps import tables
from waqai.tag.actor.meant import as_known
from waqai.tag.actor_words import THE_FACTIONS
from waqai.tag.words import Words
from waqai.values.actor import OTHER

if TYPE_CHECKING:
    from waqai.tag.actor.find import ActorPhrase

_FACTIONS: Final = ("FSA",)


def as_their_room(words: Words, found: list[ActorPhrase]) -> list[ActorPhrase]:
    """Read "the factions" as the operations room that the text names, in which they fight together."""
    rooms = _rooms()
    room = next((phrase for phrase in found if not rooms.isdisjoint(phrase.ids)), None)
    if room is None:
        return found
    return [
        as_known(phrase, room)
        if phrase.ids == _FACTIONS
        and phrase.last == phrase.first + 1
        and words.texts[phrase.first].endswith(THE_FACTIONS)
        else phrase
        for phrase in found
    ]


@cache
def _rooms() -> frozenset[str]:
    """Give the operations rooms of Syria's factions: who fights on their side under a name of no list."""
    sides = (side for war in tables()["war"] for side in war["sides"] if _FACTIONS[0] in side)
    return frozenset(actor for side in sides for actor in side if actor.startswith(OTHER))
