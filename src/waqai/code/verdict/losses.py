"""The losses of both sides of a fight, told one after the other: they are one toll (codebook section 3, rows are totals).

"Nineteen Houthis were killed …; six men of the resistance died": 25. In: the tolls of one act, in the order told, and who did it.
Out: the greatest account of each side, to be added.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from waqai.code.camps import are_allies, foes_of
from waqai.code.taxonomy import Taxonomy
from waqai.tag.harm.find import COMBATANTS, HarmMention
from waqai.tag.harm.victim_side import ATTACKERS, GUNMEN, HIT, STATE
from waqai.values.actor import UNKNOWN

_TWO: Final = 2
_NEXT: Final = 8
"""Chunks between the dead of a side and its wounded, whom no word of their own gives to it."""


def losses_of_both(
    harm: Sequence[HarmMention],
    kind: str,
    doers: Collection[str],
    says_more: Callable[[HarmMention, HarmMention], bool],
) -> tuple[HarmMention, HarmMention] | None:
    """Give the greatest account of each side's fighters; ``None`` where those told of are of one side, or of none known."""
    told = [m for m in _with_sides(harm) if m.kind == kind and _may_fight(m) and m.count.max != 0]
    named = any(ATTACKERS in m.sides or _are_of_doers(m, doers) for m in told)
    sided = [m for m in told if (m.owners or m.sides or named) and not _is_of_both(m)]
    theirs: HarmMention | None = None
    for m in sided[1:]:
        if _are_foes(sided[0], m, doers) and (theirs is None or says_more(m, theirs)):
            theirs = m
    if theirs is None:
        return None
    ours = sided[0]
    for m in sided[1:]:
        if not _are_foes(sided[0], m, doers) and _are_foes(theirs, m, doers) and says_more(m, ours):
            ours = m
    return ours, theirs


def _may_fight(m: HarmMention) -> bool:
    """Tell whether the hurt are fighters, or those "of them" whom a verb names alone: "attacked X |and killed 15 of them|"."""
    return m.who == COMBATANTS or (not m.who and m.active and not m.meant)


def _with_sides(harm: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Give the tolls, the wounded told right behind a side's dead as of that side: "six of X were killed and nine wounded"."""
    before: HarmMention | None = None
    for m in harm:
        if m.owners or m.sides:
            before = m
        elif before is not None and m.who in ("", COMBATANTS) and m.kind != before.kind and m.at - before.last in _NEAR:
            yield replace(m, who=before.who, owners=before.owners, sides=before.sides)
            continue
        yield m


_NEAR: Final = range(_NEXT)


def _is_of_both(m: HarmMention) -> bool:
    """Tell whether one account already counts the men of two sides."""
    return not foes_of(m.owners).isdisjoint(m.owners) or len(m.sides) > 1


def _are_foes(one: HarmMention, other: HarmMention, doers: Collection[str]) -> bool:
    """Tell whether two accounts are of men who fought each other."""
    if (HIT in one.sides) != (HIT in other.sides):
        return _fight_beside(other if HIT in one.sides else one, doers)
    if one.owners and other.owners:
        if (foes := foes_of(one.owners)) and foes_of(other.owners):
            return not foes.isdisjoint(other.owners)
        return set(one.owners).isdisjoint(other.owners) and _are_of_doers(one, doers) != _are_of_doers(other, doers)
    if STATE in one.sides and STATE in other.sides:
        return False
    if _are_of_doers(one, doers) != _are_of_doers(other, doers) and not (one.owners and other.owners):
        return one.count != other.count
    if _are_a_group_and_soldiers(one, other, doers) or _are_a_group_and_soldiers(other, one, doers):
        return True
    return _is_gunmen_of_another(one, other, doers) or _is_gunmen_of_another(other, one, doers)


def _are_a_group_and_soldiers(men: HarmMention, soldiers: HarmMention, doers: Collection[str]) -> bool:
    """Tell whether a group's men fell to a state's force, and soldiers whom nobody owns are that force's: "eight of X died in a raid of the army, |and two soldiers|"."""
    state = Taxonomy.load().is_of_a_state
    if STATE not in soldiers.sides or soldiers.owners or not men.owners or any(map(state, men.owners)):
        return False
    return any(map(state, doers)) and not foes_of(doers).isdisjoint(men.owners)


def _fight_beside(men: HarmMention, doers: Collection[str]) -> bool:
    """Tell whether men are of those who inflicted losses on others, or of their friends, or a state's own whom nobody else owns."""
    if not men.owners:
        return STATE in men.sides
    return bool(doers) and foes_of(doers).isdisjoint(men.owners) and bool(foes_of(men.owners))


def _are_of_doers(men: HarmMention, doers: Collection[str]) -> bool:
    """Tell whether men are of those who attacked: fighters whom nobody owns, beside them, are those they fought."""
    return bool(men.owners) and set(men.owners) <= set(doers)


def _is_gunmen_of_another(gunmen: HarmMention, men: HarmMention, doers: Collection[str]) -> bool:
    """Tell whether gunmen whom nobody owns fought these men: soldiers, or those of a side that others attacked."""
    if gunmen.owners or not _ARMED & set(gunmen.sides) or _ARMED & set(men.sides):
        return False
    if STATE in men.sides or any(map(Taxonomy.load().is_of_a_state, men.owners)):
        return True
    if ATTACKERS not in gunmen.sides:
        return False
    return not set(men.owners) & set(doers) if men.owners and doers else not men.owners


_ARMED: Final = frozenset({GUNMEN, ATTACKERS})


def first_attacked(by: list[str], to: list[str], *, clash: bool) -> tuple[list[str], list[str]]:
    """Let the first-named of two sides attack where nobody says who did: a group and a state's force that both have dead (ruling 16)."""
    if not clash or by != [UNKNOWN] or len(to) != _TWO or sum(map(Taxonomy.load().is_of_a_state, to)) != 1:
        return by, to
    return (by, to) if are_allies(*to) else (to[:1], to[1:])
