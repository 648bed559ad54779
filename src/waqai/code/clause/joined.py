"""Which places of a clause "and", a list, a comma or "in addition to" join to the one before: each suffers the act."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from waqai.code.clause.ahead import BESIDES, one_place_more
from waqai.code.family import FAMILY
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN
from waqai.tag.harm.tail import OTHER
from waqai.tag.number.find import NumberMention
from waqai.tag.number.label import NumberClass
from waqai.tag.place.find import PlacePhrase
from waqai.values.place import AREAS

_EDGES = frozenset({"near", "outskirts"})
"""Where something stands: "the market of vegetables |and fruit on| the outskirts of A"."""


def joined_places(row: Sequence[Chunk], places: Sequence[tuple[int, PlacePhrase]]) -> frozenset[int]:
    """Find the places that a list or "and" joins to the one before, be it through what stands in them ("and houses in")."""
    found = set()
    for (a, first), (b, second) in pairwise(places):
        if row[b - 1].particle == _NAMELY and not 0 <= first.list_id == second.list_id:
            continue  # "the countryside of A, |namely| B"
        if (
            0 <= first.list_id == second.list_id
            or row[b].joined
            or is_besides(row, b)
            or _is_past_locating(row, a, b)
            or _is_resumed(row, a, b)
            or _is_next(row, a, b)
            or _is_counted_anew(row, a, b)
            or _is_done_besides(row, a, b)
            or not any(_parts(row[k]) for k in range(a + 1, b))
            and (
                any(row[k].joined or (row[k].linked and second.relation not in _EDGES) for k in range(a + 1, b + 1))
                or (b == a + 1 and _is_at_edge_too(row, b))
            )
        ):
            found.add(b)
    return frozenset(found)


def listed_on(row: Sequence[Chunk], places: Sequence[tuple[int, PlacePhrase]], *, taken: bool) -> frozenset[int]:
    """Find the places that have a thing of their own, and of places ``taken`` those with which a list goes on behind things of which nobody says where they are: "took the village of A, |the hills around it, the depots and| the town of B"."""
    return frozenset(
        b
        for (a, _), (b, place) in pairwise(places)
        if _has_its_own(row, a, b)
        or _are_first_and_other(row, a, b)
        or (taken and place.relation == "in" and _goes_on_behind_things(row, a, b))
    )


def _goes_on_behind_things(row: Sequence[Chunk], a: int, b: int) -> bool:
    """Tell whether "and" stands before a place, and nothing but things between it and the place before."""
    joins = row[b].joined and not row[b].prep and row[b].gap <= _UNREAD
    return joins and b - a > 1 and all(_is_thing(row[k]) for k in range(a + 1, b))


def _has_its_own(row: Sequence[Chunk], a: int, b: int) -> bool:
    """Tell whether each of two places has the thing that was hit there: "fired at a car in A |and at a post of X in| B"."""
    if b - a not in _THING_AND_OWNER or row[b].prep not in IN or Kind.OBJECT not in row[a + 1].senses:
        return False
    if not (row[a + 1].joined or (row[a + 1].linked and row[a + 1].gap == 1)):
        return False
    if b - a > _NEXT and row[a + 2].sort is not Sort.ACTOR:
        return False
    owner = a - 1 if row[a - 1].sort is not Sort.ACTOR else a - 2
    return owner >= 0 and Kind.OBJECT in row[owner].senses and row[a].prep in IN


def _are_first_and_other(row: Sequence[Chunk], a: int, b: int) -> bool:
    """Tell whether two places are told one by one: "two cars with two charges, |the first at A and the other at| B"."""
    first, other = row[a - 1], row[b - 1]
    one = first.number_cls in _ORDINALS and not first.joined and row[a].gap <= 1
    return one and b - a == _NEXT and other.joined and (other.number_cls in _ORDINALS or other.has(OTHER))


_ORDINALS: Final = frozenset({NumberClass.ORDINAL, NumberClass.ONE_OF})
_THING_AND_OWNER: Final = (2, 3)
"""Chunks from a place to the next, with the thing there and whose it is."""
_UNREAD: Final = 2
"""Words that nobody reads between a thing and the next place of its list."""


def _is_thing(chunk: Chunk) -> bool:
    """Tell whether a chunk is ground, a post, a depot, a unit's seat, or the comma behind one."""
    if chunk.sort is Sort.STOP:
        return chunk.text == ","
    if chunk.sort is Sort.ACTOR:
        return chunk.joined
    return not _THINGS.isdisjoint(chunk.senses) and _OTHER_THOUGHT.isdisjoint(chunk.senses)


_THINGS: Final = frozenset({Kind.OBJECT, Kind.WEAPON, Kind.FORCE})
_OTHER_THOUGHT: Final = frozenset({Kind.TRIGGER, Kind.HARM, Kind.PARTICLE, Kind.SOURCE, Kind.VICTIM})


def _is_past_locating(row: Sequence[Chunk], a: int, b: int) -> bool:
    """Tell whether "and" stands behind what only says where the first place lies: "the village of A around B |and the village of C|"."""
    between, second = row[b - 1].mention, row[b].mention
    if b != a + 2 or not isinstance(between, PlacePhrase) or not isinstance(second, PlacePhrase):
        return False
    return 0 <= between.list_id == second.list_id and not row[b].gap


