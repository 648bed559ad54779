"""Which drafts can be one act told in two words, by what each says was done."""

from __future__ import annotations

from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.clause.scene import ids_of
from waqai.code.family import FROM_AFAR, JOINS
from waqai.values.actor import PROTESTERS

_MURDER: Final = "assassination"
_FOUND: Final = "method.body_found"
_DEADLY: Final = frozenset({"bomb", "air", "fire"})
_OF_PEOPLE: Final = frozenset({"raid", "violence", "abduction"})


def may_join(told: Draft, again: Draft) -> bool:
    """Tell whether two drafts can be one act by their methods alone."""
    if told.method is None or again.method is None:
        return True
    if told.family_name == again.family_name:
        return True
    families = {told.family_name, again.family_name}
    if "property" in families and told.clause.sentence != again.clause.sentence and _is_apart(told, again, families):
        return False
    if families == _CROWD_FIGHTS:
        sides = ids_of((*told.sides, *again.sides))
        return not sides or PROTESTERS in sides  # who protests against a fight of others is no part of it
    if _MURDER in (told.method.method, again.method.method) and _DEADLY & families:
        return True  # a murder told with what it was done with
    if families == FROM_AFAR:
        return told.method.bare or again.method.bare
    return again.family_name in JOINS[told.family_name]


_CROWD_FIGHTS: Final = frozenset({"clash", "protest"})


def _is_apart(told: Draft, again: Draft, families: set[str]) -> bool:
    """Tell whether what was looted, burnt or torn down is an act of its own, which the next sentence may tell of one place."""
    both = (told, again)
    if any(d.method is not None and d.method.rule == _FOUND for d in both):
        return True  # "found 13 bodies in A. The army had burnt a clinic there"
    if _burnt_before_leaving(told, again):
        return True
    # a house torn down at a place of its own is an act of its own (ruling 5)
    torn_down = [d for d in both if d.method is not None and d.method.method == "demolition"]
    return not _OF_PEOPLE.isdisjoint(families) and any(d.places and not d.clause.headline for d in torn_down)


def _burnt_before_leaving(one: Draft, other: Draft) -> bool:
    """Tell whether troops left a place and burnt or tore down something there: "withdrew from A. Before that they had burnt a clinic there"."""
    methods = {d.method.method for d in (one, other) if d.method is not None}
    return "withdrawal" in methods and bool(methods & {"arson", "demolition"})
