"""Names of places at a word that the gazetteer knows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from typing import Final

import msgspec

from waqai.gazetteer.key import word_key
from waqai.gazetteer.place import Place
from waqai.tag.place.scan import Scan, Way
from waqai.tag.word_class import is_arabic
from waqai.values.place import PlacePrecision

LONGEST: Final = 5
"""Words in the longest name."""
VERB: Final = 2  # what ``Scan.worded`` says of verbs
KNOWN_TOWN: Final = 5_000
"""People of the smallest town that "in" stands before, where the word may be a village's own name: "the village of |B-wban|"."""
_STRIPPED: Final = 4  # letters of the shortest word that loses a proclitic
_MOTHER: Final = "ام"  # first word of towns, which loses a proclitic though it is so short: "in |Umm| Durman"
LONG: Final = 6
"""Letters from which a name may lose its article and still be that name."""
OWNED: Final = ("ها", "هم", "هما", "هن")
"""Endings of "its", "their": no name of a place has them at this length."""
_THAT: Final = frozenset({"ان", "انه", "انها", "انهم"})
"""No part of a name, though with the word before it one may come out: "the sheikh |that|" and الشيخان."""
LINKS: Final = frozenset({"starter", "common", "general", "country", "whole", "unit"})


class Name(msgspec.Struct, frozen=True, gc=False):
    """A name at tokens ``[first, last)``; ``proclitic`` letters of the first word are no part of ``text``."""

    first: int
    last: int
    text: str
    proclitic: str
    places: tuple[Place, ...] = ()


def known_name(scan: Scan, at: int, *, strip: bool) -> Name | None:
    """Give the longest name at this word that the gazetteer has; ``strip`` allows proclitics."""
    if at >= scan.size or not scan.arabic[at]:
        return None
    text = scan.texts[at]
    readings = scan.word_readings.get(text)
    for clitic, first, key, begins, places in readings_of(scan, text) if readings is None else readings:
        if clitic and not (
            strip and (len(text) >= _STRIPPED or first == _MOTHER or scan.cue(at, "starter") is not None)
        ):
            return None
        if begins and (longer := _long(scan, at, first, key, clitic)) is not None:
            return longer
        if places and first != _CLAN:
            return Name(at, at + 1, first, clitic, places)
    return None


def with_kind_word(scan: Scan, at: int, *, strip: bool) -> Name | None:
    """Give the known name of which the kind word here is a part: "the city of Sadr", not "the city of |Gaza|", which is so called without it too."""
    whole = known_name(scan, at, strip=strip)
    if whole is None or whole.last == at + 1:
        return None
    hit, entry, _ = scan.kinds[at]
    if entry.id == _ROAD and all(p.kind == "neighbourhood" for p in whole.places):
        return None  # "on |the road to| Aleppo", and the quarter of Hama that is called so
    rest = known_name(scan, hit.last, strip=False) if entry.cls != PlacePrecision.SITE else None
    called_so = rest is not None and rest.last == whole.last and any(p in rest.places for p in whole.places)
    return None if called_so else whole


_ROAD: Final = "place_kind.road"


def may_be_name(scan: Scan, at: int) -> bool:
    """Tell whether the word at a token is a name, or the first word of names, that the gazetteer has; most are not."""
    return bool(scan.arabic[at] and readings_of(scan, scan.texts[at]))


def readings_of(scan: Scan, text: str) -> tuple[Way, ...]:
    """Give the ways to read a word as a name or the first word of one; what they are is remembered."""
    readings = scan.word_readings.get(text)
    if readings is None:
        readings = scan.word_readings[text] = _read(scan, text)
    return readings


def name_words(scan: Scan) -> Iterator[int]:
    """Give the tokens of words that are names, or the first words of names; most words are neither, and no mark is."""
    for text in scan.words.vocabulary.difference(scan.word_readings):
        scan.word_readings[text] = _read(scan, text) if is_arabic(text) else ()
    return compress(range(scan.size), map(scan.word_readings.get, scan.texts))


def begins_name(scan: Scan, at: int) -> bool:
    """Tell whether a word of ``name_words`` is a name by itself, or may be one with the word behind it; most first words of names stand alone."""
    for _, _, key, _, places in scan.word_readings[scan.texts[at]]:  # noqa: SIM110 - a loop, for it is asked of every third word
        if places or _goes_on(scan, at, key):
            return True
    return False


def _read(scan: Scan, text: str) -> tuple[Way, ...]:
    knows, reported = scan.gazetteer.knows, scan.gazetteer.reported
    keyed = ((clitic, rest, word_key(rest)) for clitic, rest in _ways(text))
    found = (
        (clitic, rest, key, knows(key + "+"), tuple(p for p in reported(key) if _article_fits(rest, p)))
        for clitic, rest, key in keyed
    )
    return tuple(way for way in found if way[3] or way[4])


def _ways(text: str) -> Iterator[tuple[str, str]]:
    """Give a word without its proclitics, one by one: "وبحلب", "بحلب", "حلب"."""
    yield "", text
    clitic, rest = "", text
    if rest[0] in "وف" and len(rest) >= _STRIPPED - 1:
        clitic, rest = rest[0], rest[1:]
        yield clitic, rest
    if len(rest) < _STRIPPED and rest[1:] != _MOTHER:
        return
    if rest[:2] == "لل":
        yield clitic + "ل", "ال" + rest[2:]
    elif rest[0] in "بلك":
        yield clitic + rest[0], rest[1:]


_KILO: Final = frozenset({"كيلو", "الكيلو"})
"""First word of places called after their distance from a town."""
_CLAN: Final = "البو"
"""The first word of clans and of villages called after them, which alone names no place."""


def _goes_on(scan: Scan, at: int, key: str) -> bool:
    """Tell whether a name whose first word has this key may have more words: behind most stands none that goes with it, or a mark."""
    behind = at + 1
    if behind >= scan.size:
        return False
    text = scan.texts[behind]
    return scan.gazetteer.goes_on(key, word_key(text)) if scan.arabic[behind] else text.isdigit()


def _long(scan: Scan, at: int, first: str, key: str, clitic: str) -> Name | None:
    if not _goes_on(scan, at, key):
        return None
    texts, arabic = scan.texts, scan.arabic
    words: list[str] = []
    for last in range(at + 1, min(at + LONGEST, scan.size)):
        text = texts[last]
        if not arabic[last]:
            if text.isdigit() and (scan.cue(last - 1, "unit") is not None or scan.texts[last - 1] in _KILO):
                words.append(text)  # "Brigade |93|", "Kilo |16|"
            break
        if text in _THAT:
            break
        words.append(word_key(text))
    gazetteer = scan.gazetteer
    for count, name in reversed(gazetteer.longer(key, words)):
        end = at + 1 + count
        places = () if first.startswith("ال") and scan.leans_on(end) else gazetteer.reported(name)
        if places and (
            not first.startswith("ال")
            or first.startswith(_CLAN)
            or any(n.startswith("ال") for p in places for n in p.names)
        ):
            return Name(at, end, " ".join([first, *texts[at + 1 : end]]), clitic, tuple(places))
    return None


def _article_fits(written: str, place: Place) -> bool:
    """Tell whether a name written without the article can be this place: "باب" is not الباب, "قامشلي" is القامشلي."""
    if written.startswith("ال") or not place.names:
        return True
    return len(written) >= LONG or not place.names[0].startswith("ال")
