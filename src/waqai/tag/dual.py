"""Duals that a page tells from plurals by their vowel: "muwātinayn" are two citizens, "muwātinīn" are more.

Folded they are spelt alike, and the lexicon takes them for the plural, which says less. In: words and the folded text. Out: the same
words, with the dual where the vowel is written.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec.structs import replace

from waqai.lexicon.entry import Kind, Reading
from waqai.lexicon.index import Hit
from waqai.lexicon.readings import Readings
from waqai.tag.words import Words
from waqai.text.fold import Folded

_AYN: Final = re.compile("\u0651?\u064e\u0651?\u064a\u0652?\u0646(?![\u0621-\u0652])")
"""A fatha before the last two letters of a word."""
_FATHA: Final = "\u064e"
"""The vowel of the dual: most texts write none."""
_PEOPLE: Final = frozenset({Kind.VICTIM, Kind.HARM})


def with_duals(words: Words, folded: Folded) -> Words:
    """Read people whose ending has the vowel of a dual as two."""
    if _FATHA not in folded.raw:
        return words
    ends = [folded.offsets.folded_span(m.start(), m.end())[1] for m in _AYN.finditer(folded.raw)]
    if not ends:
        return words
    last = {t.end: k + 1 for k, t in enumerate(words.tokens)}
    marked = {last[end] for end in ends if end in last}
    return words.with_hits([_as_dual(hit) if hit.last in marked else hit for hit in words.hits])


def _as_dual(hit: Hit) -> Hit:
    readings = [
        Reading(r.entry, replace(r.form, number="du")) if r.entry.kind in _PEOPLE and r.form.number == "pl" else r
        for r in hit.readings
    ]
    return hit.read_as(Readings(readings))
