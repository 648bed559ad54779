"""Names of places that only their kind word announces: "the village of |A b|"; where such a name begins and ends."""

from __future__ import annotations

from typing import Final

from waqai.tag.place.name import KNOWN_TOWN, LINKS, LONG, OWNED, VERB, Name, known_name
from waqai.tag.place.scan import Scan
from waqai.tag.place.unit import is_after_unit, past_number

_SHORT: Final = 3
"""Letters of words too short to begin with "for" or "and"."""
_OPEN_WORDS: Final = 4
"""Words in the longest name that the gazetteer does not know."""
_GOD: Final = "الله"
"""What is part of names of persons that places bear: "ساحة سعد الله كذا"."""
_FOR: Final = ("لت", "لل", "لصناع", "لبيع", "لايواء", "لانتاج", "لاصلاح", "لحفظ", "لجمع")
"""What a works or a market is for: "a workshop |for rigging| cars" names none."""


def open_name(scan: Scan, at: int, *, strip: bool) -> Name | None:
    """Give the name that a kind word announces at this word, known or not."""
    found = known_name(scan, at, strip=strip)
    if at in scan.cues and (found is None or found.last == at + 1):
        if scan.cue(at, "crowd") is not None or _is_only_near(scan, at):
            return None
        if found is not None and scan.cue(at, "stop") is not None and _lost_article(found):
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
    if (len(text) > LONG and text.endswith(OWNED)) or (text[0] == _THEY[0] and text.endswith(_THEY[1])):
        return True  # "a farm in which |they live|"
    if scan.worded[at] and not (first and scan.worded[at] == 1 and at in scan.persons):
        return scan.worded[at] == 2 or not first or not text.startswith("ال")
    held = at in scan.kinds and scan.kinds[at][0].proclitic != ""
    if first:
        return held or (scan.barred.get(at, 0) > at + 1 and not is_after_unit(scan, at))
    return held or at in scan.barred


_THEY: Final = ("ي", "ون")  # how verbs of what several do begin and end


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
