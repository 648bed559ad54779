"""Clauses that tell another act than the one at hand, for all that likens them, or go on with it, for all that parts them.

"Ten died today, |a day after| a bombing. A car bomb in A killed six" is two; so is "eight died in A. |On the other hand|, 20 were killed".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import LOOSE, Act, Where, are_alike, are_other_dead, told_again
from waqai.code.clause.scene import Role, ids_of
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk
from waqai.tag.harm.find import CIVILIANS, COMBATANTS, HarmMention
from waqai.tag.tagged import Tagged
from waqai.values.actor import NO_SIDE, UNKNOWN


def is_left_behind(act: Act, draft: Draft) -> bool:
    """Tell whether a clause goes on with the news, and the act was told as an earlier one only, without a place of its own clause."""
    if draft.refers_back or draft.clause.background or draft.clause.earlier or not draft.places:
        return False
    return all(d.clause.earlier and not d.places for d in act.drafts)


def is_its_fight(act: Act, draft: Draft) -> bool:
    """Tell whether the sentence behind an attack goes on with the fight that it became, or with whom those killed who hit back: "gunmen attacked a post of X. Clashes broke out |between the two sides|"."""
    if draft.method is None:
        return "fire_source" in draft.marks or _hit_back(act, draft)  # "they dealt |with where the fire came from|"
    if "both_sides" not in draft.marks or draft.family_name != "clash" or draft.places:
        return False
    attack = act.family_name in _ATTACKS and draft.clause.sentence - act.drafts[-1].clause.sentence == 1
    return attack and bool(act.agent_ids())


def _hit_back(act: Act, draft: Draft) -> bool:
    """Tell whether a clause gives the toll of what those did who had been attacked: "gunmen attacked a post of X. |X fired back| and killed two of them"."""
    if act.family_name not in _ATTACKS:
        return False
    doers = ids_of(draft.agents) - {UNKNOWN}
    return bool(doers) and doers <= act.target_ids() and doers.isdisjoint(act.agent_ids())


_ATTACKS: Final = frozenset({"open", "violence"})


def is_quarter_of(act: Act, where: Where) -> bool:
    """Tell whether a quarter is in the town that headline and lead alone have told the act of: "killed in the town of A. …, the shots fell in |the quarter of B|"."""
    if not where.town or act.where is None or where.town != act.where.key:
        return False
    return act.is_of_lead


def is_besides(place: str, act: Act, draft: Draft, where: Where, harm: Sequence[HarmMention]) -> bool:
    """Tell whether a clause tells of another place than the act's, though ``place`` (a cue) lets one of the two hold the other."""
    if place == _AROUND and has_come_to(act, draft, harm):
        return True
    return _is_other_part(place, act, draft, where, harm)


def has_come_to(act: Act, draft: Draft, harm: Sequence[HarmMention]) -> bool:
    """Tell whether the story has come to a land from a spot of which nobody knows where it lies: "X advanced in the quarter of A. |In the governorate of B| nine died in clashes"."""
    if act.where is None or act.where.value.admin1 is not None or act.where.value.lat is not None or draft.refers_back:
        return False
    if not (harm or draft.names_a_day):
        return False  # "reports of bombs in the land of B"
    return not are_alike(act.harm, harm) and act.drafts[-1].clause.sentence < draft.clause.sentence


def _is_other_part(place: str, act: Act, draft: Draft, where: Where, harm: Sequence[HarmMention]) -> bool:
    """Tell whether a clause tells of another quarter of the act's town, or by "while" of the desert around, with other victims: "killed a man in the town of A. |Gunmen also shot at B in the quarter of C|"."""
    if place == _WITHIN and where.town and are_other_dead(act.harm, harm):
        return True
    if place in (_WITHIN, _AROUND, _IN) and _is_taken_since(act, draft):
        return True
    if not harm or not draft.opens_with("joint") or draft.refers_back or all(m.count.max == 0 for m in harm):
        return False
    near = place == _WITHIN or (place == _AROUND and where.is_desert)
    return near and bool(act.harm) and not told_again(act.harm, harm)


def _is_taken_since(act: Act, draft: Draft) -> bool:
    """Tell whether a place was taken some week or month before, and a clause without a day tells of the taking of a part: "last week X took A. |X seized| the quarter of B"."""
    if not act.family_name == draft.family_name == _CAPTURE or draft.refers_back or draft.names_a_day:
        return False
    when = act.when
    if when is None or when.weak or when.value.precision not in LOOSE:
        return False
    return draft.clause.sentence > act.drafts[-1].clause.sentence and not draft.clause.background


