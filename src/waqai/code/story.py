"""Drafts joined into acts: one act for each incident that the article tells (codebook section 1).

Headline, lead and body tell the same act several times, each time with other details; harm is told two
sentences after its act; a list of villages is as many acts. ``Story`` reads the drafts in order and
keeps the acts so far, with the place and the act that a sentence without its own goes on about.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from waqai.code.act import Draft
from waqai.code.family import FAMILY, Family, may_join
from waqai.tag.dates import DateMention
from waqai.tag.harm import HarmMention
from waqai.tag.places import PlacePhrase
from waqai.values.date import DateValue
from waqai.values.place import PlaceValue

_LEAD_BLOCKS = 2
_LONG_DAYS = 9


@dataclass(slots=True)
class Where:
    """A resolved place, the chunk it stands in, its identity among the article's places, and the rule."""

    at: int
    key: str
    value: PlaceValue
    rule: str
    is_coarse: bool = False
    """Whether the act's own place may lie in it."""
    is_listed: bool = False
    parents: frozenset[str] = frozenset()
    """Identities of the places that hold it, as the phrase names them."""


@dataclass(slots=True)
class When:
    """A resolved day, the chunk it stands in (``None`` when inferred), and the rule."""

    at: int | None
    value: DateValue
    rule: str


@dataclass(slots=True)
class Act:
    """One incident so far: the drafts that tell it, and where and when they put it."""

    drafts: list[Draft]
    where: Where | None
    when: When | None
    harm: list[HarmMention]
    first_of_list: bool = True
    own_place: bool = True
    leading: Draft | None = None
    """The draft that names the act where joining has decided it."""

    @property
    def family(self) -> Family | None:
        """The family of its leading method."""
        return FAMILY[self.lead.method.method] if self.lead.method is not None else None

    @property
    def lead(self) -> Draft:
        """The draft whose words name the act best."""
        if self.leading is not None and self.leading.method is not None:
            return self.leading
        return max(
            self.drafts, key=lambda d: (d.method is not None, d.method.strength if d.method else 0, -d.clause.lo)
        )

    def agent_ids(self) -> set[str]:
        """Ids of all that did it."""
        return {i for d in self.drafts for p in (*d.agents, *d.sides) for i in p.ids}


