"""Days that are told by the way, in a clause that tells no act or only what the next is counted from, and date nothing that follows."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import NEWS_CYCLE, When
from waqai.code.setting.when import COUNTED, Calendar, as_said
from waqai.lexicon.entry import Kind
from waqai.tag.actor.camps import tables
from waqai.tag.date.expression import Ago, CalendarMonth, Past
from waqai.tag.date.find import DateMention
from waqai.tag.tagged import Tagged
from waqai.values.date import DateValue


def is_of_nothing(draft: Draft, found: When) -> bool:
    """Tell whether a day is counted back from the report's in a clause that tells no act: "said that they had come |three days ago|"."""
    if draft.method is not None or found.at is None:
        return False
    return any(k == found.at and isinstance(m.expression, Ago) for k, m in draft.dates)


def is_of_plan(draft: Draft, act_at: int, at: int, mention: DateMention) -> bool:
    """Tell whether a month at ``at``, behind the act, is that of what is planned: "as a force |is to come| at the end of the month"."""
    return isinstance(mention.expression, CalendarMonth) and act_at < draft.marks.get("plan", -1) < at


def is_counted_from(tagged: Tagged, draft: Draft, found: When) -> bool:
    """Tell whether the day is that of an act which a sentence only counts from at its head: "|a day after fire on A|, X raided B"."""
    sentence = tagged.sentences[draft.clause.sentence]
    if found.at is None or found.at > sentence.lo + 1 or draft.clause.hi >= sentence.hi:
        return False
    return any(at == found.at and mention.is_of_act_behind for at, mention in draft.dates)


def is_past(draft: Draft, found: When) -> bool:
    """Tell whether the day of a clause is a stretch that ends with the report: "over the past days", not "since yesterday"."""
    return any(k == found.at and isinstance(m.expression, Past) for k, m in draft.dates)


def is_of_relative(tagged: Tagged, draft: Draft, found: When, news: DateValue | None) -> bool:
    """Tell whether an old day is that of what a relative clause says of something: "the areas |from which X shelled the town last Sunday|. Y beat off …"."""
    end = found.value.end
    if found.at is None or news is None or news.start is None or end is None:
        return False
    if not NEWS_CYCLE < news.start - end <= _LATELY:
        return False
    texts, row = tagged.words.texts, tagged.row
    lo, first = row[tagged.sentences[draft.clause.sentence].lo].first + _OPENS, row[found.at].first
    relatives = tables()["phrases"]["which"]
    which = next((i for i in range(first - 1, max(lo, first - _NEAR), -1) if texts[i] in relatives), None)
    return which is not None and (draft.method is None or row[draft.method.at].first > which)


def but_said(calendar: Calendar, draft: Draft, days: list[When]) -> list[When]:
    """Let a day ahead of "after" an act be no later than that act: "ordered |on Saturday| … after the killing of five"."""
    at = draft.method.at if draft.method is not None else -1
    if at not in calendar.landmarks:
        return days
    told = calendar.tagged.row[draft.clause.lo : at]
    if any(Kind.HARM in chunk.senses for chunk in told):
        return days
    return [as_said(w) if w.at is not None and w.at < at and w.rule != COUNTED else w for w in days]


_LATELY: Final = timedelta(days=14)
"""What lies farther back is what its page is about, or history."""
_OPENS: Final = 2
"""Tokens of a sentence ahead of which nothing is that a relative clause could be about."""
_NEAR: Final = 20
"""Tokens from "which" to the day."""
