"""The words of a text as a row of chunks: what the coder reads instead of words.

A chunk is a place phrase, a date, an actor, a number, a person, or a lexicon hit with all its readings. Chunks do not
overlap; where mentions compete for a word, the grammar that knows more wins (dates, then actors, persons and places).
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import Final, TypeAlias

from waqai.lexicon.entry import Kind, Pos
from waqai.lexicon.index import Hit
from waqai.lexicon.readings import NOTHING, Readings
from waqai.tag.actor.beside import is_no_doer
from waqai.tag.actor.find import ActorPhrase
from waqai.tag.chunk import Chunk, Mention, Sort
from waqai.tag.chunk_words import BEFORE, EACH
from waqai.tag.date.find import DateMention
from waqai.tag.lead import NO_LEAD, read_lead
from waqai.tag.number.find import NumberMention
from waqai.tag.person.find import PersonMention
from waqai.tag.place.find import PlacePhrase
from waqai.tag.word_class import FULL_STOP, OTHER, SILENT, STOPS, WITH_AND, places_of
from waqai.tag.words import Words
from waqai.text.segment import is_between_initials

_QUOTES = frozenset('"(#')
_ALSO, _TAKEN, _LOCATED = "also", "taken", "located"
_SUPPOSED, _OF_KIND, _WHOSE = "supposed", "of_kind", "trigger.freeing.whose"
_LAST = 6
"""The rank of whoever is only called by a head noun, behind that of single words."""

_QUIET: Final = "quiet"
_AREAS: Final = frozenset({"", "area"})
"""Kinds of places that are called by an operation."""


def chunk(
    words: Words,
    story: bytearray,
    *,
    actors: list[ActorPhrase],
    dates: list[DateMention],
    numbers: list[NumberMention],
    persons: list[PersonMention],
    places: list[PlacePhrase],
) -> list[Chunk]:
    """Lay all mentions of a text into one row, in text order, with the words of its story, whose tokens ``story`` marks."""
    rivals = _of_mentions(words, dates, persons, places)
    single: list[_Rival] = []
    counted_from = {date.last for date in dates if date.is_of_act_behind}
    named_so = {i for place in places for i in range(place.name_first, place.name_last)}
    named, bare = _of_actors(words, actors, persons, places, named_so)
    rivals += named
    begins = {place.first for place in places}
    areas = {i for p in places if p.known and p.kind in _AREAS for i in range(p.head_first + 1, p.name_last)}
    doers = {actor.first for actor in actors}
    held_at = {_past_comma(words, place.name_last) for place in places if place.containers}
    for number in numbers:
        if number.first in named_so and not number.counts:
            continue  # "the camp of the |17th| Brigade"
        rank = 5 if number.counts and words.texts[number.first] != _AT else 1  # "|at least| 23"
        clitic = number.clitic or _proclitic(words, number.first)
        rivals.append((rank, number.first - number.last, number.first, Sort.NUMBER, NOTHING, number, clitic))
    called = {actor.first for actor in actors if actor.cls == "name" and actor.last - actor.first > 1}
    for hit in words.hits:
        first = hit.first
        if not story[first]:
            continue
        readings = hit.readings.in_row
        if not readings:
            continue
        if first in counted_from and hit.readings[0].entry.cls == _TAKEN:
            continue  # "a day after |of| the taking of A" is no "out of the hold of"
        entry, size = readings[0].entry, hit.last - first
        cls = entry.cls
        if cls == _QUIET and first in areas:
            continue  # "the area of |Olive Branch|", which is else only an operation
        if (cls == _ALSO and _is_aside(words, hit)) or (cls == _LOCATED and first in held_at):
            continue  # "likewise", and what says where a place lies and so belongs to it: "the village of A |lying in| B"
        if size > 1:
            end, whose = hit.last - 1, entry.id == _WHOSE
            if end in called and not whose and Kind.TRIGGER in hit.readings.senses:
                continue  # a phrase of acts that ends with the first word of a name: "two dead |of Tahrir| al-Sham"
            # "the liberation of |the town of| A": what kind of place belongs to its name; "the liberation |by the army| of A"
            size -= (end in begins and Kind.TRIGGER in readings.senses) or (whose and end in doers)
        if size == 1:
            single.append((5, -1, first, Sort.WORD, readings, None, hit.proclitic))
        else:
            rank = 1 if readings.steers else 5
            rivals.append((rank, -size, first, Sort.WORD, readings, None, hit.proclitic))
    rivals.sort(key=_precedence)
    bare.sort(key=_precedence)
    return _row(words, [*rivals, *single, *bare])


def _of_mentions(
    words: Words, dates: list[DateMention], persons: list[PersonMention], places: list[PlacePhrase]
) -> list[_Rival]:
    """Give the days, the places and the persons, all of which may stand."""
    rivals: list[_Rival] = []
    for date in dates:
        clitic = _proclitic(words, date.first)
        rivals.append((0, date.first - date.last, date.first, Sort.DATE, NOTHING, date, clitic))
    for place in places:
        rivals.append((3, place.first - place.last, place.first, Sort.PLACE, NOTHING, place, place.proclitic))
    for person in persons:
        clitic = person.clitic or _proclitic(words, person.first)
        rivals.append((4, person.first - person.last, person.first, Sort.PERSON, NOTHING, person, clitic))
    return rivals


def _of_actors(
    words: Words,
    actors: list[ActorPhrase],
    persons: list[PersonMention],
    places: list[PlacePhrase],
    named_so: set[int],
) -> tuple[list[_Rival], list[_Rival]]:
    """Give the actors that may stand, those apart that are only called by a head noun; ``named_so`` are the words of the places' names."""
    rivals: list[_Rival] = []
    bare: list[_Rival] = []
    named = {i for person in persons if person.last - person.first > 1 for i in range(person.first, person.last)}
    again = {person.first for person in persons if person.again}
    for actor in actors:
        if actor.first in again:
            continue  # "shots were fired at |al-Urduni|", whose family name is that of a nation
        if actor.cls in _NO_DOERS and is_no_doer(words, actor, named, places, named_so):
            continue
        rank = 0 if actor.hedged else 2 if actor.ids else _LAST
        if rank == 2 and actor.last - actor.first > 1 and actor.cls in ("name", "force", "generic", "client"):
            rank = 1  # also quoted, called by a number, or by a word of acts: "the Fifth Corps"
        among = bare if rank == _LAST else rivals
        clitic = _proclitic(words, actor.first)
        among.append((rank, actor.first - actor.last, actor.first, Sort.ACTOR, NOTHING, actor, clitic))
    return rivals, bare


