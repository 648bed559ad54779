"""What a sentence says on of a toll it has told: who the dead were, the other side's dead, who died with somebody.

"20 persons, among them 12 soldiers": 8 civilians and 12 soldiers; "22 dead, 19 fighters and three civilians"; "12 soldiers, against
six of the attackers"; "the commander met his death with eight of his men". In: a row of chunks, the tolls read so far, and where to
read on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.company import ALONGSIDE
from waqai.tag.harm.count import qualifier, share
from waqai.tag.harm.group import Group, read_group
from waqai.tag.harm.member import CIVILIANS, COMBATANTS
from waqai.tag.harm.mention import HarmMention
from waqai.tag.harm.names import listed, names_beneath
from waqai.tag.harm.next import begins_victims
from waqai.tag.harm.search import IN_THE_FIELD, group_before
from waqai.tag.harm.singled import named_behind
from waqai.tag.harm.tail import OTHER, counts
from waqai.tag.number.find import NumberMention
from waqai.values.count import Count

_RELEASED: Final = "released"
_KILLED: Final = "killed"
_FALL: Final = "trigger.fall"
_KILLING: Final = "harm.killing"
_MET: Final = "لقي"
_BACK: Final = 9
"""Chunks between "met" and "his death"."""


def with_breakdown(row: Sequence[Chunk], mention: HarmMention, hi: int) -> list[HarmMention]:
    """Split a toll of persons by the class of some, or of all, of them that the words behind it name."""
    total = mention.count.min
    inherited = mention.who == COMBATANTS and not mention.owner
    # "a soldier was killed and seven hit, two of them civilians"
    inherited = inherited and (mention.others or _names_civilians(row, mention.last, hi))
    if total is None or not mention.count.is_exact or total < 2 or not (mention.plain or not mention.who or inherited):
        return [mention]
    group, of_some = named_behind(row, mention.last, hi)
    if group is None or any(not count.is_exact for _, count in group.parts):
        return [mention]
    said = {who: count.min or 0 for who, count in group.parts}
    if of_some and inherited:
        if set(said) != {CIVILIANS} or said[CIVILIANS] >= total:
            return [mention]
        parts = {COMBATANTS: total - said[CIVILIANS], CIVILIANS: said[CIVILIANS]}
    elif of_some and 0 < said.get(COMBATANTS, 0) < total and set(said) <= {COMBATANTS, CIVILIANS}:
        rest = CIVILIANS if mention.plain or not _lead(row[group.first : group.last]) else ""
        parts = {rest: total - said[COMBATANTS], COMBATANTS: said[COMBATANTS]}
    elif (
        of_some
        and not mention.plain
        and set(said) == {CIVILIANS}
        and said[CIVILIANS] < total
        and _names_civilians(row, mention.last, hi)
    ):
        parts = {COMBATANTS: total - said[CIVILIANS], CIVILIANS: said[CIVILIANS]}
    elif "" not in said and sum(said.values()) == total:
        parts = said  # "20 persons, |among them 12 soldiers and eight gunmen|": all of them
    else:
        return [mention]
    return [
        replace(
            mention,
            who=who,
            count=Count.exactly(n),
            last=group.last,
            plain=False,
            owner=group.owner if who == COMBATANTS and of_some else (),
            owners=group.owners if who == COMBATANTS and of_some else (),
            part_of=total,
        )
        for who, n in parts.items()
    ]


def risen(row: Sequence[Chunk], i: int, hi: int) -> list[HarmMention]:
    """Read "… rose |to nine persons|" of the dead whom the words before name: "the dead of the shelling of A rose to nine persons"."""
    dead = None
    for k in range(i - 1, max(-1, i - _TOLD), -1):
        if row[k].sort is Sort.STOP and row[k].text in ".\n":
            break
        harm = row[k].reading(Kind.HARM)
        if harm is not None and (harm.entry.cls == "headcount" or harm.entry.harm == _KILLED):
            dead = harm.entry.harm
            break
    if (
        dead is None
        or i + 1 >= hi
        or row[i + 1].prep != "الي"
        or row[i + 1].gap > _LATER
        or not counts(row[i + 1].mention)
    ):
        return []
    group = read_group(row, i + 1, hi, "")
    parts = group.parts if group is not None else ()
    return [HarmMention(i, i, group.last, dead, who, n, plain=group.plain) for who, n in parts if group is not None]


_LATER: Final = 3
"""Words of "the number later [to]"."""
_TOLD: Final = 14
"""Chunks between the dead and the verb by which their number rises: what killed them, where and when."""


def beyond_some(row: Sequence[Chunk], mention: HarmMention, hi: int) -> list[HarmMention]:
    """Read who is counted on behind some of the first: "17 soldiers, among them four officers, |and a hundred gunmen|"."""
    i = mention.last
    if i >= hi or row[i].particle != "subset":
        return []
    stop = next((k for k in range(i + 1, min(hi - 2, i + _SOME)) if row[k].sort is Sort.STOP), -1)
    if stop < 0 or row[stop].text != "," or not row[stop + 1].joined or not counts(row[stop + 1].mention):
        return []
    group = read_group(row, stop + 1, hi, "")
    if group is None or group.others or any(not who for who, _ in group.parts):
        return []
    if group.last < hi and not row[group.last].joined and row[group.last].reading(Kind.HARM) is not None:
        return []
    return [
        HarmMention(
            stop + 1, stop + 1, group.last, mention.kind, who, n, group.owner, owners=group.owners, sides=group.sides
        )
        for who, n in group.parts
    ]


_SOME: Final = 5
"""Chunks of some who are singled out."""


def one_more(row: Sequence[Chunk], mention: HarmMention, hi: int) -> HarmMention:
    """Count on who is told behind a comma: "a man and his daughter [by splinters], |and another man|"."""
    i = mention.last
    if i + 2 >= hi or row[i].text != "," or not row[i + 1].joined or row[i + 1].gap or not mention.count.is_exact:
        return mention
    man, other = row[i + 1].reading(Kind.VICTIM), row[i + 2].reading(Kind.VICTIM)
    if (
        man is None
        or man.form.number != "sg"
        or man.entry.who != mention.who
        or other is None
        or other.entry.id != OTHER
    ):
        return mention
    if i + 3 < hi and not row[i + 3].gap and row[i + 3].reading(Kind.HARM) is not None:
        return mention
    return replace(mention, count=mention.count + Count.exactly(1), last=i + 3)


def shared_out(row: Sequence[Chunk], mention: HarmMention, hi: int) -> list[HarmMention]:
    """Read "20 civilians |between dead and wounded|" behind what cost them: one to twenty of each (ruling 20)."""
    i = mention.last
    if mention.kind != _KILLED or i + 1 >= hi or row[i].prep != "بين" or row[i].gap > 1:
        return []
    kinds = [
        r.entry.harm for k in (i, i + 1) if (r := row[k].reading(Kind.HARM)) is not None and r.entry.cls == "headcount"
    ]
    if set(kinds) != {_KILLED, "wounded"}:
        return []
    return [replace(mention, kind=kind, count=share(mention.count, shared=True), last=i + 2) for kind in kinds]


def named_one_by_one(row: Sequence[Chunk], mention: HarmMention, hi: int) -> HarmMention:
    """Count the names behind "a number of persons …, known of them: A, B, C" (at least so many), and behind "the civilians: A, B, C"."""
    if mention.count.max is not None or (mention.count.min or _MANY) >= _MANY:
        return mention
    if mention.last < hi and row[mention.last].text == ":" and (named := listed(row, mention.last, hi)) is not None:
        return replace(mention, count=named.parts[0][1])
    near = range(mention.last, min(hi, mention.last + _REACH))
    subset = next((k for k in near if row[k].particle == "subset" and k + 1 < hi and row[k + 1].text == ":"), -1)
    beneath = names_beneath(row, subset + 1) if subset >= 0 else None
    names = 0 if beneath is None else beneath.parts[0][1].min or 0
    at = next((k for k in near if row[k].has("particle.of_them")), hi)
    persons = commas = 0
    for chunk in row[at + 1 : hi]:
        if chunk.sort is Sort.PERSON:
            persons += 1
        elif chunk.sort is Sort.STOP and chunk.text == ",":
            commas += 1
        elif chunk.sort is not Sort.STOP or chunk.text not in ":-()":
            break
    if persons >= _TWO and commas + 1 <= 2 * persons:
        names = max(names, persons, commas + 1)
    return replace(mention, count=Count.at_least(names)) if names > (mention.count.min or 1) else mention


_MANY: Final = 20
"""People of whom nobody names all."""
_REACH: Final = 8
"""Chunks between people and the names of some: where and when."""
_TWO: Final = 2


def _lead(told: Sequence[Chunk]) -> bool:
    """Tell whether those singled out lead the others, who then may be their men: "nine dead, among them |an officer|", but not "|three soldiers|"."""
    return any(chunk.entry(Kind.VICTIM).id in _LEADERS for chunk in told)


_LEADERS: Final = frozenset({f"victim.{rank}" for rank in ("officer", "rank", "leader", "commander")})


def _names_civilians(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether those singled out are called civilians, which the others then are not: "123 dead, among them 54 civilians"."""
    return any(row[k].has(_CIVILIAN) for k in range(i, min(hi, i + 4)))


