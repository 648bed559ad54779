"""Which acts carry an incident of their own: weak or open triggers need a doer, a toll or a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.told import BLAST_RULES, Act
from waqai.code.camps import foes_of
from waqai.code.clause.put_aside import TOWARDS
from waqai.code.clause.scene import BEATS_OFF
from waqai.code.deed.turned import DESTROYED
from waqai.code.family import FAMILY
from waqai.code.verdict.aims import names_military
from waqai.code.verdict.blast import is_news_of_blasts
from waqai.code.verdict.crime import is_by_sentence, is_crime
from waqai.code.verdict.raids import RAIDS
from waqai.lexicon.entry import Kind, Pos
from waqai.model import Harm
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.find import HarmMention
from waqai.values.actor import CIVILIANS as CIVILIANS_ID
from waqai.values.actor import PROTESTERS, SETTLERS, UNKNOWN
from waqai.values.place import IN_TOWN

_WORKS: Final = "facility"
"""What drones or shells are told to have hit, be it by nobody named."""
_A_WAR: Final = 1000
"""Dead that no act without a day of its own has: they are those of a war (section 1, running totals)."""


def _moves_there(act: Act, known: Sequence[str]) -> bool:
    """Tell whether a named force left or came to a place that the clause itself names (rulings 11 and 35)."""
    return bool(known) and act.own_place and act.where is not None and not act.where.is_coarse


def _is_shot_at(act: Act, row: Sequence[Chunk]) -> bool:
    """Tell whether shots had an aim: "at |a car|", "at |a patrol of X|", "|a house| came under fire"; not those heard near it."""
    lead = act.lead
    if "undergo" in lead.marks or any(p.ids and p.rule in _AT for p in lead.targets):
        return True
    return any(cls != "weapon" and row[k].prep in _AIMED for k, cls in lead.objects)


_AT: Final = frozenset({"roles.against", "roles.met"})
_AIMED: Final = TOWARDS | {"", "علي", "ل"}


def _is_attack_of_a_day(act: Act, row: Sequence[Chunk]) -> bool:
    """Tell whether an attack is told with a town and a day or month of its own near it: "a like attack occurred |two months ago in A|"."""
    lead = act.lead
    assert lead.method is not None
    assert act.where is not None
    at = lead.method.at
    if lead.method.rule == _FIRE_AT:
        # "the attack that |targeted| a hotel in A"
        named = any(chunk.has(_ASSAULT) for chunk in row[max(at - 1, 0) : at + 2])
    else:
        hit = at + 1 < len(row) and row[at + 1].has(_HIT)  # "after |the attack that| targeted a hotel in A"
        named = lead.method.rule == f"method.{_ASSAULT}" and (hit or not lead.refers_back)
    if not named or lead.clause.headline or act.where.is_coarse or not act.own_place or "raised" in lead.marks:
        return False
    return any(abs(k - at) <= _NEAR and not (m.is_trend or m.is_long_ago or m.is_daypart_only) for k, m in lead.dates)


_BURNT: Final = "method.trigger.burn_tyres"


def _is_struck(act: Act, row: Sequence[Chunk]) -> bool:
    """Tell whether a thing or a place is said to have been targeted, be it by nobody named: "the road |was targeted|", "a house |underwent an attack|" (ruling 42)."""
    lead = act.lead
    if lead.method is None or lead.method.rule not in (_FIRE_AT, f"method.{_ASSAULT}"):
        return False
    if not act.own_place or act.where is None or act.where.is_coarse:
        return False
    if "undergo" in lead.marks:
        return True
    if lead.method.rule != _FIRE_AT:
        return False
    trigger = row[lead.method.at].reading(Kind.TRIGGER)
    behind = lead.method.at + 1
    if trigger is None or trigger.form.pos is Pos.NOUN or behind == len(row):
        return False
    if trigger.form.pos is Pos.PHRASE and row[behind].sort is Sort.PLACE and not row[behind].prep:
        return row[lead.method.at].last - row[lead.method.at].first > 1  # "was done the targeting of"
    return any(k == behind and not row[k].prep for k, _ in lead.objects)


_ASSAULT: Final = "trigger.assault"
_HIT: Final = "trigger.fire_at"
_FIRE_AT: Final = f"method.{_HIT}"
_NEAR: Final = 5
"""Chunks between an attack and its day: whom it hit and where stand between."""


def _is_means(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether a phrase names an act by which something else was done: "|by attacking|", "|by hitting|"."""
    trigger = row[at].reading(Kind.TRIGGER)
    return trigger is not None and trigger.form.pos is Pos.PHRASE and trigger.form.text.startswith(_BY)


def _is_cleared(act: Act, row: Sequence[Chunk]) -> bool:
    """Tell whether a shell was left behind and did not go off: "cleared the place |of remnants of war|"; or a road was only cut by robbers (ruling 4)."""
    method = act.lead.method
    if method is None or method.rule != _LEFT_BEHIND:
        return method is not None and method.rule == _WAYLAY and method.method == "other"
    rules = {f"method.{c.entry(Kind.TRIGGER).id}" for d in act.drafts for c in row[d.clause.lo : d.clause.hi]}
    return rules.isdisjoint(BLAST_RULES)


_TRUCES: Final = frozenset({"method.trigger.truce_runs", "method.trigger.truce_runs.ceasefire"})
_LEFT_BEHIND: Final = "method.trigger.unexploded"
_BY: Final = "ب"
_BLOWS: Final = frozenset({"method.trigger.fire_at.noun", f"method.{_ASSAULT}"})


