"""An act as one clause tells it, still in words: chunks of the row, not resolved places or days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.code.act.alluded import leave_out_grievance, mark_allusions
from waqai.code.act.beaten_off import of_the_repelled
from waqai.code.act.habit import goes_on_and_on, stir_before, without_habit_aside, without_hold, without_missing
from waqai.code.act.happened import happened
from waqai.code.act.harm_place import settle_places
from waqai.code.act.kin import without_death_of_kin
from waqai.code.act.marks import read_marks
from waqai.code.act.objects import objects_hit, struck_first, with_drivers
from waqai.code.act.of_them import with_their_class
from waqai.code.act.release_day import days_of
from waqai.code.act.standing import Standing
from waqai.code.act.times import count_times
from waqai.code.act.tried import failed_before, leave_out_tried
from waqai.code.act.where_at import settle_where
from waqai.code.clause.cut import Clause
from waqai.code.clause.joined import another_at, listed_on
from waqai.code.clause.scene import HELPED, Part, Role, Scene
from waqai.code.deed.aggression import is_met
from waqai.code.deed.disposed import hurt_at_work
from waqai.code.deed.flown import from_the_air
from waqai.code.deed.ground import is_noun_of_taking
from waqai.code.deed.harm_act import by_whom_it_killed, find_harm_act
from waqai.code.deed.landmark import says_since_when, without_earlier
from waqai.code.deed.method import MethodFound, find_method
from waqai.code.deed.naming import anew, by_arms, by_gunmen, holds, is_next_of_several, refers_back, says_where
from waqai.code.deed.no_politics import by_hundreds, mark_imminent, narrow, settle, without_failed
from waqai.code.deed.since import mark_since
from waqai.code.family import FOUGHT
from waqai.code.side.attempts import mark_attempt
from waqai.code.side.bombers import beside_bombing, days_of_bombing
from waqai.code.side.claims import CLAIMS, ahead_of_comma
from waqai.code.side.roles import read_roles
from waqai.code.side.tried_on import mark_fighter
from waqai.code.side.watched import with_watchers
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk
from waqai.tag.date.find import DateMention
from waqai.tag.harm.find import HarmMention, find_harm
from waqai.tag.place.find import PlacePhrase


class Draft(msgspec.Struct):
    """One clause's account of one act, or of harm alone when ``method`` is ``None``."""

    clause: Clause
    method: MethodFound | None
    parts: list[Part]
    places: list[tuple[int, PlacePhrase]]
    dates: list[tuple[int, DateMention]]
    harm: list[HarmMention]
    objects: list[tuple[int, str]]
    place_chunks: list[Chunk] = msgspec.field(default_factory=list)
    joined_places: frozenset[int] = frozenset()
    """Chunks of places that "and" joins to the place before."""
    listed_on: frozenset[int] = frozenset()
    """Chunks of places with which the list of what a side took goes on behind things in no place of their own."""
    told_at: list[int] = msgspec.field(default_factory=list)
    """Chunks of all its triggers."""
    marks: dict[str, int] = msgspec.field(default_factory=dict)
    count: int | None = None
    count_at: int | None = None
    homes: list[tuple[int, PlacePhrase]] = msgspec.field(default_factory=list)
    """Places that somebody or something comes from: the act's own only where nothing else is said."""
    header: int = -1
    """The chunk of the place that heads the item which begins with this clause."""
    refers_back: bool = False
    """Whether its trigger only takes up an act told before ("the shelling", "this battle")."""
    harm_at: dict[int, list[HarmMention]] = msgspec.field(default_factory=dict)
    """Tolls that stand before a place of their own, by the chunk of that place."""
    by_gunmen: bool = False
    """Whether gunmen or members whom no actor's name gives are the subject of its verb."""
    family_name: str = ""
    """The family of its method; empty where the clause only tells harm: every rule asks for it."""

    def __post_init__(self) -> None:
        """Note the family."""
        self.family_name = self.method.family if self.method is not None else ""

    def tell(self, method: MethodFound | None) -> None:
        """Say which act the clause tells."""
        self.method, self.family_name = method, method.family if method is not None else ""

    def opens_with(self, cls: str) -> bool:
        """Tell whether its clause begins with a mark: "|while| a woman was killed in B"."""
        return self.marks.get(cls) == self.clause.lo

    @property
    def is_told(self) -> bool:
        """Whether the clause tells an act that happened: no habit, no running total, no plan ahead of it."""
        return happened(self)

    @property
    def takes_up(self) -> bool:
        """Whether a clause only says who claims an act told before or where it was, whatever year it names by the way."""
        if not self.refers_back or self.method is None or any(p.rule == CLAIMS for p in self.parts):
            return self.refers_back
        return not self.harm and says_where(self.method, self.places, self.place_chunks)

    @property
    def names_a_day(self) -> bool:
        """Whether the clause names a day, or a part of one."""
        return bool(self.dates) and any(m.has_day_word or m.is_daypart_only for _, m in self.dates)

    @property
    def agents(self) -> list[Part]:
        """Parts that did it."""
        parts = self.parts
        return [p for p in parts if p.role is Role.AGENT] if parts else []

    @property
    def names_doer(self) -> bool:
        """Whether it says by name who did it."""
        named = [p for p in self.parts if p.role is Role.AGENT and p.ids]
        return bool(named)

    @property
    def doers(self) -> list[Part]:
        """Named parts that did it, without those who only helped."""
        parts = self.parts
        return [p for p in parts if p.role is Role.AGENT and p.ids and p.rule not in HELPED] if parts else []

    @property
    def targets(self) -> list[Part]:
        """Parts to whom it was done."""
        parts = self.parts
        return [p for p in parts if p.role is Role.TARGET] if parts else []

    @property
    def sides(self) -> list[Part]:
        """Parts of a two-sided act."""
        parts = self.parts
        return [p for p in parts if p.role is Role.SIDE] if parts else []


