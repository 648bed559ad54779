"""Whether a clause tells an act again that the article has told before, or another one (codebook section 1, "How many").

The cues that speak for and against are weighed; the weights are data (``data/weights/same_act.toml``), fitted on gold by
``tools/fit_weights.py``. A clause goes to the act with the highest sum, if that is above zero.
"""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.code.act.draft import Draft
from waqai.code.act.joins import may_join
from waqai.code.act.suspects import are_suspects_of
from waqai.code.act.told import Act, When, Where, are_other_dead, told_again
from waqai.code.clause.scene import DOERS, HELPED
from waqai.code.setting.dateline import is_put_apart
from waqai.code.story.another_one import (
    is_as_wide,
    is_besides,
    is_its_fight,
    is_left_behind,
    is_of_others,
    is_other_news,
)
from waqai.code.story.by_road import road_cue, side_cue
from waqai.code.story.kind_cues import kind_cues
from waqai.code.story.place_cue import place_cue
from waqai.code.story.risen import is_day_of_risen
from waqai.code.story.same_toll import tells_death_again
from waqai.code.story.specify import is_called_after, says_where
from waqai.tag.harm.find import HarmMention
from waqai.values.actor import UNKNOWN
from waqai.values.date import DateValue

WEIGHTS: Final = "same_act"
_LEAD_BLOCKS: Final = 2


class Telling(msgspec.Struct, frozen=True, gc=False):
    """One clause at one of its places: ``own`` is its own day, ``news`` the page's, ``items`` whether the page is a round-up."""

    draft: Draft
    where: Where | None
    harm: list[HarmMention]
    own: When | None
    news: DateValue | None
    items: bool


def same_act_cues(act: Act, telling: Telling, *, current: bool) -> list[str] | None:
    """Name the cues of a clause towards an act, the one just told if ``current``; ``None`` where the two cannot be one."""
    draft, where = telling.draft, telling.where
    if not may_join(act.lead, draft):
        return None
    if (draft.clause.earlier or "counted_on" in draft.marks) and act.drafts[-1].clause.hi == draft.clause.lo:
        return None
    if draft.family_name == "raid" and act.family_name != "raid" and are_suspects_of(act.agent_ids(), draft):
        return None
    if draft.clause.earlier and act.family_name == "raid" and draft.family_name != "raid":
        return None  # "arrested the maker of |the attack in A|"
    place = place_cue(act, where)
    if where is not None and place in (None, "place.other"):
        by_road = road_cue(act, draft, where) if current else ""
        place = by_road or side_cue(act, where, telling.harm) or place
    elsewhere = place == "place.act_has_none" and where is not None and is_put_apart(act, where)
    if elsewhere and not (draft.refers_back or _tells_toll(act, telling)):
        place = "place.other"  # "strikes in the north of A. In the town of B gunmen killed …"
    headed = act.is_in_headline_only
    if place is None or (headed and is_other_news(act, draft, telling.harm)) or is_of_others(act, draft):
        return None
    if where is not None and any(d is draft for d in act.drafts):
        return None  # of its places each is an act of its own
    if where is not None and is_besides(place, act, draft, where, telling.harm):
        place = "place.other"
    if where is not None and place in ("place.other", "place.may_hold"):
        if current and says_where(act, draft, where, telling.harm, may_hold=place == "place.may_hold"):
            place = "place.specified"
        place = is_called_after(act, draft, where) or place
    return [
        place,
        _day_cue(act, telling),
        _agent_cue(act, draft),
        *kind_cues(act, draft, telling.harm, current=current, placed=where is not None),
        *_toll_cues(act, telling.harm, elsewhere=place == "place.other"),
        *_telling_cues(act, telling, current=current, headed=headed),
    ]


def _tells_toll(act: Act, telling: Telling) -> bool:
    """Tell whether a clause tells the number of an act's victims again, three or more."""
    return any(n > 2 for _, n in told_again(act.harm, telling.harm))


def _day_cue(act: Act, telling: Telling) -> str:
    draft, own, news = telling.draft, telling.own, telling.news
    if own is not None and is_day_of_risen(act, draft, own, telling.where, news):
        return "day.not_said"
    if own is None:
        far = draft.clause.background and draft.clause.block > _LEAD_BLOCKS
        far = far and not (draft.refers_back and _may_be_there(act, telling.where))
        return "day.background" if far and draft.clause.sentence != act.drafts[-1].clause.sentence else "day.not_said"
    if act.when is not None:
        if own.value == act.when.value:
            return "day.same"
        if own.value.overlaps(act.when.value):
            return "day.meets"
        night = own.is_night_before(act.when) and is_as_wide(act, telling.where)
        corrects = night or (act.when.weak and _may_correct(draft, own, act.when))
        return "day.not_said" if corrects and not _is_earlier_one(act, telling) else "day.other"
    if news is None:
        return "day.not_said" if draft.clause.block <= _LEAD_BLOCKS else "day.other"
    if own.value.overlaps(news, slack_days=1):
        return "day.of_the_news"
    return "day.not_said" if _dates_it(act, telling) else "day.other"


