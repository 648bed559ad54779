"""Actors that a text joins to one another and names in pairs."""

from __future__ import annotations

from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, Final

import msgspec

from waqai.tag.words import Words

if TYPE_CHECKING:
    from waqai.tag.actor.find import ActorPhrase


def with_allies(words: Words, found: list[ActorPhrase]) -> list[ActorPhrase]:
    """Read words for a whole side as both who fight on it, where the text names the two together: "X and the forces of Y … |the rebels|"."""
    if any(both := [_BOTH.get(p.entries[-1]) if p.entries else None for p in found]):
        found = [msgspec.structs.replace(p, ids=ids) if ids else p for p, ids in zip(found, both, strict=True)]
    if not any(phrase.entries[:1] and phrase.entries[0] in _SIDE_NAMES for phrase in found):
        return found
    if not any(_are_paired(words, one, other) for one, other in pairwise(found)):
        return found
    return [
        msgspec.structs.replace(phrase, ids=_PAIR)
        if phrase.ids == _PAIR[:1] and phrase.entries[0] in _SIDE_NAMES and not _is_named_next(phrase, after)
        else phrase
        for phrase, after in zip_longest(found, found[1:])
        if phrase is not None
    ]


_PAIR: Final = ("HOUTHI", "SALEH_FORCES")


_BOTH: Final = {
    "actor.yemen.houthi_with_saleh": _PAIR,
    "actor.syria.with_russia": ("SYR_GOV", "RUSSIA_MIL"),
    "actor.syria.two_occupations": ("RUSSIA_MIL", "IRAN_MIL"),
}
"""Entries of what names two actors in one phrase."""


_SIDE_NAMES: Final = frozenset({"actor.houthi.side", "actor.houthi.generic"})
"""Entries of what Yemen's press calls both together: the rebels, the putschists, the militias."""


def _are_paired(words: Words, one: ActorPhrase, other: ActorPhrase) -> bool:
    """Tell whether "and" joins the two."""
    if one.ids != _PAIR[:1] or other.ids != _PAIR[1:] or other.first - one.last > 1:
        return False
    return any(words.tokens[i].text.startswith("و") for i in range(one.last, other.first + 1))


def _is_named_next(phrase: ActorPhrase, after: ActorPhrase | None) -> bool:
    """Tell whether one of the two is named right behind: "the rebels |of X|"."""
    return after is not None and after.first - phrase.last <= 1 and bool(set(after.ids) & set(_PAIR))
