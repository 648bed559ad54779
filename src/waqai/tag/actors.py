"""Who: names of actors, and head nouns with what makes actors of them ("the Russian warplanes").

In: words with lexicon hits, and the setting (country and day) that decides among namesakes.
Out: actor phrases in text order, non-overlapping. A bare head noun ("the warplanes") comes out
without ids; the coder looks back for whom it means and never guesses (codebook ruling 14).
"""

from __future__ import annotations

from datetime import date

import msgspec

from waqai.lexicon.entry import Entry, Kind, Reading
from waqai.tag.words import Words
from waqai.values.actor import UNKNOWN

LAND = frozenset({"nationality", "country"})
"""Classes of names of peoples and states: doers only beside a force or an act."""
_RANKS = {"country": 1, "nationality": 2}
_MEN = "force.members"
_REACH = 5
"""Tokens between a head noun and the actor that owns it ("a patrol of the forces of …")."""
_LINKS = frozenset(
    {"تابعه", "تابعين", "تابعون", "تابعان", "التابعه", "التابعين", "تتبع", "من", "ل", "لدي", "يتبعون", "تابع", "التابع"}
)
_FILLERS = frozenset(
    {
        "حربيه", "الحربيه", "حربي", "الحربي", "مسيره", "المسيره", "مسير", "المسير", "عسكريه", "العسكريه", "عسكري", "مروحيه",
        "المروحيه", "مروحي", "المروحي", "خاصه", "الخاصه", "بريه", "البريه", "مسلحه", "المسلحه", "مقاتله", "المقاتله", "امنيه",
        "الامنيه", "مشتركه", "المشتركه", "مدرعه", "ثقيله", "الثقيله", "نفاثه", "استطلاع", "الاستطلاع", "انتحاريه", "الانتحاريه",
        "المدفعيه", "مدفعيه", "الجويه", "جويه", "البحريه", "بحريه", "بدون", "دون", "طيار", "جديد", "جديده", "الراجله",
        "الحدوديه", "اخري", "السابق", "السابقه", "السابقين", "محليه", "المحليه",
    }
)  # fmt: skip
_UNKNOWN_WORDS = frozenset(
    {"مجهول", "مجهوله", "مجهولين", "مجهولون", "المجهوله", "مجهولي", "ملثمين", "ملثمون", "مجهولو"}
)


class Setting(msgspec.Struct, frozen=True):
    """What decides among actors of one name: the country the article is about, and its day."""

    country: str = ""
    day: date | None = None


class ActorPhrase(msgspec.Struct, frozen=True):
    """Tokens ``[first, last)`` that name who; ``method`` is what such a force does (aircraft strike)."""

    first: int
    last: int
    ids: tuple[str, ...]
    cls: str
    method: str
    entries: tuple[str, ...]
    number: str = ""
    """sg, du or pl when the head noun counts men ("two fighters of"), else empty."""


def find_actors(words: Words, setting: Setting) -> list[ActorPhrase]:
    """Find every actor phrase, longest first at each word."""
    found: list[ActorPhrase] = []
    named: dict[str, ActorPhrase] = {}
    free_from = 0
    for first in sorted(words.by_first):
        if first < free_from:
            continue
        phrase = _phrase_at(words, first, setting)
        if phrase is None:
            continue
        head = _head(words.tokens[first].text)
        if phrase.last == first + 1 and head in _TAKEN_UP and phrase.cls in ("force", "class"):
            known = named.get(head)
            if known is not None:
                phrase = msgspec.structs.replace(
                    phrase, ids=known.ids, cls="name", entries=(*phrase.entries, *known.entries)
                )
        elif phrase.ids:
            for i in range(first, phrase.last):
                word = _head(words.tokens[i].text)
                if word in _TAKEN_UP:
                    named[word] = phrase
        found.append(phrase)
        free_from = phrase.last
    return found


_TAKEN_UP = frozenset(
    {"احتلال", "تنظيم", "ميليشيا", "مليشيا", "ميليشيات", "مليشيات", "عصابات", "جماعه", "محتل", "عدو", "فصيل"}
)
"""Head nouns by which a text takes up an actor named before: "the occupation", "the militia"."""


def _head(text: str) -> str:
    """Strip conjunction, preposition and article from a word."""
    text = text[1:] if text[:1] in ("و", "ف") and len(text) > 5 else text
    for prefix in ("لل", "بال", "ال"):
        if text.startswith(prefix):
            return text[len(prefix) :]
    return text


def _phrase_at(words: Words, first: int, setting: Setting) -> ActorPhrase | None:
    force = words.reading(first, (Kind.FORCE,))
    named = _named_at(words, first, setting)
    if named is not None and (force is None or named.last >= force[0].last) and named.cls not in LAND:
        return named
    if force is None:
        return named
    hit, reading = force
    owner = _owner(words, hit.last, setting)
    method = reading.entry.method
    if owner is None:
        return ActorPhrase(first, hit.last, (), "force", method, (reading.entry.id,))
    number = reading.form.number if reading.entry.id == _MEN else ""
    return ActorPhrase(
        first, owner.last, owner.ids, "force", method or owner.method, (reading.entry.id, *owner.entries), number
    )


def _owner(words: Words, at: int, setting: Setting) -> ActorPhrase | None:
    """Find whose force it is: through adjectives and links, never across other words."""
    tokens = words.tokens
    for i in range(at, min(at + _REACH, len(tokens))):
        text = tokens[i].text
        if text in _UNKNOWN_WORDS:
            return ActorPhrase(i, i + 1, (UNKNOWN,), "unknown", "", ())
        named = _named_at(words, i, setting)
        if named is not None:
            return named
        nested = words.reading(i, (Kind.FORCE,))
        if nested is None and text not in _FILLERS and text not in _LINKS and text not in _PUNCT and not _is_link(text):
            return None
    return None


_PUNCT = frozenset('"()#')


def _is_link(text: str) -> bool:
    return text.startswith("لل") and text[2:] in _FILLERS


def _named_at(words: Words, first: int, setting: Setting) -> ActorPhrase | None:
    for hit in words.by_first.get(first, ()):
        entries = _fitting([r for r in hit.readings if r.entry.kind is Kind.ACTOR], setting)
        if entries:
            best = entries[0]
            ids = (best.actor,)
            return ActorPhrase(first, hit.last, ids, best.cls, best.method, (best.id,))
    return None


def _fitting(readings: list[Reading], setting: Setting) -> list[Entry]:
    """Keep the entries that exist in the setting; those of its very country first."""
    if not readings:
        return []
    alive = [r.entry for r in readings if _alive(r.entry, setting.day)]
    there = [e for e in alive if not e.countries or not setting.country or setting.country in e.countries]
    pool = there or (alive if len(readings) == 1 else [])
    pool.sort(key=lambda e: (setting.country not in e.countries, bool(not e.countries), _RANKS.get(e.cls, 0)))
    return pool


def _alive(entry: Entry, day: date | None) -> bool:
    if day is None:
        return True
    return (entry.since is None or entry.since <= day) and (entry.until is None or day <= entry.until)
