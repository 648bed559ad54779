"""Names as sources give them, made fit for a gazetteer: Arabic ones only, without their kind word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_ARABIC: Final = re.compile(r"[\u0621-\u063a\u0640-\u0652\u0670\u0671\s\-'’]+\Z")
"""Letters and marks of Arabic alone: sources keep Persian, Kurdish and Urdu names in the same list."""
_KIND: Final = re.compile(
    "^(?:محافظة|محافظه|مُحافظة|مدينة|مدينه|بلدة|قرية|قضاء|ناحية|منطقة|مديرية|بلدية|ولاية|منطقه)\\s+(?=\\S{3,})"
)
_MARKS: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0640]")


def arabic_names(names: Iterable[str]) -> tuple[str, ...]:
    """Give the Arabic names, each once and without a kind word before it, in the order given."""
    kept: dict[str, None] = {}
    for name in names:
        plain = " ".join(_MARKS.sub("", name).split())
        if plain and _ARABIC.match(plain):
            kept.setdefault(_KIND.sub("", plain))
    return tuple(kept)
