"""Near-copies: a short signature of a story's words, and how much of two stories' wording is shared.

Ten reprints of one dispatch are not ten witnesses. A signature is a MinHash over the story's folded runs of
words: the share of slots in which two signatures agree estimates the share of runs that the stories have in
common (Broder 1997, "On the resemblance and containment of documents").
"""

from __future__ import annotations

import re
from struct import Struct
from typing import Final

from rensa import RMinHash

from waqai.errors import InputError
from waqai.text.fold import fold_letters

_RUN: Final = 3
"""Words in a run: two are too common in formulaic news, four break at every changed word."""
_SLOTS: Final = 128
"""The estimate's standard error is at most 1/(2·√slots), that is 0.044."""
_SLOT_DIGITS: Final = 4
"""Hex digits kept of a slot: two different runs agree by chance once in 65,536."""
_PACKED: Final = Struct(f">{_SLOTS}H")
_SEED: Final = 1
_VERSION: Final = f"{RMinHash.ALGORITHM_VERSION:02x}"
"""Stands before the slots: signatures of different algorithms must not be compared."""
_WORD: Final = re.compile(r"\w+")


def signature(text: str) -> str:
    """Give the signature of a text in hex; an empty string when it has no words.

    Diacritics, letter forms and punctuation do not change it.
    """
    words = _WORD.findall(fold_letters(text))
    if not words:
        return ""
    hashed = RMinHash(_SLOTS, _SEED)
    hashed.update([" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))])
    return _VERSION + _PACKED.pack(*(slot & 0xFFFF for slot in hashed.digest())).hex()


def resemblance(a: str, b: str) -> float:
    """Estimate the share of runs of words that two texts have in common, from their signatures; 0 to 1.

    Raises: InputError when the signatures were made by different versions or are none.
    """
    if not a or not b:
        return 0.0
    if len(a) != len(b) or a[:2] != b[:2]:
        raise InputError("these signatures were made by different versions: code both articles again")
    slots = range(2, len(a), _SLOT_DIGITS)
    return sum(a[i : i + _SLOT_DIGITS] == b[i : i + _SLOT_DIGITS] for i in slots) / len(slots)
