"""Words beside which an act is no incident: of accidents, feasts, courts and crime, of habits and running totals (section 1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from waqai.code.family import FROM_AFAR
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.date.expression import Relation
from waqai.tag.date.find import DateMention
from waqai.tag.harm.find import HarmMention
from waqai.tag.number.find import NumberMention
from waqai.tag.place.find import PlacePhrase

if TYPE_CHECKING:
    from waqai.code.deed.method import MethodFound

_ACCIDENT: Final = "accident"
_PRIVATE: Final = "private"
"""Quarrels at home, which an armed group that did it makes none of."""
_NO_POLITICS: Final = {
    _ACCIDENT: frozenset({"bomb", "open", "violence"}),
    "revelry": frozenset({"violence", "bomb", "open"}),
    "court": frozenset({"violence", "raid"}),
    "kin": frozenset({"violence", "bomb", "open", "raid"}),
    "crime": frozenset({"raid", "property", "clash"}),
    "scene": frozenset({"closure", "movement"}),
    "decree": frozenset({"closure"}),
    _PRIVATE: frozenset({"violence", "bomb", "open", "raid"}),
    "beast": frozenset({"violence", "open", "raid"}),
}
"""Which families are no incidents beside words of accidents, joy and quarrels, courts, common crime and its scene, emergency decrees, animals."""
_DRILL: Final = "drill"
_NOT_LAID: Final = frozenset({_ACCIDENT, _PRIVATE})
"""What no bomb is that somebody laid, or wore, whatever ailed him."""
_PLAYED: Final = frozenset({_DRILL, "film"})
"""Drills, films and books, where nobody is hurt."""
_TRIAL: Final = "trial"
_LATELY: Final = "lately"
_UNREAL: Final = "unreal"
_WAY_OF_WAR: Final = "particle.way_of_war"
_EXPECTED: Final = "particle.unreal.expected"
_IMMINENT: Final = "particle.imminent"
_BENCH: Final = "bench"
_EXECUTION: Final = "execution"
"""What courts decide upon; where somebody is told to have done it, he did."""
_CLEARS: Final = "clears"
"""Bombs that are cleared away, where nobody is hurt."""
_VERBAL: Final = "verbal"
_WRITER: Final = "writer"
_ASSAULT: Final = "method.trigger.assault"
"""Attacks that are words where a writer makes them, or speeches and posts are spoken of; nobody is hurt, no weapon or doer named."""
_CRIME: Final = "crime"
_HIT: Final = "method.trigger.fire_at"
_FEAST: Final = "feast"
_STRAY: Final = "stray"
_OF_JOY: Final = frozenset({"violence", "open"})
"""Families that are joy at a feast where they hurt nobody, or by stray bullets."""
_LAID: Final = frozenset({"ied", "landmine", "suicide_bomb", "vehicle_bomb"})
"""Methods that somebody laid: a bomb in a gas cylinder, a mine that a flood moved are no accidents."""
_BURIED: Final = frozenset({"ied", "landmine"})
_BY_WEAPON: Final = "method.harm_with_weapon"
_NAMED: Final = 3
"""Strength of a word that names the bomb; "a blast" may be a gas cylinder's own."""
NO_POLITICS: Final = frozenset({*_NO_POLITICS, *_PLAYED, _FEAST, _BENCH, _CLEARS, _VERBAL, _WRITER})
"""Classes of all words beside which an act may be no incident: a clause without any of them tells politics."""
_DATED: Final = {"often": "trend", "since_start": "total"}
"""What is a habit or a running total unless a day is named."""
_FIRST: Final = "first_time"


def is_no_politics(marks: Mapping[str, int], method: MethodFound, *, harms: bool, doer: bool, hit: bool) -> bool:
    """Tell whether the words of a clause (class → chunk) make its act one without a political actor.

    ``doer``: who did it is told; ``hit``: gunmen did it, or a thing is hit.
    """
    if NO_POLITICS.isdisjoint(marks):
        return False
    family = method.family
    laid = method.method in _LAID and (method.strength >= _NAMED or bool(method.by))
    if _FEAST in marks and family in _OF_JOY and (_STRAY in marks or not harms):
        return True
    if not harms and not _PLAYED.isdisjoint(marks):
        return True
    if _BENCH in marks and method.method == _EXECUTION and not doer:
        return True
    if _CLEARS in marks and method.method in _BURIED and not harms:
        return True
    if _ACCIDENT in marks and method.rule == _BY_WEAPON and family == "air":
        return True  # "a plane left |the runway| and one man was hurt"
    if _CRIME in marks and method.rule == _HIT and not method.by:
        return True  # "a gang of swindlers |who targeted| workers"
    if method.rule == _ASSAULT and not (harms or method.by or hit) and _is_verbal(marks, method.at, doer=doer):
        return True
    told = _NO_POLITICS.keys() & marks.keys()
    return any(
        family in _NO_POLITICS[cls] and not (cls in _NOT_LAID and laid) and not (cls == _PRIVATE and doer)
        for cls in told
    )


