"""Persons told of again by the family name alone: "the commander A al-B … led to the death of |al-B|".

In: words, and the persons named in full. Out: where such a family name stands alone behind a word of harm, "that" or a preposition.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from waqai.lexicon.entry import Kind
from waqai.lexicon.index import Hit
from waqai.tag.person.name import BEFORE_LONE, THE
from waqai.tag.setting import LAND
from waqai.tag.words import Words

if TYPE_CHECKING:
    from waqai.tag.person.find import PersonMention

_SHORTEST: Final = 5
"""Letters of the shortest, with the article."""


def told_again(words: Words, found: Sequence[PersonMention]) -> list[PersonMention]:
    """Give the family names that stand alone for somebody named in full before."""
    texts = words.texts
    full = {texts[m.last - 1]: m for m in reversed(found) if m.last - m.first > 1}
    family = frozenset(name for name in full if name.startswith(THE) and len(name) >= _SHORTEST)
    if not family:
        return []
    taken = {i for m in found for i in range(m.first, m.last)}
    return [
        msgspec.structs.replace(full[texts[at]], first=at, last=at + 1, clitic="", title=0, again=True)
        for at in words.where(family)
        if at not in taken and at > full[texts[at]].last and _is_alone(words, at)
    ]


def _is_alone(words: Words, at: int) -> bool:
    """Tell whether nothing that the family name may belong to stands around it, and no other word is written like it."""
    before = words.texts[at - 1]
    harmed = any(Kind.HARM in hit.readings.senses and hit.last == at for hit in words.by_first.get(at - 1, ()))
    if not harmed and before not in BEFORE_LONE:
        return False
    return all(_may_be_name(hit) for hit in words.by_first.get(at, ()))


def _may_be_name(hit: Hit) -> bool:
    return all(
        r.entry.kind is Kind.PERSON or (r.entry.kind is Kind.ACTOR and r.entry.cls in LAND) for r in hit.readings
    )
