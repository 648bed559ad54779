"""Citations in the middle of a sentence set behind the rest of it: "X shelled, |according to a local source|, the town of A".

Who told it parts the words of the act where it stands between them; at the end of the sentence, where the press sets it as often, it
parts nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.words import Words

_LONGEST: Final = 5
"""Chunks between the commas around a citation at most."""
_AROUND: Final = {",": ",", "-": "-", "(": ")"}
_ACCORDING: Final = "preposition"


def cited_at(words: Words) -> list[int]:
    """Give the tokens at which "according to" stands."""
    return [hit.first for hit, reading in words.by_kind[Kind.SOURCE] if reading.entry.cls == _ACCORDING]


def set_citations_back(row: list[Chunk], lo: int, hi: int) -> None:
    """Move the citations between commas within chunks ``[lo, hi)`` to their end, in their order."""
    rest: list[Chunk] = []
    moved: list[Chunk] = []
    k = lo
    while k < hi:
        end = _end(row, k, hi) if lo < k < hi - 2 else k
        if end > k:
            after = row[end + 1]
            (rest if after.joined or after.particle else moved).append(row[end])
            moved += row[k:end]
            k = end + 1
        else:
            rest.append(row[k])
            k += 1
    if moved:
        last = len(rest) - (rest[-1].sort is Sort.STOP)
        row[lo:hi] = [*rest[:last], *moved, *rest[last:]]


def _end(row: Sequence[Chunk], k: int, hi: int) -> int:
    """Give the stop that ends the citation which begins behind the stop ``k``, with something of the sentence behind it; ``k`` where there is none."""
    if row[k].sort is not Sort.STOP or row[k + 1].gap or row[k + 1].entry(Kind.SOURCE).cls != _ACCORDING:
        return k
    closes = _AROUND.get(row[k].text)
    for j in range(k + 2, min(k + 2 + _LONGEST, hi - 1)):
        if row[j].sort is Sort.STOP:
            ends = row[j].text != closes or row[j + 1].sort is Sort.STOP or _is_when_said(row, k, j, hi)
            return k if ends else j
        if row[j].tells:
            return k
    return k


def _is_when_said(row: Sequence[Chunk], k: int, end: int, hi: int) -> bool:
    """Tell whether nothing but the day on which it was said stands behind a citation: "…, as the monitor said|, on Thursday|"."""
    return ends_with_day(row, end, hi) and any(chunk.entry(Kind.SOURCE).cls == _VERB for chunk in row[k + 1 : end])


_VERB: Final = "verb"


def ends_with_day(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether nothing but a day stands between chunk ``k`` and the next stop."""
    if k + 1 >= hi or row[k + 1].sort is not Sort.DATE:
        return False
    return k + 2 >= hi or row[k + 2].sort is Sort.STOP