_NO_DOERS: Final = frozenset({"nationality", "country", "generic"})
"""Classes of names that may be a word in another's name."""


def _past_comma(words: Words, at: int) -> int:
    """Step over what closes a name, and the comma ahead of what says where a place lies: "A|,| lying in B"."""
    at += words.texts[at : at + 1] == ['"']
    return at + (words.texts[at : at + 1] == [","])


_AT: Final = "علي"
"""First word of "at least"."""


def _is_aside(words: Words, hit: Hit) -> bool:
    """Tell whether "likewise" stands between words of one act: "they arrested |likewise| a man"."""
    opens = not hit.first or words.classes[hit.first - 1] in STOPS
    if opens or hit.proclitic or words.texts[hit.first].startswith("و"):
        return False
    return not any(r.form.pos is Pos.VERB for h in words.by_first.get(hit.last, ()) for r in h.readings)


_Rival: TypeAlias = tuple[int, int, int, Sort, Readings, Mention | None, str]
"""What may stand somewhere: rank, number of words (negative), first word, and what the chunk will be.

The lowest rank wins a word, then the longest.
"""
_precedence = itemgetter(0, 1, 2)
_first = itemgetter(2)


def _standing(words: Words, rivals: list[_Rival]) -> tuple[list[_Rival], bytes]:
    """Let the rivals take their words; give who stands and the stops, in text order, and the class of each word with theirs marked."""
    standing: list[_Rival] = []
    taken = bytearray(len(words.texts))
    marks = bytearray(words.classes)
    for rival in rivals:
        first = rival[2]
        if rival[1] == -1:
            if taken[first]:
                continue
            taken[first] = 1
            marks[first] = _ALONE
        else:
            last = first - rival[1]
            if taken.find(1, first, last) >= 0:
                continue
            taken[first:last] = b"\1" * (last - first)
            marks[first:last] = _HEAD + _TAIL * (last - first - 1)
        standing.append(rival)
    for at in places_of(FULL_STOP, marks):
        if is_between_initials(words.tokens, at):
            marks[at] = OTHER[0]
    standing += [(_LAST, -1, m.start(), Sort.STOP, NOTHING, None, "") for m in _STOP.finditer(marks)]
    standing.sort(key=_first)
    return standing, bytes(marks)


