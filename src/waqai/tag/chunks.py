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
from waqai.tag.chunk_words import BEFORE, EACH, NOTHING_BEFORE, PARTS, SIDES, THAT, THIS, WHEN
from waqai.tag.date.find import DateMention
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
    rivals: list[_Rival] = []
    single: list[_Rival] = []
    for date in dates:
        rivals.append((0, date.first - date.last, date.first, Sort.DATE, NOTHING, date, ""))
    named, bare = _of_actors(words, actors, persons, places)
    rivals += named
    counted_from = {date.last for date in dates if date.is_of_act_behind}
    for place in places:
        rivals.append((3, place.first - place.last, place.first, Sort.PLACE, NOTHING, place, ""))
    for person in persons:
        rivals.append((4, person.first - person.last, person.first, Sort.PERSON, NOTHING, person, ""))
    named_so = {i for place in places for i in range(place.name_first, place.name_last)}
    begins = {place.first for place in places}
    doers = {actor.first for actor in actors}
    held_at = {_past_comma(words, place.name_last) for place in places if place.containers}
    for number in numbers:
        if number.first in named_so and not number.counts:
            continue  # "the camp of the |17th| Brigade"
        rank = 5 if number.counts and words.texts[number.first] != _AT else 1  # "|at least| 23"
        rivals.append((rank, number.first - number.last, number.first, Sort.NUMBER, NOTHING, number, ""))
    called = {actor.first for actor in actors if actor.cls == "name" and actor.last - actor.first > 1}
    for hit in words.hits:
        first = hit.first
        if not story[first]:
            continue
        readings = hit.readings.in_row
        if not readings:
            continue
        size = hit.last - first
        whose = readings[0].entry.id == _WHOSE
        if size > 1 and hit.last - 1 in called and Kind.TRIGGER in hit.readings.senses and not whose:
            continue  # a phrase of acts that ends with the first word of a name: "two dead |of Tahrir| al-Sham"
        if first in counted_from and hit.readings[0].entry.cls == _TAKEN:
            continue  # "a day after |of| the taking of A" is no "out of the hold of"
        cls = readings[0].entry.cls
        if (cls == _ALSO and _is_aside(words, hit)) or (cls == _LOCATED and first in held_at):
            continue  # "likewise", and what says where a place lies and so belongs to it: "the village of A |lying in| B"
        if size > 1 and hit.last - 1 in begins and Kind.TRIGGER in readings.senses:
            size -= 1  # "the liberation of |the town of| A": what kind of place belongs to its name
        elif whose and hit.last - 1 in doers:
            size -= 1  # "the liberation |by the army| of A"
        if size == 1:
            single.append((5, -1, first, Sort.WORD, readings, None, hit.proclitic))
        else:
            rank = 1 if readings.steers else 5
            rivals.append((rank, -size, first, Sort.WORD, readings, None, hit.proclitic))
    rivals.sort(key=_precedence)
    bare.sort(key=_precedence)
    return _row(words, [*rivals, *single, *bare])


def _of_actors(
    words: Words, actors: list[ActorPhrase], persons: list[PersonMention], places: list[PlacePhrase]
) -> tuple[list[_Rival], list[_Rival]]:
    """Give the actors that may stand, those apart that are only called by a head noun."""
    rivals: list[_Rival] = []
    bare: list[_Rival] = []
    named = {i for person in persons if person.last - person.first > 1 for i in range(person.first, person.last)}
    again = {person.first for person in persons if person.again}
    for actor in actors:
        if actor.first in again:
            continue  # "shots were fired at |al-Urduni|", whose family name is that of a nation
        if actor.cls in _NO_DOERS and is_no_doer(words, actor, named, places):
            continue
        rank = 0 if actor.hedged else 2 if actor.ids else _LAST
        if rank == 2 and actor.last - actor.first > 1 and actor.cls in ("name", "force", "generic", "client"):
            rank = 1  # also quoted, called by a number, or by a word of acts: "the Fifth Corps"
        among = bare if rank == _LAST else rivals
        among.append((rank, actor.first - actor.last, actor.first, Sort.ACTOR, NOTHING, actor, ""))
    return rivals, bare


_NO_DOERS: Final = frozenset({"nationality", "country", "generic"})
"""Classes of names that may be a word in another's name."""


def _past_comma(words: Words, at: int) -> int:
    """Step over what closes a name, and the comma ahead of what says where a place lies: "A|,| lying in B"."""
    at += words.texts[at : at + 1] == ['"']
    return at + (words.texts[at : at + 1] == [","])


_THEN: Final = "ثم"
"""A word of its own that joins the dead of another act, or behind a comma another act, to what goes before; who is held and |then| freed is one act's."""


def _kills(readings: Readings) -> bool:
    """Tell whether a word tells of dead."""
    harm = readings.senses.get(Kind.HARM)
    return harm is not None and harm.entry.harm == "killed"


def _is_deed(readings: Readings) -> bool:
    """Tell whether a word is a verb that tells an act."""
    act = readings.senses.get(Kind.TRIGGER)
    return act is not None and act.entry.tells_act and act.form.pos is not Pos.NOUN


_INDEED: Final = "وقد"
"""Behind a comma what the press joins another act with as it does with "and" alone: "… in A, |and X has shelled| B"."""


