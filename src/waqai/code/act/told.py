"""An act as the article has told it so far: the drafts, where and when they put it, and its toll."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from typing import Final

import msgspec

from waqai.code.act.draft import Draft
from waqai.code.clause.scene import DOERS, Role
from waqai.code.deed.blasts import BLASTS
from waqai.code.family import FOUGHT, lesser
from waqai.tag.harm.find import UNSPECIFIED, HarmMention
from waqai.text.fold import fold_key
from waqai.values.date import DatePrecision, DateValue
from waqai.values.place import PlacePrecision, PlaceValue

NEWS_CYCLE: Final = timedelta(days=4)
"""How far back a report reaches for what it tells as news."""
MONTH: Final = timedelta(days=31)
LOOSE: Final = frozenset({DatePrecision.WEEK, DatePrecision.MONTH})
"""Precisions of a stretch, in which a day may lie."""


class Where(msgspec.Struct):
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
    side: str = ""
    """Which side of a countryside: "الشمالي", folded."""

    town: str = ""
    """Identity of the town told before a quarter of which nothing else is said."""
    is_beside: bool = False
    """Whether only a side of a town is named, on which others lie: "north-east of A"."""

    @property
    def is_seat(self) -> bool:
        """Whether it is a town of its governorate's name, which stands for the land around it too."""
        return bool(self.value.admin1) and _plain(self.value.name_en) == _plain(self.value.admin1)

    @property
    def is_stretch(self) -> bool:
        """Whether it is heights or land with a name of their own, where raids are told as of a town."""
        return (self.value.gazetteer_id or "").endswith(_REGION)

    @property
    def is_desert(self) -> bool:
        """Whether it is land called after a town that is no part of it: "the desert of A", not "the countryside of A"."""
        called, told = fold_key(self.value.name), fold_key(self.value.text)
        return self.value.precision is PlacePrecision.COUNTRYSIDE and called == told


@lru_cache(maxsize=4096)
def _plain(name: str | None) -> str:
    """Give a name in Latin letters as all write it: "Ta'izz" and "Taiz", "Sana'a" and "Sanaa" are one."""
    return "".join(letter for letter, _ in groupby(c for c in (name or "").lower() if c.isalpha()))


_REGION: Final = "-region"
"""Ending of the gazetteer's ids of regions, heights among them."""


class When(msgspec.Struct):
    """A resolved day, the chunk it stands in (``None`` when inferred), and the rule."""

    at: int | None
    value: DateValue
    rule: str
    weak: bool = False
    """Whether it is the day of a saying or taken from one: it gives way to a day word of the act's own (ruling 22)."""
    is_aside: bool = False
    """Whether it holds for its own sentence alone: a night, a relative clause ("the dead who fell on Monday")."""
    runs_to_now: bool = False
    """Whether it is a stretch up to the report ("since yesterday"), which says nothing of the next act."""

    def is_shortly_before(self, other: When) -> bool:
        """Tell whether it lies in the same news cycle as another day, and not after it."""
        if self.value.end is None or other.value.start is None:
            return False
        return timedelta(0) <= other.value.start - self.value.end <= NEWS_CYCLE

    def is_night_before(self, other: When) -> bool:
        """Tell whether it is the night that ends in another day: "struck today … it did so |after midnight last night|" (ruling 34)."""
        start, end, other_day = self.value.start, self.value.end, other.value.start
        if not self.is_aside or end is None or start != end or other_day is None:
            return False
        return other_day - end == timedelta(days=1)

    def is_long_before(self, other: date | None) -> bool:
        """Tell whether it lies more than a month before a day: "since X marched on A |four months ago|, dozens have been killed"."""
        return self.value.end is not None and other is not None and other - self.value.end > MONTH

    def is_within(self, stretch: When) -> bool:
        """Tell whether it says more exactly when in a week or month something was."""
        value, of = self.value, stretch.value
        if of.precision not in LOOSE or value.precision in LOOSE or self.weak or self.runs_to_now:
            return False
        return of.is_known and value.is_known and value.overlaps(of)


