"""Tolls: who was killed, wounded, detained, and how many (codebook section 3 and rulings 19, 20, 29).

Reads a row of chunks. ``12 civilians killed and 23 others wounded`` gives two mentions; ``9, among
them 5 children`` gives 9; ``no injuries`` gives an explicit zero; ``killed and wounded`` gives one
open row of each.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.lexicon.entry import Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.before import is_told_of_many
from waqai.tag.harm.besides import with_kin
from waqai.tag.harm.besides_setting import besides_setting
from waqai.tag.harm.count import headcount, share, with_side
from waqai.tag.harm.doer import group_past_act, is_act
from waqai.tag.harm.fallen import (
    COST,
    SURVIVED,
    are_taken,
    are_wounded,
    finished_off,
    life_of,
    tells_of_one,
    whose_life,
)
from waqai.tag.harm.group import Group
from waqai.tag.harm.known import known_by_name, man_sought
from waqai.tag.harm.lost import LOST_MEN, injured, men_lost, who_underwent
from waqai.tag.harm.meant import group_meant
from waqai.tag.harm.member import CIVILIANS, COMBATANTS, UNSPECIFIED, class_in_attempt
from waqai.tag.harm.mention import HarmMention
from waqai.tag.harm.more import (
    along_with_him,
    between,
    beyond_some,
    dead_of_others,
    met_death,
    named_one_by_one,
    one_more,
    risen,
    shared_out,
    with_breakdown,
)
from waqai.tag.harm.names import names_meant
from waqai.tag.harm.next import begins_victims
from waqai.tag.harm.of_whom import counted_apart
from waqai.tag.harm.same_men import as_many, hurt_with_him, last_class, share_class, shared_in_bracket
from waqai.tag.harm.search import group_after, group_before, group_by_word, who_they_are
from waqai.tag.harm.tail import TWO
from waqai.tag.harm.tally import are_buried
from waqai.tag.harm.unsaid import (
    is_charged,
    is_purpose,
    is_reached,
    names_nobody,
    nearly,
    zeros,
)
from waqai.tag.harm.which import harm_told
from waqai.tag.harm.word import HIM, by_declarer, harm_words, has_one_before, inner_pronoun, is_verb, owns_up
from waqai.tag.harm.wounds import (
    are_the_wounded,
    dies_then,
    dies_there,
    is_of_the_dead,
    is_stabbed_dead,
    of_wounds,
    some_of_them,
    succumbs,
    wounded_who_died,
)
from waqai.values.count import Count

__all__ = ["CIVILIANS", "COMBATANTS", "HURT", "UNSPECIFIED", "HarmMention", "find_harm"]

_ACTS: Final = frozenset({"passive", "idafa_act"})
"""Classes of harm words that can have their doer behind them: verbs and the verbal nouns of what one does to others."""
_INJURIES: Final = "harm.injuries"
_STABBED: Final = "harm.stabbed"
_FELL_VICTIM: Final = "harm.fell_victim"
_CAPTURING: Final = "harm.capturing"
HURT: Final = frozenset({"killed", "wounded"})
"""Kinds of harm to the body."""


def find_harm(row: Sequence[Chunk], lo: int, hi: int) -> list[HarmMention]:
    """Find the tolls told in chunks ``[lo, hi)``, in text order."""
    found: list[HarmMention] = []
    i = used_until = lo
    while i < hi:
        chunk = row[i]
        if not chunk.hurts:
            i += 1
            continue
        reading = harm_told(row, i, hi)
        if reading is not None and (
            is_purpose(row, i, lo, reading) or nearly(row, i, lo) or is_charged(row, i, lo, reading, found)
        ):
            i += 1
            continue
        if reading is not None and (men := finished_off(row, i, hi, reading) or wounded_who_died(row, i, hi, reading)):
            found += _rows(i, [reading], i, men)
            used_until = i = men.last
            continue
        if reading is None and is_reached(row, i, lo):
            group = group_after(row, i + 1, hi, "", takes_agent=False)
            if group is not None:
                found += [
                    HarmMention(i, i, group.last, "detained", who, count, group.owner) for who, count in group.parts
                ]
                i = group.last
                continue
        if reading is None:
            more = zeros(row, i, hi) or dead_of_others(row, i, hi, found)
            more = more or (risen(row, i, hi) if row[i].particle == "rises" else [])
            found.extend(more)
            i = max((m.last for m in more), default=i + 1)
            continue
        past = met_death(row, i, hi, found) if reading.form.suffix else i
        if past > i:
            i = past
            continue
        kinds, after = harm_words(row, i, hi)
        mentions = _read(row, i, kinds, after, max(lo, used_until), hi, found)
        if len(mentions) == 1:
            mentions = shared_out(row, mentions[0], hi) or with_breakdown(
                row, named_one_by_one(row, one_more(row, mentions[0], hi), hi), hi
            )
        if len(mentions) == 1:
            mentions += beyond_some(row, mentions[-1], hi) or besides_setting(row, mentions[-1], hi)
        found.extend(mentions)
        end = max((m.last for m in mentions), default=after)
        end += are_wounded(row, mentions, end, hi)
        used_until = end
        i = max(end, after)
    if not found:
        return found
    return [
        replace(m, of_wounds=True)
        if m.kind == "killed" and (of_wounds(row, m, hi) or are_the_wounded(row, m, found))
        else m
        for m in some_of_them(row, hurt_with_him(row, share_class(shared_in_bracket(row, found))))
    ]


def _read(
    row: Sequence[Chunk], at: int, kinds: list[Reading], after: int, lo: int, hi: int, before: list[HarmMention]
) -> list[HarmMention]:
    cls = kinds[0].entry.cls
    if kinds[0].entry.harm == "wounded" and is_of_the_dead(row, at, before):
        return []
    if kinds[0].entry.id == _STABBED and (is_stabbed_dead(row, at, hi) or any(m.kind == "killed" for m in before)):
        return []
    if cls == "headcount" and (names_nobody(row, at) or are_buried(row, at, lo)):
        return []
    if cls == "headcount" and (known := known_by_name(row, at, after, hi, kinds)) is not None:
        return [known]
    if (men := who_underwent(row, at, lo)) is not None:
        return _rows(at, kinds, after, men)
    if kinds[0].entry.id == _INJURIES and (group := injured(row, after, hi)) is not None:
        return _rows(at, kinds[:1], after, group)
    if (dead := who_they_are(row, at, after, hi, kinds)) is not None:
        return _rows(at, kinds, after, dead)
    if cls == "headcount":
        if row[at].prep == "بين" and len(kinds) > 1:
            return _rows(at, kinds, after, between(row, at, after, lo, hi))
        return [
            with_kin(row, with_side(row, m, lo), hi)
            for k, reading in enumerate(kinds)
            for m in headcount(row, at + k, reading, after, lo, hi, len(kinds))
        ]
    suffix = kinds[-1].form.suffix or inner_pronoun(kinds[-1]) or whose_life(row, kinds[-1], after, hi)
    if suffix and not _is_of_doer(row, kinds[-1], after, hi):
        group = _meant(row, at, kinds, before, suffix) or (names_meant(row, at) if suffix == _THEIRS else None)
        if group is None:
            return []
        group = along_with_him(row, after, hi, group)
        return [replace(m, meant=True) for m in _rows(at, kinds, after, group)]
    group = by_declarer(row, at, suffix, _victims(row, at, kinds, after, lo, hi, before))
    return [] if group is None else _rows(at, kinds, after, group)


def _is_of_doer(row: Sequence[Chunk], reading: Reading, after: int, hi: int) -> bool:
    """Tell whether a pronoun is the doer's, the victims behind it: "their killing |of [l-]| a man", "by its killing |five children|"."""
    if after >= hi or row[after].gap > 0:
        return False
    noun = reading.entry.cls == "idafa_act" and reading.form.pos is Pos.NOUN and reading.entry.id != _CAPTURING
    theirs = (noun or owns_up(row, after - 1)) and not row[after].joined and begins_victims(row[after])
    return row[after].prep == "ل" or (theirs and not row[after].prep)