def _is_news(readings: Readings) -> bool:
    """Tell whether a word is a verb that tells an act, or that somebody managed what is told next; whoever warded something off did it to what is told before."""
    told, act = readings.senses.get(Kind.PARTICLE), readings.senses.get(Kind.TRIGGER)
    if act is not None and act.entry.method == _WARDED_OFF:
        return False
    return _is_deed(readings) or (told is not None and told.entry.cls in _DONE)


_DONE, _WARDED_OFF = frozenset({"managed", "does"}), "interception"


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


def _standing(words: Words, rivals: list[_Rival]) -> tuple[dict[int, _Rival], bytes]:
    """Let the rivals take their words in order; give who stands, by first word, and the class of each word with theirs marked."""
    standing: dict[int, _Rival] = {}
    taken = bytearray(len(words.texts))
    marks = bytearray(words.classes)
    for rival in rivals:
        size, first = -rival[1], rival[2]
        if size == 1 and not taken[first]:
            taken[first] = 1
            standing[first] = rival
            marks[first] = _HEAD[0]
        elif size > 1 and taken.find(1, first, first + size) < 0:
            taken[first : first + size] = b"\1" * size
            standing[first] = rival
            marks[first : first + size] = _HEAD + _TAIL * (size - 1)
    for at in places_of(FULL_STOP, marks):
        if is_between_initials(words.tokens, at):
            marks[at] = OTHER[0]
    return standing, bytes(marks)


def _row(words: Words, rivals: list[_Rival]) -> list[Chunk]:
    texts = words.texts
    standing, letters = _standing(words, rivals)
    supposed = {hit.last for hit in words.particles.get(_SUPPOSED, ())}
    of_kind = {hit.first for hit in words.particles.get(_OF_KIND, ())}
    says_each = not EACH.isdisjoint(words.vocabulary)
    supposes = bool(supposed or of_kind)
    row: list[Chunk] = []
    behind = 0
    for first in sorted([*standing, *[m.start() for m in _STOP.finditer(letters)]]):
        _, size, _, sort, readings, mention, clitic = standing.get(first, _STOPPED)
        gap, linked, each = 0, False, False
        if first > behind:
            unread = letters[behind:first]
            gap, linked = len(unread) - unread.count(SILENT), WITH_AND in unread
            each = says_each and gap > 1 and not EACH.isdisjoint(ahead := texts[behind:first]) and _OF in ahead
        behind = first - size
        if mention is not None:
            clitic = _proclitic(mention, words, first)
        before = texts[first - 1] if first else ""
        quoted = before in _QUOTES and first > 1
        if quoted:
            before = texts[first - 2]
        then = before == _THEN and (_kills(readings) or (texts[first - 2] == "," and _is_deed(readings)))
        then = then or (before == _INDEED and texts[first - 2] == "," and _is_news(readings))
        if before == _OF and _is_partitive(words, first - 1 - quoted):
            before = ""
        prep, itself, that, prior = BEFORE.get(before, NOTHING_BEFORE)
        that = that or (before in THIS and texts[first - 2] in THAT)  # "said |that these| forces took A"
        joined = clitic[:1] in _JOINING
        if prep is None:
            prep = clitic[joined : joined + 1].replace("ا", "") if clitic else ""
        senses, reading, has, tells, particle = readings.asked
        row.append(
            Chunk(
                first,
                behind,
                sort,
                prep,
                joined or then or before == "و",
                gap - then - (gap > 0 and before in _LETTERS),
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
                before in WHEN,
                each,
            )
        )
    return row


def _are_several(readings: Readings) -> bool:
    """Tell whether a word names acts in the plural: "attacks |of this kind|", and not "the worst attack of this kind"."""
    act = readings.senses.get(Kind.TRIGGER)
    return act is not None and act.form.number == "pl"


_OF: Final = "من"
_JOINING: Final = frozenset({"و", "ف"})
_LETTERS: Final = frozenset({"ل", "ب"})
"""Prepositions of one letter, which a mark may part from their word, as they are of it: 'a post of [l-] "X"'."""
_HEAD: Final = b"C"
_TAIL: Final = b"c"
"""Classes of the words of a chunk, its first and the others."""
_STOP: Final = re.compile(b"[" + STOPS + b"]")
"""A stop among the classes of words."""


_STOPPED: Final[_Rival] = (_LAST, -1, -1, Sort.STOP, NOTHING, None, "")
"""What stands at a stop, wherever that is."""


def _is_partitive(words: Words, at: int) -> bool:
    """Tell whether "of" at token ``at`` follows a part or "each": "in each of A and B", "the south side of A"."""
    tokens = words.tokens
    if at < 1:
        return False
    return tokens[at - 1].text in PARTS or (at > 1 and tokens[at - 2].text in SIDES)


_WITH_CLITIC = (PersonMention, NumberMention)


def _proclitic(mention: Mention, words: Words, first: int) -> str:
    if isinstance(mention, PlacePhrase):
        return mention.proclitic
    if isinstance(mention, _WITH_CLITIC) and mention.clitic:
        return mention.clitic
    hits = words.by_first.get(first)
    return hits[0].proclitic if hits else ""
