"""What an outlet's name says of its texts: in which country it stands, and for which side of a war it speaks.

"The media office of X", "X – the spokesman": such a page is X's own word, and "our forces" on it are X's.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import msgspec

from waqai.gazetteer.key import word_key
from waqai.gazetteer.store import Gazetteer
from waqai.lexicon.entry import Entry, Kind
from waqai.lexicon.index import Lexicon
from waqai.tag.actor.camps import tables
from waqai.tag.setting import Setting, fitting
from waqai.tag.words import Words
from waqai.text.fold import fold_key

_CITY: Final = 100_000
"""People of a town after which a paper is called."""
_LETTERS: Final = 4


class Outlet(msgspec.Struct, frozen=True, gc=False):
    """The country of an outlet, and the names of actors whose own it may be."""

    land: str = ""
    """The country that its name names, or that of a town in it."""
    sides: tuple[Entry, ...] = ()

    def side(self, setting: Setting) -> str:
        """Give the side that speaks here, an actor's id; empty where it is nobody's own outlet."""
        alive = fitting(self.sides, setting) if self.sides else []
        return alive[0].actor if alive else ""


@lru_cache(maxsize=256)
def read_outlet(name: str, lexicon: Lexicon, gazetteer: Gazetteer) -> Outlet:
    """Read an outlet's name; the same few outlets come again and again."""
    folded = fold_key(name)
    words = Words.of(folded, lexicon)
    lands = [land.countries[0] for hit in words.of_kind[Kind.PLACE_WORD] for land in hit.readings.lands]
    return Outlet(
        next(iter(lands or _peoples(words) or _listed(folded) or _towns(words, gazetteer)), ""), _sides(words)
    )


def _peoples(words: Words) -> list[str]:
    """Give the countries of the peoples in a name that the lexicon has as the adjective of an army: "the |Syrian| Civil Defence"."""
    adjectives = (r.entry for hit in words.of_kind[Kind.ACTOR] for r in hit.readings if r.entry.kind is Kind.ACTOR)
    return [entry.countries[0] for entry in adjectives if entry.cls == "nationality" and entry.countries]


def _listed(name: str) -> list[str]:
    """Give the country of an outlet by our list, which has parts of names in Latin letters, and peoples as they are written in one word with others or in the plural: "@SyriaCivilDefe"."""
    letters = "".join(c for c in name.lower() if c.isalnum())
    return [
        row["country"]
        for row in tables()["outlets"]
        if letters in row.get("names", ()) or any(word in letters for word in row["words"])
    ]


def _towns(words: Words, gazetteer: Gazetteer) -> list[str]:
    """Give the countries of the cities in a name; a given name is none: who posts may be called so."""
    given = {hit.first for hit in words.of_kind[Kind.PERSON]}
    found: list[str] = []
    for at, text in enumerate(words.texts):
        places = gazetteer.reported(word_key(text)) if len(text) >= _LETTERS and at not in given else ()
        lands = {place.country for place in places}
        if len(lands) == 1 and any(p.population >= _CITY or p.kind == "city" for p in places):
            found += lands
    return found


def _sides(words: Words) -> tuple[Entry, ...]:
    """Find the actor that heads the name, but for words of press offices."""
    at, office = 0, tables()["press"]["words"]
    while at < len(words.texts) and words.texts[at] in office:
        at += 1
    for hit in words.by_first.get(at, ()):
        found = tuple(r.entry for r in hit.readings if r.entry.kind is Kind.ACTOR and r.entry.cls == "name")
        if found:
            return found
    return ()
