"""Which drafts can be one act told in two words, by what each says was done."""

from __future__ import annotations

from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.clause.scene import ids_of
from waqai.code.family import FROM_AFAR, JOINS
from waqai.tag.harm.find import COMBATANTS
from waqai.values.actor import PROTESTERS

_MURDER: Final = "assassination"
_FOUND: Final = "method.body_found"
_DEADLY: Final = frozenset({"bomb", "air", "fire"})
_CROWD_FIGHT: Final = frozenset({"clash", "protest"})
_OF_PEOPLE: Final = frozenset({"raid", "violence", "abduction"})


def may_join(told: Draft, again: Draft) -> bool:
    """Tell whether two drafts can be one act by their methods alone."""
    if told.method is None or again.method is None:
        return True
    a, b = told.method.family, again.method.family
    if a == b:
        return True
    if {a, b} == _CROWD_FIGHT:
        sides = ids_of((*told.sides, *again.sides))
        return not sides or PROTESTERS in sides  # who protests against a fight of others is no part of it
    if _puts_others_to_death(told, again) or _puts_others_to_death(again, told):
        return False
    if _MURDER in (told.method.method, again.method.method) and (a in _DEADLY or b in _DEADLY):
        return True  # a murder told with what it was done with
    if b not in JOINS[a]:
        return False
    if {a, b} == FROM_AFAR:
        return told.method.bare or again.method.bare
    return told.clause.sentence == again.clause.sentence or not _are_told_apart(told, again)


def _are_told_apart(told: Draft, again: Draft) -> bool:
    """Tell whether two sentences tell of a thing burnt or torn down and of another act, for all that they could be one."""
    two = [(d, d.method) for d in (told, again) if d.method is not None]
    families = {method.family for _, method in two}
    if "property" in families and any(method.rule == _FOUND for _, method in two):
        return True  # "found 13 bodies in A. The army had burnt a clinic there"
    if _burnt_before_leaving(told, again):
        return True
    torn_down = [d for d, method in two if method.method == "demolition"] if families & _OF_PEOPLE else []
    # a house torn down at a place of its own is an act of its own (ruling 5)
    return any(d.places and not d.clause.headline for d in torn_down)


def _puts_others_to_death(fight: Draft, deed: Draft) -> bool:
    """Tell whether others than the fighters who fell were executed, and counted by themselves: "32 soldiers died in an attack of X, |and X also executed| ten guards"."""
    methods = [d.method.method for d in (fight, deed) if d.method is not None]
    if methods[1:] != [_EXECUTION] or methods[0] == _EXECUTION or fight.clause.headline or deed.clause.headline:
        return False
    fell = {m.who for m in fight.harm if m.kind == "killed"}
    return COMBATANTS in fell and any(m.kind == "killed" and m.who not in fell for m in deed.harm)


_EXECUTION: Final = "execution"


def _burnt_before_leaving(one: Draft, other: Draft) -> bool:
    """Tell whether troops left a place and burnt or tore down something there: "withdrew from A. Before that they had burnt a clinic there"."""
    methods = {d.method.method for d in (one, other) if d.method is not None}
    return "withdrawal" in methods and bool(methods & {"arson", "demolition"})