@dataclass(slots=True)
class Story:
    """The acts of one article in the making."""

    where: Callable[[int, PlacePhrase, int], Where | None]
    when: Callable[[int, DateMention], When | None]
    news: DateValue | None = None
    """The day of acts without a day word, where the page has one."""
    acts: list[Act] = field(default_factory=list)
    focus: Where | None = None
    focus_sentence: int = -9
    current: Act | None = None
    current_date: When | None = None
    date_block: int = -1

    def add(self, draft: Draft) -> None:
        """Take the next draft of the article."""
        if not draft.is_told:
            return
        self._note_date(draft)
        if draft.method is None:
            self._add_harm_only(draft)
            return
        places = self._own_places(draft)
        if not places:
            self._add_without_place(draft)
            return
        for n, where in enumerate(places):
            harm = draft.harm if n == 0 else [h for h in draft.harm if h.count.max == 0]
            self._add_at(draft, where, harm, first=n == 0)
        self._focus_on(places[0], draft)

    def _note_date(self, draft: Draft) -> None:
        if draft.clause.block != self.date_block:
            self.date_block = draft.clause.block
            self.current_date = None
        for at, mention in draft.dates:
            when = self.when(at, mention)
            if when is not None:
                self.current_date = when
                return

    def _own_places(self, draft: Draft) -> list[Where]:
        assert draft.method is not None
        found = [w for at, phrase in draft.places if (w := self.where(at, phrase, draft.clause.block)) is not None]
        fine = [w for w in found if not w.is_coarse]
        pool = fine or found[:]
        if not fine and len(pool) > 1:
            listed = {phrase.list_id for _, phrase in draft.places if phrase.list_id >= 0}
            pool = pool if listed else pool[:1]
        elif len(fine) > 1 and not FAMILY[draft.method.method].spreads:
            pool = self._one_or_list(draft, fine)
        unique: dict[str, Where] = {}
        for where in pool:
            unique.setdefault(where.key, where)
        return list(unique.values())

    def _one_or_list(self, draft: Draft, fine: list[Where]) -> list[Where]:
        assert draft.method is not None
        at = draft.method.at
        behind = [w for w in fine if w.at > at]
        chosen = (behind or fine)[0]
        lists = {k: phrase.list_id for k, phrase in draft.places}
        mine = lists[chosen.at]
        return [w for w in fine if w is chosen or (mine >= 0 and lists[w.at] == mine)]

    def _add_harm_only(self, draft: Draft) -> None:
        act = self.current
        if draft.places and not draft.harm:
            where = self.where(*draft.places[0], draft.clause.block)
            if where is not None and not where.is_coarse:
                self._focus_on(where, draft, keep_current=True)
            return
        if not draft.harm or act is None or self._sums_up(draft):
            return
        if draft.clause.sentence - act.drafts[-1].clause.sentence > 3:
            return
        if draft.places:
            where = self.where(*draft.places[0], draft.clause.block)
            if where is None:
                return
            twin = next((a for a in reversed(self.acts) if a.where is not None and a.where.key == where.key), None)
            if twin is not None:
                act = twin
            elif act.where is None or act.where.is_coarse:
                act.where = where
        act.drafts.append(draft)
        act.harm.extend(draft.harm)

    def _sums_up(self, draft: Draft) -> bool:
        """Tell whether a toll is of weeks or months, not of the act at hand (section 1)."""
        for at, mention in draft.dates:
            when = self.when(at, mention)
            if when is not None and when.value.start is not None and when.value.end is not None:
                if (when.value.end - when.value.start).days > _LONG_DAYS:
                    return True
        return False

    def _add_without_place(self, draft: Draft) -> None:
        act = self.current
        near = act is not None and draft.clause.sentence - act.drafts[-1].clause.sentence <= 4
        if (
            act is not None
            and near
            and may_join(act.lead, draft)
            and self._same_day(act, draft)
            and not self._agents_differ(act, draft)
        ):
            self._join(act, draft, draft.harm)
            if act.where is not None and act.where.is_coarse and self.focus is not None and not self.focus.is_coarse:
                act.where = self.focus
            return
        where = self.focus if draft.clause.sentence - self.focus_sentence <= 3 else None
        if where is None:
            for earlier in reversed(self.acts):
                if (
                    may_join(earlier.lead, draft)
                    and self._same_day(earlier, draft)
                    and not self._agents_differ(earlier, draft)
                ):
                    self._join(earlier, draft, draft.harm)
                    self.current = earlier
                    return
        if draft.refers_back or not (draft.harm or any(p.ids for p in draft.agents)):
            return
        self._new(draft, where, draft.harm, own=False)

    def _add_at(self, draft: Draft, where: Where, harm: list[HarmMention], *, first: bool) -> None:
        twin = self._twin(draft, where)
        if twin is None:
            self._new(draft, where, harm, own=True, first=first)
            return
        if (
            twin.where is None
            or (twin.where.is_coarse and not where.is_coarse)
            or not twin.own_place
            or twin.where.key in where.parents
        ):
            twin.where = where
            twin.own_place = True
        self._join(twin, draft, harm)
        self.current = twin

    def _twin(self, draft: Draft, where: Where) -> Act | None:
        """Find the act that this draft tells again: same kind, place and day, no other agent."""
        for act in reversed(self.acts):
            if not may_join(act.lead, draft) or not self._same_day(act, draft):
                continue
            if any(d is draft for d in act.drafts):
                continue
            if act.where is None:
                if not self._agents_differ(act, draft):
                    return act
                continue
            if act.where.key == where.key:
                if not self._agents_differ(act, draft):
                    return act
                continue
            if self._refines(act, where, draft):
                return act
        return None

    def _refines(self, act: Act, where: Where, draft: Draft) -> bool:
        """Tell whether one of the two places is the other told more exactly."""
        assert act.where is not None
        a, b = act.where.value, where.value
        if a.admin1 and b.admin1 and a.admin1 != b.admin1:
            return False
        if self._agents_differ(act, draft):
            return False
        if act.where.key in where.parents or where.key in act.where.parents:
            return True
        if act.where.is_coarse == where.is_coarse:
            return False
        if where.is_coarse and not self._very_day(act, draft):
            return False
        if act.where.is_coarse:
            early = act.drafts[0].clause.block <= 1
            return not act.where.is_listed and (early or draft.clause.sentence - act.drafts[-1].clause.sentence <= 2)
        return not where.is_listed and draft.clause.sentence - act.drafts[-1].clause.sentence <= 6

    def _same_day(self, act: Act, draft: Draft) -> bool:
        """Tell whether the draft can be of the act's day; an act without a day word is of the page's news cycle."""
        own = self._own_date(draft)
        if own is None:
            return not (draft.clause.background and draft.clause.block > _LEAD_BLOCKS)
        if act.when is not None:
            return own.value.overlaps(act.when.value)
        if self.news is None:
            return draft.clause.block <= _LEAD_BLOCKS
        return own.value.overlaps(self.news, slack_days=1)

    def _very_day(self, act: Act, draft: Draft) -> bool:
        """Tell whether the draft has no day of its own or the act's very day."""
        own = self._own_date(draft)
        return own is None or act.when is None or own.value == act.when.value

    def finish(self) -> None:
        """Join what is told twice, and drop what only repeats."""
        self._absorb_coarse()
        self._drop_headline_twins()
        self._join_clash_and_fire()

    def _absorb_coarse(self) -> None:
        kept: list[Act] = []
        for act in self.acts:
            early = all(d.clause.block <= 1 for d in act.drafts)
            if act.where is not None and act.where.is_coarse and (early or not act.where.is_listed):
                finer = [a for a in self.acts if a is not act and self._tells(a, act)]
                if finer:
                    if not any(a.harm for a in finer):
                        finer[0].harm.extend(act.harm)
                    finer[0].drafts.extend(act.drafts)
                    continue
            kept.append(act)
        self.acts[:] = kept

    def _drop_headline_twins(self) -> None:
        """Drop acts that only the headline tells, when the body tells the same kind of act with more."""
        body = [a for a in self.acts if any(not d.clause.headline for d in a.drafts)]
        kept: list[Act] = []
        for act in self.acts:
            if act not in body:
                again = [a for a in body if may_join(a.lead, act.lead) and not self._far(a, act)]
                if again:
                    if not again[0].harm:
                        again[0].harm.extend(act.harm)
                    continue
            kept.append(act)
        self.acts[:] = kept

    def _far(self, a: Act, b: Act) -> bool:
        if a.where is None or b.where is None:
            return False
        x, y = a.where.value.admin1, b.where.value.admin1
        return bool(x and y and x != y)

    def _join_clash_and_fire(self) -> None:
        """Make one act of a clash and the shelling of the same place and day by the same side (section 1)."""
        kept: list[Act] = []
        for act in self.acts:
            twin = next((a for a in kept if self._clash_twins(a, act)), None)
            if twin is None:
                kept.append(act)
                continue
            first, second = (act, twin) if act.harm and not twin.harm else (twin, act)
            first.drafts.extend(second.drafts)
            first.harm.extend(second.harm)
            kept[kept.index(twin)] = first
            first.leading = first.drafts[0]
        self.acts[:] = kept

    def _clash_twins(self, a: Act, b: Act) -> bool:
        names = {f.name for f in (a.family, b.family) if f is not None}
        if "clash" not in names or not names & {"fire", "violence", "raid"} or a.where is None or b.where is None:
            return False
        if a.where.key != b.where.key or a.where.is_coarse:
            return False
        if a.when is not None and b.when is not None and not a.when.value.overlaps(b.when.value):
            return False
        mine, theirs = a.agent_ids(), b.agent_ids()
        return not mine or not theirs or bool(mine & theirs)

    def _tells(self, fine: Act, coarse: Act) -> bool:
        """Tell whether the finer act is what the coarse one is about."""
        if fine.where is None or coarse.where is None or fine.where.is_coarse or not may_join(fine.lead, coarse.lead):
            return False
        a, b = fine.where.value.admin1, coarse.where.value.admin1
        if a and b and a != b:
            return False
        if fine.when is not None and coarse.when is not None and not fine.when.value.overlaps(coarse.when.value):
            return False
        mine, theirs = fine.agent_ids(), coarse.agent_ids()
        return not (mine and theirs and not mine & theirs)

    def _agents_differ(self, act: Act, draft: Draft) -> bool:
        mine = {i for p in (*draft.agents, *draft.sides) for i in p.ids}
        theirs = act.agent_ids()
        return bool(mine and theirs and not mine & theirs)

    def _join(self, act: Act, draft: Draft, harm: list[HarmMention]) -> None:
        act.drafts.append(draft)
        act.harm.extend(harm)
        own = self._own_date(draft)
        if act.when is None or (own is not None and act.when.at is None):
            act.when = own or act.when

    def _own_date(self, draft: Draft) -> When | None:
        for at, mention in draft.dates:
            when = self.when(at, mention)
            if when is not None:
                return when
        return None

    def _new(
        self, draft: Draft, where: Where | None, harm: list[HarmMention], *, own: bool, first: bool = True
    ) -> None:
        when = self._own_date(draft) or (self.current_date if not draft.clause.headline else None)
        act = Act([draft], where, when, list(harm), first, own)
        self.acts.append(act)
        if first:
            self.current = act

    def _focus_on(self, where: Where, draft: Draft, *, keep_current: bool = False) -> None:
        self.focus = where
        self.focus_sentence = draft.clause.sentence
