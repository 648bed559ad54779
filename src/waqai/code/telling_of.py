"""What a clause is to the acts told so far: an allusion, a claim, a toll of nobody, people taken, a part of a place."""

from __future__ import annotations

from typing import Final

from waqai.code.act import Draft
from waqai.code.family import FAMILY
from waqai.code.own_place import FINENESS
from waqai.code.told import Where
from waqai.tag.harm import HarmMention

_ALLUDED_TO: Final = frozenset({"clash", "capture", "open", "violence"})
"""Families that opinion speaks of by their definite noun: the battle, the attack."""


def only_alludes(draft: Draft) -> bool:
    """Tell whether a clause far down speaks of a battle as of something known, with no day and no toll."""
    assert draft.method is not None
    if not draft.refers_back or draft.harm or draft.dates or draft.clause.block <= 1:
        return False
    if draft.method.method == "capture" and any(p.ids for p in draft.agents):
        return False  # "the fighters managed |the taking of| A"
    return FAMILY[draft.method.method].name in _ALLUDED_TO


def takes_people(draft: Draft) -> bool:
    """Tell whether people are arrested, whose town is where it was where another act goes before: "… and also arrested five men of A"."""
    if draft.method is not None and FAMILY[draft.method.method].name == "abduction":
        return any(h.kind == "abducted" for h in draft.harm)
    if draft.marks.get("joint") != draft.clause.lo:
        return False
    return (
        any(h.kind == "detained" for h in draft.harm)
        and draft.method is not None
        and FAMILY[draft.method.method].name == "raid"
    )


_WHOSE: Final = frozenset({"roles.claims", "roles.accused", "roles.ascribed", "roles.marks_of"})
"""Rules of doers whom only a claim, an accusation or a likeness names."""


def claims_it(draft: Draft) -> bool:
    """Tell whether a clause only says whose an act was: "an official of X |claimed| it"."""
    return "negation" not in draft.marks and any(p.rule in _WHOSE and p.ids for p in draft.parts)


def zeros(draft: Draft) -> list[HarmMention]:
    """Give what is told of nobody hurt, which holds of each place."""
    return [h for h in draft.harm if h.count.max == 0]


def is_part_of(fine: Where, whole: Where) -> bool:
    """Tell whether a quarter or site may lie in the town or area that the act was first told of."""
    a, b = fine.value, whole.value
    return FINENESS[a.precision] < FINENESS[b.precision] and a.admin1 == b.admin1