def _may_be_there(act: Act, where: Where | None) -> bool:
    """Tell whether background that takes an act up by its noun names the act's place, what holds that, or the first place of it."""
    return where is not None and (act.where is None or act.where.key == where.key or where.key in act.where.parents)


def _dates_it(act: Act, telling: Telling) -> bool:
    """Tell whether the day of an act told without one comes behind it: "a bomb went off in A. |The blast on Monday| killed three"."""
    draft, where = telling.draft, telling.where
    if tells_death_again(act, draft, where, telling.harm):
        return True
    there = where is not None and act.where is not None and where.key == act.where.key
    if there and not (draft.refers_back or act.harm):
        # "whoever did the suicide attack in A |blew himself up on Monday|"
        told = act.lead.method
        return told is not None and draft.method is not None and told.method == draft.method.method == _SUICIDE
    if not draft.refers_back or draft.family_name not in (act.family_name, "open"):
        return False
    return there or not (draft.clause.background or draft.clause.sentence - act.drafts[-1].clause.sentence > _NEXT)


_NEXT: Final = 2
"""Sentences within which the day of an act comes."""
_SUICIDE: Final = "suicide_bomb"


def _is_earlier_one(act: Act, telling: Telling) -> bool:
    """Tell whether background tells of other dead than the act's: "three shot … |the ministry had announced| nine killed on Friday"."""
    return telling.draft.clause.background and are_other_dead(telling.harm, act.harm)


def _may_correct(draft: Draft, own: When, inferred: When) -> bool:
    """Tell whether a day word may be the act's own where its day so far was that of a saying."""
    return (draft.refers_back and not draft.clause.background) or own.is_shortly_before(inferred)


def _agent_cue(act: Act, draft: Draft) -> str:
    mine = {i for p in draft.parts if p.role in DOERS and p.rule not in HELPED for i in p.ids if i != UNKNOWN}
    if not mine or is_its_fight(act, draft):
        return "agent.not_said"
    if mine & (theirs := act.agent_ids() - {UNKNOWN}):
        return "agent.same"
    if not mine.isdisjoint(act.target_ids()):
        bombed = draft.family_name == act.family_name == "bomb"  # whoever stood by is no bomber
        return "agent.not_said" if bombed else "agent.turned_round"
    return "agent.other" if theirs else "agent.not_said"


def _toll_cues(act: Act, harm: list[HarmMention], *, elsewhere: bool) -> tuple[str, ...]:
    if not harm:
        return ()
    if elsewhere and harm[0].others:
        return ("toll.other",)  # "a man and his two daughters were hurt in A, |while three others| were in B"
    told, mine = _counted(act.harm), _counted(harm)
    again = told_again(told, mine) if told and mine else ()
    if again:
        return ("toll.same",) if any(n > 1 for _, n in again) else ("toll.same_single",)
    return ("toll.other",) if {m.kind for m in told} & {m.kind for m in mine} else ()


def _counted(harm: list[HarmMention]) -> list[HarmMention]:
    """Give the tolls that have an exact number, and not that of nobody."""
    return [m for m in harm if m.count.min and m.count.is_exact]


_NEAR: Final = 4
"""Sentences on within which an act is still the one at hand."""


def _telling_cues(act: Act, telling: Telling, *, current: bool, headed: bool) -> list[str]:
    draft = telling.draft
    clause, last = draft.clause, act.drafts[-1].clause
    away = clause.sentence - last.sentence
    cues = [_how_far(away, placed=telling.where is not None)]
    if current:
        cues.append("told.just_now")
    if headed:
        cues.append("told.in_headline")
    elif clause.block <= _LEAD_BLOCKS and act.is_of_lead:
        cues.append("told.in_lead")
    if draft.opens_with("joint"):
        cues.append("told.there" if current and not away and draft.opens_with("how") else "told.meanwhile")
    if is_left_behind(act, draft):
        cues.append("told.as_earlier")
    if "anew" in draft.marks:
        cues.append("told.as_another")
    if telling.items and clause.block != last.block:
        cues.append("told.other_item")
    return cues


def _how_far(away: int, *, placed: bool) -> str:
    if away < 2:
        return "far.next_sentence" if away else "far.same_sentence"
    if away > _NEAR:
        return "far.far"
    return "far.near" if placed else "far.near_without_place"
