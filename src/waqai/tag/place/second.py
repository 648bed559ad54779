"""The second word of a village's name that nobody knows: "قرية رد شقرا بريف …"."""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.lexicon.entry import Kind
from waqai.tag.place.name import KNOWN_TOWN, LINKS, OWNED, Name, readings_of
from waqai.tag.place.scan import Scan

_CALLED: Final = frozenset({"", "village", "town", "neighbourhood", "area"})
"""Kinds of which an unknown name may have two words; others only where a man's name is the first: "the street of |Mahmud al-Falaki|"."""


def with_second_word(scan: Scan, name: Name, kind: str = "", *, listed: bool = False) -> Name:
    """Take into an unknown name the word behind it that no lexicon knows either, where the phrase ends there: "قرية |رد شقرا| بريف …".

    So a known one where the countryside follows: what it names is another village of the first word.
    ``listed``: a member of a list ends before the next that "and" joins too.
    """
    at = name.last
    if kind not in _CALLED and name.first not in scan.persons:
        return name
    if at in scan.tagged:
        return _whole_tag(scan, name)
    if name.last > name.first + 1 or not scan.is_word(at) or _is_other_word(scan, at):
        return name
    if name.places and not _is_held(scan, at + 1):
        return name
    text = scan.texts[at]
    if _may_be_verb(text) or text.startswith("ال") or text.endswith((*OWNED, "ت", "وا")) or at in scan.barred:
        return name
    large = any(p.population >= KNOWN_TOWN for _, _, _, _, places in readings_of(scan, text) for p in places)
    if large or not (_ends_phrase(scan, at + 1) or (listed and scan.texts[at + 1][0] == "و")):
        return name
    return msgspec.structs.replace(name, last=at + 1, text=f"{name.text} {text}", places=())


def with_word_before_next(scan: Scan, name: Name) -> Name:
    """Take into a name of one word, the member of an announced list, the unknown word before the next: "the two villages of |A b| and C"."""
    at = name.last
    if at > name.first + 1 or not scan.is_word(at) or at in scan.kinds or not _NAMING.issuperset(scan.cues.get(at, ())):
        return name
    text, following = scan.texts[at], scan.text(at + 1)
    if (
        following[:1] != _AND
        or len(following) < _SHORTEST
        or scan.worded[at]
        or scan.worded[at + 1]
        or at in scan.barred
    ):
        return name
    if _may_be_verb(text) or text.startswith("ال") or text.endswith((*OWNED, *_NO_NAME)):
        return name
    if any(not _IN_NAMES.issuperset(hit.readings.senses) for hit in scan.by_first.get(at, ())):
        return name
    return msgspec.structs.replace(name, last=at + 1, text=f"{name.text} {text}", places=())


_NAMING: Final = frozenset({"common", "starter"})
_IN_NAMES: Final = frozenset({Kind.PERSON, Kind.PLACE_WORD})
_AND: Final = "و"
_SHORTEST: Final = 4
"""Letters of the shortest next member, with its "and"."""
_NO_NAME: Final = ("ت", "وا", "ين", "تان", "تين", "يه", "ا")
"""Endings of verbs, and of what says of a village how it is: "|besieged|", "westwards"."""


def _whole_tag(scan: Scan, name: Name) -> Name:
    """Take in the words that an underscore ties to a name: "قرية #رد_شقرا"; not where they say where it lies."""
    last = name.last
    while last in scan.tagged and not scan.cues.get(last):
        last += 1
    if last == name.last or last in scan.tagged:
        return name
    return msgspec.structs.replace(
        name, last=last, text=" ".join([name.text, *scan.texts[name.last : last]]), places=()
    )


def _is_held(scan: Scan, at: int) -> bool:
    """Tell whether "in the countryside of", "in the area of" follows."""
    held = scan.cue(at, "countryside") or (scan.kinds[at][0] if at in scan.kinds else None)
    return held is not None and held.proclitic == "ب"


def _is_other_word(scan: Scan, at: int) -> bool:
    """Tell whether a word is one of the lexicon's, and not a man's name, by which many villages and streets are called."""
    return any(hit.readings.senses.keys() != _MEN for hit in scan.by_first.get(at, ()))


_MEN: Final = {Kind.PERSON}


def _ends_phrase(scan: Scan, at: int) -> bool:
    """Tell whether a phrase of a place ends before a word: a stop, what holds the place, where it lies."""
    if at >= scan.size or not scan.arabic[at]:
        return True
    held = scan.kinds.get(at)
    cues = scan.cues.get(at)
    return bool(cues and not cues.keys() <= LINKS) or (held is not None and held[0].proclitic == "ب")


def _may_be_verb(text: str) -> bool:
    """Tell whether a word begins as verbs do, or those with a proclitic: "will", of one letter, stands before a present tense."""
    return text[0] in _BEGINS_VERBS or (text[0] == _WILL and text[1:2] in _PRESENT)


_BEGINS_VERBS: Final = frozenset("تيوفبل")
_WILL: Final = "س"
_PRESENT: Final = frozenset("تيان")
"""First letters of the present tense, folded."""