_CIVILIAN: Final = "victim.civilian"


def dead_of_others(row: Sequence[Chunk], i: int, hi: int, found: Sequence[HarmMention]) -> list[HarmMention]:
    """Read the other side's dead, or whom it let go, behind "against": "12 soldiers were killed, |against six of the attackers|"."""
    if row[i].particle != "versus" or i + 2 >= hi:
        return []
    i += row[i + 1].sort is Sort.WORD and (row[i + 1].has(_FALL) or row[i + 1].has(_KILLING)) and not row[i + 1].gap
    if row[i + 1].gap or not counts(row[i + 1].mention):
        return []
    kind = next((m.kind for m in found if m.kind in (_KILLED, _RELEASED) and m.count.max != 0), "")
    group = read_group(row, i + 1, hi, "") if kind else None
    if group is None or any(who != COMBATANTS for who, _ in group.parts):
        return []
    return [
        HarmMention(i, i, group.last, kind, who, n, group.owner, owners=group.owners, sides=group.sides)
        for who, n in group.parts
    ]


def met_death(row: Sequence[Chunk], at: int, hi: int, found: list[HarmMention]) -> int:
    """Read "… his death" of whoever "met" it, and who died with him; give the chunk to read on from, ``at`` where nobody met it."""
    if (
        not found
        or found[-1].kind != _KILLED
        or not any(
            r.form.text == _MET for k in range(max(0, at - _BACK), at) for r in row[k].readings if k == found[-1].at
        )
    ):
        return at
    if at + 1 >= hi or row[at + 1].prep != "مع" or not begins_victims(row[at + 1]):
        return at + 1
    group = read_group(row, at + 1, hi, found[-1].who)
    if group is None or len(group.parts) != 1 or group.parts[0][0] != found[-1].who:
        return at + 1
    found[-1] = replace(found[-1], count=found[-1].count + group.parts[0][1])
    return group.last


