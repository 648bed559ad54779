"""When an act was: the date phrases of one article resolved, and what an act without a day word takes.

An act's own day word comes first, then the day its paragraph goes on about, then the day of the lead
(``approx`` when the text has none: the news cycle, codebook section 3). A page without a publication
date and without a day word leaves the day open; it is never invented.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, Self

import msgspec

from waqai.code.act import Draft
from waqai.code.told import SAID, Act, When
from waqai.lexicon.entry import Kind
from waqai.tag.chunks import Chunk, Sort
from waqai.tag.date_anchor import Anchor, latest_fixed_day, read_facts
from waqai.tag.date_expression import CalendarDay, Open
from waqai.tag.date_page import page_day
from waqai.tag.date_resolve import resolve_mention
from waqai.tag.dates import DateMention
from waqai.tag.tagged import Tagged
from waqai.values.date import DatePrecision, DateValue

_OLDEST = timedelta(days=366)
"""Acts older than twelve months before publication are no incidents (section 1)."""
_FEW_DAYS = 2
_LEAD_BLOCKS = 3
_LEAD_SENTENCES = 3
"""Sentences of the body whose day is the article's: newspapers print a page as one paragraph."""
_NEWS_CYCLE = timedelta(days=4)


@dataclass(slots=True)
class Calendar:
    """The days of one article."""

    tagged: Tagged
    anchor: Anchor
    lead: When | None = None
    spoken: frozenset[int] = frozenset()
    """Chunks of days on which something was said ("said on Sunday that"): they date no act (ruling 22)."""
    known: dict[int, When | None] = field(default_factory=dict)
    said: dict[int, When] = field(default_factory=dict)
    """Sentence → the day on which it was said."""

    @classmethod
    def of(cls, tagged: Tagged) -> Self:
        """Prepare the days of an article: its own day, what its text fixes, and the day of its lead."""
        facts = read_facts(tagged.words)
        fixed, _ = latest_fixed_day(tagged.dates, facts)
        page = (
            page_day(tagged.words, tagged.dates, tagged.article.published, facts=facts)
            if tagged.article.published
            else None
        )
        published = page.day if page is not None else tagged.article.published
        calendar = cls(tagged, Anchor(published=published, fixed=fixed, facts=facts))
        calendar.spoken = frozenset(at for at in _spoken(tagged) if calendar._is_news_day(at))
        calendar.said = calendar._said()
        calendar.lead = calendar._lead()
        return calendar

    def when(self, at: int, mention: DateMention) -> When | None:
        """Resolve the date phrase of chunk ``at``, once; ``None`` when it dates no act."""
        if at not in self.known:
            self.known[at] = self._when(at, mention)
        return self.known[at]

    def _when(self, at: int, mention: DateMention) -> When | None:
        if mention.is_trend or mention.is_plan or at in self.spoken or self._is_name(mention):
            return None
        return self._resolved(at, mention)

    def _is_name(self, mention: DateMention) -> bool:
        """Tell whether a day is the name of a place: "the 22 May palace"."""
        before = mention.first - 1
        if not isinstance(mention.expression, CalendarDay):
            return False
        return any(
            hit.last == mention.first and any(r.entry.kind is Kind.PLACE_KIND for r in hit.readings)
            for hit in self.tagged.words.by_first.get(before, ())
        )

    def _resolved(self, at: int, mention: DateMention) -> When | None:
        value = resolve_mention(mention, self.anchor)
        if not value.is_known:
            return None
        return When(at, value, f"date.{type(mention.expression).__name__.lower()}")

    @property
    def news(self) -> DateValue | None:
        """The day of acts without a day word: the lead's, else the page's."""
        if self.lead is not None:
            return self.lead.value
        return DateValue.on(self.anchor.published, DatePrecision.APPROX) if self.anchor.published is not None else None

    def settle(self, act: Act) -> When:
        """Give the day of an act, inferred where its own words have none."""
        if act.when is not None:
            return act.when
        for draft in act.drafts:
            if not draft.clause.headline and (said := self.said.get(draft.clause.sentence)) is not None:
                return said
        if self.lead is not None and not any(d.clause.background for d in act.drafts):
            return self.lead
        day = self.anchor.published
        if day is None:
            return When(None, DateValue(), "date.open")
        return When(None, DateValue.on(day, DatePrecision.APPROX), "date.published")

    def is_too_old(self, value: DateValue) -> bool:
        """Tell whether the act is older than twelve months before publication."""
        day = self.anchor.published or self.anchor.fixed
        return day is not None and value.end is not None and day - value.end > _OLDEST

    def _lead(self) -> When | None:
        """Find the day word of headline and first sentences that names a day of this news cycle; else the day of a saying."""
        day = self.anchor.published
        body = 0
        for n, sentence in enumerate(self.tagged.sentences):
            body += not sentence.headline
            if sentence.block > _LEAD_BLOCKS or body > _LEAD_SENTENCES:
                break
            for at in range(sentence.lo, sentence.hi):
                mention = self.tagged.row[at].mention
                if isinstance(mention, DateMention) and (when := self.when(at, mention)) is not None:
                    if self._is_news(when.value, day):
                        return When(at, when.value, "date.lead")
            if n in self.said:
                return self.said[n]
        return None

    def _said(self) -> dict[int, When]:
        """Find the sentences that name the day of their saying."""
        found: dict[int, When] = {}
        for n, sentence in enumerate(self.tagged.sentences):
            for at in range(sentence.lo, sentence.hi):
                mention = self.tagged.row[at].mention
                if at in self.spoken and isinstance(mention, DateMention):
                    when = self._resolved(at, mention)
                    if when is not None and n not in found:
                        value = msgspec.structs.replace(when.value, precision=DatePrecision.APPROX)
                        found[n] = When(at, value, SAID)
        return found

    def _is_news_day(self, at: int) -> bool:
        mention = self.tagged.row[at].mention
        assert isinstance(mention, DateMention)
        when = self._resolved(at, mention)
        return when is not None and self._is_news(when.value, self.anchor.published)

    def _is_news(self, value: DateValue, day: date | None) -> bool:
        if value.start is None or value.end is None or value.start != value.end or day is None:
            return False
        return abs(day - value.end) <= _NEWS_CYCLE


