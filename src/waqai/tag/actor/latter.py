"""Whom "the latter" means: the actor named last, where the word stands for somebody and does not say which of several things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from waqai.lexicon.entry import Kind
from waqai.tag.actor.camps import tables
from waqai.tag.words import Words

if TYPE_CHECKING:
    from waqai.tag.actor.find import ActorPhrase

_FAR: Final = 40
"""Tokens back to whom it means."""
_PARAGRAPH: Final = "\n"
_AND: Final = ("و", "ف")


def latters(words: Words) -> set[int]:
    """Give the tokens of a text at which "the latter" stands for somebody: "|this latter|", "an attack of |the latter|"."""
    table = tables()["latter"]
    return {i for i, text in enumerate(words.texts) if i and text in table["words"] and _stands_for_someone(words, i)}


def latter_at(words: Words, at: int, last: ActorPhrase | None) -> ActorPhrase | None:
    """Give "the latter" as whoever was named ``last``, in its own paragraph and not far ahead."""
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