def _is_verbal(marks: Mapping[str, int], at: int, *, doer: bool) -> bool:
    """Tell whether an attack is made with words: "attacked X in |a speech|", or its subject is a writer: "the attack |of the writer|"."""
    if marks.get(_WRITER) == at + 1:
        return True
    said = marks.get(_VERBAL)
    return said is not None and (not doer or -1 <= said - at <= _REACH)


def settle(marks: dict[str, int], *, dated: bool) -> None:
    """Note what is a habit or a total where the clause names no day: "several times", "since the start of"."""
    if dated:
        return
    for cls, as_cls in _DATED.items():
        if cls in marks and not (cls == "since_start" and _FIRST in marks):
            marks.setdefault(as_cls, marks[cls])


def narrow(row: Sequence[Chunk], marks: dict[str, int], method: MethodFound | None, harm: list[HarmMention]) -> None:
    """Keep drills, trials and habits only where they govern the act of the clause."""
    if _GOVERN.isdisjoint(marks):
        return
    at = method.at if method is not None else -1
    if (drill := marks.get(_DRILL)) is not None and not _is_drilled(row, drill, at):
        del marks[_DRILL]
    if (trial := marks.get(_TRIAL)) is not None and trial < at:
        marks.setdefault("court", trial)
    if (often := marks.get(_OFTEN, -1)) > at >= 0 and row[often].has(_WAY_OF_WAR):
        del marks[_OFTEN]  # "clashes with X, |which resorts to| suicide bombings"
    said = marks.get(_UNREAL, -1)
    if 0 <= at < said - 1 <= at + _WHICH and row[said].has(_EXPECTED) and _is_whose(row, at, said):
        marks[_UNREAL] = at + 1
    lately = marks.get(_LATELY)
    if lately is None or at < 0 or not _is_lately(row, lately, at):
        return
    if not any(h.at < lately and h.count.is_exact and h.count.min for h in harm):
        marks.setdefault(_OFTEN, lately)


_OFTEN: Final = "often"
_GOVERN: Final = frozenset({_DRILL, _TRIAL, _OFTEN, _UNREAL, _LATELY})
"""Classes of words that say something of an act only where they govern it."""


_WHICH: Final = 2
"""Chunks that tell which act it is: by aircraft, whose."""


def _is_whose(row: Sequence[Chunk], at: int, said: int) -> bool:
    """Tell whether what stands between the noun of an act and what is said of it only tells whose it is: "a |Turkish| attack that is expected", "|American air| strikes"."""
    noun = any(r.entry.kind is Kind.TRIGGER and r.form.pos is not Pos.VERB for r in row[at].readings)
    between = row[at + 1 : said]
    which = all(c.sort is Sort.ACTOR or (Kind.WEAPON in c.senses and not c.tells) for c in between)
    return noun and which and not any(c.prep or c.gap for c in between) and not row[said].gap


def mark_imminent(row: Sequence[Chunk], marks: dict[str, int], method: MethodFound, *, dated: bool) -> None:
    """Note that an act is still to come: "the attack on A |is only a matter of time|"; a noun tells it, behind it stands that it comes."""
    said = marks.pop("priority")
    act = row[method.at].reading(Kind.TRIGGER)
    if said > method.at and not dated and act is not None and act.form.pos is not Pos.VERB and row[said].has(_IMMINENT):
        marks[_UNREAL] = method.at + 1


def _is_drilled(row: Sequence[Chunk], drill: int, at: int) -> bool:
    """Tell whether a drill is what an act belongs to: "a drill in |storming| a house", "fired rockets |in| a drill"; not "held drills |and shelled| A"."""
    if drill > at:
        return at < 0 or row[drill].has(_DURING)
    act = row[at].reading(Kind.TRIGGER)
    if act is not None and act.form.pos is Pos.VERB and act.form.tense == "past":
        return not any(row[k].joined for k in range(drill + 1, at + 1))
    return not row[at].joined


_DURING: Final = "particle.drill.during"


def _is_lately(row: Sequence[Chunk], lately: int, at: int) -> bool:
    """Tell whether "lately" stands beside the act, or behind the doer of one that a noun tells: "after the attack that a gunman made |lately|"."""
    act = row[at].reading(Kind.TRIGGER)
    noun = act is not None and act.form.pos is not Pos.VERB
    return abs(lately - at) == 1 or (noun and 0 < lately - at <= _DOER)


_DOER: Final = 5
"""Chunks between the noun of an act and the "lately" that dates it, with the verb and its doer."""


