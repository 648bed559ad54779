"""Tolls told place by place: "which killed four in A and two in B", "shelled A, B and C, which wounded a man in B" (ruling 7)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import msgspec

from waqai.code.act.placed import put_at
from waqai.code.act.shares import shares_of
from waqai.code.clause.joined import joined_places
from waqai.code.deed.harm_act import find_harm_act
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.find import HURT, HarmMention
from waqai.tag.harm.group import read_group
from waqai.tag.number.find import NumberMention
from waqai.tag.place.find import PlacePhrase
from waqai.values.count import Count

if TYPE_CHECKING:
    from waqai.code.act.draft import Draft

_IN: Final = frozenset({"في", "ب", "ضمن"})
_REACH: Final = 3
"""Chunks between a toll and its place, commas and subsets left out."""


def harm_by_place(
    row: Sequence[Chunk], places: Sequence[tuple[int, PlacePhrase]], harm: Sequence[HarmMention]
) -> tuple[list[HarmMention], dict[int, list[HarmMention]]]:
    """Give the tolls of a clause of several places, with those that only a number tells, and which of them which place (chunk) suffered.

    Empty where tolls do not stand each before a place of its own.
    """
    told: dict[int, list[HarmMention]] = shares_of(row, places, harm)
    if told:
        return [h for own in told.values() for h in own], told
    every = list(harm)
    last: HarmMention | None = None
    end = 0
    for at, _ in places:
        own = _told_before(row, [h for h in harm if end <= h.at < at], at)
        if not own and last is not None and last.kind in _COUNTED and (more := _people_alone(row, end, at, last)):
            own = more
            every += more
        if own and row[at].prep in _IN:
            told[at] = own
            last = own[-1]
        end = at + 1
    return (every, told) if told else (list(harm), {})


def _told_before(row: Sequence[Chunk], harm: Sequence[HarmMention], at: int) -> list[HarmMention]:
    """Give the tolls that stand before a place, with those told right before them: "killed a man and wounded four in B"."""
    own: list[HarmMention] = []
    for h in reversed(harm):
        if not _stands_before(row, h, at) and not (own and 0 <= own[-1].first - h.last <= _BESIDE):
            break
        own.append(h)
    return own[::-1]


_COUNTED: Final = HURT | {"detained", "abducted", "released"}
_BESIDE: Final = 2
"""Chunks between the dead and the wounded told with them: the wound's word, a comma."""
_TWO: Final = 2
_SUBSET: Final = "subset"


def _stands_before(row: Sequence[Chunk], h: HarmMention, at: int) -> bool:
    """Tell whether a toll stands before a place with nothing between but commas and those among them: "four, among them two women, in A"."""
    between = [row[k] for k in range(h.last, at)]
    told = 0
    for k, chunk in enumerate(between):
        among = (
            chunk.particle == _SUBSET
            or (k and between[k - 1].particle == _SUBSET)
            or (k > 1 and between[k - 2].particle == _SUBSET)
        )
        told += not (chunk.sort is Sort.STOP or among)
    return told < _REACH


def _people_alone(row: Sequence[Chunk], lo: int, at: int, last: HarmMention) -> list[HarmMention]:
    """Read "and |two| in B", "and |a man| in B", "and |two children| in B" behind a toll of another place: of the same harm."""
    first = max((k + 1 for k in range(lo, at) if row[k].sort is Sort.STOP and row[k].text == ","), default=lo)
    if first >= at or not row[first].joined or any(row[k].sort is Sort.STOP for k in range(first, at)):
        return []
    mention, one = row[first].mention, row[first].reading(Kind.VICTIM)
    told = msgspec.structs.replace(last, first=first, last=at, at=first)
    if isinstance(mention, NumberMention):
        behind = at - first == 1 or (at - first == _TWO and row[first + 1].reading(Kind.VICTIM) is not None)
        return [msgspec.structs.replace(told, count=mention.count)] if mention.counts and behind else []
    if one is None or one.form.number not in _FEW or (group := read_group(row, first, at, last.who)) is None:
        return []
    if group.last < at - (row[at - 1].sort is Sort.NUMBER):
        return []  # "and a |single| person in B"
    return [msgspec.structs.replace(told, who=who or last.who, count=n) for who, n in group.parts]


_FEW: Final = frozenset({"sg", "du"})


