"""The place that "in this quarter", "in that village" takes up: the last one told of that kind; the pair that "the two towns" takes up.

In: an article tagged, and the places told so far. Out: where a clause without a place of its own is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from waqai.code.act.told import Where
from waqai.code.clause.cut import Clause
from waqai.lexicon.entry import Kind
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import ENDS, THIS
from waqai.tag.place.find import PlacePhrase
from waqai.tag.tagged import Tagged

_IN: Final = "ب"
_AREA: Final = "place_kind.area"
"""A word for a place of any size, which may also mean the whole theatre of a war."""


def find_this(tagged: Tagged) -> list[tuple[int, str]]:
    """Find the tokens of "this quarter", each with the precision of such a place."""
    texts, streets = tagged.words.texts, tables()["phrases"]["streets"]  # "the streets |of the quarter|" take it up too
    return [
        (hit.first, reading.entry.cls if reading.entry.id != _AREA else _AREA)
        for hit, reading in tagged.words.by_kind[Kind.PLACE_KIND]
        if reading.form.definite
        and reading.form.number == "sg"
        and hit.first
        and (texts[hit.first - 1].removeprefix(_IN) in THIS or texts[hit.first - 1] in streets)
    ]


def this_place(these: Sequence[tuple[int, str]], first: int, last: int, told: Iterable[Where]) -> Where | None:
    """Give the last place told of the kind that tokens ``[first, last)`` take up."""
    kind = next((cls for at, cls in these if first <= at < last), None)
    return None if kind is None else next((w for w in told if w.value.precision == kind), None)


def taken_up(
    these: Sequence[tuple[int, str]], row: Sequence[Chunk], clause: Clause, told: Iterable[Where], *, hurt: bool
) -> list[Where]:
    """Give the place that "in this quarter" takes up in a clause, if any; "in this area" only where somebody was hurt there."""
    if not these:
        return []
    first, last = row[clause.lo].first, row[clause.hi - 1].last
    if any(first <= at < last and kind == _AREA for at, kind in these):
        near = next(iter(told), None) if hurt else None
        return [near] if near is not None and not near.is_coarse and _is_just_told(row, near.at, clause.lo) else []
    where = this_place(these, first, last, told)
    return [where] if where is not None else []


def _is_just_told(row: Sequence[Chunk], at: int, lo: int) -> bool:
    """Tell whether a place stands in the sentence before a clause, or in its own, so that "this area" can be no other."""
    return at < lo and sum(chunk.sort is Sort.STOP and chunk.text in ENDS for chunk in row[at:lo]) <= 1


def pair_before(tagged: Tagged, clause: Clause) -> list[tuple[int, PlacePhrase]]:
    """Give the last two places named together before a clause, in its sentence or the two before: "advanced towards the areas of A and B … freed |the two areas|"."""
    lo = tagged.sentences[max(0, clause.sentence - _BACK)].lo
    named = [
        (k, m) for k in range(lo, clause.lo) if isinstance(m := tagged.row[k].mention, PlacePhrase) and m.list_id >= 0
    ]
    last = [(k, m) for k, m in named if m.list_id == named[-1][1].list_id]
    return last if len(last) == _PAIR else []


_BACK: Final = 2
_PAIR: Final = 2