def _row(words: Words, rivals: list[_Rival]) -> list[Chunk]:
    texts = words.texts
    standing, letters = _standing(words, rivals)
    supposed = {hit.last for hit in words.particles.get(_SUPPOSED, ())}
    of_kind = {hit.first for hit in words.particles.get(_OF_KIND, ())}
    says_each = not EACH.isdisjoint(words.vocabulary)
    supposes = bool(supposed or of_kind)
    row: list[Chunk] = []
    words_before = ["", *texts]
    behind = 0
    for _, size, first, sort, readings, mention, clitic in standing:
        gap, linked, each = 0, False, False
        if first > behind:
            unread = letters[behind:first]
            gap, linked = len(unread) - unread.count(SILENT), WITH_AND in unread
            each = says_each and gap > 1 and not EACH.isdisjoint(ahead := texts[behind:first]) and _OF in ahead
        behind = first - size
        before = words_before[first]
        quoted = before in _QUOTES and first > 1
        if quoted:
            before = words_before[first - 1]
        lead = read_lead(texts, first, before, readings, quoted=quoted) if before in BEFORE else NO_LEAD
        prep, itself, that, prior, joined, then, apart, when = lead
        if then or (apart and gap):
            gap -= 1
        if clitic:
            joins = clitic[0] in _JOINING
            joined = joined or joins
            if prep is None:
                prep = clitic[joins : joins + 1].replace("ا", "")
        senses, reading, has, tells, particle, hurts = readings.asked
        row.append(
            Chunk(
                first,
                behind,
                sort,
                prep or "",
                joined,
                gap,
                readings,
                mention,
                texts[first],
                linked,
                senses,
                reading,
                has,
                tells,
                itself,
                -1,
                that,
                prior,
                particle,
                supposes and (first - quoted in supposed or (behind in of_kind and _are_several(readings))),
                when,
                each,
                hurts,
            )
        )
    return row


def _are_several(readings: Readings) -> bool:
    """Tell whether a word names acts in the plural: "attacks |of this kind|", and not "the worst attack of this kind"."""
    act = readings.senses.get(Kind.TRIGGER)
    return act is not None and act.form.number == "pl"


_OF: Final = "من"
_JOINING: Final = frozenset({"و", "ف"})
_HEAD: Final = b"C"
_TAIL: Final = b"c"
"""Classes of the words of a chunk, its first and the others."""
_ALONE: Final = _HEAD[0]
_STOP: Final = re.compile(b"[" + STOPS + b"]")
"""A stop among the classes of words."""


def _proclitic(words: Words, first: int) -> str:
    """Give what is written at the start of the word at a token, ahead of what the lexicon knows of it."""
    hits = words.by_first.get(first)
    return hits[0].proclitic if hits else ""