def read_clause(row: Sequence[Chunk], clause: Clause, standing: Standing, speakers: frozenset[int]) -> Draft:
    """Read one clause of the row; ``standing`` is what stands where in its sentence, ``speakers`` are the chunks of actors whom the text only cites."""
    lo, hi = clause.lo, clause.hi
    standing = standing.within(lo, hi)
    acts = standing.acts
    marks = read_marks(row, lo, hi, standing.steering)
    harm = find_harm(row, lo, hi)
    if harm:
        harm = with_their_class(row, harm)
    method = find_method(row, lo, hi, acts, marks)
    if method is None and (harm or standing.harms):
        method = find_harm_act(row, lo, hi, harm)
    if method is not None:
        method = by_whom_it_killed(row, harm, method) or method
    if harm:
        harm = without_earlier(row, harm, method)
    scene = _scene(row, standing, method, harm, marks, speakers)
    draft = Draft(
        clause=clause,
        method=method,
        parts=with_watchers(scene, read_roles(scene)),
        places=[],
        dates=[],
        harm=harm,
        objects=[],
        told_at=[k for k in acts if row[k].senses[Kind.TRIGGER].entry.tells_act] if acts else acts,
        marks=marks,
    )
    if standing.days:
        draft.dates = _days(row, clause, standing.days, method)
    if standing.things:
        draft.objects = objects_hit(row, lo, hi, standing.things, draft.told_at, draft.parts)
        draft.harm = with_drivers(row, draft.harm, draft.objects, draft.parts)
    if method is not None and draft.parts:
        method = by_arms(from_the_air(row, lo, hi, method, draft.agents), draft.agents)
        draft.tell(method)
    if clause.tells_of >= 0 or scene.family == "movement" or scene.places:
        settle_where(scene, draft)  # a move without a place may still have sides that are only its purpose
        settle_places(row, draft)
    if marks:
        _settle_marks(row, draft, harm)
    if method is not None and (
        (not clause.headline and holds(row, method)) or (not draft.dates and by_hundreds(row, method, hi))
    ):
        marks.setdefault("trend", method.at)
    if draft.dates:
        mark_since(row, draft.dates, method, marks, sums_up=bool(draft.harm) and not draft.places)
    if draft.family_name == "protest":
        leave_out_grievance(row, draft)
    if draft.harm and draft.dates and not draft.names_a_day:
        if summed := next((k for k, m in draft.dates if m.is_since_month), 0):
            marks.setdefault("total", summed)  # "since early January … 17 were killed" (section 1)
    if method is not None:
        _of_method(row, draft, method, acts)
    if draft.harm:
        draft.harm = without_failed(row, draft.harm, marks)
    leave_out_tried(row, draft)
    if draft.family_name == "raid":
        without_death_of_kin(row, draft)
    return draft


def _scene(
    row: Sequence[Chunk],
    standing: Standing,
    method: MethodFound | None,
    harm: list[HarmMention],
    marks: dict[str, int],
    speakers: frozenset[int],
) -> Scene:
    """Set the scene of an act, or of the first word of a toll where none is told."""
    lo, hi, harms = standing.lo, standing.hi, standing.harms
    at = method.at if method is not None else harms[0] if harms else None
    family = method.family if method is not None else ""
    victims = frozenset([k for h in harm for k in h.actors]) if harm else _NOBODY
    doers = frozenset([k for h in harm for k in h.agents]) if harm else _NOBODY
    actors, places = standing.actors, standing.places
    clash = family in FOUGHT
    return Scene(row, lo, hi, at, actors, places, harms, family, victims, doers, speakers, marks, clash)