def by_hundreds(row: Sequence[Chunk], method: MethodFound, hi: int) -> bool:
    """Tell whether what is plundered or demolished, or how often fire was opened, is counted in hundreds: "razed |hundreds of| houses", "|hundreds of| raids"."""
    at = method.at
    fired = method.family in FROM_AFAR
    if fired and any(
        _are_hundreds(row[k]) and row[k + 1].has(_VILLAGES) for k in range(at + 1, min(hi - 1, at + _AIM))
    ):
        return True  # "the raids hit |hundreds of towns and villages|, from A to B"
    counted = at - 1 if fired else at + 1
    if not (fired or method.family == "property") or not 0 <= counted < hi or (fired and (row[at].gap or row[at].prep)):
        return False
    return _are_hundreds(row[counted])


def _are_hundreds(chunk: Chunk) -> bool:
    return isinstance(chunk.mention, NumberMention) and (chunk.mention.count.min or 0) >= _HUNDRED


_HUNDRED: Final = 100
_VILLAGES: Final = "object.villages"
_AIM: Final = 5
"""Chunks from fire to how many villages it hit."""


def without_grievance(
    row: Sequence[Chunk],
    places: list[tuple[int, PlacePhrase]],
    harm: list[HarmMention],
    marks: Mapping[str, int],
) -> tuple[list[tuple[int, PlacePhrase]], list[HarmMention]]:
    """Leave out of a protest the place and toll of the act that it is against: "A demonstrated against |the raid on B that killed| seven"."""
    act = _grieved_at(row, marks)
    own = [(k, phrase) for k, phrase in places if k < act] or places
    return own, [h for h in harm if h.at <= act and not _is_what_for(row, h.at)]


def _is_what_for(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether a harm is what people protest for: "|against the killing| of a child", "protests in A |over the killing|", "against conscription |and arrests|"."""
    if at > 0 and row[at - 1].particle in _AGAINST and row[at].gap <= 1 and not row[at].joined:
        return True
    harm = row[at].reading(Kind.HARM)
    if harm is None or harm.form.pos is Pos.VERB or not (row[at].joined or row[at].prep == _OVER):
        return False
    for k in range(at - 1, max(-1, at - _FAR), -1):
        if row[k].particle in _AGAINST or (
            row[at].prep == _OVER and row[k].entry(Kind.TRIGGER).method in _DEMONSTRATES
        ):
            return True
        if row[k].sort is Sort.STOP and row[k].text != ",":
            return False
    return False


_OVER: Final = "علي"
_FAR: Final = 5
"""Chunks from a protest, or from "against", to what it is over."""


def _grieved_at(row: Sequence[Chunk], marks: Mapping[str, int]) -> int:
    """Find the chunk of the act that a protest is against; the end of the row where none is told."""
    against = min((marks[cls] for cls in _AGAINST if cls in marks), default=len(row))
    act = next((k for k in range(against + 1, len(row)) if row[k].reading(Kind.TRIGGER) is not None), len(row))
    return act if act < len(row) and row[act].entry(Kind.TRIGGER).method not in _DEMONSTRATES else len(row)


_DEMONSTRATES: Final = frozenset({"demonstration", "sit_in", "road_block", "general_strike"})
_AGAINST: Final = ("protests_at", "condemn")
"""Particles behind which stands what people protest against."""


def without_failed(row: Sequence[Chunk], harm: list[HarmMention], marks: Mapping[str, int]) -> list[HarmMention]:
    """Leave out the harm that did not come about, "a failed attempt to kill", and not what "and" joins to it: "foiled it |and arrested| two"; and a toll that a later one has replaced: "|an earlier toll| had spoken of four dead"."""
    if (earlier := marks.get("earlier_toll")) is not None:
        harm = [h for h in harm if h.at < earlier or _says_another(row, earlier, h.at)]
    if harm and "first_time" in marks:
        harm = [h for h in harm if not _was_then(row, h.at)]
    failed = marks.get("failure")
    if failed is None or row[failed].particle == "vain":
        return harm
    return [
        h
        for h in harm
        if not failed < h.at <= failed + _REACH or row[h.at].joined or row[h.at].reading(Kind.PARTICLE) is not None
    ]


def _was_then(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether a toll is that of the last such act: "the worst since last April, |when five soldiers were killed|"."""
    k = at - 1 - (at > 1 and row[at - 1].text == ",")
    then = row[k].mention if row[at].gap == 1 and not row[at].joined else None
    if not isinstance(then, DateMention) or then.relation is not Relation.SINCE:
        return False
    return any(row[j].particle == "first_time" for j in range(max(0, k - _WORST), k))


_WORST: Final = 6
"""Chunks between "the worst" and since when."""


def _says_another(row: Sequence[Chunk], earlier: int, at: int) -> bool:
    """Tell whether somebody else is cited between an earlier toll and what is told at ``at``: "had spoken of three, but |X confirmed| five"."""
    return any(row[k].sort is Sort.STOP and row[k + 1].reading(Kind.SOURCE) is not None for k in range(earlier, at))


_REACH: Final = 3
"""Chunks that a failure reaches."""
