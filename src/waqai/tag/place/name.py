"""Names of places at a word: those that the gazetteer knows, and those that only their kind word announces."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from typing import Final

import msgspec

from waqai.gazetteer.key import word_key
from waqai.gazetteer.place import Place
from waqai.tag.place.scan import Scan, Way
from waqai.tag.place.unit import is_after_unit, past_number
from waqai.tag.word_class import is_arabic
from waqai.values.place import PlacePrecision

LONGEST: Final = 5
"""Words in the longest name."""
_OPEN_WORDS: Final = 4
"""Words in the longest name that the gazetteer does not know."""
VERB: Final = 2  # what ``Scan.worded`` says of verbs
_SHORT: Final = 3
KNOWN_TOWN: Final = 5_000
"""People of the smallest town that "in" stands before, where the word may be a village's own name: "the village of |B-wban|"."""
_STRIPPED: Final = 4  # letters of the shortest word that loses a proclitic
_MOTHER: Final = "ام"  # first word of towns, which loses a proclitic though it is so short: "in |Umm| Durman"
_LONG: Final = 6
"""Letters from which a name may lose its article and still be that name."""
OWNED: Final = ("ها", "هم", "هما", "هن")
"""Endings of "its", "their": no name of a place has them at this length."""
_GOD: Final = "الله"
"""What is part of names of persons that places bear: "ساحة سعد الله كذا"."""
_THAT: Final = frozenset({"ان", "انه", "انها", "انهم"})
"""No part of a name, though with the word before it one may come out: "the sheikh |that|" and الشيخان."""
_FOR: Final = ("لت", "لل", "لصناع", "لبيع", "لايواء", "لانتاج", "لاصلاح", "لحفظ", "لجمع")
"""What a works or a market is for: "a workshop |for rigging| cars" names none."""
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
    for text in set(scan.texts).difference(scan.word_readings):
        scan.word_readings[text] = _read(scan, text) if is_arabic(text) else ()
    return compress(range(scan.size), map(scan.word_readings.get, scan.texts))


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


def open_name(scan: Scan, at: int, *, strip: bool) -> Name | None:
    """Give the name that a kind word announces at this word, known or not."""
    found = known_name(scan, at, strip=strip)
    if (found is None or found.last == at + 1) and (scan.cue(at, "crowd") is not None or _is_only_near(scan, at)):
        return None
    if found is not None and found.last == at + 1 and scan.cue(at, "stop") is not None and _lost_article(found):
        return None  # "in a |northern| area", and the Northern Province
    if found is not None and (found.last > at + 1 or scan.cue(at, "starter") is None):
        return found
    named = starts_name(scan, at) or (_closing(scan, at) and at not in scan.barred)
    if not scan.is_word(at) or (ends_name(scan, at, first=True) and not named):
        return found
    text, clitic = scan.texts[at], ""
    what_for = text.startswith(_FOR) and len(text) > _SHORT + (text not in _FOR)
    if found is None and (what_for or (text[0] == "ب" and _is_in(scan, at))):
        return None  # "a mosque |in| Sanaa"
    if strip and text[0] == "و" and (len(text) > 3 or scan.cue(at, "starter") is not None):
        text, clitic = text[1:], "و"
    if found is not None:
        text, clitic = found.text, found.proclitic
    if found is None and not clitic and text[0] == "و" and len(text) > _SHORT and not named:
        return None
    unknown = _unknown(scan, at, text, clitic)
    return found if found is not None and unknown.last == found.last else unknown


def _lost_article(name: Name) -> bool:
    """Tell whether all places that a word may name have the article, and it does not."""
    return not name.text.startswith("ال") and all(n.startswith("ال") for p in name.places for n in p.names)


def _is_only_near(scan: Scan, at: int) -> bool:
    """Tell whether a word that is some village's name too says where a checkpoint or bridge stands: "a checkpoint |at| the gate"."""
    return scan.cue(at, "near") is not None and not scan.texts[at].startswith("ال")


def _is_in(scan: Scan, at: int) -> bool:
    """Tell whether a word is "in" with the name of a place that is known: a large one, a governorate, a name of several words."""
    inside = known_name(scan, at, strip=True)
    if inside is None or inside.proclitic != "ب":
        return False
    large = any(p.population >= KNOWN_TOWN or p.kind == "governorate" for p in inside.places)
    return large or inside.last > at + 1


