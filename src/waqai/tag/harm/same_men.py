"""Tolls told one right behind the other, of which one says who all of them are: "3 killed |and 4 others of X wounded|"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk
from waqai.tag.harm.group import Group
from waqai.tag.harm.member import CIVILIANS, COMBATANTS, UNSPECIFIED
from waqai.tag.harm.mention import HarmMention


def as_many(row: Sequence[Chunk], i: int, hi: int, before: Sequence[HarmMention]) -> Group | None:
    """Read "as many" behind a verb as the number of the victims told just before: "five soldiers were killed and |as many| wounded"."""
    if i >= hi or row[i].particle != "as_many" or row[i].gap or not before:
        return None
    told = before[-1]
    return Group(i, i + 1, ((told.who, told.count),), told.owner)


def _goes_on(one: HarmMention, two: HarmMention) -> bool:
    """Tell whether numbers are told one right behind the other: "the killing of five and the wounding |of 22 of X|"."""
    counted = (one.count.min or 0) > 1 and (two.count.min or 0) > 1
    return counted and min(two.at, two.first) == one.last


def share_class(found: list[HarmMention]) -> list[HarmMention]:
    """Let "3 killed and 4 others of X wounded", "3 dead and 4 wounded of X", "3 dead of X and 4 wounded" say of all seven who they are."""
    for i in range(1, len(found)):
        one, two = found[i - 1], found[i]
        if one.owner and one.who and not (two.who or two.owner) and one.kind != two.kind and _goes_on(one, two):
            found[i] = replace(two, who=one.who, owner=one.owner, owners=one.owners)
    for i in range(len(found) - 1, 0, -1):
        one, two = found[i - 1], found[i]
        if two.owner and one.who in ("", two.who) and not one.owner and one.kind != two.kind and _goes_on(one, two):
            found[i - 1] = replace(one, who=two.who, owner=two.owner, owners=two.owners)
        elif two.others and two.who and not one.who and one.count.max != 0:
            found[i - 1] = replace(one, who=two.who, owner=one.owner or two.owner)
    return found


def shared_in_bracket(row: Sequence[Chunk], found: list[HarmMention]) -> list[HarmMention]:
    """Leave out a number of victims whom the dead and wounded behind it add up to: "cost 13 civilians (|five dead and eight wounded|)"."""
    for k in range(len(found) - 2):
        whole, dead, hurt = found[k : k + 3]
        counts = [m.count.min if m.count.is_exact else None for m in (whole, dead, hurt)]
        near = whole.last < len(row) and row[whole.last].text in _OPENS and dead.first == whole.last + 1
        if near and None not in counts and {dead.kind, hurt.kind} == _BOTH and counts[0] == counts[1] + counts[2]:  # type: ignore[operator]
            parts = [replace(m, who=m.who or whole.who, owner=m.owner or whole.owner) for m in (dead, hurt)]
            return [*found[:k], *parts, *found[k + 3 :]]
    return found


_OPENS: Final = "(:"
"""Marks between a number and those whom it counts."""
_BOTH: Final = frozenset({"killed", "wounded"})


def hurt_with_him(row: Sequence[Chunk], found: list[HarmMention]) -> list[HarmMention]:
    """Add those told beside one whom a pronoun means ("his wounding |and that of two| with him"), and call who accompanies a man what he is."""
    kept = found[:1]
    for two in found[1:]:
        one = kept[-1]
        if one.count.is_exact and one.count.max == 1 and _is_companion(row, two):
            two = replace(two, who=one.who, plain=one.plain)
        beside = one.meant and one.kind == two.kind and two.at == one.last and row[two.at].joined and not two.meant
        if beside and one.count.max and two.count.max and {one.who, two.who} <= {"", one.who or two.who}:
            kept[-1] = replace(
                one, last=two.last, who=one.who or two.who, count=one.count + two.count, owner=one.owner or two.owner
            )
        else:
            kept.append(two)
    return kept


def _is_companion(row: Sequence[Chunk], mention: HarmMention) -> bool:
    """Tell whether one is only called his companion, who is a guard where he is a commander."""
    if mention.who != COMBATANTS or mention.count.max != 1 or mention.owner:
        return False
    words = tuple(tables()["phrases"]["companions"])
    return any(row[k].has(_ESCORT) and row[k].text.startswith(words) for k in range(mention.at, mention.last))


_ESCORT: Final = "victim.escort"


def last_class(before: Sequence[HarmMention]) -> str:
    """Give of which class "others" are: that of those counted last; of both, where one word counts both: "two policemen and three civilians killed, |seven others| hurt"."""
    if not before:
        return ""
    last = before[-1]
    both = len(before) > 1 and before[-2].at == last.at and {before[-2].who, last.who} == {CIVILIANS, COMBATANTS}
    return UNSPECIFIED if both else last.who
