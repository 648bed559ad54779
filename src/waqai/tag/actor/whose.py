"""Actors whose owner stands behind them: "the security forces |that belong to X|", "unknown gunmen|, thought to be of X,|" (codebook ruling 14)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import msgspec

from waqai.lexicon.entry import Reading
from waqai.lexicon.index import Hit
from waqai.tag.actor.armed import is_armed_group
from waqai.tag.actor.beside import is_other, opens_doubt
from waqai.tag.actor.camps import tables
from waqai.tag.actor_words import BELONGS, FORMER_MEN, MADE, OBEYING, ORDINALS, head_noun
from waqai.tag.setting import LAND
from waqai.tag.words import Words
from waqai.values.actor import CIVILIANS, UNKNOWN

if TYPE_CHECKING:
    from waqai.tag.actor.find import ActorPhrase


def as_believed(words: Words, phrase: ActorPhrase, owner_at: Callable[[int], ActorPhrase | None]) -> ActorPhrase:
    """Read unknown men as of the group to which they are thought to belong, with the commas that set it apart.

    ``owner_at`` finds whose men are told of from a word on.
    """
    texts = words.texts
    if phrase.ids != (UNKNOWN,):
        return phrase
    apart = phrase.last < len(texts) and texts[phrase.last] == ","
    if not opens_doubt(words, phrase.last + apart):
        return phrase
    owner = owner_at(phrase.last + apart)
    if owner is None or not (owner.hedged and owner.ids) or owner.cls in LAND:
        return phrase
    last = owner.last + (apart and owner.last < len(texts) and texts[owner.last] == ",")
    return msgspec.structs.replace(
        phrase, last=last, ids=owner.ids, hedged=True, entries=(*phrase.entries, *owner.entries)
    )


def is_no_owner(words: Words, head: tuple[Hit, Reading], owner: ActorPhrase) -> bool:
    """Tell whether who is named behind a force or machine is whom it hit, or made the machine: "a drone |of Iranian| make"."""
    if owner.cls in LAND and owner.last < len(words.texts) and words.texts[owner.last] in MADE:
        return True
    return is_other(words, head, owner.first)


def as_former(words: Words, phrase: ActorPhrase) -> ActorPhrase:
    """Read men of a force who are so no more as civilians: "seven of |the former members of the police|"."""
    men = phrase.number == "pl" and phrase.entries[:1] == _MEN and bool(phrase.ids)
    if not men or phrase.last >= len(words.texts) or words.texts[phrase.last] not in FORMER_MEN:
        return phrase
    return msgspec.structs.replace(phrase, last=phrase.last + 1, ids=(CIVILIANS,))


_MEN: Final = ("force.members",)


_NAMELESS: Final = ("LIB_MILITIAS",)
"""Militias that stand in the actor list as a class: whoever names their master has named them."""


def _is_client(named: ActorPhrase, owner: ActorPhrase) -> bool:
    """Tell whether a group is one of those through which a state's army acts: "the brigade X |that belongs to the Turkish occupation|"."""
    return any(row["actor"] in owner.ids and named.ids[0] in row["clients"] for row in tables()["patron"] if named.ids)


def as_owned(words: Words, named: ActorPhrase, owner_at: Callable[[int], ActorPhrase | None]) -> ActorPhrase:
    """Read "the security forces that belong to X" as X's, whoever else bears the name."""
    at, size, texts = named.last, len(words.texts), words.texts
    at += at < size and texts[at] == '"'
    at += at < size and texts[at] in ORDINALS  # "the |First| Army that belongs to X"
    if at >= size:
        return named
    inside = named.cls == "generic" and any(h.proclitic == "ب" for h in words.by_first.get(at, ()))
    loyal = named.ids == _NAMELESS and head_noun(texts[at]) in OBEYING  # "an armed group |loyal to| the government"
    if not (inside or loyal or texts[at] in BELONGS):
        return named
    owner = owner_at(at + loyal)
    if owner is None or not owner.ids:
        return named
    # "the militia of X |that belongs to Iran|" is X
    above = owner.cls in LAND or owner.ids == tuple(tables()["network"]["actors"])
    above = (above and bool(named.ids) and is_armed_group(named.ids[0])) or _is_client(named, owner)
    if named.cls == "name" and above and len(named.ids) == 1:
        return msgspec.structs.replace(named, last=owner.last)
    return msgspec.structs.replace(
        named,
        last=owner.last,
        ids=owner.ids,
        cls="force",
        entries=(*named.entries, *owner.entries),
        number="",
        hedged=owner.hedged,
        free=False,
    )
