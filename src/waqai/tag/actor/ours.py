"""Whose "our forces", "our fighters" are: of whoever's words the text gives there ("the spokesman of |X| said: |our forces| …")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from waqai.lexicon.entry import Kind
from waqai.tag.actor.armed import is_armed_group
from waqai.tag.actor.camps import tables
from waqai.tag.chunk_words import THAT
from waqai.values.actor import UNKNOWN

if TYPE_CHECKING:
    from waqai.tag.actor.find import ActorPhrase
    from waqai.tag.words import Words

_BY_THE_WORD: Final = ("actor.sdf.name",)
"""The entry that has "our forces" for those whose press office says so without a name."""
_REACH: Final = 5
"""Tokens from "said", "statement" to the name of whose words they are: a spokesman, his rank, a governorate."""


def are_our_forces(words: Words, phrase: ActorPhrase) -> bool:
    """Tell whether a phrase is "our forces" alone, read as those who mostly say so."""
    alone = phrase.last == phrase.first + 1 and phrase.entries == _BY_THE_WORD
    return alone and words.texts[phrase.first].endswith(tables()["ourselves"]["forces"])


def who_speaks(words: Words, heard: Sequence[ActorPhrase], since: int = 0) -> ActorPhrase | None:
    """Give whose words a text gives last, of those it has named from token ``since`` on, else the group whose statement it tells.

    Nobody where none of them is said to speak.
    """
    for n in range(len(heard) - 1, -1, -1):
        if heard[n].first < since:
            break
        if _speaks(words, heard, n):
            return heard[n]
    own = [n for n in range(min(len(heard), _LEAD)) if heard[n].ids == heard[0].ids]
    return next((heard[n] for n in own if _speaks(words, heard, n) and all(map(is_armed_group, heard[n].ids))), None)


_LEAD: Final = 5
"""Actors that headline and lead of a statement name: whoever is the first of them has given it out."""


def _speaks(words: Words, heard: Sequence[ActorPhrase], n: int) -> bool:
    phrase = heard[n]
    known = bool(phrase.ids) and phrase.ids != (UNKNOWN,)
    return known and _says(words, phrase, heard[n - 1].last if n else 0)


def _says(words: Words, phrase: ActorPhrase, behind: int) -> bool:
    """Tell whether somebody is said to speak: a colon or "announces" stands behind him, "said", "a statement of" ahead, and nobody between."""
    texts = words.texts
    if texts[phrase.last : phrase.last + 1] == [":"] or _is_said(words, phrase.last):
        return True
    for i in range(phrase.first - 1, max(behind, phrase.first - _REACH) - 1, -1):
        if texts[i] in THAT or texts[i] in _ENDS:
            return False
        if _is_said(words, i):
            return True
    return False


def _is_said(words: Words, at: int) -> bool:
    found = words.reading(at, (Kind.SOURCE,))
    return found is not None and found[1].entry.cls in _TELLS


_ENDS: Final = frozenset({".", "\n", ":", ","})
_TELLS: Final = frozenset({"verb", "noun"})