_NOBODY: Final[frozenset[int]] = frozenset()


def _days(
    row: Sequence[Chunk], clause: Clause, named: Sequence[int], method: MethodFound | None
) -> list[tuple[int, DateMention]]:
    """Give those of the days that a clause names which can be those of its act."""
    days = without_missing(row, clause.lo, clause.hi, days_of(row, clause.lo, clause.hi, named))
    return without_hold(row, without_habit_aside(row, days, method), method)


def _settle_marks(row: Sequence[Chunk], draft: Draft, harm: list[HarmMention]) -> None:
    """Keep the marks that govern the act of the clause, or its toll as it was first read."""
    marks, method = draft.marks, draft.method
    narrow(row, marks, method, harm)
    settle(marks, dated=draft.names_a_day)
    if harm and (plan := marks.get("plan")) is not None:
        if any(h.at == plan and h.kind == "detained" and (h.count.min or 0) > 1 for h in harm):
            del marks["plan"]  # "the police |stopped| 60 persons in raids": whom it held, not what it halted
    if "ongoing" in marks and (stir := stir_before(row, marks, method)) >= 0:
        draft.parts = [p for p in draft.parts if p.at > stir or p.role is not Role.AGENT]  # who is on the alert


def _of_method(row: Sequence[Chunk], draft: Draft, method: MethodFound, acts: Sequence[int]) -> None:
    """Read what depends on the words that name the act: how many times, whether told before, by whom."""
    count_times(row, method, draft)
    if draft.joined_places:
        draft.listed_on = listed_on(row, draft.places, taken=draft.family_name == "capture")
    if draft.places and not draft.harm and (more := another_at(row, draft.places)) is not None:
        draft.marks["another"] = more
    verb = row[method.at].reading(Kind.TRIGGER)
    if verb is not None and verb.form.pos is Pos.VERB and not (verb.form.tense == "present" and draft.clause.headline):
        draft.marks["did" if verb.form.tense == "past" else "does"] = method.at
    if "unceasing" in draft.marks and goes_on_and_on(row, draft):
        draft.marks.setdefault("trend", method.at)
    draft.refers_back = refers_back(row, method)
    if draft.refers_back and draft.places and (open_from := draft.marks.pop("whether", None)) is not None:
        # "not clear whether the raid on A was carried out by |X|"
        draft.parts = [part for part in draft.parts if part.at < open_from]
    draft.marks |= anew(row, acts)
    if draft.places and is_next_of_several(row, method.at):
        draft.refers_back, draft.marks["anew"] = False, method.at
    if draft.objects and (hit_first := struck_first(row, draft.clause.lo, method.at)) is not None:
        draft.marks["struck"] = hit_first
    mark_allusions(row, draft, method)
    if draft.family_name == "capture" and says_since_when(row, draft.clause.lo, method):
        draft.marks["landmark"] = method.at
    if (failed := draft.marks.get("failure")) is not None and (
        is_met(row, draft.clause.lo, draft.clause.hi, failed, method.at) or failed_before(row, method.at, failed)
    ):
        del draft.marks["failure"]  # what air defences do about a strike seldom makes it miss
    if "priority" in draft.marks and not is_noun_of_taking(row[method.at]):
        mark_imminent(row, draft.marks, method, dated=bool(draft.dates))
    mark_attempt(row, draft.clause.lo, method, draft.parts, draft.marks)
    draft.parts = mark_fighter(row, draft.clause.lo, draft.clause.hi, method, draft.parts, draft.marks)
    draft.harm = of_the_repelled(draft.parts, draft.harm, method.at)
    draft.by_gunmen = by_gunmen(row, method, draft.clause.lo, draft.clause.hi)
    if draft.harm and hurt_at_work(row, method.at, draft.harm):
        draft.marks["at_work"] = method.at
    draft.parts = beside_bombing(row, method, draft.parts, draft.marks)
    draft.dates = days_of_bombing(method, draft.dates, draft.marks)
    if "claims" in draft.marks and draft.refers_back and not draft.harm:
        draft.places = ahead_of_comma(row, draft.places, method.at, draft.clause.hi)
    if "since" in draft.marks and draft.takes_up:
        del draft.marks["since"]  # "the attack in A sheds light on a war that has gone on since …"
