"""The day of an act as the text hands it on from clause to clause.

A clause's own day word dates its act, and what the story goes on about. A day said amid the story about something else
(background, a relative clause, a night) holds to the end of its sentence; a stretch that runs up to the report hands on nothing.
The day of a saying stands in until the act's own day is told (codebook ruling 22).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.code.act.region import is_frame
from waqai.code.act.told import LOOSE, MONTH, NEWS_CYCLE, Act, When
from waqai.code.clause.cut import Clause
from waqai.code.setting.by_the_way import but_said, is_counted_from, is_of_nothing, is_of_plan, is_of_relative, is_past
from waqai.code.setting.links import TAKES_UP, counts_on, is_explained
from waqai.code.setting.scenes import Scenes, leaves_day
from waqai.code.setting.when import COUNTED, SAID, Calendar
from waqai.lexicon.entry import Pos
from waqai.tag.date.expression import LastNight, Relation
from waqai.tag.date.find import DateMention

CARRIED: Final = "date.carried_on"
_LONG_DAYS: Final = 9
_AT_ONCE: Final = frozenset({"bomb", "raid", "violence", "abduction", "disrupted"})
"""Families of acts that are over in a moment: "since two days" means two days ago."""
_NEAR: Final = 12
"""Tokens between "after" and the day of what it tells."""
_ON: Final = 1
"""Paragraphs behind the one that told a day in which it still holds."""
_FAR: Final = 3
"""Sentences behind the one that told a day up to which it holds in the next paragraph."""


class Days(msgspec.Struct):
    """The days told so far, and those of the clause at hand."""

    calendar: Calendar
    links: dict[int, str] = msgspec.field(default_factory=dict)
    """How sentences hang on the one before (``links_of``)."""
    dates: list[When] = msgspec.field(default_factory=list)
    """The days of the clause at hand, in text order."""
    own: When | None = None
    """The day that the clause at hand puts its act on."""
    current: When | None = None
    """The day that the story goes on about."""
    told: When | None = None
    """The latest day of the story, in whatever paragraph, which "on the next day" counts from."""
    scenes: Scenes = {}
    """The governorate in which each sentence is set."""
    items: bool = False
    """Whether the page is a round-up, whose paragraphs have each a day of its own."""
    at: int = -1
    """The paragraph that told it."""
    sentence: int = -1
    """The sentence that told it."""
    block: int = -1
    opening: int = -1
    """The sentence that opened the paragraph."""
    of_history: bool = False
    """Whether the day was told by a paragraph of background, which hands it on to no other."""
    of_series: bool = False
    """Whether the day was told of several acts in several places, of which the paragraph goes on to tell one by one."""
    stretch: tuple[int, str, When] | None = None
    """A stretch up to now, its sentence and family: "took A and B |in the past days|, and also took C"."""
    aside: tuple[int, When | None] | None = None
    """A sentence that turns aside, and the day to come back to behind it."""

    def read(self, draft: Draft) -> None:
        """Take the days of the next clause."""
        self.turn(draft)
        if not draft.dates:
            self.dates, self.own = [], None
            return
        self.dates = but_said(self.calendar, draft, list(self.resolved(draft)))
        self.own = self._of_act(draft)
        if self.own is not None and self.said is not None and replace(self.said, weak=False).is_within(self.own):
            self.own = None  # "said last night that they attacked A, as strikes grow |this week|"
        found = self.own or self.said
        if found is None:
            return
        if is_of_relative(self.calendar.tagged, draft, found, self.calendar.news):
            self.told = self.told or self.own  # "died of wounds he got |on the 19th|. |On the same day| …"
            return
        if not draft.clause.background:
            self.told = found
        self.stretch = (draft.clause.sentence, draft.family_name, found) if is_past(draft, found) else None
        if (
            not found.runs_to_now
            and self._is_of_story(draft, found)
            and not is_counted_from(self.calendar.tagged, draft, found)
        ):
            frame = is_frame(draft) or is_explained(self.calendar.tagged, draft.clause.sentence)
            amid = draft.clause.background and (draft.clause.sentence != self.opening or self._is_amid(draft))
            by_the_way = amid or found.is_aside or is_of_nothing(draft, found) or self._looks_back(draft, found)
            if not frame and by_the_way and self.aside is None:
                self.aside = draft.clause.sentence, self.current
            series = self.of_series and self.current is not None and self.current.value.start == found.value.start
            self.current, self.of_history, self.at = found, draft.clause.background and not frame, draft.clause.block
            self.sentence = draft.clause.sentence
            if self.aside is None:
                self.of_series = series or (bool(draft.harm) and not draft.places and (draft.count or 1) > 1)

    def _looks_back(self, draft: Draft, found: When) -> bool:
        """Tell whether a day lies so far before what the paragraph goes on about that it is told by the way: "on the 12th two had …".

        What background tells at the head of a paragraph lies before the news.
        """
        goes_on = self.current.value if self.current is not None else None
        if goes_on is None and draft.clause.background:
            goes_on = self.calendar.news
        if goes_on is None or goes_on.start is None or found.value.end is None:
            return False
        return goes_on.start - found.value.end > NEWS_CYCLE

    def turn(self, draft: Draft) -> None:
        """Drop the day that no longer holds: before another matter, behind what was told by the way, an item, or a paragraph of history.

        One end of a paragraph says nothing of days: pages lose their breaks, or set one behind each sentence. Farther down the news has its own.
        """
        clause = draft.clause
        new = clause.block != self.block
        linked = clause.sentence in self.links and self._is_linked(clause)
        if linked or (self.aside is not None and not new and counts_on(draft, self.calendar.tagged)):
            if self.aside is not None:
                self.aside = clause.sentence, self.aside[1]
        elif "apart" in draft.marks:
            goes_on = self.current if self.aside is None else self.aside[1]
            self.current, self.aside = goes_on if self.of_series else None, None
        elif self.aside is not None and clause.sentence != self.aside[0]:
            self.current, self.aside = self.aside[1], None
        elif self.current is not None and self._ends(draft, new=new):
            self.current = None
        if new:
            self.block, self.opening = clause.block, clause.sentence

    def _ends(self, draft: Draft, *, new: bool) -> bool:
        """Tell whether the day told last no longer holds: elsewhere, in another item, behind history, or too far down."""
        clause = draft.clause
        if new and (self.of_history or clause.block - self.at > _ON or (self.items and not draft.opens_with("joint"))):
            return True
        if clause.block > self.at and clause.sentence - self.sentence > _FAR:
            return True
        return leaves_day(self.scenes, self.sentence, clause.sentence, self.current, self.calendar.lead)

    def _is_linked(self, clause: Clause) -> bool:
        """Tell whether its sentence takes up what was told just before, of whatever day, or goes on with what was said."""
        if clause.headline or clause.block - self.block > 1:
            return False
        return self.links[clause.sentence] == TAKES_UP or (
            clause.block != self.block and self.aside is None and not self.of_history
        )

    def _is_amid(self, draft: Draft) -> bool:
        """Tell whether the background stands behind what its sentence tells: "a bomb went off, two days after one in A"."""
        return draft.clause.lo > self.calendar.tagged.sentences[draft.clause.sentence].lo

    def _is_of_story(self, draft: Draft, found: When) -> bool:
        """Tell whether what follows goes on about the day: of an act or its toll, of a saying, of history, or heading what tells an act.

        "The envoy came yesterday." hands on nothing, nor does "where reinforcements had come on Monday".
        """
        if "rises" in draft.marks:
            return False  # the toll of an act of the day before is taken up once
        if draft.method is not None or draft.harm or found.weak or self.calendar.is_too_old(found.value):
            return True
        heads = not draft.opens_with("joint") and self.calendar.is_news(draft.clause.sentence)
        return heads or is_explained(self.calendar.tagged, draft.clause.sentence)

    def resolved(self, draft: Draft) -> Iterator[When]:
        """Resolve the day words of a clause, each counted from the one before it or from the day told before."""
        told = self.current or self.told
        said: When | None = None
        act_at = draft.method.at if draft.method is not None else -1
        for at, mention in draft.dates:
            if act_at < at and (mention.is_of_act_behind or is_of_plan(draft, act_at, at, mention)):
                continue
            if act_at >= 0 and mention.is_since_so_long and draft.family_name in _AT_ONCE:
                mention = msgspec.structs.replace(mention, relation=Relation.ON)
            base = said if said is not None and isinstance(mention.expression, LastNight) else told
            if mention.is_daypart_only and mention.runs_to_now and self.at != draft.clause.block:
                base = None  # "since morning" is that of the day its paragraph tells of, else of the report's
            when = self.calendar.when(at, mention, base, draft.family_name)
            if when is not None and not (0 <= act_at < at and self._is_of_before(act_at, at, when)):
                said = when if when.rule == SAID else said
                told = told if when.weak else when
                yield when

    def _is_of_before(self, act_at: int, at: int, when: When) -> bool:
        """Tell whether a day some time back is that of what an act came after: "shells A |after it had been driven out last week|"."""
        row, news, end = self.calendar.tagged.row, self.calendar.news, when.value.end
        loose = when.value.precision in LOOSE
        old = news is not None and end is not None and news.end is not None and news.end - end > NEWS_CYCLE
        first = row[at].first
        between = range(max(row[act_at].last, first - _NEAR), first)
        return (loose or old) and not self.calendar.afters.isdisjoint(between)

    def _without_earlier(self, draft: Draft, days: list[When]) -> list[When]:
        """Leave out the days of an earlier act named behind the act, where it or its paragraph has one: "raided A on Wednesday |after| fire on Tuesday"."""
        at = draft.method.at if draft.method is not None else draft.clause.lo - 1
        if at in self.calendar.landmarks and any(k < at for k in draft.told_at):
            at -= 1  # "an attack |on Saturday|, after two bombings on Wednesday": named by the heavier word, and told ahead of it
        earlier = next((k for k in self.calendar.landmarks if at < k < draft.clause.hi), None)
        if earlier is None:
            return days
        kept = [when for when in days if when.at is None or when.at < earlier]
        return kept if kept or self.current is not None or self.said is not None else days

    def _of_act(self, draft: Draft) -> When | None:
        """Choose among the days of a clause that of its act; the day of a saying is none.

        The first, unless another stands behind the act: "the council condemned yesterday the blast that hit A on Monday".
        """
        own = self._without_earlier(draft, self._strong)
        if len(own) <= 1 or draft.method is None:
            return own[0] if own else None
        at = draft.method.at
        behind = [when for when in own if when.at is not None and when.at > at]
        first = own[0].at
        if not behind or first is None or first > at:
            return own[0]
        act = self.calendar.tagged.row[at]
        beside = first == at - 1 and act.gap == 0 and any(reading.form.pos is Pos.VERB for reading in act.readings)
        return own[0] if beside else behind[0]

    @property
    def _strong(self) -> list[When]:
        own = [when for when in self.dates if not when.weak or when.rule == COUNTED]
        exact = [when for when in own if any(when.is_within(stretch) for stretch in own)]
        # A day within a stretch: "the second |this month|: on the tenth they shelled A", "yesterday, in the third attack |within a week|"
        return [when for when in own if when.value.precision not in LOOSE] if exact else own

    @property
    def said(self) -> When | None:
        """The day on which what the clause at hand tells was said, or a part of the day told before."""
        return next((when for when in self.dates if when.weak), None)

    def of_new(self, draft: Draft, place: int | None = None) -> When | None:
        """Give the day of an act that the clause at hand tells first, at the place of chunk ``place``."""
        found = self.own or self.said
        if place is not None and len(draft.places) > 1 and len(self._strong) > 1:
            found = min(self._strong, key=lambda when: abs((when.at or 0) - place))
        if found is None and self.stretch and self.stretch[:2] == (draft.clause.sentence, draft.family_name):
            return replace(self.stretch[2], rule=CARRIED)
        if found is None and self.current is not None and not draft.clause.headline:
            return replace(self.current, rule=CARRIED)
        if found is None and not draft.clause.headline and not draft.clause.background and self._has_come_to_today():
            return self.calendar.published
        return found

    def _has_come_to_today(self) -> bool:
        """Tell whether the story, which led with a day before, has come to today: what follows without a day is of today."""
        today, lead, told = self.calendar.anchor.published, self.calendar.lead, self.told
        if today is None or lead is None or lead.value.end is None or told is None or told.weak:
            return False
        return lead.value.end < today and told.value.start == today

    def correct(self, act: Act, draft: Draft) -> None:
        """Give an act the day of a clause that tells more of it, where it has none of its own."""
        own = self.own
        if act.when is None:
            found = self.of_new(draft)
            first = act.drafts[0].clause
            if found is None or not found.runs_to_now or first.headline or draft.clause.sentence == first.sentence:
                act.when = found
        elif own is not None and act.when.weak and not own.runs_to_now:
            if not draft.clause.background or own.is_shortly_before(act.when):
                act.when = own
        elif own is not None and own.is_within(act.when):
            act.when = own

    def are_of_another(self, act: Act) -> bool:
        """Tell whether the clause at hand tells of another day than the act's own."""
        own = self.own
        if own is None:
            return False
        if act.when is None or act.when.weak:
            other = act.when.value.start if act.when is not None else self.calendar.anchor.published
            return bool(act.harm) and own.is_long_before(other)  # its own dead were told already
        return not own.value.overlaps(act.when.value)

    def is_long_since(self, at: int, mention: DateMention) -> bool:
        """Tell whether "since …" goes back more than the month within which an act has to be dated (section 1)."""
        when = self.calendar.when(at, mention)
        if when is None:
            return True
        day, start = self.calendar.anchor.published, when.value.start
        return day is not None and start is not None and day - start > MONTH

    def sums_up(self) -> bool:
        """Tell whether a toll is of weeks or months, not of the act at hand (section 1)."""
        spans = [when.value for when in self.dates]
        return any(v.start is not None and v.end is not None and (v.end - v.start).days > _LONG_DAYS for v in spans)
