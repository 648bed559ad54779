"""Drafts joined into acts: one act for each incident that the article tells (codebook section 1).

Headline, lead and body tell one act several times; harm stands behind its act; a list of villages is as many acts. ``Story`` keeps them in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec
from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.code.act.harm_place import joined_to_hurt
from waqai.code.act.mixed import hit_at
from waqai.code.act.suspects import held_over
from waqai.code.act.told import Act, Where, first_told, is_elsewhere, is_unknown
from waqai.code.cues import Weights
from waqai.code.setting.dateline import is_dateline
from waqai.code.setting.days import Days
from waqai.code.setting.own_place import headed, homes_of, own_places
from waqai.code.setting.series import take_series
from waqai.code.setting.this_place import pair_before, taken_up
from waqai.code.story import another_one, elsewhere, fired_back, telling_of, took_place
from waqai.code.story.as_before import as_before
from waqai.code.story.called import each_of, named_places
from waqai.code.story.cordon import held_in
from waqai.code.story.lasting import goes_on
from waqai.code.story.met_at_home import met_at_home
from waqai.code.story.own_toll import Tolls, with_own
from waqai.code.story.place_cue import is_misspelt
from waqai.code.story.risen import settle_risen
from waqai.code.story.same_act import Telling, same_act_cues
from waqai.code.story.specify import specifies
from waqai.code.story.statistic import counts_days
from waqai.code.story.sums import Totals
from waqai.code.story.twins import join_twins
from waqai.code.story.untold import Untold, place_of
from waqai.tag.harm.find import HarmMention
from waqai.tag.place.find import PlacePhrase
from waqai.values.date import DateValue

_PAIR, _AT_BOTH = 2, frozenset({"fire", "air", "clash", "capture"})  # families that "the two towns" each suffer


class Story(msgspec.Struct):
    """The acts of one article in the making."""

    where: Callable[[int, PlacePhrase, int], Where | None]
    days: Days
    weights: Weights
    items: bool = False  # whether the page is a round-up, item by item
    news: DateValue | None = None  # the day of acts without a day word, where the page has one
    acts: list[Act] = msgspec.field(default_factory=list)
    focus: Where | None = None
    focus_sentence: int = -9
    focus_block: int = -1
    current: Act | None = None
    headers: int = 0
    """How many items of the page are headed by a place: of one alone a paper says where it was written."""
    pair: list[Where] = msgspec.field(default_factory=list)
    """The two places last told of together: "the two towns"."""
    these: Sequence[tuple[int, str]] = ()
    """Tokens of "this quarter", each with the precision of such a place."""
    totals: Totals = msgspec.field(default_factory=Totals)
    untold: Untold | None = None
    """A toll told at a place where no act has been told yet."""

    def add(self, draft: Draft) -> None:
        """Take the next draft of the article."""
        if draft.clause.tells_of < 0 and not telling_of.is_meanwhile(draft, self.acts):
            self._take(draft)
        elif draft.clause.tells_of < 0 or (draft.dates and draft.method is not None):
            self._take_aside(draft)

    def _take_aside(self, draft: Draft) -> None:
        """Take what a relative clause tells, or what was stepped up meanwhile, from which the article goes on as if it had not been told."""
        told = self.current, self.focus, self.focus_sentence, self.focus_block, self.pair
        days = self.days.current, self.days.told, self.days.aside
        self._take(draft)
        if told[0] is not None:
            self.current, self.focus, self.focus_sentence, self.focus_block, self.pair = told
        self.days.current, self.days.told, self.days.aside = days

    def _take(self, draft: Draft) -> None:
        if not draft.is_told or goes_on(draft, self.days) or counts_days(draft, self.totals.last):
            self.totals.note(draft, self.acts)
            take_series(self.days, draft)
            return
        if self.totals.hold(draft, self.days.calendar) or another_one.is_only_beside(draft, self.current):
            return
        if telling_of.is_by_the_way(draft, self.days.calendar.landmarks):
            return
        self.days.read(draft)
        draft = as_before(draft, self.current, self.days.calendar.tagged)
        if telling_of.breaks_up(self.current, draft):
            return
        draft = telling_of.without_arrest(draft, self.acts, self.current)
        if draft.method is None:
            self._add_harm_only(draft)
            return
        places = own_places(draft, self._located) or headed(draft, self._located, self.headers) or self._taken_up(draft)
        row = self.days.calendar.tagged.row
        if not places and (homes := homes_of(draft, written=is_dateline(draft, row, self.headers))):
            begins = self.focus_block != draft.clause.block and not self._again(draft, None, [])[0]
            if begins or telling_of.is_at_home(draft, self.acts) or met_at_home(draft, self.acts):
                places = self._located(draft, homes[:1])
        if not places and "both" in draft.marks and draft.family_name in _AT_BOTH:
            places = self._located(draft, pair_before(self.days.calendar.tagged, draft.clause)) or self.pair
        if not places:
            self._add_without_place(draft)
            return
        self.pair = places if len(places) == _PAIR else self.pair
        self._add_each(draft, places)
        self._focus_on(places[0], draft)

    def _add_each(self, draft: Draft, places: list[Where]) -> None:
        """Add an act for each place, with its own toll; what is told for several, be it that nobody was hurt, goes on the first (ruling 7)."""
        own, rest = Tolls(), draft.harm
        if draft.harm_at:
            places, own, rest = with_own(draft.harm, places, self._suffered(draft))
        hurt_at = len(places) - 1 if "latter" in draft.marks else 0
        for n, where in enumerate(places):
            told = hit_at(self.days.calendar.tagged.row, draft, where.at) if len(places) > 1 else draft
            self._add_at(told, where, [*own.get(where.key, ()), *(rest if n == hurt_at else ())], first=n == 0)

    def _suffered(self, draft: Draft) -> list[tuple[Where, list[HarmMention]]]:
        """Give the places that suffered a toll of their own."""
        named = ((at, phrase) for at, phrase in draft.places if at in draft.harm_at)
        return [(w, draft.harm_at[at]) for at, phrase in named if (w := self.where(at, phrase, draft.clause.sentence))]

    def _located(self, draft: Draft, named: Iterable[tuple[int, PlacePhrase]]) -> list[Where]:
        """Resolve place phrases of a clause, but for bare names that lie elsewhere."""
        return [w for at, phrase in named if (w := self.where(at, phrase, draft.clause.sentence)) is not None]

    def _taken_up(self, draft: Draft) -> list[Where]:
        """Give the place that "in this quarter" takes up."""
        told = (w for w in (self.focus, *(act.where for act in reversed(self.acts))) if w is not None)
        return taken_up(self.these, self.days.calendar.tagged.row, draft.clause, told, hurt=bool(draft.harm))

    def _add_harm_only(self, draft: Draft) -> None:
        act = held_in(draft, self.acts, self.current)
        if draft.places and not draft.harm:
            where = self.where(*draft.places[0], draft.clause.sentence)
            self.acts += each_of(self.acts, draft, self._located(draft, named_places(draft, self.days.calendar.tagged)))
            if where is not None and not where.is_coarse:
                took_place.put_where_it_was(self.days.calendar.tagged, draft, self.current, where, self.days.own)
                self._focus_on(where, draft)
            return
        n = draft.clause.sentence
        if act is None or n == self.totals.last or self.days.sums_up() or n - act.drafts[-1].clause.sentence > 3:
            self._keep(draft)
            return
        if another_one.is_of_others(act, draft):
            self.totals.last = n
            return
        if not draft.harm:
            if telling_of.claims_act(draft, act):
                act.take([draft])
            return
        suffered = self._suffered(draft)
        if len(suffered) >= _PAIR and act.lead.method is not None:
            told = telling_of.like_before(draft, act)
            if not act.harm and act.where is not None and telling_of.is_part_of(suffered[0][0], act.where):
                act.where, act.own_place = suffered[0][0], True
            self._add_each(told, [suffered[0][0], *self._located(draft, joined_to_hurt(draft))])
            return
        if draft.places:
            where = self.where(*draft.places[0], draft.clause.sentence)
            if where is None:
                return
            twin = next((a for a in reversed(self.acts) if a.where is not None and a.where.key == where.key), None)
            if twin is not None:
                act = twin
            elif act.where is None or (act.where.is_coarse and not is_elsewhere(where, act.where)):
                act.where = where
            elif elsewhere.goes_on_elsewhere(draft, where, act):
                self._add_each(telling_of.like_before(draft, act), [where])
                return
            elif is_elsewhere(where, act.where) or telling_of.is_of_another_town(draft, where, act):
                self._keep(draft)
                self.totals.last = n  # what the sentence goes on to count was there too
                return
        if self.days.are_of_another(act) and not telling_of.ends_it(draft):
            self.totals.last = n
            return
        self._join(act, draft, draft.harm, act.joined_by)

    def _keep(self, draft: Draft) -> None:
        """Keep a toll for the act that the next sentences may tell at its place."""
        if telling_of.were_hit(draft) and draft.clause.sentence != self.totals.last and not self.days.sums_up():
            where = self.where(*draft.places[0], draft.clause.sentence)
            self.untold = Untold(draft, where, self.days.own) if where is not None else self.untold

    def _add_without_place(self, draft: Draft) -> None:
        act, cues = self._again(draft, None, draft.harm)
        if self.focus_sentence == draft.clause.sentence and telling_of.has_moved(self.focus, act, draft):
            act = None
        others = another_one.whom_else_it_hurts(draft, act or self.current, self.days.calendar.tagged.row)
        if others or another_one.opens_another(draft, act, cues) or telling_of.is_second_of_headline(draft, act):
            self._new(draft, others.where if others else None, draft.harm, own=False)  # a clause behind may place it
            return
        if act is not None:
            if telling_of.is_closer(self.focus, self.days.calendar.tagged, act, draft, self.current):
                act.where = self.focus
            elif act.where is None and self.focus_sentence == draft.clause.sentence and draft.clause.block <= 1:
                act.where, act.own_place = self.focus, False  # "X did not leave A, |and arrested officers|"
            self._join(act, draft, draft.harm, cues)
            self.current = act
            return
        if self.current is not None and telling_of.is_beside_fight(draft, self.current):
            self._join(self.current, replace(draft, method=None), draft.harm, cues)
            return
        answered = draft.clause.earlier and self.focus_block == 0  # what was answered was elsewhere
        here = not (draft.clause.headline or answered) and draft.clause.sentence - self.focus_sentence <= 1
        where = self.focus if here and "region" not in draft.marks else None
        where = where or place_of(self.untold, draft) or held_over(self.current, draft)
        crowd = telling_of.needs_no_doer(draft)
        known = where is None and draft.clause.background and not draft.dates  # "the worst were the attacks of …"
        known = known or fired_back.is_answered(draft, self.days.calendar.tagged.row)
        if known or draft.refers_back or not (draft.harm or crowd or any(p.ids for p in draft.agents)):
            self.totals.last = draft.clause.sentence if draft.harm else self.totals.last
            return
        self._new(draft, where, draft.harm, own=False)

    def _add_at(self, draft: Draft, where: Where, harm: list[HarmMention], *, first: bool) -> None:
        act, cues = self._again(draft, where, harm)
        if act is None:
            if not telling_of.only_alludes(draft, self.days.calendar.tagged):
                self._new(draft, where, harm, own=True, first=first)
            return
        if (
            act.where is None
            or (not where.is_coarse and (act.where.is_coarse or act.is_in_headline_only))
            or (not act.own_place or (took_place.is_told_at_home(act) and not where.is_coarse))
            or act.where.key in (*where.parents, where.town)
            or "place.specified" in cues
            or ("place.may_hold" in cues and specifies(act.where, where, draft))
            or ("place.other" in cues and act.is_in_headline_only)
            or (is_unknown(act.where) and is_misspelt(act.where, where) and not is_unknown(where))
        ):
            act.where = where
            act.own_place = True
        self._join(act, draft, harm, cues)
        if first or self.current is None or len(self.current.drafts) == 1:
            self.current = act  # of places told together the first goes on, or the first told before

    def _again(self, draft: Draft, where: Where | None, harm: list[HarmMention]) -> tuple[Act | None, tuple[str, ...]]:
        """Find the act that this draft tells again, with the cues that say so."""
        best: tuple[float, Act, tuple[str, ...]] | None = None
        if not self.acts:
            return None, ()
        this = where is None and another_one.is_this(draft, self.current, self.days.calendar.tagged)
        anew = another_one.says_where_this_was(draft, where, self.current, self.days.calendar.tagged)
        telling = Telling(draft, where, harm, self.days.own, self.news, self.items)
        past = telling.own or telling_of.day_of_sentence(draft, self.current, self.news)
        of_past = telling if past is telling.own else replace(telling, own=past)
        for act in reversed(self.acts):
            current = act is self.current
            cues = same_act_cues(act, telling if current else of_past, current=current)
            if cues is None or ("place.specified" in cues and telling_of.is_told_of(draft, where, self.acts, act)):
                continue
            if current and (this or anew):
                return act, (*cues, "place.specified") if anew else tuple(cues)
            weight = self.weights.sum(cues)
            if weight > 0 and (best is None or weight > best[0] or (weight == best[0] and current)):
                best = weight, act, tuple(cues)
        behind = best and where is None and best[1] is not self.current
        return (first_told(self.acts, best[1], draft) if behind else best[1], best[2]) if best else (None, ())

    def finish(self) -> None:
        """Join what is told twice, and drop what only repeats."""
        join_twins(self.acts, items=self.items, news=self.news)

    def _join(self, act: Act, draft: Draft, harm: list[HarmMention], cues: tuple[str, ...]) -> None:
        if another_one.is_its_fight(act, draft):
            draft = replace(draft, parts=[])  # who attacked is told already
        settle_risen(act, draft, self.days.own, self.news)
        act.take([draft])
        act.joined_by = cues
        act.harm.extend(harm)
        self.days.correct(act, draft)

    def _new(
        self, draft: Draft, where: Where | None, harm: list[HarmMention], *, own: bool, first: bool = True
    ) -> None:
        at = where.at if where is not None and own else None
        act = Act([draft], draft, where, self.days.of_new(draft, at), list(harm), own)
        self.acts.append(act)
        if self.untold is not None and self.untold.is_of(act):
            self._join(act, self.untold.draft, self.untold.draft.harm, ())
            self.untold = None
        if first:
            self.current = act

    def _focus_on(self, where: Where, draft: Draft) -> None:
        own = self.days.own
        if draft.dates and own is not None and self.days.calendar.is_too_old(own.value):
            return  # what is told next was not where something was years ago
        self.focus, self.focus_sentence, self.focus_block = where, draft.clause.sentence, draft.clause.block