class Act(msgspec.Struct):
    """One incident so far: the drafts that tell it, and where and when they put it."""

    drafts: list[Draft]
    """Added to by ``take``."""
    lead: Draft
    """The draft whose words name the act best: weighed as drafts are added, for every rule asks for it."""
    where: Where | None
    when: When | None
    harm: list[HarmMention]
    own_place: bool = True
    leading: Draft | None = None
    """The draft that names the act where joining has decided it."""
    joined_by: tuple[str, ...] = ()
    """The cues by which the last draft was taken for the same act."""

    alone: bool = False
    """Whether a short post tells nothing else (``second_look``)."""
    family_name: str = ""
    """The family of its leading method, empty where it has none: worked out with the lead, for every rule asks for it too."""

    def __post_init__(self) -> None:
        """Note the family."""
        self._follow(self.lead)

    def take(self, drafts: Iterable[Draft]) -> None:
        """Add what more is told of it."""
        self.drafts.extend(drafts)
        self.weigh()

    def weigh(self) -> None:
        """Find the draft whose words name it best, the first of equals."""
        leading = self.leading
        if leading is not None and leading.method is not None:
            self._follow(leading)
            return
        told = [d for d in self.drafts if d.method is not None] or self.drafts
        self._follow(told[0] if len(told) == 1 else max(told, key=_weight))

    def _follow(self, lead: Draft) -> None:
        self.lead, self.family_name = lead, lead.family_name

    def tell_anew(self, drafts: Sequence[Draft]) -> None:
        """Put each of its drafts in another form, in the order of those it has."""
        for old, new in zip(self.drafts, drafts, strict=True):
            if old is self.lead:
                self._follow(new)
            if old is self.leading:
                self.leading = new
        self.drafts[:] = drafts

    @property
    def is_in_headline_only(self) -> bool:
        """Whether nothing but headlines tells of it."""
        return self.drafts[0].clause.headline and all(d.clause.headline for d in self.drafts)

    @property
    def is_of_lead(self) -> bool:
        """Whether nothing but headline and lead tells of it."""
        return self.drafts[-1].clause.block <= 1 and all(d.clause.block <= 1 for d in self.drafts)

    def is_by_others(self, other: Act) -> bool:
        """Tell whether who did it is told of both acts, and nobody did both."""
        mine, theirs = self.agent_ids(), other.agent_ids()
        return bool(mine and theirs) and not mine & theirs

    def is_on_a_day_of(self, other: Act) -> bool:
        """Tell whether two acts can be of one day."""
        return self.when is None or other.when is None or self.when.value.overlaps(other.when.value)

    def meets(self, other: Act) -> bool:
        """Tell whether two acts are of one place and can be of one day."""
        if self.where is None or other.where is None or self.where.key != other.where.key:
            return False
        return self.is_on_a_day_of(other)

    def is_named_in(self, draft: Draft) -> bool:
        """Tell whether a clause names the act's own place."""
        return self.where is not None and any(at == self.where.at for at, _ in draft.places)

    def by_rank(self) -> list[Draft]:
        """Give its drafts, the one that names the act best first."""
        lead = self.lead
        return [lead, *[d for d in self.drafts if d is not lead]]

    def agent_ids(self) -> set[str]:
        """Ids of all that did it."""
        return {i for d in self.drafts for p in d.parts if p.role in DOERS for i in p.ids}

    def target_ids(self) -> set[str]:
        """Ids of all whom it was done to."""
        return {i for d in self.drafts for p in d.parts if p.role is Role.TARGET for i in p.ids}


def first_told(acts: Sequence[Act], act: Act, draft: Draft) -> Act:
    """Give the fight at the first of the places that one clause named, whose toll another soon tells: "battles in A and B. |The fighting| killed six" (ruling 7)."""
    first = act.drafts[0]
    near = draft.clause.sentence - act.drafts[-1].clause.sentence <= _SOON
    if not (near and draft.harm and first.family_name in FOUGHT):
        return act
    return next((a for a in acts if a.drafts[0].clause is first.clause and a.family_name == act.family_name), act)


_SOON: Final = 2
"""Sentences from a fight to its toll."""


def _weight(draft: Draft) -> tuple[bool, int, bool, int, int]:
    method = draft.method
    if method is None:
        return False, 0, False, 0, -draft.clause.lo
    noise = method.rule in BLAST_RULES and not draft.harm and not draft.parts
    return True, -lesser(method.method), not noise, method.strength, -draft.clause.lo


BLAST_RULES: Final = frozenset(f"method.{entry}" for entry in BLASTS)
"""Rules of words for a blast, of which whoever heard it may not know what it was."""


def exact_dead(harm: Iterable[HarmMention]) -> set[int]:
    """Give the numbers of dead that are told exactly."""
    return {h.count.min for h in harm if h.kind == "killed" and h.count.is_exact and h.count.min is not None}


def are_other_dead(one: Iterable[HarmMention], other: Iterable[HarmMention]) -> bool:
    """Tell whether two tolls are of others: each has its number of dead, and not the same."""
    mine, theirs = exact_dead(one), exact_dead(other)
    return bool(mine and theirs) and not mine & theirs


def told_again(told: Iterable[HarmMention], again: Iterable[HarmMention]) -> set[tuple[str, int]]:
    """Give the kinds and numbers of victims told twice, where what they are called lets them be the same: three soldiers are no three civilians."""
    before: dict[tuple[str, int | None], set[str]] = {}
    for m in told:
        before.setdefault((m.kind, m.count.min), set()).add(_class_of(m))
    return {
        (m.kind, m.count.min or 0)
        for m in again
        if (classes := before.get((m.kind, m.count.min))) and (not (who := _class_of(m)) or classes & {"", who})
    }


def are_alike(told: Iterable[HarmMention], again: Iterable[HarmMention]) -> bool:
    """Tell whether two tolls share a number of victims, and not of one alone, which may be chance."""
    return any(n > 1 for _, n in told_again(told, again))


def _class_of(m: HarmMention) -> str:
    """Give what victims are called, empty where it may be anybody: persons, men."""
    return "" if m.plain or m.who == UNSPECIFIED else m.who


def is_unknown(where: Where) -> bool:
    """Tell whether the gazetteer lacks the name."""
    return "unknown to the gazetteer" in where.rule or "written much like" in where.rule


def are_towns(*places: Where) -> bool:
    """Tell whether all of some places are towns that the gazetteer has."""
    return all(w.value.precision is PlacePrecision.TOWN and not is_unknown(w) for w in places)


def may_hold(one: Where, other: Where) -> bool:
    """Tell whether one place may lie in the other."""
    return one.is_coarse or one.key in other.parents or other.key in one.parents


def is_elsewhere(one: Where, other: Where) -> bool:
    """Tell whether two places lie in different governorates."""
    here, there = one.value.admin1, other.value.admin1
    return bool(here and there and here != there)


def are_apart(a: Act, b: Act) -> bool:
    """Tell whether two acts are both placed, and in different governorates."""
    return a.where is not None and b.where is not None and is_elsewhere(a.where, b.where)
