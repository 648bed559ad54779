"""Places that no gazetteer knows and no kind word announces, told by what holds them or lies beside them.

"In |Zafura|, which lies in the governorate of A", "in |Durma| west of A".
"""

from __future__ import annotations

from typing import Final

from waqai.tag.place.before import BEFORE, SAW
from waqai.tag.place.name import Name, known_name, readings_of
from waqai.tag.place.scan import Scan

_THE: Final = "ال"
_DISTRICTS: Final = "اعمال"
_BELONGS: Final = "التابع"
_HELD: Final = "part_of"
_OWNED: Final = ("ته", "هم", "ها", "نا", "هما", "يه")
"""Endings of "its …", "their …", and of adjectives: what they own belongs to somebody too."""
_SHORTEST: Final = 4
_HIS: Final = "ه"
"""How "his house" and a town in -a end alike; a town is feminine: "his house, which lies [m.]"."""
_MOST: Final = 2
"""Words of such a name."""


def held_names(scan: Scan) -> dict[int, Name]:
    """Find such names by their first tokens, before the words "which belongs to", "lying in"."""
    found: dict[int, Name] = {}
    for at in scan.links:
        cues, text = scan.cues[at], scan.texts[at]
        if not (_SIDE in cues or text.startswith(_THE) or scan.text(at + 1) == _DISTRICTS):
            continue  # so mostly "in"
        last = at - (scan.texts[at - 1] == "," and at > 0)
        if _SIDE in cues and scan.text(last - 2) in _IN and _lies_beside(scan, last - 1, at):
            found[last - 1] = Name(last - 1, last, scan.texts[last - 1], "")
            continue
        if _HELD not in cues or not (text.startswith(_THE) or scan.text(at + 1) == _DISTRICTS):
            continue
        masculine = text.startswith(_THE) and not text.endswith(_HIS)
        if masculine and not text.startswith(_BELONGS):
            continue  # "falsifying |reality|" is spelt like "lying"
        for size in range(1, _MOST + 1):
            first = last - size
            if first < 1 or not _may_be(scan, first) or (masculine and scan.texts[first].endswith(_HIS)):
                break
            if scan.texts[first - 1] in BEFORE or scan.texts[first - 1] in SAW:
                found[first] = Name(first, last, " ".join(scan.texts[first:last]), "")
                break
    return found


def _lies_beside(scan: Scan, at: int, side: int) -> bool:
    """Tell whether a word before a side is a name for its form, as it lies on that side of a known place: "in |Durma| west of A".

    With the article, or in "-a", as no common noun ends behind a preposition; "in battles north of A" are ordinary words.
    """
    text = scan.texts[at]
    if not (text.startswith(_THE) or text.endswith("ا")) or text.endswith(_ADJECTIVE) or not _is_unknown(scan, at):
        return False
    end = side + 1 + (scan.cue(side + 1, _SIDE) is not None)
    return scan.is_word(end) and known_name(scan, end, strip=False) is not None


_SIDE: Final = "direction"
_IN: Final = frozenset({"في", "وفي", "قرب"})
_ADJECTIVE: Final = ("ون", "ين", "ات")


def _may_be(scan: Scan, at: int) -> bool:
    """Tell whether a word is one that nobody knows: no ordinary word, no name, nothing with the article, nobody's."""
    text = scan.texts[at]
    return not text.startswith((_THE, "لل", "بال", "وال")) and not text.endswith(_OWNED) and _is_unknown(scan, at)


def _is_unknown(scan: Scan, at: int) -> bool:
    text = scan.texts[at]
    return (
        bool(scan.arabic[at] and scan.story[at])
        and len(text) >= _SHORTEST
        and not scan.worded[at]
        and at not in scan.barred
        and at not in scan.persons
        and at not in scan.kinds
        and at not in scan.defined
        and at not in scan.cues
        and not readings_of(scan, text)
    )
