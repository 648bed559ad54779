"""Names that are something else's too: "the Base" is a group or an air base, "al-Huthi" a group or the family name of a man of it.

In: words with lexicon hits. Out: which of the two is meant, by the words around.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.actor.beside import has_members
from waqai.tag.actor_words import BASE, PARTIES, THE
from waqai.tag.words import Words

_BASE: Final = "place_kind.base"
_GIVEN: Final = "given"
_ADJECTIVE: Final = "ي"
"""How family names end that are adjectives: "al-Huthi"."""


def is_family_name(words: Words, first: int, last: int) -> bool:
    """Tell whether a group's name is that of a man of it, behind his given name: "the arrest of |So-and-so al-Huthi|"."""
    text = words.texts[first]
    if last != first + 1 or not first or not text.startswith(THE) or not text.endswith(_ADJECTIVE):
        return False
    given = (words.reading(at, (Kind.PERSON,)) for at in (first - 1, first - 2))
    return any(named is not None and named[0].last == first and named[1].entry.cls == _GIVEN for named in given)


def takes_up(words: Words, at: int, subject: int) -> bool:
    """Tell whether "these" stands before the forces at a token: those whom the sentence that named them first, up to token ``subject``, was about."""
    texts = words.texts
    if at < 2 or texts[at - 1] != _THESE or at - subject > _LONG_AGO:
        return False
    return at + 1 >= len(texts) or not texts[at + 1].startswith(THE)  # "these |Iranian| forces" are told by their name


_THESE: Final = "هذه"
_LONG_AGO: Final = 50
"""Tokens back to whom "these forces" means."""


def is_short_for(words: Words, actor: str, first: int, full: Collection[str]) -> bool:
    """Tell whether "the Base" is the group: its men stand before it, or the text has named it in ``full`` and no base."""
    if first and words.texts[first - 1] in PARTIES:
        return False
    if words.texts[first] == BASE and names_a_base(words):
        return has_members(words, first) and not _is_done_by_them(words, first)
    return has_members(words, first) or actor in full


def _is_done_by_them(words: Words, first: int) -> bool:
    """Tell whether a verb right before a base says what men named ahead of it did to it: "its men |shelled| the base"."""
    act = words.reading(first - 1, (Kind.TRIGGER,)) if first else None
    return act is not None and act[1].form.pos is Pos.VERB


def names_a_base(words: Words) -> bool:
    """Tell whether the text names a military base."""
    kinds = (r for hit in words.hits for r in hit.readings if r.entry.id == _BASE)
    return any(not reading.form.definite for reading in kinds)
