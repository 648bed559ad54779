"""The site that "the base", "the military base", "the airport", "the camp" takes up: the last one named so, which need not be where the act before was.

"X took a hill near the base of A. Aircraft struck the surroundings |of the base|" was at the base.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.placed import put_at
from waqai.code.act.took_it import take_it
from waqai.gazetteer.phrase import as_site
from waqai.lexicon.entry import Kind
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk
from waqai.tag.chunk_words import THIS
from waqai.tag.place.find import PlacePhrase
from waqai.tag.tagged import Tagged

_SITES: Final = frozenset(
    f"place_kind.{kind}" for kind in ("base", "airport", "camp", "crossing", "checkpoint", "dam", "neighbourhood")
)
_THE: Final = "ال"
_AIMED: Final = frozenset({"fire", "air", "clash", "capture", "raid"})
"""Families of acts that aim at a place; troops who stand in one and blasts heard there tell no new one."""
_DEEDS: Final = frozenset({Kind.TRIGGER, Kind.WEAPON})
_BACK: Final = 6
"""Sentences within which a site is still known by its kind alone."""


def take_up_sites(tagged: Tagged, drafts: Sequence[Draft]) -> None:
    """Give an act without a place the site that its clause names by its kind alone, or by a pronoun, where that was named before."""
    take_it(tagged, drafts)
    taken_up = _taken_up(tagged)
    if not taken_up:
        return
    named = _named(tagged)
    taken_up = [(at, word) for at, word in taken_up if word in named]
    there: list[tuple[int, PlacePhrase]] = []
    for draft in drafts if taken_up else ():
        there = draft.places or there
        if not _lacks_a_place(draft):
            continue
        clause, row = draft.clause, tagged.row
        lo, hi = row[clause.lo].first, row[clause.hi - 1].last
        at, word = next(((at, w) for at, w in taken_up[bisect_left(taken_up, (lo, "")) :] if at < hi), (-1, ""))
        upon = at >= 0 and tagged.words.texts[at - 1] in tables()["phrases"]["at_site"]
        if at < 0 or not (upon or (draft.family_name != "capture" and _is_object(row, clause.lo, clause.hi, at))):
            continue
        since = tagged.row[tagged.sentences[max(0, clause.sentence - _BACK)].lo].first
        before = [(k, phrase) for k, phrase in named[word] if since <= phrase.first < at]
        if before and before[-1:] != there:  # else the story is there already
            put_at(draft, row, before[-1:])


def _lacks_a_place(draft: Draft) -> bool:
    """Tell whether a clause tells an act that aims at a place, names none, and no day that is still to come."""
    if draft.family_name not in _AIMED or draft.places or draft.homes or draft.clause.headline:
        return False
    return not any(day.is_plan for _, day in draft.dates)


def _named(tagged: Tagged) -> dict[str, list[tuple[int, PlacePhrase]]]:
    """Give the sites of a text by the word that says what they are, each with its chunk; what only lies near another place is one too."""
    words = {
        hit.first: tagged.words.texts[hit.first].removeprefix(hit.proclitic)
        for hit, reading in tagged.words.by_kind[Kind.PLACE_KIND]
        if reading.entry.id in _SITES and reading.form.number == "sg" and not reading.form.definite
    }
    found: dict[str, list[tuple[int, PlacePhrase]]] = {}
    for k, chunk in enumerate(tagged.row if words else ()):
        phrase = chunk.mention
        if not isinstance(phrase, PlacePhrase):
            continue
        for at in range(chunk.first, chunk.last):
            if at in words and (site := _site_at(phrase, at)) is not None:
                found.setdefault(words[at], []).append((k, site))
    return found


def _site_at(phrase: PlacePhrase, at: int) -> PlacePhrase | None:
    """Give the site whose word stands at a token of a phrase: its own, or what it lies in or near."""
    if phrase.head_first <= at < phrase.head_last:
        return phrase if at in (phrase.head_first, phrase.name_first) else None
    held = next((c for c in phrase.containers if c.first <= at <= c.name_first), None)
    return as_site(held, at) if held is not None else None


def _taken_up(tagged: Tagged) -> list[tuple[int, str]]:
    """Find the tokens at which a kind of site stands with the article and nothing of its own, each with the word for it."""
    texts = tagged.words.texts
    return [
        (hit.first, texts[hit.first].removeprefix(hit.proclitic).removeprefix(_THE))
        for hit, reading in tagged.words.by_kind[Kind.PLACE_KIND]
        if reading.entry.id in _SITES
        and reading.form.definite
        and reading.form.number == "sg"
        and hit.first
        and hit.last < len(texts)
        and not texts[_past_adjective(texts, hit.last)].startswith(_THE)
        and texts[hit.first - 1] not in THIS  # see setting.this_place
    ]


def _past_adjective(texts: Sequence[str], at: int) -> int:
    """Step over an adjective that says of a base no more than its kind: "the |military| base"."""
    return min(at + (texts[at] in tables()["phrases"]["of_bases"]), len(texts) - 1)


def _is_object(row: Sequence[Chunk], lo: int, hi: int, at: int) -> bool:
    """Tell whether a site at token ``at`` stands right behind an act, its doer or its weapon: "the fighters shelled |the airport|"."""
    ahead = next((c for c in row[lo:hi] if c.last == at), None)
    return ahead is not None and (ahead.names_side or not _DEEDS.isdisjoint(ahead.senses))
