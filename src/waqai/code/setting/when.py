"""When an act was: the date phrases of one article resolved, and what an act without a day word takes.

An act's own day word comes first, then the day its paragraph goes on about, then the day of the lead
(``approx`` when the text has none: the news cycle, codebook section 3). A page without a publication
date and without a day word leaves the day open; it is never invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, Self

import msgspec
from msgspec.structs import replace

from waqai.code.act.release_day import is_of_arrest
from waqai.code.act.told import NEWS_CYCLE, Act, When
from waqai.code.deed.refine import OPEN
from waqai.code.family import FAMILY
from waqai.code.setting.dateline import is_label
from waqai.code.setting.is_what import WHICH, is_of_what
from waqai.code.setting.links import afters_of, is_since, landmarks_of
from waqai.code.setting.said import spoken_days, sums_up
from waqai.lexicon.entry import Kind
from waqai.tag.date.anchor import Anchor, latest_fixed_day, read_facts
from waqai.tag.date.expression import CalendarDay, LastNight, Shift, Today, Weekday
from waqai.tag.date.find import DateMention
from waqai.tag.date.page import own_day
from waqai.tag.date.resolve import resolve_mention
from waqai.tag.tagged import Sentence, Tagged
from waqai.values.date import DatePrecision, DateValue

_OLDEST = timedelta(days=366)
"""Acts older than twelve months before publication are no incidents (section 1)."""
_LEAD_BLOCKS = 3
SAID: Final = "date.said"
_DAY: Final = timedelta(days=1)
COUNTED: Final = "date.counted_from_the_day_told"
_HEADER = 16
"""Tokens up to which a line that tells no act may date the page: "news of Sunday 2 October"."""
_NIGHT = 21


class Calendar(msgspec.Struct):
    """The days of one article."""

    tagged: Tagged
    anchor: Anchor
    lead: When | None = None
    days: tuple[int, ...] = ()  # chunks of dates
    landmarks: tuple[int, ...] = ()
    """Chunks of earlier acts that others are told after (``landmarks_of``)."""
    afters: frozenset[int] = frozenset()
    says_yesterday: bool = False
    """Whether the page calls the day before it "yesterday"."""
    lead_tells: frozenset[str] = frozenset()
    """Families of acts that the sentence of the lead's day can be telling."""
    spoken: frozenset[int] = frozenset()
    """Chunks of days on which something was said ("said on Sunday that"): they date an act that nothing else dates (ruling 22)."""

    @classmethod
    def of(cls, tagged: Tagged) -> Self:
        """Prepare the days of an article: its own day, what its text fixes, and the day of its lead."""
        facts = read_facts(tagged.words)
        fixed, _ = latest_fixed_day(tagged.dates, facts)
        told = tagged.story_dates
        published = own_day(tagged.words, tagged.dates, tagged.article.published, facts=facts, told=told)
        calendar = cls(tagged, Anchor(published=published, fixed=fixed, facts=facts))
        calendar.days = tuple(sorted(k for k in {tagged.chunk_at(m.first) for m in told} if k >= 0))
        calendar.landmarks = landmarks_of(tagged)
        calendar.afters = afters_of(tagged)
        calendar.says_yesterday = any(
            isinstance(m.expression, Today) and m.expression.offset == -1 for m in tagged.dates
        )
        calendar.spoken = frozenset(at for at in spoken_days(tagged, calendar.days) if calendar._is_news_day(at))
        calendar.lead = calendar._lead()
        return calendar

    def when(self, at: int, mention: DateMention, told: When | None = None, family: str = "") -> When | None:
        """Resolve the date phrase of chunk ``at``, ``told`` the day told before it; ``None`` when it dates no act.

        ``family`` is that of the act which its clause tells.
        """
        if mention.is_trend or mention.is_plan or self._is_name(mention):
            return None
        if mention.is_of_day_told:
            lead = self.lead if self.says_yesterday or not mention.runs_to_now else None
            return self._of_day_told(at, mention, told or lead or self.published)
        when = self._resolved(at, mention, told)
        if when is not None and at in self.spoken:
            return self._said(when, family)
        if when is not None and mention.runs_to_now:
            return replace(when, runs_to_now=True)
        return replace(when, is_aside=True) if when is not None and self._is_aside(when, mention) else when

    def dates_act(self, at: int, mention: DateMention) -> bool:
        """Tell whether a date phrase is of an act, and not of a saying alone."""
        when = self.when(at, mention)
        return when is not None and not when.weak

    def _of_day_told(self, at: int, mention: DateMention, told: When | None) -> When | None:
        """Count "on the next day" from the day told, and let "at dawn" be a part of it."""
        if mention.is_daypart_only:
            if told is None or told.at is None:
                return self._resolved(at, mention)
            return When(at, told.value, "date.part_of_the_day_told", weak=told.weak)
        if told is None or told.value.start is None or told.value.start != told.value.end:
            return None
        value = resolve_mention(mention, msgspec.structs.replace(self.anchor, told=told.value.start))
        return When(at, value, COUNTED, weak=told.weak)

    def _said(self, when: When, family: str) -> When:
        """Give the day of a saying, or that of the lead where the saying came after it and tells the like of it."""
        lead = self.lead
        if lead is not None and lead.value.end is not None and when.value.start is not None:
            like = not family or family in self.lead_tells
            if lead.value.end < when.value.start and like:
                return lead
        return as_said(when)

    def _is_aside(self, when: When, mention: DateMention) -> bool:
        """Tell whether a day is a night's, or stands in a relative clause, or is a week or month of late."""
        if mention.daypart is not None and mention.daypart >= _NIGHT:
            return True
        if when.value.precision in (DatePrecision.WEEK, DatePrecision.MONTH) and not self.is_too_old(when.value):
            return True
        return is_of_what(self.tagged.words.texts, mention.first)

    def _is_name(self, mention: DateMention) -> bool:
        """Tell whether a day is the name of a place ("the 22 May palace") or pact, or that of a loss to be made good ("lost two days ago")."""
        before, texts = mention.first - 1, self.tagged.words.texts
        if not isinstance(mention.expression, CalendarDay):
            return before >= 0 and (texts[before] in _LOST or is_since(texts, mention.first))
        return is_label(texts, mention) or any(
            hit.last == mention.first and Kind.PLACE_KIND in hit.readings.senses
            for hit in self.tagged.words.by_first.get(before, ())
        )

    def _resolved(self, at: int, mention: DateMention, told: When | None = None) -> When | None:
        value = resolve_mention(mention, self._anchor_of(mention, told))
        if not value.is_known:
            return None
        return When(at, value, f"date.{type(mention.expression).__name__.lower()}")

    def _anchor_of(self, mention: DateMention, told: When | None) -> Anchor:
        """Give the day to count from: the day of the saying for "last night", the page's for all else.

        On a page that tells of yesterday as "yesterday", "last Friday" is none that was yesterday.
        """
        anchor, day = self.anchor, self.anchor.published
        if day is None:
            return anchor
        if isinstance(mention.expression, LastNight) and told is not None and told.rule == SAID:
            start = told.value.start
            return msgspec.structs.replace(anchor, published=start) if start is not None and start < day else anchor
        if isinstance(mention.expression, Weekday) and mention.expression.shift is Shift.LAST and self.says_yesterday:
            if (day - _DAY).weekday() == mention.expression.weekday:
                return msgspec.structs.replace(anchor, published=day - _DAY)
        return anchor

    @property
    def published(self) -> When | None:
        """The page's own day, as that of acts without a day word."""
        day = self.anchor.published
        if day is None:
            return None
        return When(None, DateValue.on(day, DatePrecision.APPROX), "date.published", weak=True)

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
        """Find the day word of headline and lead, up to the first sentence that tells an act; else the day of a saying there.

        What stands further down dates its own act: a lead without a day is of the news cycle (section 3).
        """
        said: When | None = None
        for n, sentence in enumerate(self.tagged.sentences):
            if sentence.block > _LEAD_BLOCKS:
                break
            if not self.is_news(n):
                continue
            for at, mention in self._day_words(sentence.lo, sentence.hi):
                when = self._resolved(at, mention)
                if when is None or not self._is_news(when.value, self.anchor.published):
                    continue
                if at not in self.spoken:
                    self.lead_tells = self._families_like(sentence)
                    later = (
                        None if sums_up(self.tagged.row, sentence.lo, sentence.hi) else self._told_later(sentence, when)
                    )
                    return later or When(at, when.value, "date.lead", weak=True)
                said = said or as_said(when)
            if not sentence.headline and self._tells(sentence):
                break
        return said

    def _told_later(self, sentence: Sentence, when: When) -> When | None:
        """Give the day on which the lead's sentence says that it was told, where that is later: what else the page tells is of that news."""
        for at in self.days:
            mention = self.tagged.row[at].mention
            spoken = at in self.spoken and sentence.lo <= at < sentence.hi
            if spoken and isinstance(mention, DateMention) and not mention.is_plan:
                said = self._resolved(at, mention)
                return as_said(said) if said is not None and when.is_shortly_before(said) else None
        return None

    def _families_like(self, sentence: Sentence) -> frozenset[str]:
        """Give the families of the acts that a sentence tells, and of those that may be one with them."""
        told: set[str] = set()
        for chunk in self.tagged.row[sentence.lo : sentence.hi]:
            trigger = chunk.senses.get(Kind.TRIGGER)
            method = (trigger.entry.method or OPEN) if trigger is not None else ""
            if method and not (method == OPEN and Kind.HARM in chunk.senses):
                told |= FAMILY[method].joins
        return frozenset(told)

    def is_news(self, n: int) -> bool:
        """Tell whether a sentence tells an act, or is a line that heads what does: "news of Sunday 2 October"."""
        sentence = self.tagged.sentences[n]
        if self._tells(sentence):
            return True
        ends = sentence.hi > sentence.lo and self.tagged.row[sentence.hi - 1].text == "."
        return not ends and sentence.last - sentence.first <= _HEADER

    def _tells(self, sentence: Sentence) -> bool:
        return any(chunk.tells for chunk in self.tagged.row[sentence.lo : sentence.hi])

    def _day_words(self, lo: int, hi: int) -> Iterator[tuple[int, DateMention]]:
        """Give the words that name one day which is past."""
        told = False
        last = max((day for day in self.days if lo <= day < hi), default=-1)
        for at in range(lo, last + 1):
            chunk = self.tagged.row[at]
            if chunk.tells_of >= 0 or (told and chunk.particle in _ANOTHER and chunk.text not in _NAMELY):
                return  # what a relative clause tells of, or another act told with the first, is not the news
            if told and (at in self.landmarks or self._is_taken_up(at)):
                return  # "raided A in answer to fire on Monday", "arrested a man over the bombing that hit A on Monday"
            told = told or chunk.tells
            mention = self.tagged.row[at].mention
            if (
                isinstance(mention, DateMention)
                and mention.has_day_word
                and not (mention.is_plan or mention.runs_to_now or is_of_arrest(self.tagged.row, lo, at))
            ):
                yield at, mention

    def _is_taken_up(self, at: int) -> bool:
        """Tell whether an act with the article is told of behind "which": it is not what the sentence reports."""
        chunk = self.tagged.row[at]
        trigger = chunk.reading(Kind.TRIGGER)
        if trigger is None or chunk.text[:2] != _THE:
            return False
        return not WHICH.isdisjoint(self.tagged.words.texts[chunk.last : chunk.last + 1])

    def _is_news_day(self, at: int) -> bool:
        mention = self.tagged.row[at].mention
        assert isinstance(mention, DateMention)
        when = self._resolved(at, mention)
        return when is not None and self._is_news(when.value, self.anchor.published)

    def _is_news(self, value: DateValue, day: date | None) -> bool:
        if value.start is None or value.end is None or value.start != value.end or day is None:
            return False
        return abs(day - value.end) <= NEWS_CYCLE


def as_said(when: When) -> When:
    """Give the day of a saying as that of what it tells, until the act's own day is told (ruling 22)."""
    return When(when.at, msgspec.structs.replace(when.value, precision=DatePrecision.APPROX), SAID, weak=True)


_THE: Final = "ال"
_NAMELY: Final = frozenset({"حيث", "اذ"})
"""Joints behind which the news itself is told: "went on advancing, |as| they took A yesterday"."""
_ANOTHER: Final = frozenset({"joint", "rises", "background"})
"""Particles behind which a sentence that has told an act tells another."""
_LOST: Final = frozenset({"فقدتها", "خسرتها", "فقدوها", "خسروها", "فقدها", "خسرها"})
