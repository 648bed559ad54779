"""Totals over several acts, told of one: "four killed in the shelling of A", and then "one here … and three there" (ruling 1)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations, pairwise
from typing import Final

import msgspec

from waqai.code.act.draft import Draft
from waqai.code.act.told import NEWS_CYCLE, Act, are_apart
from waqai.code.clause.cut import Clause
from waqai.code.setting.when import Calendar
from waqai.code.story.statistic import ACTS_OF_A_MONTH, EARLY
from waqai.code.story.sweep import spreads_over, sums_up_arrests, sums_up_raids, sums_up_strikes
from waqai.code.story.told_ahead import is_sum_of_all
from waqai.tag.date.expression import Interval, Today, Weekday
from waqai.tag.date.find import DateMention
from waqai.tag.harm.find import HURT, HarmMention
from waqai.values.place import AREAS

_TWO: Final = 2


class Totals(msgspec.Struct):
    """What an article has counted that is no act's."""

    last: int = -9
    """The last sentence that counted: what it goes on with is no act's either."""
    of_months: bool = False
    """Whether the article gives the toll of months and has told no act yet."""
    of_many: bool = False
    """Whether that toll is of hundreds."""

    def note(self, draft: Draft, acts: list[Act]) -> None:
        """Remember that headline or lead only sum up: what follows without a day of its own is part of the sum."""
        since = "since" in draft.marks and not any(isinstance(m.expression, Today) for _, m in draft.dates)
        summed = "total" in draft.marks or since or any(m.is_trend for _, m in draft.dates)
        counted = (draft.count or 0) >= ACTS_OF_A_MONTH
        self.last = draft.clause.sentence if draft.harm or summed or counted else self.last
        early = draft.clause.sentence <= EARLY and all(act.is_in_headline_only for act in acts)
        if summed and early and draft.harm:
            self.of_months = True
            self.of_many = any((h.count.min or 0) >= _CAMPAIGN for h in draft.harm)
            acts.clear()

    def hold(self, draft: Draft, calendar: Calendar) -> bool:
        """Tell whether a clause is part of a sum of months: until one has a day of its own."""
        if not self.of_months:
            return False
        if self.of_many and draft.method is None and not draft.harm:
            return True  # "the envoy came to A |on Thursday|" tells no act, and ends no sum
        days = [(k, m) for k, m in draft.dates if m.has_day_word and (not m.is_period or _of_two_days(m))]
        self.of_months = not any(calendar.dates_act(k, m) for k, m in days)
        return self.of_months


def _of_two_days(mention: DateMention) -> bool:
    """Tell whether a stretch is of days called by their names: "over Friday and Saturday", "yesterday and the day before"."""
    when = mention.expression
    return isinstance(when, Interval) and isinstance(when.start, Today | Weekday)


def leave_out_sums(acts: Sequence[Act]) -> None:
    """Take a toll out of the act whose own smaller one, with the tolls of the other acts, adds up to it."""
    if not any(act.harm for act in acts):
        return
    for act in acts:
        if act.harm:
            _leave_out_campaigns(act)
            _leave_out_sweep(act)
    if len(acts) > _TWO:
        _leave_out_heads(acts)
    lead = min((d.clause.sentence for act in acts for d in act.drafts if not d.clause.headline), default=-1)
    for act in acts:
        # most acts have one number, and nothing to weigh
        if len(act.harm) > 1 and len({m.count.min for m in act.harm}) > 1:
            _leave_out_of_lead(act, lead)
    if len(acts) < _TWO:
        return
    ahead = [act for act in acts if any(_is_ahead(d, lead) for d in act.drafts)]
    for kind in sorted(HURT.intersection([m.kind for act in acts for m in act.harm])):
        _leave_to_others(acts, ahead, kind, lead)
        _leave_out_of_first(acts, kind)
        own = [_exact(act, kind) for act in acts]
        for k, (act, counts) in enumerate(zip(acts, own, strict=True)):
            if len(counts) < _TWO:
                continue  # a sum and the act's own part of it are two numbers
            others = sum(max(c) for j, c in enumerate(own) if c and j != k and not _are_weeks_apart(act, acts[j]))
            total = max(counts)
            if others and total > others and total - others in counts and _are_of_one_class(act, kind, total, others):
                act.harm[:] = [m for m in act.harm if m.kind != kind or m.count.min != total]
                own[k] = _exact(act, kind)


def _are_weeks_apart(one: Act, other: Act) -> bool:
    """Tell whether two acts lie more than a news cycle apart: no toll counts both."""
    days = [a.when.value.start for a in (one, other) if a.when is not None and a.when.value.start is not None]
    return len(days) == _TWO and abs(days[0] - days[1]) > NEWS_CYCLE


