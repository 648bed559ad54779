"""Whether a name is somebody's, or only says who somebody is, and no place: "Hasan |al-Jasim|", "the mayor of |A|"."""

from __future__ import annotations

from typing import Final

from waqai.gazetteer.phrase import Container
from waqai.gazetteer.place import Place
from waqai.lexicon.entry import Kind
from waqai.lexicon.index import Hit
from waqai.tag.place.announced import is_large
from waqai.tag.place.before import BEFORE, SAW
from waqai.tag.place.name import Name
from waqai.tag.place.scan import Scan

_OF_SOLDIERS: Final = frozenset({"العسكري", "العسكريه"})
"""What a body of soldiers called after a town is: "the |military| council of A"."""
STARTS: Final = frozenset({".", "\n", ""})
"""What stands before the first word of a sentence."""
_THE: Final = "ال"
ADJECTIVE: Final = ("ي", "يه", "يين", "يتين", "يا")
"""Endings of what says whose or of what kind a place is."""


def is_somebody(scan: Scan, at: int, name: Name, containers: tuple[Container, ...], before: str, *, led: bool) -> bool:
    """Tell whether one word is somebody's name, or a word of the text: "the families of |the martyrs| in the town of A".

    ``led``: words that say "near" stand before it, of which the last may be one that nobody knows: "off |the coasts of| A".
    """
    if before in _CLAN and not name.proclitic:
        return True  # "youths of the clan of |A|"
    if not led and not any(c.name and c.side for c in containers) and _is_surname(scan, at, name, before):
        return True
    if at and scan.text(name.last) in _OF_SOLDIERS and not name.proclitic and not scan.worded[at - 1]:
        return at - 1 not in scan.kinds and before not in BEFORE and before not in STARTS  # "the military council of A"
    return bool(scan.worded[at]) and before not in BEFORE and not name.proclitic


_CLAN: Final = frozenset({"عشيره", "عشيرتي", "عشيرتا", "قبيله", "قبيلتي", "قبيلتا", "لعشيره", "بعشيره", "وعشيره"})


def _is_surname(scan: Scan, at: int, name: Name, before: str) -> bool:
    """Tell whether a lesser name follows a word that nobody knows: more likely somebody's name."""
    if at == 0 or name.proclitic or not scan.is_word(at - 1) or before in BEFORE or scan.texts[at - 1] in SAW:
        return False
    if at in scan.after_doer or _is_of_a_people(scan, at - 1) or is_of_office(scan, at):
        return False
    if at - 1 in scan.barred and not scan.worded[at - 1] and at not in scan.cues:
        return True
    if at - 1 in scan.persons and scan.cue(at - 1, "starter") is None:
        return True
    if any(is_large(p) and _is_so_written(name, p) for p in name.places):
        return False
    return not scan.worded[at - 1] and at - 1 not in scan.cues and at - 1 not in scan.kinds


def _is_so_written(name: Name, place: Place) -> bool:
    """Tell whether a town has the article where the name has: the family al-Jasim is not called after the town of Jasim."""
    return not name.text.startswith(_THE) or any(own.startswith(_THE) for own in place.names)


def is_persons_name(first: str, before: str) -> bool:
    """Tell whether a name that begins with this word is somebody's, where nothing else speaks for a place: "the house of |the sheikh Ali|"."""
    return first in _OF_PERSONS or (first in _TITLES and before in _HIS)


_OF_PERSONS: Final = frozenset({"ابو", "ابي", "بن", "ابن"})
_TITLES: Final = frozenset({"الشيخ", "الحاج", "السيد"})
_HIS: Final = frozenset(
    "منزل ومنزل بيت وبيت دار مزرعه سياره موكب مرافق مرافقي نجل نجلي ابن شقيق اغتيال مقتل باغتيال اختطاف اعتقال اسره لمنزل بمنزل".split()
)
"""What somebody has, or what befell him."""


def is_outlet(scan: Scan, kind: Hit, name: Name) -> bool:
    """Tell whether a "site" is one of news to which somebody says something: "told [l-] the site |A| that …"."""
    return kind.proclitic.endswith("ل") and scan.text(scan.past_closing(name.last)) in _THAT_BEHIND


_THAT_BEHIND: Final = frozenset({"ان", "انه", "انها", "انهم", "بان"})


def is_of_office(scan: Scan, at: int) -> bool:
    """Tell whether a name says of what town somebody is called the head right before it: "the mayor of |A|"."""
    return any(hit.last == at and Kind.VICTIM in hit.readings.senses for hit in scan.by_first.get(at - 2, ()))


def _is_of_a_people(scan: Scan, at: int) -> bool:
    """Tell whether an adjective says whose city is named behind it: "in the |Iraqi| capital Baghdad", "the |Syrian| city of A"."""
    whose = scan.texts[at].startswith(_THE) and scan.texts[at].endswith(ADJECTIVE)
    return whose and at > 0 and (at - 1 in scan.defined or scan.cue(at - 1, "general") is not None)


def is_owner(scan: Scan, at: int, name: Name) -> bool:
    """Tell whether the "name" of the building at a token is the force whose it is, which is also a place's: "the station of |the police| in A"."""
    if scan.cue(at, "owned") is None:
        return False
    owners = (hit for hit in scan.by_first.get(name.first, ()) if hit.last == name.last)
    return any(r.entry.kind is Kind.ACTOR and r.entry.cls in _FORCES for hit in owners for r in hit.readings)


_FORCES: Final = frozenset({"name", "generic", "nickname"})
