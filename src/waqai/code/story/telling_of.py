"""What a clause is to the acts told so far: an allusion, a claim, a toll of nobody, people taken, a part of a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from waqai.code.act.alluded import is_called_by_place
from waqai.code.act.draft import Draft
from waqai.code.act.habit import is_stepped_up
from waqai.code.act.told import Act, When, Where, are_towns, may_hold
from waqai.code.clause.scene import HELPED
from waqai.code.family import FOUGHT, FROM_AFAR
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Sort
from waqai.tag.harm.find import COMBATANTS, HURT
from waqai.tag.harm.victim_side import ATTACKERS
from waqai.tag.tagged import Tagged
from waqai.values.actor import UNKNOWN
from waqai.values.date import DateValue
from waqai.values.place import FINENESS


def is_by_the_way(draft: Draft, landmarks: Sequence[int]) -> bool:
    """Tell whether background names what something came in answer to, with no day and no dead: "… , in answer to |the kidnapping| of a boy"."""
    if draft.method is None or not draft.clause.background or draft.dates:
        return False
    return draft.method.at in landmarks and not any(h.kind == "killed" for h in draft.harm)


def is_meanwhile(draft: Draft, acts: Sequence[Act]) -> bool:
    """Tell whether what somebody stepped up is told beside other acts, on which the article goes on."""
    return bool(acts) and not draft.dates and is_stepped_up(draft)


def day_of_sentence(draft: Draft, act: Act | None, news: DateValue | None) -> When | None:
    """Give the day, before the news, that a clause goes on with: "|on 6 September| X shelled A, and B was shelled likewise"."""
    if act is None or act.when is None or act.when.weak or news is None or not draft.opens_with("joint"):
        return None
    last = act.drafts[-1]
    same = last is draft or (last.clause.sentence == draft.clause.sentence and last.dates)
    return act.when if same and not act.when.value.overlaps(news, slack_days=1) else None


_ALLUDED_TO: Final = frozenset({"clash", "capture", "open", "violence"})
"""Families that opinion speaks of by their definite noun: the battle, the attack."""


def only_alludes(draft: Draft, tagged: Tagged) -> bool:
    """Tell whether a clause far down speaks of a battle as of something known, with no day and no toll."""
    assert draft.method is not None
    if draft.harm or draft.dates or draft.clause.block <= 1:
        return False
    if draft.family_name == "open" and is_called_by_place(tagged.row, draft):
        return True
    if not draft.refers_back:
        return False
    if draft.method.method == "capture" and (any(p.ids for p in draft.agents) or _is_managed(draft)):
        return False  # "the fighters managed |the taking of| A"
    return draft.family_name in _ALLUDED_TO and not (draft.family_name == "clash" and _is_under_way(draft, tagged))


def _is_managed(draft: Draft) -> bool:
    """Tell whether the taking is what was done or managed, by whomever the verb before it has for its subject: "|was done| the taking of A"."""
    assert draft.method is not None
    return draft.marks.get("managed") == draft.method.at - 1


def _is_under_way(draft: Draft, tagged: Tagged) -> bool:
    """Tell whether a clause says of a fight that it goes on or flared up, as news: "|and the battles went on| between X and Y at A"."""
    assert draft.method is not None
    verb = tagged.row[draft.method.at].first - 1
    return any(r.entry.cls == _FLARES for hit in tagged.words.by_first.get(verb, ()) for r in hit.readings)


_FLARES: Final = "flares"


KILLS: Final = frozenset({"fire", "bomb", "violence"})
"""Families of acts that kill people where they live, where another act goes before and nothing else is said."""


def is_at_home(draft: Draft, acts: Sequence[Act]) -> bool:
    """Tell whether an act was where the people come from to whom it was done."""
    if draft.family_name == "protest":
        return True  # "protesters of the people of A closed the road"
    return takes_people(draft) or _is_lead_of_arrest(draft, acts)


def _is_lead_of_arrest(draft: Draft, acts: Sequence[Act]) -> bool:
    """Tell whether the lead says whom the headline has arrested, and only whence he is: there it was."""
    if draft.family_name != "raid" or draft.clause.headline:
        return False
    return bool(draft.harm) and all(d.clause.headline for act in acts for d in act.drafts)


def takes_people(draft: Draft) -> bool:
    """Tell whether people are arrested, whose town is where it was where another act goes before: "… and also arrested five men of A"."""
    if draft.family_name == "abduction":
        return any(h.kind == "abducted" for h in draft.harm)
    if not draft.opens_with("joint"):
        return False
    if any(h.kind == "killed" for h in draft.harm) and draft.family_name in KILLS:
        return True
    return any(h.kind == "detained" for h in draft.harm) and draft.family_name == "raid"


def without_arrest(draft: Draft, acts: Sequence[Act], current: Act | None) -> Draft:
    """Leave out of a clause the arrest, where fighters are taken in the fight told before: "the forces |captured| 45 rebels"."""
    if draft.method is None or draft.method.rule not in _OF_HARM or draft.places or fight_of(acts, current) is None:
        return draft
    alone = draft.method.rule == _HARM_ALONE
    taken = alone and any(h.kind == "detained" and h.who == COMBATANTS for h in draft.harm)
    return replace(draft, method=None) if taken or _are_some_of_the_dead(draft, current) else draft


_HARM_ALONE: Final = "method.harm_alone"
_OF_HARM: Final = frozenset({_HARM_ALONE, "method.harm_by_doer"})
"""Rules of acts that only the harm tells."""


def _are_some_of_the_dead(draft: Draft, act: Act | None) -> bool:
    """Tell whether the next sentence only says who a fight's dead were, or some of them: "28 died there. It added that |17 rebels were killed|"."""
    if act is None or draft.dates or draft.clause.sentence - act.drafts[-1].clause.sentence != 1:
        return False
    dead = max((m.count.min or 0 for m in act.harm if m.kind == "killed"), default=0)
    if act.family_name == "capture" and not act.harm:
        return any(h.kind == "killed" for h in draft.harm) and all(h.who == COMBATANTS for h in draft.harm)
    some = [h.count.min or 0 for h in draft.harm if h.kind == "killed" and h.who == COMBATANTS]
    return bool(some) and sum(some) < dead


