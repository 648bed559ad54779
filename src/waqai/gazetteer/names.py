"""Names as sources give them, made fit for a gazetteer: Arabic or Latin ones, without their kind word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_ARABIC: Final = re.compile(r"[\u0621-\u063a\u0640-\u0652\u0670\u0671\s\-'’()]+\Z")
"""Letters and marks of Arabic alone: sources keep Persian, Kurdish and Urdu names in the same list."""
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u02bb-\u02bf\u1e00-\u1eff][\w\s\-'’`‘ʿʾ.]{2,59}\Z")
_KIND: Final = re.compile(
    "^(?:محافظة|محافظه|مُحافظة|مدينة|مدينه|بلدة|قرية|قضاء|ناحية|منطقة|مديرية|بلدية|ولاية|منطقه)\\s+(?=\\S{3,})"
)
_MARKS: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0640]")
_BRACKETS: Final = re.compile(r"\s*\(([^()]*)\)\s*")


def arabic_names(names: Iterable[str]) -> tuple[str, ...]:
    """Give the Arabic names, each once and without a kind word before it, in the order given.

    What stands in brackets is a second name: "عين العرب (كوباني)".
    """
    kept: dict[str, None] = {}
    for name in names:
        for part in _parts(_MARKS.sub("", name)):
            plain = " ".join(part.split())
            if plain and _ARABIC.match(plain) and "(" not in plain and ")" not in plain:
                kept.setdefault(_KIND.sub("", plain))
    return tuple(kept)


def latin_names(names: Iterable[str]) -> tuple[str, ...]:
    """Give the names in Latin letters, each once; codes and links are left out."""
    kept: dict[str, None] = {}
    for name in names:
        plain = " ".join(name.split())
        if _LATIN.match(plain) and not plain.isupper():
            kept.setdefault(plain)
    return tuple(kept)


def _parts(name: str) -> tuple[str, ...]:
    if "(" not in name:
        return (name,)
    return (_BRACKETS.sub(" ", name), *_BRACKETS.findall(name))
