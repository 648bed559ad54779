"""Whom a noun that counts the dead counts on behind them: "seven civilian dead |and a soldier|", "dead among the civilians |and the soldiers|".

In: a row of chunks and the chunk behind the counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.group import Group, read_group
from waqai.tag.harm.member import COMBATANTS
from waqai.tag.harm.mention import HarmMention
from waqai.tag.harm.next import continues
from waqai.tag.harm.tail import OTHER, counts
from waqai.tag.harm.victim_side import SIDES
from waqai.values.count import Count


def one_besides(row: Sequence[Chunk], i: int, hi: int) -> Group | None:
    """Read one or two more who died beside a number: "seven civilian dead |and a soldier|"; not whose act goes on: "and a soldier |was hit|"."""
    if (some := _some_besides(row, i, hi)) is not None:
        return some
    if i >= hi or not row[i].joined or row[i].sort is Sort.NUMBER or not continues(row, i):
        return None
    one = row[i].reading(Kind.VICTIM)
    if (row[i].men if one is None else one.form.number) not in ("sg", "du"):
        return None
    group = read_group(row, i, hi, "")
    after = row[group.last] if group is not None and group.last < hi else None
    return None if after is not None and after.tells and not (after.prep or after.gap or after.joined) else group


def _some_besides(row: Sequence[Chunk], i: int, hi: int) -> Group | None:
    """Read the dead of others, whose number alone says that they are dead too: "19 dead of the soldiers|, and seven of the attackers|"."""
    comma = i + 1 < hi and row[i].text == "," and row[i].sort is Sort.STOP
    i += comma
    if i + 1 >= hi or not (row[i].joined and counts(row[i].mention)) or row[i].gap or row[i + 1].gap > 1:
        return None
    of, victim = row[i + 1], row[i + 1].reading(Kind.VICTIM)
    if of.joined or of.reading(Kind.HARM) is not None or (victim is not None and victim.entry.id == OTHER):
        return None
    named = of.sort is Sort.ACTOR and of.prep in _WHOSE
    if not (named or (victim is not None and of.prep in _OF) or of.entry(Kind.OBJECT).cls == "ranks"):
        return None
    if of.prep == "ل":
        return Group(i, i + 2, ((COMBATANTS, row[i].mention.count),), of.ids, (i + 1,), owners=of.ids)  # type: ignore[union-attr]
    group = read_group(row, i, hi, "")
    after = row[group.last] if group is not None and group.last < hi else None
    if after is None or (after.sort is Sort.STOP and after.text != "("):
        return group
    return None if comma or (after.tells and not (after.prep or after.joined)) else group


_OF = ("", "من")
_WHOSE = ("", "من", "ل")
"""What stands before those of whom a number died: "seven |of| the soldiers", "four |of [l-]| the opposition"."""


def sides_named(row: Sequence[Chunk], lo: int, hi: int) -> tuple[str, ...]:
    """Tell whose the counted are by their word alone: "eight dead |of the attackers|"."""
    ids = (row[k].entry(Kind.VICTIM).id for k in range(lo, min(hi, lo + 2)))
    return tuple(SIDES[i] for i in ids if i in SIDES)


def also_of(row: Sequence[Chunk], i: int, hi: int, who: str) -> str:
    """Give the other class of whom there are dead too: "dead among the civilians |and the soldiers|"."""
    if not who or i >= hi or not row[i].joined or row[i].gap or row[i].prep:
        return ""
    other = row[i].reading(Kind.VICTIM)
    many = other is not None and other.form.number == "pl" and other.form.definite
    return other.entry.who if many and other is not None and other.entry.who not in ("", who) else ""


def with_kin(row: Sequence[Chunk], m: HarmMention, hi: int) -> HarmMention:
    """Count on the kin of one dead man by name: "the martyr |So-and-so, his wife and his four children|"."""
    dead = row[m.at].reading(Kind.HARM)
    if dead is None or not dead.form.definite or dead.form.number != "sg" or m.count != Count.exactly(1):
        return m
    named = m.at + 1 < hi and row[m.at + 1].sort is Sort.PERSON and not (row[m.at + 1].gap or row[m.at + 1].joined)
    if not named or m.at + 2 >= hi or not row[m.at + 2].joined:
        return m
    group = read_group(row, m.at + 1, hi, m.who)
    if group is None or len(group.parts) != 1 or group.parts[0][1] == m.count:
        return m
    return replace(m, count=group.parts[0][1], last=group.last)
