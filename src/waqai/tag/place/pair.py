"""Members of lists that need what stands before them: "the area of A |and al-Mahjar|, which lies …", "Taizz |and Ibb|"."""

from __future__ import annotations

from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.place.name import Name, readings_of
from waqai.tag.place.open_name import ends_name
from waqai.tag.place.scan import Scan

_KINDS: Final = frozenset({"area", "neighbourhood", "village", "town", "hill", "camp"})
"""Kinds of which papers name two behind one word in the singular; a city has "and the suburbs" behind it."""
_AND: Final = "و"
_SHORT: Final = 3
"""Letters of "and" with a name of two."""
_THE: Final = "ال"
_AND_THE: Final = _AND + _THE
_RELATIVE: Final = frozenset({"التي", "اللتين", "اللتان", "الواقعه", "الواقعتين", "الواقعين"})
_ENDS: Final = frozenset({",", ".", "\n", ""})


def is_second(scan: Scan, at: int, kind: str) -> bool:
    """Tell whether the word at a token is the second place of such a pair: one that no lexicon knows, with nothing of its own behind it."""
    joined = scan.texts[at].startswith(_AND_THE) or (scan.texts[at].startswith(_THE) and scan.text(at - 1) == _AND)
    if kind not in _KINDS or not joined or at in scan.by_first or ends_name(scan, at, first=True):
        return False
    after = at + 1
    text = scan.text(after)
    own = scan.kinds.get(after)
    return (
        text in _RELATIVE
        or text in _ENDS
        or scan.has_cue(after, frozenset({"near", "direction"}))
        or scan.begins(after, Kind.TIME)
        or (own is not None and own[0].proclitic in ("ب", "و"))
    )


def short_governorate(scan: Scan, at: int) -> Name | None:
    """Give the governorate of two letters that "and" stands before: "Taizz |and Ibb|", which elsewhere is "and a father"."""
    text = scan.texts[at]
    if len(text) != _SHORT or text[0] != _AND:
        return None
    for proclitic, rest, _, _, places in readings_of(scan, text):
        if proclitic == _AND and any(p.kind == "governorate" for p in places):
            return Name(at, at + 1, rest, _AND, tuple(places))
    return None