_CAPTURE: Final = "capture"
_IN: Final = "place.in_area"
_WITHIN: Final = "place.inside"
_AROUND: Final = "place.area_of"


def is_as_wide(act: Act, where: Where | None) -> bool:
    """Tell whether a clause names the act's own place, or a land as the act does: "in the governorate of A", "in the countryside of A"."""
    if act.where is None or where is None:
        return False
    return act.where.key == where.key or (act.where.is_coarse and where.is_coarse)


def is_only_beside(draft: Draft, act: Act | None) -> bool:
    """Tell whether a clause only says of the act just told how it went on, or what was before it."""
    if act is None:
        return False
    beside = draft.clause.lo == act.drafts[-1].clause.hi
    return (beside and (_is_manner(draft, act) or _is_cost_before(draft, act))) or _fired_then(draft, act)


def _fired_then(draft: Draft, act: Act) -> bool:
    """Tell whether those who set off a bomb fired then, at nobody new and nowhere else: "a bomb of X killed two. They |then opened fire| on the car"."""
    if act.family_name != "bomb" or draft.method is None or draft.method.method != "small_arms":
        return False
    if draft.places or draft.dates or draft.harm or draft.clause.background or draft.clause.headline:
        return False
    if draft.clause.sentence - act.drafts[-1].clause.sentence > 1:
        return False
    return ids_of(draft.agents) - {UNKNOWN} <= act.agent_ids() | ids_of(p for d in act.drafts for p in d.parts)


def _is_manner(draft: Draft, act: Act) -> bool:
    """Tell whether a clause only says how an attack went on: "hit the bus in A, |where they besieged it| and opened fire on it"."""
    if draft.family_name != _CLOSURE or "how" not in draft.marks or draft.places or draft.harm:
        return False
    return act.family_name in _MET


_CLOSURE: Final = "closure"
_MET: Final = frozenset({"open", "violence", "clash"})


def _is_cost_before(draft: Draft, act: Act) -> bool:
    """Tell whether a clause gives the toll of what was before the act, at no place and on no day: "two died in A |after an operation that had cost 20|"."""
    if not draft.clause.earlier or draft.places or draft.dates:
        return False
    return not {m.kind for m in act.harm}.isdisjoint(m.kind for m in draft.harm)


def opens_another(draft: Draft, act: Act | None, cues: Collection[str]) -> bool:
    """Tell whether a clause that opens another matter and names no place tells none of the acts before: by other dead, or by nothing that likens them."""
    if not draft.opens_with("apart") or draft.refers_back:
        return False
    return _SURE.isdisjoint(cues) or (act is not None and are_other_dead(draft.harm, act.harm))


def whom_else_it_hurts(draft: Draft, act: Act | None, row: Sequence[Chunk]) -> Act | None:
    """Give the attack or fight told before a bomb that killed others there: "five soldiers died in fighting in A. |Three others died as a bomb went off|"."""
    if draft.family_name != "bomb" or draft.refers_back or act is None or act.family_name not in _FIGHTS:
        return None
    counted = [h for h in draft.harm if h.kind == "killed" and h.count.is_exact]
    others = any(row[k].has(_OTHERS) for h in counted for k in range(h.first, min(h.last + 1, draft.clause.hi)))
    return act if others and any(m.kind == "killed" for m in act.harm) else None


_FIGHTS: Final = _ATTACKS | {"clash"}
_OTHERS: Final = "victim.other"


_SURE: Final = frozenset({"agent.same", "toll.same", "kind.same"})
"""Cues by which a clause that opens another matter and names no place of its own is still about an act told before."""


def is_other_news(act: Act, draft: Draft, harm: Sequence[HarmMention]) -> bool:
    """Tell whether what the headline alone has told so far is other news than a clause."""
    return act.is_in_headline_only and (
        _is_second(act, draft) if draft.clause.headline else _tells_other_dead(act, draft, harm)
    )


def _is_second(act: Act, draft: Draft) -> bool:
    """Tell whether a headline tells of two acts: "three soldiers killed in an attack in A, |and the army holds 20|"."""
    held, hurt = {m.kind for m in draft.harm}, {m.kind for m in act.harm}
    if not held or not held <= _HELD or not hurt or hurt & _HELD:
        return False
    return any(p.ids for p in draft.agents) and not act.agent_ids()


