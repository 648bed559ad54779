"""Whom a general name means behind a fuller one: "the factions" behind those loyal to Turkey, "the joint force" behind two who raid together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from waqai.tag.actor_words import FACTIONS, IN_ARMS, JOINT_FORCE, head_noun

if TYPE_CHECKING:
    from waqai.tag.actor.find import ActorPhrase

_REBELS: Final = ("FSA",)
"""Whom the bare word means where the text has named no factions."""
_TURKEYS: Final = ("SNA",)
_GENERAL: Final = (_REBELS, _TURKEYS)
_RAIDERS: Final = ("SDF", "ASAYISH", "COALITION")


def are_factions(texts: Sequence[str], phrase: ActorPhrase) -> bool:
    """Tell whether a phrase names factions: "the factions of the National Army", "and its factions"."""
    return bool(phrase.ids) and head_noun(texts[phrase.first]).startswith(FACTIONS)


def named_again(
    texts: Sequence[str], phrase: ActorPhrase, factions: ActorPhrase | None, named: Collection[str]
) -> ActorPhrase:
    """Give a general name the actor that the text named before by more; ``factions``: those named last, ``named``: all so far."""
    if phrase.ids not in _GENERAL:
        return phrase
    words = texts[phrase.first : phrase.last]
    if factions is not None and phrase.ids == _REBELS and factions.ids == _TURKEYS and factions.last != phrase.first:
        bare = head_noun(words[0]) == FACTIONS and all(word in IN_ARMS for word in words[1:])
        return msgspec.structs.replace(phrase, ids=factions.ids) if bare else phrase
    if phrase.ids == _TURKEYS and tuple(words) == JOINT_FORCE and _RAIDERS[-1] in named:
        return msgspec.structs.replace(phrase, ids=tuple(i for i in _RAIDERS if i in named))
    return phrase
