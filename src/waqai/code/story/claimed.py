"""Doers whom only a claim or an accusation names, told apart from the act: "X claimed the attack", "the blast was ascribed to X".

A claim right behind the act is joined to it as the story is read; here those further off find the one act that nobody did.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import NEWS_CYCLE, Act
from waqai.code.clause.scene import Part, Role
from waqai.code.family import FROM_AFAR
from waqai.code.side.claims import CLAIMS
from waqai.code.story.telling_of import WHOSE, claims_it
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.actor.armed import is_armed_group
from waqai.tag.chunk import Chunk, Sort
from waqai.values.actor import UNKNOWN

_BOMB: Final = "bomb"
_CLAIMED: Final = frozenset({_BOMB, "violence", "clash", "open", "fire", "air"})
"""Families of acts that somebody claims, or is accused of."""
_NEAR: Final = 4
"""Sentences behind the act within which a claim of "the attack" is of it, where no other act was told since."""


def name_claimants(acts: Sequence[Act], drafts: Sequence[Draft], row: Sequence[Chunk]) -> None:
    """Give acts without a doer who claims them, or is accused of them, elsewhere in the article."""
    claims = [d for d in drafts if claims_it(d)]
    summed = _summed_up(drafts, row)
    if not claims and not summed:
        return
    open_acts = [act for act in acts if _is_nobodys(act)]
    for act in open_acts:
        afar = act.family_name in FROM_AFAR
        of_several = [c for c in claims if not afar and _is_of_several(c, row) and _may_be_of(c, act, ())]
        free = [c for c in claims if _may_be_of(c, act, acts)]
        if afar:
            free = [c for c in free if any(p.rule == CLAIMS and p.ids for p in c.parts)]
        near = next((c for c in of_several if _is_near(c, act, (), back=_names_the_two(c, row))), None)
        near = near or next((c for c in free if _is_near(c, act, acts)), None)
        claim = near or _only_one(free, act, open_acts)
        if claim is not None:
            doers = [p for p in claim.parts if p.rule in WHOSE and p.ids]
            act.drafts[-1].parts.extend(p.turned(Role.AGENT, "claimed.elsewhere") for p in doers)
        elif summed and not afar and act.drafts[-1].clause.lo > summed[0].at and _is_news(act, acts):
            act.drafts[-1].parts.extend(p.turned(Role.AGENT, "claimed.summed_up") for p in summed)


def _summed_up(drafts: Sequence[Draft], row: Sequence[Chunk]) -> list[Part]:
    """Give whose attacks headline or lead sum up that the body tells one by one: "37 killed |in attacks of X| in Niger and Chad"."""
    doers = [
        p
        for d in drafts
        if d.clause.sentence <= _LEAD and d.family_name in _CLAIMED and not d.places and _names_several(d, row)
        for p in d.agents
        if p.rule in _WHOSE_ACT and p.ids and all(map(is_armed_group, p.ids))
    ]
    return doers[:1] if len({p.ids for p in doers}) == 1 else []


_WHOSE_ACT: Final = frozenset({"roles.act_of", "roles.of_doer"})


def _is_news(act: Act, acts: Sequence[Act]) -> bool:
    """Tell whether an act is of the last days that the article tells of, and no like of it from before."""
    days = [a.when.value.start for a in acts if a.when is not None and a.when.value.start is not None]
    start = act.when.value.start if act.when is not None else None
    return start is None or max(days) - start < NEWS_CYCLE


_LEAD: Final = 2
"""Sentences, with the headline, that sum up what is told."""


def _names_several(draft: Draft, row: Sequence[Chunk]) -> bool:
    """Tell whether a clause names its act by a noun in the plural or dual."""
    if draft.method is None:
        return False
    trigger = row[draft.method.at].reading(Kind.TRIGGER) or row[draft.method.at].reading(Kind.WEAPON)
    return trigger is not None and trigger.form.number in ("pl", "du") and trigger.form.pos is not Pos.VERB


def _is_nobodys(act: Act) -> bool:
    known = act.agent_ids() - {UNKNOWN}
    return act.family_name in _CLAIMED and not known and act.where is not None


def _may_be_of(claim: Draft, act: Act, acts: Sequence[Act]) -> bool:
    """Tell whether a claim is of no act that has its own place, and of no other kind of act."""
    family = claim.family_name
    if family and family not in _CLAIMED:
        return False
    if "region" in claim.marks and claim.harm:
        return False  # "claimed the killing of two |near the border|"
    return not any(other is not act and other.where is not None and _has(other, claim) for other in acts)


def _has(act: Act, claim: Draft) -> bool:
    return any(d.clause.lo == claim.clause.lo for d in act.drafts)


def _is_near(claim: Draft, act: Act, acts: Sequence[Act], *, back: bool = False) -> bool:
    """Tell whether a claim stands shortly behind the act, with no other act told between; with ``back``, whatever is told of it later."""
    told = [d.clause for d in act.drafts if not back or d.clause.lo < claim.clause.lo]
    last = told[-1] if told else act.drafts[-1].clause
    if claim.places or not 0 <= claim.clause.sentence - last.sentence <= _NEAR or claim.clause.lo <= last.lo:
        return False
    return not any(last.lo < d.clause.lo < claim.clause.lo for other in acts if other is not act for d in other.drafts)


def _is_of_several(claim: Draft, row: Sequence[Chunk]) -> bool:
    """Tell whether a claim is of all that was told: "X claimed |these bombings|", "|the two attacks|", but not most of them."""
    if any(row[k].has(_BOTH) for k in range(claim.clause.lo, claim.clause.hi)):
        return True
    if claim.method is None or row[claim.method.at].gap > 1 or row[claim.method.at - 1].sort is Sort.NUMBER:
        return False
    return _names_several(claim, row)


_BOTH: Final = "particle.claims.both"


def _names_the_two(claim: Draft, row: Sequence[Chunk]) -> bool:
    """Tell whether a claim is of "|the| two attacks" told before it, and not of two that it names itself."""
    return claim.method is not None and row[claim.method.at].text.startswith(_THE) and _names_several(claim, row)


_THE: Final = "ال"


def _only_one(claims: Sequence[Draft], act: Act, nobodys: Sequence[Act]) -> Draft | None:
    """Give the claim of a bombing where the article has one bombing that nobody did, and all its claims name one doer."""
    bombs = [a for a in nobodys if a.family_name == act.family_name]
    of_bombs = [c for c in claims if c.family_name == _BOMB and not c.places]
    doers = {p.ids for c in of_bombs for p in c.parts if p.rule in WHOSE and p.ids}
    if act.family_name != _BOMB or len(bombs) != 1 or len(doers) != 1:
        return None
    return of_bombs[0]