def _tells_other_dead(act: Act, draft: Draft, harm: Sequence[HarmMention]) -> bool:
    """Tell whether the headline has a side kill so many of its foe and the lead tells of other dead, without that side: "the army kills 22 fighters". "24 civilians died in A"."""
    told, mine = _dead(act.harm), _dead(harm)
    if not told or not mine:
        return False
    doers = act.agent_ids()
    if not doers or doers & ids_of(draft.parts):
        return False
    return told.keys().isdisjoint(mine) and set(told.values()).isdisjoint(mine.values())


def _dead(harm: Sequence[HarmMention]) -> dict[int, str]:
    """Give the dead that are counted, several at a time, with their class."""
    return {
        m.count.min or 0: m.who
        for m in harm
        if m.kind == "killed" and m.who in _SIDES and m.count.is_exact and (m.count.min or 0) > 1
    }


_SIDES: Final = frozenset({CIVILIANS, COMBATANTS})
_HELD: Final = frozenset({"detained", "abducted"})


def is_this(draft: Draft, act: Act | None, tagged: Tagged) -> bool:
    """Tell whether "this raid" takes up the act told in the sentence before."""
    if act is None or draft.method is None:
        return False
    if _says_whom_it_hit(draft, act, tagged):
        return True
    if not draft.refers_back:
        return False
    first = tagged.row[draft.method.at].first
    return draft.clause.sentence - act.drafts[-1].clause.sentence == 1 and tagged.words.texts[first - 1][-3:] in _THIS


_THIS: Final = frozenset({"هذا", "هذه"})

_BEHIND: Final = 4
"""Words from "this attack" to its place: "that took place in", "hit the surroundings of"."""


def says_where_this_was(draft: Draft, where: Where | None, act: Act | None, tagged: Tagged) -> bool:
    """Tell whether "this attack" of the sentence before is told anew with a place nearer to where it was: "no word yet of |this attack, which was near the town of B|"."""
    if where is None or where.is_coarse or act is None or act.where is None or draft.method is None or draft.harm:
        return False
    row, at = tagged.row, draft.method.at
    if where.at <= at or row[where.at].first - row[at].last > _BEHIND:
        return False
    here, there = where.value, act.where.value
    if here.admin1 != there.admin1 or not here.admin1 or draft.family_name not in ("open", act.family_name):
        return False
    return is_this(draft, act, tagged)


def _says_whom_it_hit(draft: Draft, act: Act, tagged: Tagged) -> bool:
    """Tell whether "and it targeted" goes on with the blow named right before it, by nobody: "an attack that took place in A on Monday |and targeted| students"."""
    last = act.drafts[-1]
    if draft.method is None or draft.method.at != draft.clause.lo or last.clause.hi != draft.clause.lo:
        return False
    verb = tagged.row[draft.method.at]
    if not (verb.joined and verb.has(_TARGETED)) or act.family_name not in _BLOWS or last.method is None:
        return False
    named = tagged.row[last.method.at].reading(Kind.TRIGGER)
    noun = named is not None and named.form.pos is not Pos.VERB
    return noun and not (draft.places or draft.dates or ids_of(draft.agents) or ids_of(last.agents))


_TARGETED: Final = "trigger.fire_at"
_BLOWS: Final = frozenset({"bomb", "open", "air", "fire"})


def is_of_others(act: Act, draft: Draft) -> bool:
    """Tell whether a clause has two sides, neither of them the act's: "X and Y clashed in A. |The ministry of Z said that nine of W were put out of action|"."""
    theirs = _both_sides(draft)
    mine = set().union(*map(_both_sides, act.drafts)) if theirs else theirs
    return bool(mine) and theirs.isdisjoint(mine)


def _both_sides(draft: Draft) -> set[str]:
    """Give who fought whom, where a clause says both."""
    parts = draft.parts
    if not parts:
        return set()
    doers = {i for p in parts if p.role is Role.AGENT for i in p.ids} - NO_SIDE
    if doers and (foes := {i for p in parts if p.role is Role.TARGET for i in p.ids} - NO_SIDE):
        return doers | foes
    return {i for p in parts if p.role is Role.SIDE for i in p.ids} - NO_SIDE
