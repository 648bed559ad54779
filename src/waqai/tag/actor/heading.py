"""Whose words a text is, by what stands before the name of the armed group that heads it (``data/camps.toml``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from waqai.tag.actor.camps import tables

if TYPE_CHECKING:
    from waqai.tag.actor.find import ActorPhrase

TITLE: Final = 12
"""Tokens in which a text says whose words it is."""
_HEADING: Final = 4
_THE: Final = "ال"


def heads_text(texts: Sequence[str], phrase: ActorPhrase) -> bool:
    """Tell whether who is named heads a text as his: "harvest of the operations |of X|", "the military media |of X|", "|X|: …"."""
    if phrase.first > TITLE:
        return False
    words = tables()["ourselves"]
    before = _before(texts, phrase.first)
    room = before[-2:-1] == [words["room"]]
    headed = before[-2:] == words["issued"] or (before[-1:] and before[-1] in words["heads"] and not room)
    return bool(headed) or texts[phrase.last : phrase.last + 1] == [":"]


def heads_digest(texts: Sequence[str], first: int) -> bool:
    """Tell whether who is named at a token heads a digest of what he did: "harvest of the operations of"."""
    return not set(tables()["ourselves"]["digest"]).isdisjoint(_before(texts, first))


def _before(texts: Sequence[str], first: int) -> list[str]:
    return [word.removeprefix(_THE) for word in texts[max(0, first - _HEADING) : first]]
