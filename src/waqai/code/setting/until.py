"""Acts that last from one day into another: "broke out on Thursday evening |and lasted until Friday morning|" (ruling 9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

import msgspec
from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act, When
from waqai.code.setting.days import Days
from waqai.code.setting.when import Calendar
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.date.expression import Relation
from waqai.tag.date.find import TO_DAY, DateMention
from waqai.tag.date.resolve import resolve_mention
from waqai.tag.tagged import Tagged
from waqai.values.date import DateValue

_LASTS: Final = "lasts"
_NEAR: Final = 6
"""Tokens from "lasted" to "until", and from there to the day."""
_DAYPARTS: Final = frozenset({"daypart", "daypart_adverb"})
_NOON: Final = 12
_EVENING: Final = 18
_LONGEST: Final = timedelta(days=3)
_DAY: Final = timedelta(days=1)


def lasting(tagged: Tagged) -> tuple[int, ...]:
    """Give the tokens of "lasted", "went on"."""
    return tuple(hit.first for hit in tagged.words.particles.get(_LASTS, ()))


def prolong(act: Act | None, draft: Draft, days: Days, lasting: Sequence[int]) -> None:
    """Let an act last until the day that a clause says it went on to; ``lasting`` are the tokens that may say so."""
    when = act.when if act is not None else None
    if act is None or when is None or when.weak or when.runs_to_now or when.at is None:
        return
    if draft.clause.sentence - act.drafts[-1].clause.sentence > 1:
        return
    start = when.value.start
    if start is None or start != when.value.end:
        return
    calendar = days.calendar
    latest = min(start + _LONGEST, calendar.anchor.published or start + _LONGEST)
    for end in _ends(draft, calendar, lasting, when):
        if end.start is not None and start < end.start <= latest:
            act.when = replace(when, value=DateValue(start, end.start, when.value.precision))
            if days.current is not None and days.current.value == when.value:
                days.current = replace(when, value=end)  # what came of it came at its end
            return


def _is_of_act(row: Sequence[Chunk], n: int, to: int) -> bool:
    """Tell whether it is the act that lasted, or nothing is named: not "|the mourning| went on until Saturday"."""
    between = [c for c in row if n < c.first < to]
    return any(c.reading(Kind.TRIGGER) is not None or c.sort is Sort.DATE for c in between)


def _ends(draft: Draft, calendar: Calendar, lasting: Sequence[int], when: When) -> Iterator[DateValue]:
    """Give the days that the clause says something lasted until, for an act of the day ``when``."""
    words, row = calendar.tagged.words, calendar.tagged.row
    lo = draft.clause.lo
    first, last = row[lo - 1].last if lo else 0, row[draft.clause.hi - 1].last
    for n in lasting:
        if not first <= n < last:
            continue
        to = next((i for i in range(n, min(n + _NEAR, last)) if words.texts[i] in TO_DAY), None)
        if to is None or (to > n + 1 and not _is_of_act(row[draft.clause.lo : draft.clause.hi], n, to)):
            continue
        day = next((c.mention for c in row[draft.clause.lo : draft.clause.hi] if to < c.first <= to + _NEAR - 2), None)
        if isinstance(day, DateMention) and day.has_day_word:
            yield resolve_mention(msgspec.structs.replace(day, relation=Relation.ON), calendar.anchor)
        elif when.value.end is not None and when.at is not None and _begins_late(row[when.at].mention):
            if _is_morning(calendar, to + 1):
                yield DateValue.on(when.value.end + _DAY)


def _begins_late(day: object) -> bool:
    return isinstance(day, DateMention) and (day.daypart or 0) >= _EVENING


def _is_morning(calendar: Calendar, at: int) -> bool:
    """Tell whether "dawn", "the first hours of morning" stands at a token."""
    words = calendar.tagged.words
    for i in range(at, min(at + 2, len(words.texts))):
        found = words.reading(i, (Kind.TIME,))
        if found is not None and found[1].entry.cls in _DAYPARTS:
            return (found[1].entry.value or 0) < _NOON
    return False