def drop_summed(acts: list[Act]) -> None:
    """Drop an act that only counts the dead of a town, where acts told next have them, alone or together (ruling 1).

    "24 were killed in A on Tuesday. A bomb killed six in the quarter of B, mortar shells 18 in C".
    """
    acts[:] = [act for k, act in enumerate(acts, 1) if k == len(acts) or not _is_summed(act, acts[k:])]


def _is_summed(act: Act, later: Sequence[Act]) -> bool:
    return spreads_over(act, later) or (bool(act.harm) and any(sums(act, later) for sums in _SUMS))


def _is_sum_of(act: Act, later: Sequence[Act]) -> bool:
    if act.family_name != "open" or any(
        d.method is not None and not d.method.rule.startswith(_BY_HARM) for d in act.drafts
    ):
        return False
    dead = _least(act, "killed")
    told = [max(c) for a in later if not are_apart(a, act) and a.is_on_a_day_of(act) and (c := _exact(a, "killed"))]
    sums = {*told, *(a + b for a, b in combinations(told, _TWO)), *([sum(told)] if len(told) > _TWO else ())}
    return bool(dead) and len(told) >= _TWO and min(dead) >= _SUM and dead <= sums


_SUMS: Final = (_is_sum_of, is_sum_of_all, sums_up_arrests, sums_up_raids, sums_up_strikes)
_BY_HARM: Final = "method.harm"
"""How rules begin that read an act from nothing but the harm told."""


def _leave_out_heads(acts: Sequence[Act]) -> None:
    """Take out a number that two acts told next add up to: "21 were killed in attacks in the capital. A bomb in A killed 16 …, an attack on B five"."""
    for k, act in enumerate(acts[:-_TWO]):
        for m in [m for m in act.harm if m.kind in HURT and (m.count.min or 0) >= _HEAD]:
            home = [d.clause for d in act.drafts if not d.clause.headline and act.is_named_in(d)]
            later = [a for a in acts[k:] if a is not act and a.drafts[0].clause.lo > m.at]
            if not _within(m.at, home) and _adds_up([_least(a, m.kind) for a in later[:_NEXT]], m.count.min or 0):
                act.harm.remove(m)


def _least(act: Act, kind: str) -> set[int]:
    """Give the numbers of a kind that an act has, of which there may be more."""
    return {m.count.min or 0 for m in act.harm if m.kind == kind and m.count.max != 0}


def _adds_up(told: Sequence[set[int]], total: int) -> bool:
    return any(a and total - a in after for one, after in pairwise(told) for a in one)


_HEAD: Final = 8
"""The least of which it is no chance that two tolls come to it."""
_NEXT: Final = 3
"""Acts told behind a sum, two of which may be its parts."""


def _leave_out_campaigns(act: Act) -> None:
    """Take out what a side says that it killed in all: "three soldiers died in a blast in A. The army says it killed |more than a thousand|" (section 1)."""
    great = {m.kind for m in act.harm if m.kind in HURT and (m.count.min or 0) >= _CAMPAIGN}
    for kind in great:
        told = [m.count.min or 0 for m in act.harm if m.kind == kind and m.count.max != 0]
        least = max((n for n in told if n < _CAMPAIGN), default=0)
        stray = [d.clause for d in act.drafts if not (d.places or d.dates or d.clause.headline)]
        act.harm[:] = [
            m
            for m in act.harm
            if not (m.kind == kind and 0 < least * _TIMES <= (m.count.min or 0) and _within(m.at, stray))
        ]


def _leave_out_sweep(act: Act) -> None:
    """Take out how many were held in a whole land, where the act's own town has fewer: "held 15 |in the West Bank|. In A three …" (ruling 1)."""
    if all(m.kind != _HELD for m in act.harm):
        return
    wide = [d for d in act.drafts if act.where is not None and _names_only_areas(d) and not act.is_named_in(d)]
    if not wide:
        return
    told = [d.clause for d in wide]
    most = max((m.count.min or 0 for m in act.harm if m.kind == _HELD and not _within(m.at, told)), default=0)
    act.harm[:] = [
        m for m in act.harm if not (m.kind == _HELD and 0 < most < (m.count.min or 0) and _within(m.at, told))
    ]


def _names_only_areas(draft: Draft) -> bool:
    """Tell whether all places that a clause names are lands and governorates."""
    named = [phrase for _, phrase in (*draft.places, *draft.homes)]
    return bool(named) and all(phrase.precision in AREAS for phrase in named)


_HELD: Final = "detained"
_CAMPAIGN: Final = 200
_TIMES: Final = 20
"""How much greater the dead of a campaign are than those of the act that a paper tells with it."""