def _is_at_edge_too(row: Sequence[Chunk], b: int) -> bool:
    """Tell whether "and" stands before the preposition of a place's surroundings, or before land there: "positions in A |and in the surroundings of| B", "in A |and areas around| B"."""
    return row[b].linked and row[b].gap == 1


def is_besides(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a place is named besides others: "A and B, |in addition to| C"."""
    if k > 0 and one_place_more(row, k - 1, k):
        return True
    return k > 0 and not row[k].gap and (row[k - 1].particle == BESIDES or row[k - 1].has_any(_PARTNERS))


def another_at(row: Sequence[Chunk], places: Sequence[tuple[int, PlacePhrase]]) -> int | None:
    """Find the place where another act of the kind was, by one word: "clashes in A, |and others in| B".

    An area holds the places of a list instead: "the villages of A, B |and others in the countryside of C|".
    """
    return next(
        (
            k
            for k, p in places
            if row[k - 1].joined and row[k - 1].has(OTHER) and row[k].prep and p.precision not in AREAS
        ),
        None,
    )


_NAMELY: Final = "namely"
_PARTNERS: Final = frozenset({"particle.partner", "particle.partner.beside"})


def _is_resumed(row: Sequence[Chunk], a: int, b: int) -> bool:
    """Tell whether the preposition of the place before is taken up with "and": "raided A, which killed two, |and upon| B"."""
    return row[a].prep == row[b].prep == _UPON and row[b].linked and row[b].gap == 1


def _is_counted_anew(row: Sequence[Chunk], a: int, b: int) -> bool:
    """Tell whether the act is counted again for the next place: "two raids on A |and six raids on| B"."""
    if not (row[a].prep == row[b].prep == _UPON) or b - a <= _NEXT or row[b - 1].prep:
        return False
    act, number = row[b - 1].reading(Kind.TRIGGER), row[b - 2]
    return act is not None and act.entry.names_act and number.joined and isinstance(number.mention, NumberMention)


def _is_done_besides(row: Sequence[Chunk], a: int, b: int) -> bool:
    """Tell whether the act is told anew behind "in addition to": "took A, |in addition to freeing| B", "shelled A, |besides hitting| houses in B"."""
    at = next((k for k in range(a + 1, b - 1) if row[k].particle == BESIDES), -1)
    if at < 0 or row[at + 1].gap or any(Kind.HARM in row[k].senses for k in range(at + 1, b)):
        return False
    act = row[at + 1].reading(Kind.TRIGGER)
    if act is None or act.form.pos is Pos.VERB:
        return False
    before = next((told for k in range(at - 1, -1, -1) if (told := row[k].reading(Kind.TRIGGER)) is not None), None)
    return before is not None and _family(before) == _family(act) != ""


def _family(told: Reading) -> str:
    """Give the family of what a word tells; fire from the air and from the ground are one."""
    if told.entry.id == _FIRE_AT:
        return "fire"
    family = FAMILY.get(told.entry.method)
    return "" if family is None else _FIRE.get(family.name, family.name)


_FIRE: Final = {"air": "fire"}
_FIRE_AT: Final = "trigger.fire_at"


def _is_next(row: Sequence[Chunk], a: int, b: int) -> bool:
    """Tell whether nothing but a comma stands between two names: "(A, B, C)"."""
    if b != a + _NEXT or row[b].prep or row[b].gap or row[b - 1].gap or row[b - 1].text != ",":
        return False
    one, other = row[a].mention, row[b].mention
    assert isinstance(one, PlacePhrase)
    assert isinstance(other, PlacePhrase)
    if one.precision is not other.precision or other.relation not in ("", "in"):
        return False
    return (one.kind in _PEOPLED and other.kind in _PEOPLED) if other.kind else not one.containers


_PEOPLED: Final = frozenset({"", "city", "town", "village", "camp"})


_UPON = "علي"
_NEXT = 2


def _parts(chunk: Chunk) -> bool:
    """Tell whether a chunk begins another thought: an act, a harm, a cause."""
    if any(r.entry.cls == "quiet" for r in chunk.readings):
        return False
    if (
        (chunk.joined or chunk.linked)
        and chunk.readings
        and chunk.readings[0].entry.kind is Kind.OBJECT
        and not chunk.tells
    ):
        return False  # "|and a position| of X in B", which is spelt as "causing" and "a site" of news
    return any(r.entry.kind in (Kind.TRIGGER, Kind.HARM, Kind.PARTICLE, Kind.SOURCE) for r in chunk.readings)


def with_list(
    places: list[tuple[int, PlacePhrase]], named: Sequence[tuple[int, PlacePhrase]]
) -> list[tuple[int, PlacePhrase]]:
    """Give places with all that are of one list with them: "columns came to |A, B and C|"."""
    if not places:
        return places
    lists = {phrase.list_id for _, phrase in places if phrase.list_id >= 0}
    ours = {k for k, _ in places}
    return [(k, phrase) for k, phrase in named if k in ours or phrase.list_id in lists]


def is_set_apart(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a comma and "and" set a place apart from that beside which another lies: "A near the town of B|, and the village of| C"."""
    return row[k - 1].text == "," and row[k].text.startswith(_AND)


_AND: Final = "و"
