"""What goes on with a running total, and lists that break one down: "this brings to 97 the strikes since January. - First month: 3 strikes …" (section 1).

In: the row of chunks and the drafts of the text in order. The lines of such a list are marked as total.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.clause.ahead import brings_to
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.values.place import PlacePrecision

_TOTAL: Final = "total"
_JOINT: Final = "joint"
_SINCE: Final = frozenset({"since", "since_start", "total"})
_DASH: Final = "-"


def mark_breakdowns(row: Sequence[Chunk], drafts: Sequence[Draft]) -> None:
    """Mark the dashed lines behind a total, until a paragraph tells something by itself, and what its own sentence adds."""
    adds_up = False
    counted = summed = -_NEXT - 1
    dead: dict[int, str] = {}
    for before, draft in zip([None, *drafts], drafts, strict=False):
        marks, lo, sentence = draft.marks, draft.clause.lo, draft.clause.sentence
        harm, places = draft.harm, draft.places
        toll = bool(harm) and not places
        if toll and before is not None and _goes_on(row, before, draft):
            marks[_TOTAL] = lo
        if toll and draft.method is None and (_is_of_a_day(row, draft) or _is_of_a_war(draft)):
            marks[_TOTAL] = lo
        if toll and before is not None and _ends_in_total(before, draft) and not _adds(row, draft):
            before.marks[_TOTAL] = before.clause.lo
        if _RISES in marks and _counts_all(draft, dead):
            marks[_TOTAL] = lo
        elif harm and places and not draft.clause.headline:
            dead.update(
                (n, draft.places[0][1].name) for n in _killed(draft) if draft.places[0][1].name not in dead.values()
            )
        if (draft.count or 0) >= _ATTACKS:
            counted = sentence
        elif toll and sentence - counted <= _NEXT and not draft.names_a_day:
            marks[_TOTAL] = lo
        if len(places) > 1 and sentence - summed <= _NEXT and _is_of_provinces(draft):
            marks[_TOTAL] = lo
        if _TOTAL in marks:
            summed = sentence
        if _sums_up(draft):
            adds_up = not _lists_a_day(row, draft)
        elif adds_up and is_dashed(row, lo):
            marks[_TOTAL] = lo
        elif adds_up and draft.method is not None and (draft.places or draft.names_a_day):
            adds_up = False


def _counts_all(draft: Draft, dead: dict[int, str]) -> bool:
    """Tell whether a rising toll is of the acts told one by one, by number and place: "one died in A. Three in B. |Thus the toll rises to 13|"."""
    return len(dead) > 1 and not draft.places and max(_killed(draft), default=0) >= sum(dead)


def _killed(draft: Draft) -> list[int]:
    return [h.count.min for h in draft.harm if h.kind == _KILLED and h.count.min]


_KILLED: Final = "killed"
_NEXT: Final = 1
_ATTACKS: Final = 100
"""So many acts are of months: "answered |655 attacks|, in which 130 were killed, |while| they rescued 345 who were hurt"."""


def _is_of_provinces(draft: Draft) -> bool:
    """Tell whether so many fell in so wide a land that it is the toll of months, of which the sentence before gives the sum: "2,900 of them in the provinces of A, B and C"."""
    wide = all(place.precision in _WIDE for _, place in draft.places)
    return wide and not draft.names_a_day and any((h.count.min or 0) >= _OF_MONTHS for h in draft.harm)


_WIDE: Final = frozenset({PlacePrecision.GOVERNORATE, PlacePrecision.COUNTRYSIDE})
_OF_MONTHS: Final = 50


def _is_of_a_war(draft: Draft) -> bool:
    """Tell whether so many are counted that no act of one day killed them: "|3,042 dead of X and Y|" over what the next paragraph sums up."""
    return max(_killed(draft), default=0) >= _OF_A_WAR and not draft.names_a_day


_OF_A_WAR: Final = 1000


def _is_of_a_day(row: Sequence[Chunk], draft: Draft) -> bool:
    """Tell whether the dead of a day are summed up, wherever they fell: "the number of |the martyrs of today| came to 64"."""
    for k, mention in draft.dates:
        dead = row[k - 1].reading(Kind.HARM) if k > draft.clause.lo and not row[k].gap and not row[k].prep else None
        if dead is not None and dead.entry.cls == _COUNTED and dead.form.number == "pl" and mention.has_day_word:
            return row[k - 2].sort is not Sort.NUMBER if k - 2 >= draft.clause.lo else True
    return False


_COUNTED: Final = "headcount"


def _goes_on(row: Sequence[Chunk], before: Draft, draft: Draft) -> bool:
    """Tell whether a clause with a toll goes on with the total of its sentence: "answered 300 attacks |last year|, |while| 37 persons were rescued"."""
    if draft.clause.sentence != before.clause.sentence:
        return False
    if draft.names_a_day or not (row[draft.clause.lo].joined or draft.opens_with(_JOINT)):
        return False
    of_a_year = "year" in before.marks and bool(before.dates) and before.dates[0][0] == before.clause.lo
    of_a_year = of_a_year and before.method is not None
    return _TOTAL in before.marks or of_a_year or (bool(before.harm) and "since" in before.marks)


def _ends_in_total(before: Draft, draft: Draft) -> bool:
    """Tell whether a toll is summed up only at the end of its sentence: "205 were killed in the attack |and 913 hurt since it began|"."""
    if draft.clause.sentence != before.clause.sentence or not before.harm or _SINCE.isdisjoint(draft.marks):
        return False
    since = min((k for cls, k in draft.marks.items() if cls in _SINCE), default=-1)
    acts = draft.method is not None and draft.method.at < since
    return since >= 0 and not (acts or draft.names_a_day or before.names_a_day)


def _adds(row: Sequence[Chunk], draft: Draft) -> bool:
    """Tell whether a clause adds the toll before it to a sum: "five were killed, |which brings the dead since January to| 45"."""
    lo = draft.clause.lo
    return brings_to(row, lo) or any(
        chunk.particle == _RISES for chunk in row[lo : min(draft.clause.hi, lo + _OPENING)]
    )


_RISES: Final = "rises"
_OPENING: Final = 4
"""Chunks of a clause in which its verb stands."""


def _sums_up(draft: Draft) -> bool:
    """Tell whether a clause gives a total: "since" alone may say how long somebody had followed something."""
    if _TOTAL in draft.marks or ("since" in draft.marks and (draft.harm or draft.count is not None)):
        return True
    return bool(draft.dates) and any(m.is_trend for _, m in draft.dates)


def _lists_a_day(row: Sequence[Chunk], draft: Draft) -> bool:
    """Tell whether a line only announces what a named day brought, item by item: "the network documented on Tuesday the following attacks:"."""
    return draft.names_a_day and not draft.harm and row[draft.clause.hi - 1].text == ":"


def is_dashed(row: Sequence[Chunk], lo: int) -> bool:
    """Tell whether a clause stands in a line that begins with a dash, and not with who tells it: "agencies – …"."""
    k = lo
    while k > 0 and row[k - 1].text != "\n":
        k -= 1
    return row[k].sort is Sort.STOP and row[k].text == _DASH and not row[k].gap
