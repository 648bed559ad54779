"""When an act was: the date phrases of one article resolved, and what an act without a day word takes.

An act's own day word comes first, then the day its paragraph goes on about, then the day of the lead
(``approx`` when the text has none: the news cycle, codebook section 3). A page without a publication
date and without a day word leaves the day open; it is never invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from waqai.code.story import Act, When
from waqai.tag.date_anchor import Anchor, latest_fixed_day, read_facts
from waqai.tag.date_page import page_day
from waqai.tag.date_resolve import resolve_mention
from waqai.tag.dates import DateMention
from waqai.tag.tagged import Tagged
from waqai.values.date import DatePrecision, DateValue

_OLDEST = timedelta(days=366)
"""Acts older than twelve months before publication are no incidents (section 1)."""
_LEAD_BLOCKS = 3
_NEWS_CYCLE = timedelta(days=4)


@dataclass(slots=True)
class Calendar:
    """The days of one article."""

    tagged: Tagged
    anchor: Anchor
    lead: When | None = None

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
        calendar.lead = calendar._lead()
        return calendar

    def when(self, at: int, mention: DateMention) -> When | None:
        """Resolve one date phrase; ``None`` when it dates no act."""
        if mention.is_trend or mention.is_plan:
            return None
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
        """Find the first day word of headline and lead that names a day of this news cycle."""
        day = self.anchor.published
        for sentence in self.tagged.sentences:
            if sentence.block > _LEAD_BLOCKS:
                break
            for at in range(sentence.lo, sentence.hi):
                mention = self.tagged.row[at].mention
                if isinstance(mention, DateMention):
                    when = self.when(at, mention)
                    if when is not None and self._is_news(when.value, day):
                        return When(at, when.value, "date.lead")
        return None

    def _is_news(self, value: DateValue, day: date | None) -> bool:
        if value.start is None or value.end is None or value.start != value.end or day is None:
            return False
        return abs(day - value.end) <= _NEWS_CYCLE
