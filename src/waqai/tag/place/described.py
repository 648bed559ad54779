"""Whether a known name is followed by what makes it an ordinary word, or part of a longer name, or else is what the act ahead of it hit."""

from __future__ import annotations

from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.place.before import ALSO
from waqai.tag.place.name import Name, known_name
from waqai.tag.place.scan import Scan
from waqai.tag.place.somebody import ADJECTIVE

_THE: Final = "ال"
_SIDES: Final = frozenset({"side", "direction"})


def is_adjective(scan: Scan, at: int) -> bool:
    """Tell whether a word is an adjective with the article that says no side: "the station of A, |of oil|, in …"."""
    text = scan.text(at)
    return text.startswith(_THE) and text.endswith(ADJECTIVE[:2]) and at not in scan.cues and at not in scan.barred


def is_described(scan: Scan, at: int) -> bool:
    """Tell whether a definite word that is no name, no side and no day follows: "the market |nearby|", not "the new one |eastern|"."""
    if scan.text(at)[:2] != _THE or scan.has_cue(at, _SIDES) or scan.begins(at, Kind.TIME):
        return False
    return known_name(scan, at, strip=False) is None


def is_of_a_kind(scan: Scan, at: int) -> bool:
    """Tell whether an adjective without the article follows, which says no side: "a depot |military|"."""
    text = scan.text(at)
    return text.endswith(ADJECTIVE[1:]) and text[:2] != _THE and not scan.has_cue(at, _SIDES)


def is_accusative(scan: Scan, at: int) -> bool:
    """Tell whether a kind word stands as "a camp" in the accusative, which no name can follow."""
    return scan.texts[at].endswith("ا") and len(scan.texts[at]) > 3


def is_longer(scan: Scan, at: int) -> bool:
    """Tell whether a country's name is but the first word of a quarter's: "the quarter of |Misr al-Jadida|"."""
    whole = known_name(scan, at, strip=False)
    return whole is not None and whole.last > at + 1


def past_adjective(scan: Scan, at: int) -> int:
    """Step over what says which of two namesakes a member of a list is, or where it lies: "A, B |the Assyrian|, C", "A |westwards| and B"."""
    after = scan.text(at + 1)
    if after[:1] == _AND and scan.cue(at, "sideways") is not None:
        return at + 1
    on = after == "," or (after[:1] == _AND and known_name(scan, at + 1, strip=True) is not None)
    return at + 1 if on and is_adjective(scan, at) and known_name(scan, at, strip=False) is None else at


_AND: Final = "و"


def stands_behind_act(scan: Scan, start: int, at: int, name: Name) -> bool:
    """Tell whether a name is what an act or its doer, told right ahead, hit: "the artillery shelled |A|", not "a depot |of the army|"."""
    if start in scan.after_doer:
        return not (is_described(scan, name.last) or is_of_a_kind(scan, name.last))
    acted = start in scan.after_act or (scan.text(at - 1) in ALSO and at - 1 in scan.after_act)
    return acted and len(name.text) > _SHORT


_SHORT: Final = 3
"""Letters of names that need more than standing behind an act: "shelled Saraqib"."""