def held_by_home(
    row: Sequence[Chunk], method: str, homes: Sequence[tuple[int, PlacePhrase]], harm: Sequence[HarmMention]
) -> dict[int, list[HarmMention]]:
    """Give who was held in each of several places that they come from: "arrested So-and-so |of the town of A, and two men of B|".

    Empty where not each place (chunk) has people of its own before it.
    """
    if method not in _HELD or len(harm) != 1 or harm[0].kind != "detained":
        return {}
    if shared := shares_of(row, homes, harm, _FROM):
        return shared
    told = {homes[0][0]: list(harm)} if harm[0].at < homes[0][0] else {}
    for (before, _), (at, _) in pairwise(homes):
        between = row[before + 1 : at]
        if not between or any(c.sort is Sort.STOP and c.text != "," for c in between) or row[at].prep != _OF:
            return {}
        names = sum(c.sort is Sort.PERSON for c in between)
        own = _people_alone(row, before + 1, at, harm[0])
        if names and not own and _begins_anew(between):
            own = [msgspec.structs.replace(harm[0], first=before + 1, last=at, at=at - 1, count=Count(names, names))]
        if not own:
            return {}
        told[at] = own
    if len(told) < len(homes):
        return {}
    if harm[0].last > homes[0][0] and (fewer := _without(harm[0], told)) is not None:
        told[homes[0][0]] = [fewer]
    return told


def _without(first: HarmMention, told: dict[int, list[HarmMention]]) -> HarmMention | None:
    """Take out of a toll whose words run past its place those whom the next places have: "a youth of A |and another| of B"."""
    later = sum(own[0].count.min or 0 for own in list(told.values())[1:])
    most = first.count.min or 0
    if not first.count.is_exact or later >= most:
        return None
    return msgspec.structs.replace(first, count=Count.exactly(most - later))


def _begins_anew(between: Sequence[Chunk]) -> bool:
    """Tell whether "and" brings others: the first word behind the comma."""
    first = between[1] if between[0].text == "," and len(between) > 1 else between[0]
    return first.joined


_HELD: Final = frozenset({"raid", "arrest_campaign", "checkpoint_arrest"})
_OF: Final = "من"
_FROM: Final = frozenset({_OF})


def joined_to_hurt(draft: Draft) -> list[tuple[int, PlacePhrase]]:
    """Give the places without a toll of their own that "and" joins to one that has: "three in A |and B|" (ruling 7)."""
    return [(at, phrase) for at, phrase in draft.places if at in draft.joined_places and at not in draft.harm_at]


def count_on(row: Sequence[Chunk], drafts: Sequence[Draft]) -> None:
    """Give a clause that begins with people alone the harm of the clause before: "…, |and seven| in B by barrel bombs"."""
    for before, draft in pairwise(drafts):
        first = draft.clause.lo
        if draft.harm or not before.harm or draft.clause.sentence != before.clause.sentence or not row[first].joined:
            continue
        if not draft.places or row[first].prep:
            continue
        own = _counted_on(row, draft, before.harm[-1])
        if draft.method is None and (harmed := find_harm_act(row, first, draft.clause.hi, own)) is not None:
            draft.tell(harmed)
        if own and draft.method is not None:
            draft.harm += own
            draft.marks["counted_on"] = first
            if draft.count_at == first:
                draft.count = None  # "|three| by a sniper in A" are no three shots


def _counted_on(row: Sequence[Chunk], draft: Draft, told: HarmMention) -> list[HarmMention]:
    """Give the people with whom a clause begins, hurt as those told before."""
    first = draft.clause.lo
    mention = row[first].mention
    if isinstance(mention, NumberMention) and mention.counts:
        parts = [(told.who, mention.count)]
    elif row[first].reading(Kind.VICTIM) is not None and told.kind in HURT:
        group = read_group(row, first, draft.clause.hi, told.who)
        parts = list(group.parts) if group is not None else []
    else:
        parts = []
    return [
        msgspec.structs.replace(told, at=first, first=first, last=first + 1, who=who, count=count)
        for who, count in parts
    ]


def settle_places(row: Sequence[Chunk], draft: Draft) -> None:
    """Say which tolls each place suffered; whence people were held are the places, where none but a fronted one is named."""
    method = draft.method
    held: dict[int, list[HarmMention]] = {}
    if method is not None and len(draft.homes) > 1 and all(k < method.at for k, _ in draft.places):
        held = held_by_home(row, method.method, draft.homes, draft.harm)
    put_at(draft, row, draft.homes if held else draft.places)
    if len(draft.places) > 1:
        draft.joined_places = joined_places(row, draft.places)
    if held:
        draft.harm, draft.harm_at = [h for own in held.values() for h in own], held
    elif draft.harm and len(draft.places) > 1:
        draft.harm, draft.harm_at = harm_by_place(row, draft.places, draft.harm)
