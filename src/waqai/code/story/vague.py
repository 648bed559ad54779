"""Acts told in a word that leaves open what was done, "an attack", "blasts were heard", joined with what it was at that place and day.

Papers tell "the suicide bombing in A killed 32" and, paragraphs on, "the cultural centre of A was the target of an attack": one incident
(codebook section 1). In: the acts of an article. Out: the vague ones joined with the definite, which keep their kind.
"""

from __future__ import annotations

from typing import Final

from waqai.code.act.suspects import are_suspects_of
from waqai.code.act.told import Act, are_other_dead
from waqai.code.camps import fires_from_the_air, strikes_from_afar
from waqai.code.family import FROM_AFAR, JOINS
from waqai.code.story.spots import is_of_other_item

_OPEN: Final = "open"
_RAID: Final = "raid"
_HEARD: Final = "method.trigger.blast_heard"
_LOUD: Final = frozenset({"air", "fire", "clash", "raid", "capture"})
"""Families of acts in which things blow up."""


def absorb_vague(acts: list[Act], *, items: bool) -> None:
    """Join vague acts with the definite ones of their place and day."""
    kept: list[Act] = []
    for act in acts:
        what = None
        if act.family_name == _OPEN or _is_heard(act):
            what = next((a for a in acts if _says_what(a, act) and a.meets(act) and _may_be(a, act, items=items)), None)
        if what is None:
            if not (_is_heard(act) and any(_is_heard_of(strike, act) for strike in acts)):
                kept.append(act)
            continue
        if act.family_name == _OPEN:
            what.leading = what.lead
            what.take(act.drafts)
            what.harm.extend(() if what.harm else act.harm)
            what.when = what.when or act.when
    acts[:] = kept


def _says_what(act: Act, vague: Act) -> bool:
    """Tell whether an act is of a kind that the word for the vague one may stand for."""
    if act is vague or act.where is None or act.where.is_coarse:
        return False
    if vague.lead.clause.earlier and act.family_name == _RAID:
        return False  # "searched A |after an attack on a post that killed two|"
    if are_suspects_of(vague.agent_ids(), act.lead):
        return False
    if vague.family_name == _OPEN:
        return act.family_name != _OPEN and act.family_name in JOINS[_OPEN] and act.family_name != "property"
    return _is_heard(vague) and (act.family_name in _LOUD or _blows_up(act))


def _blows_up(act: Act) -> bool:
    """Tell whether an act is houses that somebody demolished, which is done with charges in war: "blasts were heard. X |had blown up a house|"."""
    return any(d.method is not None and d.method.method == "demolition" for d in act.drafts)


def _is_heard(act: Act) -> bool:
    """Tell whether an act is only blasts that were heard, and nobody's harm."""
    if act.lead.method is not None and act.lead.method.rule != _HEARD:
        return False
    heard = all(d.method is None or (d.method.rule == _HEARD and d.method.method == "ied") for d in act.drafts)
    return heard and not any(h.count.max != 0 for h in act.harm)


def _is_heard_of(strike: Act, heard: Act) -> bool:
    """Tell whether blasts are those of a strike of the day by who strikes from afar and by air: "X raided A. |Blasts were heard| in B"."""
    if (
        strike is heard
        or strike.family_name not in FROM_AFAR
        or strike.where is None
        or not strike.is_on_a_day_of(heard)
    ):
        return False
    told_before = strike.drafts[0].clause.sentence < heard.drafts[0].clause.sentence
    doers = strike.agent_ids()
    afar = strikes_from_afar(doers, strike.where.value.country, massacre=False)
    return told_before and afar and fires_from_the_air(tuple(doers))


def _may_be(act: Act, vague: Act, *, items: bool) -> bool:
    """Tell whether nothing that is said of two acts parts them: others who did it, other dead, whoever did the one hit by the other."""
    if vague.when is not None and act.when is None:
        return False
    if act.is_by_others(vague) or are_other_dead(act.harm, vague.harm) or is_of_other_item(act, vague, items=items):
        return False
    return vague.target_ids().isdisjoint(act.agent_ids()) and vague.agent_ids().isdisjoint(act.target_ids())