def fight_of(acts: Sequence[Act], current: Act | None) -> Act | None:
    """Give the fight that a paragraph goes on about, be it with fire told of since."""
    act = current
    if act is not None and act.family_name in FROM_AFAR:
        act = next((a for a in reversed(acts) if a.family_name in FOUGHT), None)
    return act if act is not None and act.family_name in FOUGHT else None


WHOSE: Final = frozenset(
    {"roles.claims", "roles.origin", "roles.accused", "roles.ascribed", "roles.marks_of", "roles.attackers_are"}
)
"""Rules of doers whom only a claim, an accusation or a likeness names."""


def claims_it(draft: Draft) -> bool:
    """Tell whether a clause only says whose an act was: "an official of X |claimed| it"."""
    if not draft.parts:
        return False
    marks = draft.marks
    whose = [p.rule for p in draft.parts if p.rule in WHOSE and p.ids]
    # "nobody claimed it, but it |bears the marks of| X"
    if whose and marks.get(_LIKENESS, -1) - marks.get("negation", _FAR) > 1:
        return "roles.marks_of" in whose
    return bool(whose) and _NOT_THIS.isdisjoint(marks)


_LIKENESS: Final = "marks_of"
_FAR: Final = 1 << 30
_NOT_THIS: Final = frozenset({"negation", "once", "series", "trend"})
"""Marks of clauses that say who has claimed no act, earlier ones, or such acts as a rule."""


def claims_act(draft: Draft, act: Act) -> bool:
    """Tell whether a clause says whose an act is that nobody known is told to have done, or who helped in a fight."""
    if "helps" in draft.marks and "negation" not in draft.marks:
        near = draft.clause.sentence - act.drafts[-1].clause.sentence <= 1
        return near and act.family_name in FOUGHT and any(p.rule in HELPED and p.ids for p in draft.agents)
    return claims_it(draft) and not act.agent_ids() - {UNKNOWN}


def is_second_of_headline(draft: Draft, act: Act | None) -> bool:
    """Tell whether a headline goes on with an act of another kind: "clashes in A |and nine arrested|", whose place the body will say."""
    if act is None or not draft.clause.headline or draft.method is None:
        return False
    opens = draft.method.at - draft.clause.lo <= 1 and bool(act.harm) and not draft.harm
    if not draft.homes and not (opens and draft.family_name == "bomb"):  # "two killed in A |and a bomb hits| a patrol"
        return False
    return draft.family_name not in _OPEN | {act.family_name}


_OPEN: Final = frozenset({"open", "violence"})  # by which headlines only say more of the act told with them


def breaks_up(act: Act | None, draft: Draft) -> bool:
    """Take for the end of a protest what a force did to the crowd just told of: "… and the police dispersed them by gunfire"."""
    if "disperses" not in draft.marks or act is None or act.family_name != "protest":
        return False
    if draft.places or draft.clause.sentence - act.drafts[-1].clause.sentence > 1:
        return False
    act.take([replace(draft, method=None)])
    act.harm.extend(draft.harm)
    return True


