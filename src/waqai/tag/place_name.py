"""Names of places at a word: those that the gazetteer knows, and those that only their kind word announces."""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.gazetteer.key import word_key
from waqai.gazetteer.place import Place
from waqai.tag.place_scan import Scan

LONGEST: Final = 5
"""Words in the longest name."""
_OPEN_WORDS: Final = 4
"""Words in the longest name that the gazetteer does not know."""
_VERB: Final = 2
"""What ``Scan.worded`` says of verbs."""
_LONG: Final = 6
"""Letters from which a name may lose its article and still be that name."""
_OWNED: Final = ("ها", "هم", "هما", "هن")
"""Endings of "its", "their": no name of a place has them at this length."""
_LINKS: Final = frozenset({"starter", "common", "country"})


class Name(msgspec.Struct, frozen=True):
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
    found = _known(scan, at, text, "")
    short = len(text) < 4 and not (text[0] == "و" and scan.cue(at, "starter") is not None)
    if found is not None or not strip or short:
        return found
    clitic, rest = "", text
    if rest[0] in "وف":
        clitic, rest = rest[0], rest[1:]
        found = _known(scan, at, rest, clitic)
        if found is not None or len(rest) < 4:
            return found
    if rest[:2] == "لل":
        return _known(scan, at, "ال" + rest[2:], clitic + "ل")
    if rest[0] in "بلك":
        return _known(scan, at, rest[1:], clitic + rest[0])
    return None


def open_name(scan: Scan, at: int, *, strip: bool) -> Name | None:
    """Give the name that a kind word announces at this word, known or not."""
    found = known_name(scan, at, strip=strip)
    if found is not None and (found.last > at + 1 or scan.cue(at, "starter") is None):
        return found
    if not scan.is_word(at) or (ends_name(scan, at, first=True) and not _starts(scan, at)):
        return found
    text, clitic = scan.texts[at], ""
    if strip and text[0] == "و" and len(text) > 3:
        text, clitic = text[1:], "و"
    if found is not None:
        text, clitic = found.text, found.proclitic
    unknown = _unknown(scan, at, text, clitic)
    return found if found is not None and unknown.last == found.last else unknown


def _starts(scan: Scan, at: int) -> bool:
    """Tell whether a name of two words starts here with an ordinary word: "تل معروف", "أم السطح"."""
    return (
        scan.cue(at, "starter") is not None
        and scan.worded[at] < _VERB
        and scan.is_word(at + 1)
        and not _stops(scan, at + 1, started=True)
    )


def ends_name(scan: Scan, at: int, *, first: bool) -> bool:
    """Tell whether this word cannot be part of an unknown name; ``first``: right after the kind word."""
    here = scan.cues.get(at)
    if here is not None and not here.keys() <= _LINKS:
        return True
    if len(scan.texts[at]) > _LONG and scan.texts[at].endswith(_OWNED):
        return True
    if scan.worded[at] and not (first and scan.worded[at] == 1 and scan.persons.get(at)):
        return scan.worded[at] == 2 or not first or not scan.texts[at].startswith("ال")
    if first:
        return scan.barred.get(at, 0) > at + 1
    return at in scan.barred or (at in scan.kinds and scan.kinds[at][0].proclitic != "")


def _known(scan: Scan, at: int, first: str, clitic: str) -> Name | None:
    store = scan.gazetteer
    key = word_key(first)
    if store.knows(key + "+"):
        found = _long(scan, at, first, key, clitic)
        if found is not None:
            return found
    if not store.knows(key):
        return None
    places = [p for p in store.reported(key) if _article_fits(first, p)]
    return Name(at, at + 1, first, clitic, tuple(places)) if places else None


def _long(scan: Scan, at: int, first: str, key: str, clitic: str) -> Name | None:
    last = at + 1
    keys = [key]
    while last < scan.size and last - at < LONGEST and scan.arabic[last]:
        keys.append(word_key(scan.texts[last]))
        last += 1
    while len(keys) > 1:
        places = scan.gazetteer.reported("".join(keys))
        if places and (
            not first.startswith("ال")
            or first.startswith("البو")
            or any(n.startswith("ال") for p in places for n in p.names)
        ):
            end = at + len(keys)
            return Name(at, end, " ".join([first, *scan.texts[at + 1 : end]]), clitic, tuple(places))
        keys.pop()
    return None


def _unknown(scan: Scan, at: int, first: str, clitic: str) -> Name:
    texts, last = scan.texts, at + 1
    closing = _closing(scan, at)
    if closing:
        last = closing
    else:
        goes_on = scan.cue(at, "starter") is not None
        while (
            last < scan.size
            and last - at < _OPEN_WORDS
            and scan.arabic[last]
            and not _stops(scan, last, started=goes_on)
        ):
            text = texts[last]
            defines = text.startswith("ال") and not first.startswith("ال") and not text.endswith("يه")
            if not goes_on and not defines or text[0] == "و" and not goes_on:
                break
            last += 1
            goes_on = scan.cue(last - 1, "starter") is not None
    return Name(at, last, " ".join([first, *texts[at + 1 : last]]), clitic)


def _stops(scan: Scan, at: int, *, started: bool) -> bool:
    """Tell whether a name ends before this word; after "تل", "أبو" … only a verb or a function word ends it."""
    if not started:
        return ends_name(scan, at, first=False)
    here = scan.cues.get(at)
    return scan.worded[at] == 2 or (here is not None and not here.keys() <= _LINKS)


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