def along_with_him(row: Sequence[Chunk], after: int, hi: int, group: Group) -> Group:
    """Count on his kin or his men behind a verb that names him by a pronoun: "the gunmen killed him |with his two sons|"."""
    for k in range(after, min(hi, after + _WITH)):
        kin = row[k].reading(Kind.VICTIM)
        of_his = counts(row[k].mention) or (kin is not None and (kin.form.suffix or kin.form.number == "du"))
        beside = k > after and row[k - 1].has(ALONGSIDE) and not row[k].gap and begins_victims(row[k])
        if row[k].has(ALONGSIDE) or row[k].has(IN_THE_FIELD):
            continue
        if beside or (of_his and row[k].prep == "مع" and row[k].gap <= 1):
            more = read_group(row, k, hi, group.parts[0][0])
            if more is None or len(more.parts) != 1 or len(group.parts) != 1:
                return group
            who = group.parts[0][0] or more.parts[0][0]
            if more.parts[0][0] != who:
                return replace(group, last=more.last, parts=(*group.parts, *more.parts))
            return replace(group, last=more.last, parts=((who, group.parts[0][1] + more.parts[0][1]),))
        if row[k].sort is not Sort.ACTOR and row[k].reading(Kind.FORCE) is None:
            return group
    return group


_WITH: Final = 3
"""Chunks of who did it, before those who were with him."""


def between(row: Sequence[Chunk], at: int, after: int, lo: int, hi: int) -> Group:
    """Read whose number "between dead and wounded" shares out: "sixty of X (fell)", "the dozens", "48", of whom what follows may say who they were."""
    fell = at - (at > lo and row[at - 1].has(_FALL))
    number = row[fell - 1].mention if fell > lo else None
    if isinstance(number, NumberMention) and number.counts:
        who, owner, actor, last = qualifier(row, after, hi)
        actors = (actor,) if actor >= 0 else ()
        return Group(fell - 1, max(at, last), ((who, number.count),), owner, actors, owners=owner)
    whole = group_before(row, fell, lo)
    return whole if whole is not None else Group(at, at, (("", Count.at_least(1)),))