def _rows(at: int, kinds: list[Reading], after: int, group: Group) -> list[HarmMention]:
    """Give a row for each kind of harm and each class of its victims."""
    return [
        HarmMention(
            at,
            min(at, group.first),
            max(group.last, after),
            k.entry.harm,
            _class_of(k, who, group),
            share(count, len(kinds) > 1),
            group.owner,
            any(k.entry.cls in ("passive", "object") and k.form.pos == "verb" for k in kinds),
            group.actors,
            group.agents,
            group.others,
            plain=group.plain,
            state=group.state,
            owners=group.owners,
            sides=group.sides,
            beside=group.beside,
            nth=group.nth,
        )
        for k in kinds
        for who, count in group.parts
    ]


def _class_of(kind: Reading, who: str, group: Group) -> str:
    """Give the class of victims: persons held as a group's are suspects, until a word calls them its fighters (ruling 30)."""
    if who == COMBATANTS and group.of_group and kind.entry.harm == "detained":
        return UNSPECIFIED
    return who if who == CIVILIANS else kind.entry.who or who


def _victims(
    row: Sequence[Chunk], at: int, kinds: list[Reading], after: int, lo: int, hi: int, before: list[HarmMention]
) -> Group | None:
    first = kinds[0]
    if first.entry.id == LOST_MEN and after < hi and (men := men_lost(row, after, hi)) is not None:
        return men
    if (men := counted_apart(row, at, hi, first)) is not None:
        return men
    takes_agent = first.entry.cls in _ACTS and first.form.voice != "passive"
    last_who = last_class(before)
    if first.entry.id in COST:
        return group_before(row, life_of(row, at, hi), at)  # "the blast cost |32 persons| their lives"
    if after < hi and row[after].joined and has_one_before(row, at) and (one := group_before(row, at, lo)) is not None:
        return one  # "that his driver |was killed| and two of his guards hit"
    if (said := as_many(row, after, hi, before) or group_by_word(row, at, after, lo, hi, first)) is not None:
        return said
    behind = hi if is_told_of_many(row, at, lo, first) else after
    group = group_after(row, behind, hi, last_who, takes_agent=takes_agent, past_act=first.entry.cls == "object")
    if group is not None and row[group.first].prep == "مع" and len(group.parts) == 1:
        return replace(
            group, parts=((group.parts[0][0], group.parts[0][1] + Count.exactly(1)),)
        )  # "X was killed |with three others|"
    if first.entry.cls == "idafa" and first.form.number == "du" and not first.form.definite:
        two = Group(at, after, (("", TWO),))  # "|two injuries| among the civilians"
        return replace(two, last=group.last, parts=((group.parts[0][0], TWO),)) if group is not None else two
    if group is not None or not (is_verb(first) or first.entry.id == _FELL_VICTIM):
        return group
    if tells_of_one(first) and not has_one_before(row, at):
        group = group_past_act(row, after, hi, last_who)
        if group is not None:
            return group
    group = group_before(row, at, lo)
    if group is not None and group.plain and (who := class_in_attempt(row, at + 1, hi)) is not None:
        group = replace(group, parts=tuple((who, n) for _, n in group.parts), plain=False)
    died = (
        first.entry.id == _FELL_VICTIM
        or dies_there(row, at)
        or (first.form.number == "sg" and succumbs(row, at, hi))
        or dies_then(row, at)
    )
    if group is None and (died if first.entry.harm == "killed" else first.entry.id == SURVIVED):
        return Group(at, at + 1, (("", Count.exactly(1)),))  # "then |died of his wounds|"
    hit_by = (
        row[at].gap and after < hi and (is_act(row[after]) or row[after].sort is Sort.ACTOR)
    )  # "when the artillery hit buildings"
    if group is None and before and before[-1].last == at and not (row[at].joined or hit_by):
        same = before[-1]
        return Group(same.first, at, ((same.who, same.count),), same.owner, same.actors)
    if group is not None and first.form.number == "du" and [c.min for _, c in group.parts] == [1]:
        return replace(group, parts=((group.parts[0][0], TWO),))
    return along_with_him(row, after, hi, group) if group is not None else None  # "So-and-so died |with three others|"


_THEIRS: Final = "هم"


def _meant(row: Sequence[Chunk], at: int, kinds: list[Reading], before: list[HarmMention], suffix: str) -> Group | None:
    """Read a harm word with a pronoun; one who was killed is not counted as wounded before (ruling 21's victims)."""
    if kinds[0].entry.harm not in HURT and kinds[0].entry.id not in HIM and not are_taken(row, at):
        return man_sought(row, at, suffix) if kinds[0].entry.harm == "detained" and not before else None
    if kinds[0].entry.harm == "wounded" and any(m.kind == "killed" for m in before):
        return None
    return group_meant(row, at, suffix, man=kinds[0].entry.id in HIM)
