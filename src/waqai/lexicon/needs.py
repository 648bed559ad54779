"""Words that name an act only together with what it is done to: "launched |rockets|", "seized |arms|", "seized |a house|".

An entry says under ``needs`` what must stand behind it: ids of entries, kinds ("place_kind"), or words ("=على"). Where one
of them does, the word means this entry and no other of its kind; where none does, it does not mean it. A word that begins with
"!" ends the search for words where it stands before them: "exchanged |accusations| of opening fire". Where an entry has none
but those, none of them may stand behind it: "cast |the blame| on X".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.lexicon.need import Need
from waqai.lexicon.readings import THING, Readings

if TYPE_CHECKING:
    from waqai.lexicon.index import Hit

_REACH: Final = 9
"""Words between a verb and its object at most: the doer stands between, with all his names."""
_LIFE: Final = "particle.life"
_FAR: Final = 12
"""More words before somebody's life: whoever lost it is named, with his age."""
_ARMS: Final = "particle.arms"
_DURING: Final = frozenset({"خلال", "اثناء"})
_SOON, _WHILE = 5, 6
"""Words in which "during" stands behind who found arms, and more words before them: "seized |during the combing of villages| arms"."""
_BACK: Final = 4
"""Words between an object and the relative verb that takes it up: "a drone that the army shot down"."""
_STOPS: Final = frozenset(".;:\n")
_THE: Final = "ال"
_NO_OBJECT: Final = frozenset({"في", "من", "قرب", "داخل", "عن", "بعد", "قبل"})
"""Words behind which a noun is where, whence or when, and not what."""
_WITH: Final = "بال"
"""How a word begins that says with what: "blocked the road |with the| tyres"."""


def settle(hits: Sequence[Hit], needing: Sequence[int], texts: Sequence[str]) -> list[Hit]:
    """Keep of the hits upon a text, in text order, those that have what they need; all readings stay in their order.

    ``needing`` are the hits, by number, of which a reading needs something; ``texts`` those of the tokens.
    """
    settled = list(hits)
    for at in reversed(needing):
        readings = _settled(hits, at, texts)
        if readings:
            settled[at] = hits[at].read_as(readings)
        else:
            del settled[at]
    return settled


def _settled(hits: Sequence[Hit], at: int, texts: Sequence[str]) -> Readings:
    """Give the readings of one hit that stay: what has what it needs puts aside the others of its kind."""
    readings = hits[at].readings
    met: dict[Kind, Need] = {}
    for need in readings.needing:
        kind = need.reading.entry.kind
        before = met.get(kind)
        first = before is None or (before.only_refuses and not need.only_refuses)
        if first and _has_object(hits, at, need, texts):
            met[kind] = need
    return readings.where_met(tuple([need.at for need in met.values()]))


def _has_object(hits: Sequence[Hit], at: int, need: Need, texts: Sequence[str]) -> bool:
    reading, names, words = need.reading, need.names, need.words
    hit = hits[at]
    if names:
        own = hit.readings
        if not own.names.isdisjoint(names) and any(_is_among(r, names) for r in own if r is not reading):
            return True
        for other in _around(hits, at, reading, texts):
            readings = other.readings
            if readings.names.isdisjoint(names) or Kind.TIME in readings.senses:
                continue  # "at dawn" is spelt like "blew up"
            if any(_is_among(r, names) and not _is_aside(other, r, texts) for r in readings):
                return True
        if not words:
            return False
    ahead = texts[hit.last : hit.last + _REACH]
    if (words or need.unless).isdisjoint(ahead):
        return not words  # so it is with most
    return _first_met(words | need.unless, ahead) in words if words else not _first_met(need.unless, ahead)


def _first_met(words: frozenset[str], ahead: Sequence[str]) -> str:
    """Give the first of some words that lies ahead, within the sentence; empty where none does."""
    for text in ahead:
        if text in _STOPS:
            break
        if text in words:
            return text
    return ""


def _is_among(reading: Reading, names: frozenset[str]) -> bool:
    return reading.entry.id in names or reading.entry.kind in names


def _is_aside(hit: Hit, reading: Reading, texts: Sequence[str]) -> bool:
    if reading.entry.kind is Kind.VICTIM:
        return False  # "ten |of| the members"
    if hit.first > 1 and texts[hit.first - 1] == _OF and texts[hit.first - 2] in _SOME:
        return False  # "seized |a number of| houses"
    return "ب" in hit.proclitic or (hit.first > 0 and texts[hit.first - 1] in _NO_OBJECT)


_OF: Final = "من"
_SOME: Final = frozenset(
    "عدد عددا العدد العديد مجموعه عشرات العشرات مئات المئات الكثير كثير جزء قسم واحد واحده اثنين اثنتين سلسله".split()
)
"""Words that count, with "of", the things behind them."""


def _end(hit: Hit, texts: Sequence[str], more: int) -> int:
    """Give the token up to which the object of a hit may stand behind it, so many ``more`` words between them."""
    first, end = hit.last, min(hit.last + _REACH + more, len(texts))
    if _STOPS.isdisjoint(texts[first:end]):
        return end
    return next(at for at in range(first, end) if texts[at] in _STOPS)


def _aside(hit: Hit, texts: Sequence[str]) -> range:
    """Give the words that two commas set off behind a hit: "became A|, which lies west of B,| …"."""
    if _COMMA not in texts[hit.last : hit.last + _REACH]:
        return _NONE
    opened = -1
    for at in range(hit.last, min(hit.last + _REACH + _ASIDE, len(texts))):
        if texts[at] in _STOPS or (opened < 0 and at >= hit.last + _REACH):
            break
        if texts[at] == _COMMA:
            if opened >= 0:
                return range(opened, at + 1)
            opened = at
    return _NONE


_NONE: Final = range(0)
_COMMA: Final = ","
_ASIDE: Final = 12
"""Words of an aside at most, with its commas."""


def _around(hits: Sequence[Hit], at: int, reading: Reading, texts: Sequence[str]) -> Iterator[Hit]:
    """Give the hits that may be the object: those behind, up to another act; before a verb that takes it up, those before."""
    hit = hits[at]
    aside = _aside(hit, texts)
    far = _FAR if _LIFE in reading.entry.needs else 0
    during = (
        _WHILE if _ARMS in reading.entry.needs and not _DURING.isdisjoint(texts[hit.last : hit.last + _SOON]) else 0
    )
    near = _end(hit, texts, len(aside) + during)
    end = max(near, _end(hit, texts, far)) if far else near
    for k in range(at + 1, len(hits)):
        other = hits[k]
        if other.first >= end:
            break
        if other.first >= hit.last and other.first not in aside:
            if not far or other.first < near or not texts[other.first].startswith(_THE):
                yield other
            readings = other.readings
            if readings.tell or (readings.thing and _is_thing(other, texts)):
                break
    if reading.form.suffix and reading.form.pos is Pos.VERB:
        for k in range(at - 1, -1, -1):
            other = hits[k]
            if other.last < hit.first - _BACK or other.readings.tell:
                break
            if other.last <= hit.first:
                yield other


def _is_thing(hit: Hit, texts: Sequence[str]) -> bool:
    """Tell whether a hit upon a thing is itself what is done something to: the nearest decides ("cut the |trees| of the road")."""
    if texts[hit.first].startswith(_WITH):
        return False
    return any(r.entry.cls == THING and not _is_aside(hit, r, texts) for r in hit.readings)
