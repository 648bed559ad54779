"""Whom "the latter" means: the actor named last, where the word stands for somebody and does not say which of several things; "the spokesman": whose he is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

import msgspec

from waqai.lexicon.entry import Kind
from waqai.tag.actor.camps import tables
from waqai.tag.actor_words import IN_THE_NAME_OF
from waqai.tag.words import Words

if TYPE_CHECKING:
    from waqai.tag.actor.find import ActorPhrase

_FAR: Final = 40
"""Tokens back to whom it means."""
_PARAGRAPH: Final = "\n"
_AND: Final = ("و", "ف")
_SAYS: Final = "verb"


def latters(words: Words) -> set[int]:
    """Give the tokens of a text at which "the latter" stands for somebody ("|this latter|", "an attack of |the latter|"), and spokesmen who speak on."""
    latter, spokesmen = _words()
    found = {i for i in words.where(latter) if i and _stands_for_someone(words, i)}
    if IN_THE_NAME_OF not in words.vocabulary:
        return found
    return found | {i for i in words.where(spokesmen) if i and _speaks_on(words, i)}


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """Give words for "the latter" and for spokesmen."""
    table = tables()["latter"]
    return frozenset(table["words"]), frozenset(table["spokesmen"])


def latter_at(words: Words, at: int, last: ActorPhrase | None, found: Sequence[ActorPhrase]) -> ActorPhrase | None:
    """Give "the latter" as whoever was named ``last``, in its own paragraph and not far ahead; "the spokesman" as whom he spoke for, of those ``found``."""
    if words.texts[at] in tables()["latter"]["spokesmen"]:
        named = [p for p in found if p.ids and p.first and words.texts[p.first - 1] == IN_THE_NAME_OF]
        if not named or len({p.ids for p in named}) > 1:
            return None
        return msgspec.structs.replace(named[0], first=at, last=at + 1, method="", number="", free=False)
    if last is None or not 0 <= at - last.last <= _FAR or _PARAGRAPH in words.texts[last.last : at]:
        return None
    return msgspec.structs.replace(last, first=at, last=at + 1, cls="force", method="", number="", free=False)


def _stands_for_someone(words: Words, at: int) -> bool:
    """Tell whether a verb, an act's noun or a pointer governs the word: behind a thing ("the attack, his speech") it is an adjective."""
    before, behind = words.texts[at - 1], tables()["latter"]["behind"]
    if before in behind or (before[:1] in _AND and before[1:] in behind):
        return True
    told = words.reading(at - 1, (Kind.TRIGGER,))
    return told is not None and told[0].last == at and not (told[1].form.definite or told[1].form.suffix)


def _speaks_on(words: Words, at: int) -> bool:
    """Tell whether a spokesman of whom the text told before says more: "|the spokesman| added that", not "the spokesman of X said"."""
    said = words.reading(at - 1, (Kind.SOURCE,))
    if said is None or said[0].last != at or said[1].entry.cls != _SAYS:
        return False
    return IN_THE_NAME_OF not in words.texts[at + 1 : at + 3] and IN_THE_NAME_OF in words.texts[:at]
