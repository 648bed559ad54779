"""Which drafts can be one act told in two words, by what each says was done."""

from __future__ import annotations

from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.clause.scene import ids_of
from waqai.code.family import FAMILY
from waqai.tag.harm.find import COMBATANTS
from waqai.values.actor import PROTESTERS

_MURDER: Final = "assassination"
_FOUND: Final = "method.body_found"
_DEADLY: Final = frozenset({"bomb", "air", "fire"})
_OF_PEOPLE: Final = frozenset({"raid", "violence", "abduction"})


def may_join(told: Draft, again: Draft) -> bool:
    """Tell whether two drafts can be one act by their methods alone."""
    if told.method is None or again.method is None:
        return True
    a, b = FAMILY[told.method.method], FAMILY[again.method.method]
    if a.name == b.name:
        return True
    if "property" in (a.name, b.name) and told.clause.sentence != again.clause.sentence:
        if any(d.method is not None and d.method.rule == _FOUND for d in (told, again)):
            return False  # "found 13 bodies in A. The army had burnt a clinic there"
    if told.clause.sentence != again.clause.sentence and _burnt_before_leaving(told, again):
        return False
    if {a.name, b.name} & _OF_PEOPLE and told.clause.sentence != again.clause.sentence:
        torn_down = [d for d in (told, again) if d.method is not None and d.method.method == "demolition"]
        if any(d.places and not d.clause.headline for d in torn_down):
            return False  # a house torn down at a place of its own is an act of its own (ruling 5)
    if {a.name, b.name} == {"clash", "protest"}:
        sides = ids_of((*told.sides, *again.sides))
        return not sides or PROTESTERS in sides  # who protests against a fight of others is no part of it
    if _puts_others_to_death(told, again) or _puts_others_to_death(again, told):
        return False
    if _MURDER in (told.method.method, again.method.method) and _DEADLY & {a.name, b.name}:
        return True  # a murder told with what it was done with
    if {a.name, b.name} == {"fire", "air"}:
        return told.method.bare or again.method.bare
    return b.name in a.joins


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