def _is_of_list(act: Act) -> bool:
    """Tell whether an act's toll is told of the first of the places that its clause lists: "|held| 40 in A, B and C"."""
    return act.own_place and act.where is not None and act.where.is_listed and bool(act.lead.harm)


def is_reportable(
    act: Act,
    row: Sequence[Chunk],
    method: str,
    by: Sequence[str],
    to: Sequence[str],
    harm: Sequence[tuple[Harm, HarmMention]],
) -> bool:
    """Tell whether the words carry an incident of their own: weak or open triggers need a doer or a toll.

    Of a post that tells nothing else, an act at its own place, any toll, or a named force's operation is enough.
    """
    lead = act.lead
    assert lead.method is not None
    known = [i for i in (*by, *(i for p in lead.sides for i in p.ids)) if i != UNKNOWN]
    if any(row.kind == "killed" and (row.min or 0) >= _A_WAR for row, _ in harm):
        if not any(m.has_day_word for d in act.drafts for _, m in d.dates):
            return False
    lost = act.own_place and any(i not in (UNKNOWN, CIVILIANS_ID) for i in to)
    if method == "capture" and not (known or harm or lead.agents or lost):
        return act.alone and act.own_place and act.where is not None and not act.where.is_coarse
    if (not harm and _is_cleared(act, row)) or is_crime(act, row, method, by, to) or is_by_sentence(row, method, by):
        return False
    if method in RAIDS and not harm and list(by) == [SETTLERS]:
        return False  # whose storming of a place where nobody is hurt is neither arrest nor abduction
    if lead.method.rule == _BURNT and PROTESTERS not in by and not (act.own_place or harm):
        return False  # tyres burnt by nobody named, in what is told of the same town
    if method == "small_arms" and not harm and any(c.particle == "aloft" for c in row[lead.clause.lo : lead.clause.hi]):
        return False  # shots into the air
    if method == "assassination" and lead.marks.keys() & {"failure", "tried"} and act.own_place and lead.names_a_day:
        return True  # "escaped an attempt to kill him in A yesterday"
    moves = FAMILY[method].name == "movement" and not act.alone
    if not act.own_place and (moves or lead.method.rule in _TRUCES):
        return False  # "and reinforcements were sent to the area", a truce of the whole country
    if not (act.own_place or harm) and lead.method.rule in _BLOWS and _is_means(row, lead.method.at):
        return False  # "the army answered |by hitting| the group's positions", wherever those are
    left = [i for i in to if i not in (UNKNOWN, CIVILIANS_ID)]  # "came to A after the withdrawal of |X|"
    if lead.method.strength >= 3 or (FAMILY[method].name == "movement" and _moves_there(act, known or left)):
        return True
    if act.alone:
        assert act.where is not None
        fine = act.own_place and not act.where.is_coarse
        return bool(harm) or (fine and (lead.method.strength == 2 or bool(known and method in RAIDS)))
    if lead.method.rule in BLAST_RULES and (news := is_news_of_blasts(act, row)) is not None:
        return news
    if method == "small_arms" and act.own_place and act.where is not None and not act.where.is_coarse:
        if _is_shot_at(act, row) or not {UNKNOWN, CIVILIANS_ID}.issuperset(to):
            return True  # shot at, a car, a house, a policeman, though nobody is known to be hurt
    if lead.method.strength == 2:
        works = any(phrase.kind == _WORKS for _, phrase in lead.places)
        weighty = (lead.method.by or lead.objects or works) and (lead.agents or (works and lead.method.by))
        hurt = harm or (act.own_place and lead.harm)  # told of the first of the places that it names
        aimed = names_military(lead) or (lead.method.rule in BLAST_RULES and any(p.ids for p in lead.targets))
        aimed = aimed or any(p.rule == BEATS_OFF and p.ids for p in lead.targets)  # "X beat off an attack on A"
        post = act.own_place and not lead.refers_back and aimed
        if (act.own_place and PROTESTERS in to) or (post and any(i not in (UNKNOWN, CIVILIANS_ID) for i in to)):
            return True  # "an attack on a checkpoint of X"
        struck = _is_struck(act, row) or _goes_on_there(act) or (act.own_place and bool(lead.by_gunmen or lead.doers))
        return bool(known or hurt or weighty or struck or _is_attack_of_a_day(act, row))
    return bool(known and (harm or _is_of_list(act) or _is_loss_of_foes(act, by)))


_WAYLAY: Final = "method.trigger.road_block"


def _goes_on_there(act: Act) -> bool:
    """Tell whether a battle is told to go on in a quarter or village, beside what was taken elsewhere: "took A, |as the battles went on in the quarter of| B"."""
    lead = act.lead
    assert lead.method is not None
    if lead.method.rule != _BATTLE or not lead.opens_with("joint") or lead.method.at != lead.clause.lo + 1:
        return False
    return act.own_place and any(k > lead.method.at and p.precision in IN_TOWN for k, p in lead.places)


_BATTLE: Final = "method.trigger.battle"


def _is_loss_of_foes(act: Act, by: Sequence[str]) -> bool:
    """Tell whether a side announces that it destroyed things of its enemy's: "X announced |the destruction of| three cars of Y's in A"."""
    assert act.lead.method is not None
    if act.lead.method.rule not in DESTROYED or all(p.rule != _ANNOUNCES for p in act.lead.agents):
        return False
    return act.own_place and any(foes_of(by).intersection(p.ids) for p in act.lead.targets)


_ANNOUNCES: Final = "roles.announces"