def is_told_of(draft: Draft, where: Where | None, acts: Sequence[Act], but: Act) -> bool:
    """Tell whether another act of its kind was at a place, or in it: a clause that puts "the blast" there takes up that one."""
    told = (act.where for act in acts if act is not but and act.family_name == draft.family_name)
    return where is not None and any(own is not None and where.key in (own.key, *own.parents) for own in told)


def needs_no_doer(draft: Draft) -> bool:
    """Tell whether an act needs no doer named: a crowd is one, and whoever rules closes."""
    return draft.family_name in _BY_THEMSELVES


_BY_THEMSELVES: Final = frozenset({"protest", "closure"})


def is_beside_fight(draft: Draft, act: Act) -> bool:
    """Tell whether a sentence goes on with whom a fight's fire hit ("17 policemen died in it, |and three civilians by shells|"), or what fire burnt."""
    if draft.clause.sentence != act.drafts[-1].clause.sentence:
        return False
    if draft.method is not None and draft.method.method == "arson" and act.family_name in FROM_AFAR:
        return not (draft.harm or any(p.rule != "roles.carried_on" for p in draft.agents))
    goes_on = act.family_name in FOUGHT and bool(draft.harm)
    return goes_on and not (draft.agents or draft.dates or draft.homes or "apart" in draft.marks)


def is_part_of(fine: Where, whole: Where) -> bool:
    """Tell whether a quarter or site may lie in the town or area that the act was first told of."""
    a, b = fine.value, whole.value
    return FINENESS[a.precision] < FINENESS[b.precision] and a.admin1 == b.admin1


def is_closer(focus: Where | None, tagged: Tagged, act: Act, draft: Draft, current: Act | None) -> bool:
    """Tell whether the place that the article has come to is that of an act of which more is told, or in it: in a governorate, or in the headline's town.

    Or of an act at no place: "killed him in a raid in the north. |He died near the town of A. The raid| hit his car".
    """
    if focus is None or focus.is_coarse:
        return False
    there = current is not None and current.where is not None and current.where.key == focus.key
    if there and current is not None and current.is_by_others(act):
        return False  # where others did something else
    if act.where is None:
        return bool(act.harm) and draft.refers_back and _is_of_blow_before(tagged, focus.at, draft.clause.lo)
    return act.where.is_coarse or (act.is_in_headline_only and act.where.key in focus.parents)


def _is_of_blow_before(tagged: Tagged, at: int, lo: int) -> bool:
    """Tell whether a place stands in the sentence before a clause, behind an act or a killing."""
    row = tagged.row
    if at >= lo or sum(chunk.sort is Sort.STOP and chunk.text == "." for chunk in row[at:lo]) != 1:
        return False
    return any(
        chunk.entry(Kind.HARM).harm in HURT or chunk.entry(Kind.TRIGGER).tells_act for chunk in row[at - _BLOW : at]
    )


_BLOW: Final = 5
"""Chunks from what was done to where it was."""


def like_before(draft: Draft, act: Act) -> Draft:
    """Give a clause that only tells a toll the deed and the doers of the act before it."""
    if act.lead.method is None:
        return draft
    method = msgspec.structs.replace(act.lead.method, at=draft.harm[0].at)
    return replace(draft, method=method, parts=[*draft.parts, *act.lead.parts])


_OTHERWISE: Final = frozenset({"accident", "in_care", "died"})
"""What says, or leaves open, that they died of something else than the deed: an accident, wounds of an earlier day, a disease."""


def were_hit(draft: Draft) -> bool:
    """Tell whether a toll told at a place is one of violence by its own words: "killed", not "died"."""
    return bool(draft.harm and draft.places) and _OTHERWISE.isdisjoint(draft.marks)


def is_of_another_town(draft: Draft, where: Where, act: Act) -> bool:
    """Tell whether a toll is of another place than the act before it: in another paragraph, or of another town in the same sentence."""
    if act.where is None or may_hold(where, act.where):
        return False
    last = act.drafts[-1].clause
    return draft.clause.block != last.block or (are_towns(where, act.where) and draft.clause.sentence == last.sentence)


def ends_it(draft: Draft) -> bool:
    """Tell whether it is the attackers' own death that is told, with which an attack ends, be it a day later."""
    return bool(draft.harm) and all(ATTACKERS in h.sides for h in draft.harm)


def has_moved(focus: Where | None, act: Act | None, draft: Draft) -> bool:
    """Tell whether a sentence has gone to another place than that of an act told before it: "killed a man in A. They entered |B|, and held ten"."""
    if focus is None or act is None or act.where is None or draft.refers_back or draft.clause.headline:
        return False
    if act.drafts[-1].clause.sentence == draft.clause.sentence or focus.key == act.where.key:
        return False
    return not (may_hold(focus, act.where) or may_hold(act.where, focus))