def starts_name(scan: Scan, at: int) -> bool:
    """Tell whether a name of two words starts here with an ordinary word: "تل معروف", "أم السطح"."""
    return (
        scan.cue(at, "starter") is not None
        and scan.worded[at] < VERB
        and scan.is_word(at + 1)
        and not _stops(scan, at + 1, started=True)
    )


def ends_name(scan: Scan, at: int, *, first: bool) -> bool:
    """Tell whether this word cannot be part of an unknown name; ``first``: right after the kind word."""
    here = scan.cues.get(at)
    if at in scan.owners or (here is not None and not here.keys() <= LINKS):
        return True
    text = scan.texts[at]
    if (len(text) > _LONG and text.endswith(OWNED)) or (text[0] == _THEY[0] and text.endswith(_THEY[1])):
        return True  # "a farm in which |they live|"
    if scan.worded[at] and not (first and scan.worded[at] == 1 and scan.persons.get(at)):
        return scan.worded[at] == 2 or not first or not text.startswith("ال")
    held = at in scan.kinds and scan.kinds[at][0].proclitic != ""
    if first:
        return held or (scan.barred.get(at, 0) > at + 1 and not is_after_unit(scan, at))
    return held or at in scan.barred


_THEY: Final = ("ي", "ون")  # how verbs of what several do begin and end
_KILO: Final = frozenset({"كيلو", "الكيلو"})
"""First word of places called after their distance from a town."""
_CLAN: Final = "البو"
"""The first word of clans and of villages called after them, which alone names no place."""


def _long(scan: Scan, at: int, first: str, key: str, clitic: str) -> Name | None:
    texts, arabic, behind = scan.texts, scan.arabic, at + 1
    if behind >= scan.size or (arabic[behind] and not scan.gazetteer.goes_on(key, word_key(texts[behind]))):
        return None
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


def _unknown(scan: Scan, at: int, first: str, clitic: str) -> Name:
    texts, last = scan.texts, at + 1
    closing = _closing(scan, at)
    if closing:
        last = closing
    else:
        goes_on = scan.cue(at, "starter") is not None
        while last < scan.size and last - at < _OPEN_WORDS and scan.arabic[last]:
            text = texts[last]
            if text == _GOD:
                last += 1
                continue
            if _stops(scan, last, started=goes_on):
                break
            defines = text.startswith("ال") and not first.startswith("ال") and not text.endswith("يه")
            defines = defines and not (text.endswith("ه") and _is_complemented(scan, last + 1))
            if not goes_on and not defines or text[0] == "و" and not goes_on:
                break
            last += 1
            goes_on = scan.cue(last - 1, "starter") is not None
    last = past_number(scan, last)
    return Name(at, last, " ".join([first, *texts[at + 1 : last]]), clitic)


def _is_complemented(scan: Scan, at: int) -> bool:
    """Tell whether a preposition follows, so that the word before it says of a village what it is: "A, |full of| people"."""
    text = scan.text(at)
    return scan.cue(at, "countryside") is None and (
        text[:3] in ("بال", "بمد") or text[:2] == "لل" or text in _PREPOSITIONS
    )


_PREPOSITIONS: Final = frozenset({"من", "الي", "علي", "ل", "ب"})


def _stops(scan: Scan, at: int, *, started: bool) -> bool:
    """Tell whether a name ends before this word; after "تل", "أبو" … only a verb or a function word ends it."""
    if not started:
        return ends_name(scan, at, first=False)
    if scan.texts[at] == _ALI and scan.texts[at - 1] in _BEFORE_ALI:
        return False
    here = scan.cues.get(at)
    return scan.worded[at] == VERB or (here is not None and not here.keys() <= LINKS) or _is_in(scan, at)


_ALI: Final = "علي"
_BEFORE_ALI: Final = frozenset("ابو ابي تل شيخ الشيخ خربه كفر بير بئر سيدي حاج الحاج بني جب".split())
"""Words that are no name alone, behind which what is spelt like "on" is Ali: "the mound of |Ali|"."""


def _closing(scan: Scan, at: int) -> int:
    """Give the token of the quotation mark that closes a quoted name, 0 when it is not quoted."""
    if at and scan.texts[at - 1] in '"(':
        for k in range(at + 1, min(at + 6, scan.size)):
            if scan.texts[k] in '")':
                return k
            if not scan.arabic[k]:
                return 0
    return 0


def _article_fits(written: str, place: Place) -> bool:
    """Tell whether a name written without the article can be this place: "باب" is not الباب, "قامشلي" is القامشلي."""
    if written.startswith("ال") or not place.names:
        return True
    return len(written) >= _LONG or not place.names[0].startswith("ال")
