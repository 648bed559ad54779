"""Militias that are named by whom they fight for: "the armed Syrian factions loyal to it", "groups backed by X", "X's militias"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from waqai.lexicon.entry import Kind, Reading
from waqai.lexicon.index import Hit
from waqai.tag.actor.armed import is_armed_group
from waqai.tag.actor.camps import tables
from waqai.tag.actor_words import (
    HIS_OR_HER,
    ITS,
    ITS_MILITIAS,
    LOYAL,
    MILITIAS,
    NATIVES,
    OPPOSED,
    PUNCT,
    WHAT_KIND,
    head_noun,
)
from waqai.tag.setting import Setting
from waqai.tag.words import Words

if TYPE_CHECKING:
    from waqai.tag.actor.find import ActorPhrase

_OF: Final = frozenset({"ل", "من", "ب", "مع"})
_TO: Final = ("ل", "ب")
_ADJECTIVES: Final = 4
"""Words between the head noun and "loyal"."""
_FAR: Final = 8
"""Tokens back to the patron whom a pronoun means."""
_ENDS: Final = frozenset({".", "\n", ","})


@cache
def _patrons() -> dict[tuple[str, str], str]:
    """Read whose "factions loyal to it" are which militia, by country and patron; where the country is open, of any."""
    return {(home, row["actor"]): row["clients"][0] for row in tables()["patron"] for home in (row["country"], "")}


def client_at(words: Words, first: int, country: str, before: ActorPhrase | None) -> tuple[int, str] | None:
    """Read a militia named by its patron: the token behind its name and who it is; ``before`` was named last ahead of it.

    ``None`` when no patron stands there, or his militias have no name of their own in the country.
    """
    texts = words.texts
    head = head_noun(texts[first])
    if head.endswith(HIS_OR_HER) and head.startswith(ITS_MILITIAS):
        return _its_own(words, first, country, before)
    if head not in MILITIAS and not (head[:1] in _TO and head[1:] in MILITIAS):
        return None
    at = _loyal(texts, first + 1)
    if at + 1 >= len(texts):
        return None
    if texts[at + 1] in ITS:
        near = before is not None and 0 <= first - before.last <= _FAR and not _ENDS & set(texts[before.last : first])
        patrons, end = (before.ids if near and before is not None else ()), at + 2
    else:
        patrons, end = _named(words, at + 1)
    found = [_patrons()[country, patron] for patron in patrons if (country, patron) in _patrons()]
    return (end, found[0]) if found else None


def _its_own(words: Words, first: int, country: str, before: ActorPhrase | None) -> tuple[int, str] | None:
    """Read "X and |its militias|" as the militias of that state; a group's militias are the group."""
    texts = words.texts
    if before is None or before.last != first or not texts[first].startswith("و"):
        return None
    found = [_patrons()[country, i] for i in before.ids if (country, i) in _patrons() and not is_armed_group(i)]
    end = first + 1
    while end < len(texts) and texts[end] in WHAT_KIND:
        end += 1
    return (end, found[0]) if found else None


def _loyal(texts: Sequence[str], at: int) -> int:
    """Find "loyal" behind a force and its adjectives; the end of the text where it is not there."""
    last = min(at + _ADJECTIVES, len(texts))
    while at < last and texts[at] in WHAT_KIND:
        at += 1
    return at if at < len(texts) and head_noun(texts[at]) in LOYAL else len(texts)


def loyal_at(words: Words, head: tuple[Hit, Reading], country: str) -> tuple[int, str] | None:
    """Read a force named by the ruler whom it obeys: "gunmen loyal to |the former president so-and-so|"; the token behind, and who.

    ``None`` where no ruler is named whose own forces bear no other name.
    """
    if head[1].entry.id not in _ARMED or country not in _rulers():
        return None
    texts = words.texts
    at = _loyal(texts, head[0].last) + 1
    for actor, names, telling in _rulers()[country]:
        end = at
        while end < len(texts) and head_noun(texts[end]) in names:
            end += 1
        if any(head_noun(text) in telling for text in texts[at:end]):
            return end, actor
    return None


_ARMED: Final = frozenset({"force.members", "force.forces"})


@cache
def _rulers() -> dict[str, list[tuple[str, frozenset[str], frozenset[str]]]]:
    """Read by country whose loyalists are whom: all words of a ruler's name and titles, and those that no other has."""
    table: dict[str, list[tuple[str, frozenset[str], frozenset[str]]]] = {}
    for row in tables()["ruler"]:
        telling = frozenset(row["telling"])
        table.setdefault(row["country"], []).append((row["actor"], telling | set(row["titles"]), telling))
    return table


def _named(words: Words, at: int) -> tuple[tuple[str, ...], int]:
    """Read the patron named behind "loyal": "to [l-] X", "by [min] X"."""
    at += words.texts[at] in _OF
    at += at < len(words.texts) and words.texts[at] in PUNCT
    for hit in words.by_first.get(at, ()):
        named = hit.readings.senses.get(Kind.ACTOR)
        if named is not None:
            return (named.entry.actor,), hit.last
    return (), at


def locals_at(words: Words, head: tuple[Hit, Reading], setting: Setting) -> str | None:
    """Give who gunmen "of the sons of the town" are in a country and at a time, where a group fights under no other name."""
    hit, reading = head
    behind = words.texts[hit.last : hit.last + 2]
    if reading.entry.id != _MEN or behind[:1] != ["من"] or not NATIVES & set(behind[1:]) or setting.day is None:
        return None
    return next(
        (a for home, a, since, until in _locals() if home == setting.country and since <= setting.day < until), None
    )


_MEN: Final = "force.members"


@cache
def _locals() -> list[tuple[str, str, date, date]]:
    return [
        (row["country"], row["actor"], row.get("since", date.min), row["until"])
        for row in tables()["local"]
        if "since" in row
    ]


def as_militia(words: Words, phrase: ActorPhrase, country: str, before: ActorPhrase | None) -> str | None:
    """Give who "X's militias" are that bear the name of a state: "militias |of Iran|", "militias of X |and Iran|".

    Also who "the factions" right behind Turkey are.
    """
    if phrase.ids == _REBELS and before is not None and before.last == phrase.first:
        theirs = next((c for i in before.ids if (c := _patrons().get((country, i))) == _TURKEYS), None)
        return theirs if _are_factions(words.texts[phrase.first : phrase.last]) else None
    if phrase.ids != (_STATE,) or (country, _STATE) not in _patrons():
        return None
    first = phrase.first - 1 if phrase.first else 0
    if before is not None and before.last == phrase.first and words.texts[phrase.first].startswith("و"):
        first = before.first
    is_militia = any(head_noun(words.texts[i]) in MILITIAS for i in range(first, phrase.last))
    return _patrons()[country, _STATE] if is_militia else None


def _are_factions(texts: Sequence[str]) -> bool:
    """Tell whether "and" joins factions that no word says to be the opposition's."""
    return texts[0].startswith("و") and head_noun(texts[0]) in MILITIAS and set(texts[1:]) <= WHAT_KIND - OPPOSED


_REBELS: Final = ("FSA",)
_TURKEYS: Final = "SNA"
_STATE: Final = "IRAN_MIL"
"""The state whose forces the actor list keeps apart from the militias that bear its name."""