def _leave_to_others(acts: Sequence[Act], ahead: Sequence[Act], kind: str, lead: int) -> None:
    """Take a toll that only headline or lead tell, without a place, out of an act (``ahead``), where others have it, alone or together."""
    for act in ahead:
        told = act.harm and any(d.places and not _is_ahead(d, lead) for d in act.drafts)
        if not told or _in_body(act, HURT, lead):
            continue
        bodies = [(other, c) for other in acts if other is not act and (c := _in_body(other, {kind}, lead))]
        counts = [max(c) for other, c in bodies if max(c) > 1 or not _are_of_two_days(act, other)]
        taken = {*counts, *([sum(counts)] if len(counts) > 1 else ())}
        act.harm[:] = [m for m in act.harm if m.kind != kind or not m.count.is_exact or m.count.min not in taken]


def _are_of_two_days(a: Act, b: Act) -> bool:
    """Tell whether two acts have each their own day, or span of days: one man killed yesterday and one days ago are two."""
    return a.when is not None and b.when is not None and a.when.value != b.when.value


def _in_body(act: Act, kinds: Collection[str], lead: int) -> set[int]:
    """Give the numbers of some kinds that the act has from clauses other than headline and a lead without a place."""
    told = [m for m in act.harm if m.kind in kinds and m.count.max != 0]
    body = [d.clause for d in act.drafts if not _is_ahead(d, lead)] if told else []
    return {m.count.min or 0 for m in told if _within(m.at, body)}


def _is_ahead(draft: Draft, lead: int) -> bool:
    """Tell whether a clause is the headline's, or the lead's without a place finer than a governorate's land."""
    if draft.clause.headline:
        return True
    return draft.clause.sentence == lead and all(phrase.precision in AREAS for _, phrase in draft.places)


def _leave_out_of_first(acts: Sequence[Act], kind: str) -> None:
    """Take out of the first act what is the sum of two or more that follow: "45 killed in blasts in A and B. The first killed 28 …"."""
    told = [m for m in acts[0].harm if m.kind == kind and (m.count.min or 0) >= _SUM] if len(acts) > _TWO else []
    if not told:
        return
    said = min(_sentence_of(acts[0], m) for m in told)
    of_them = (act for act in acts[1:] if not _are_weeks_apart(acts[0], act))
    later = ([m for m in act.harm if m.kind == kind and _sentence_of(act, m) > said] for act in of_them)
    others = [
        max(counts) for own in later if (counts := {m.part_of or m.count.min or 0 for m in own if m.count.is_exact})
    ]
    if len(others) >= _TWO and sum(others) in {m.count.min for m in told}:
        acts[0].harm[:] = [m for m in acts[0].harm if m.kind != kind or m.count.min != sum(others)]


def _sentence_of(act: Act, told: HarmMention) -> int:
    """Give the sentence in which an act's toll is told; what one sentence tells of several acts is no sum of its parts."""
    return next((d.clause.sentence for d in act.drafts if d.clause.lo <= told.at < d.clause.hi), -1)


_SUM: Final = 4
"""The least that a sum of two tolls worth telling comes to."""


def _exact(act: Act, kind: str) -> set[int]:
    return {m.part_of or m.count.min for m in act.harm if m.kind == kind and m.count.is_exact and m.count.min}


def _leave_out_of_lead(act: Act, lead: int) -> None:
    """Take out what headline or lead give for all, where the clause of the act's own place gives less behind them.

    "25 killed in blasts in the capital. A car bomb in A killed 15 …", "18 held in the West Bank. Seven were held in A, three in B", "four hurt north of B. The shells on C hurt a woman and two children".
    """
    at = act.where.at if act.where is not None else -1
    home = [d.clause for d in act.drafts if not d.clause.headline and any(k == at for k, _ in d.places)]
    if not home:
        return
    later = all(c.block > _LEAD for c in home)
    told = {d.clause for d in act.drafts if _is_ahead(d, lead) or (later and d.clause.block <= _LEAD)} - set(home)
    told = {c for c in told if c.lo < home[0].lo}
    for kind in sorted(HURT | {_HELD}):
        own = [m.count.min or 0 for m in act.harm if m.kind == kind and m.count.is_exact and _within(m.at, home)]
        if own:
            act.harm[:] = [
                m for m in act.harm if not (m.kind == kind and (m.count.min or 0) > max(own) and _within(m.at, told))
            ]


def _within(at: int, clauses: Collection[Clause]) -> bool:
    return any(c.lo <= at < c.hi for c in clauses)


_LEAD: Final = 1
"""The block of the first paragraph."""


def _are_of_one_class(act: Act, kind: str, total: int, others: int) -> bool:
    """Tell whether the sum and the part are told of the same people: three drivers and two guards add up to nothing."""
    summed = [m for m in act.harm if m.kind == kind and m.count.min == total]
    whole = {m.who for m in summed}
    rest = [m for m in act.harm if m.kind == kind and m.count.min == total - others]
    part = {m.who for m in rest}
    if all(a.sides and b.sides and set(a.sides).isdisjoint(b.sides) for a in summed for b in rest):
        return False  # "four soldiers and three of the attackers died"
    return bool(whole & part) or "" in whole | part or any(m.plain for m in summed)