def names_a_year(tagged: Tagged, draft: Draft) -> bool:
    """Tell whether a clause dates its act by a year, or since a year: more than the month that section 1 allows."""
    row, tokens, clause = tagged.row, tagged.words.tokens, draft.clause
    dates = [(k, m) for k, m in draft.dates if not (m.first and tokens[m.first - 1].text in _BORN)]
    if dates:
        return all(isinstance(m.expression, Open) and _is_of_act(tagged, draft, k, m) for k, m in dates)
    sentence = tagged.sentences[clause.sentence]
    first = row[clause.lo - 1].last if clause.lo > sentence.lo else sentence.first
    return any(
        tokens[n - 1].text in _IN_A_YEAR and _YEAR.fullmatch(tokens[n].text) and tokens[n - 2].text not in _BORN
        for n in range(first + 1, row[clause.hi - 1].last)
    )


def _is_of_act(tagged: Tagged, draft: Draft, at: int, mention: DateMention) -> bool:
    """Tell whether "years ago" says when the act was, and not, behind a dash or a full stop, something about those it hit."""
    assert isinstance(mention.expression, Open)
    if mention.expression.year is not None or draft.method is None:
        return True
    between = tagged.row[draft.method.at + 1 : at]
    return not any(c.sort is Sort.STOP and tagged.words.tokens[c.first].text not in "،," for c in between)


_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_BORN: Final = frozenset({"مواليد", "المواليد", "تولد", "ولد", "ولدت"})
"""Words behind which a year is that of a victim's birth."""
_IN_A_YEAR: Final = frozenset({"في", "عام", "العام", "سنه", "لعام", "بعام", "منذ", "خلال", "وفي"})


def _spoken(tagged: Tagged) -> frozenset[int]:
    """Find the days that stand between a verb of saying and its "that"."""
    row, found = tagged.row, set()
    for sentence in tagged.sentences:
        said = False
        for k in range(sentence.lo, sentence.hi):
            chunk = row[k]
            source = chunk.reading(Kind.SOURCE)
            if source is not None and source.entry.cls == "verb":
                said = True
            elif said and _tells(chunk):
                said = False
            elif said and chunk.sort is Sort.DATE and _that_follows(tagged, k, sentence.hi):
                found.add(k)
    return frozenset(found)


def _that_follows(tagged: Tagged, k: int, hi: int) -> bool:
    row, tokens = tagged.row, tagged.words.tokens
    stop = next((row[j].first for j in range(k + 1, hi) if _tells(row[j])), row[hi - 1].last)
    return any(tokens[n].text in _THAT for n in range(row[k].last, stop))


def _tells(chunk: Chunk) -> bool:
    return chunk.reading(Kind.TRIGGER) is not None or chunk.reading(Kind.HARM) is not None


_THAT: Final = frozenset({"ان", "انه", "انها", "انهم", "انهما", "بان", "بانه", "بانها", "بانهم"})


def lie_apart(one: DateValue, other: DateValue) -> bool:
    """Tell whether two known days, or stretches of days, have none in common."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.end < other.start or other.end < one.start


def ends_now(when: When) -> bool:
    """Tell whether it is a stretch like "since yesterday", which says nothing of the next act's day."""
    value = when.value
    if value.start is None or value.end is None or value.precision is not DatePrecision.APPROX:
        return False
    return 0 < (value.end - value.start).days <= _FEW_DAYS
