"""A chunk: words read as one thing, with what each reader of the row asks of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import msgspec

from waqai.lexicon.entry import Entry, Kind, Reading
from waqai.lexicon.readings import NOTHING, Readings
from waqai.tag.actor.find import ActorPhrase
from waqai.tag.date.find import DateMention
from waqai.tag.number.find import NumberMention
from waqai.tag.person.find import PersonMention
from waqai.tag.place.find import PlacePhrase
from waqai.tag.setting import LAND
from waqai.values.term import Terms


class Sort(Terms):
    """What a chunk is."""

    DATE = "date"
    ACTOR = "actor"
    PERSON = "person"
    PLACE = "place"
    NUMBER = "number"
    WORD = "word"
    STOP = "stop"


Mention: TypeAlias = ActorPhrase | DateMention | NumberMention | PersonMention | PlacePhrase


_NO_ENTRY = Entry(id="", kind=Kind.PARTICLE, gloss="", forms=())


class Chunk(msgspec.Struct, frozen=True, gc=False):
    """Tokens ``[first, last)`` read as one thing.

    ``prep`` is the preposition before it (a word or a proclitic letter), ``joined`` whether "and" or
    "then" is written at its start, ``gap`` the number of unread words since the chunk before.

    ``senses``, ``reading``, ``has``, ``tells``, ``particle`` and ``hurts`` are ``readings.asked``, kept here because every rule asks
    them: whoever gives a chunk other readings gives it these too.
    """

    first: int
    last: int
    sort: Sort
    prep: str
    joined: bool
    gap: int
    readings: Readings = NOTHING
    mention: Mention | None = None
    text: str = ""
    linked: bool = False
    """Whether an unread word before it begins with "and"."""
    senses: dict[Kind, Reading] = {}
    """The first reading of each kind."""
    reading: Callable[[Kind], Reading | None] = NOTHING.senses.get
    """Gives the first reading of a kind, if the chunk has one."""
    has: Callable[[str], bool] = NOTHING.names.__contains__
    """Tells whether the chunk can be read as a lexicon entry."""
    tells: bool = False
    """Whether it names an act or a harm."""
    itself: str = ""
    """The pronoun by which whoever speaks takes up himself before it, folded: "said that |it| took A"."""
    tells_of: int = -1
    """The first token of the place that a relative clause which begins here is about (``relative``)."""
    that: bool = False
    """Whether "that" stands right before it, so that nothing ahead says anything of it: "an official said |that| X took A"."""
    prior: bool = False
    """Whether "after" stands right before it: "took A |after| heavy shelling"."""
    particle: str = ""
    """The class of the particle that it is first read as; empty when it is none."""
    supposed: bool = False
    """Whether the word beside it says that the act it names is planned, feared or none in particular: "|any| attack", "|most| attacks", "attacks |of this kind|"."""
    when: bool = False
    """Whether "when" stands right before it: "they were passing |when| gunmen attacked them"."""
    each: bool = False
    """Whether "each of" stands among the unread words before it: "arrested |each of| So-and-so and his brother"."""
    hurts: bool = False
    """Whether a toll may begin with it."""

    def has_any(self, entries: frozenset[str]) -> bool:
        """Tell whether the chunk can be read as one of these lexicon entries."""
        return not entries.isdisjoint(self.readings.names)

    def entry(self, kind: Kind) -> Entry:
        """Give the entry of the first reading of this kind; where the chunk has none, one that says nothing."""
        reading = self.senses.get(kind)
        return _NO_ENTRY if reading is None else reading.entry

    @property
    def names_side(self) -> bool:
        """Whether it names who can be a side: an actor, or a force without a name."""
        return self.sort is Sort.ACTOR or Kind.FORCE in self.senses

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the actor that it names; none where it names none."""
        return self.mention.ids if isinstance(self.mention, ActorPhrase) else ()

    @property
    def actor_cls(self) -> str:
        """How it names its actor: by name, by nationality …; empty where it names none."""
        return self.mention.cls if isinstance(self.mention, ActorPhrase) else ""

    @property
    def is_land(self) -> bool:
        """Whether it names a people or a state, which does something only beside a force or an act."""
        return isinstance(self.mention, ActorPhrase) and self.mention.cls in LAND

    @property
    def actor_method(self) -> str:
        """What the aircraft or guns that it names by their owner do; empty where it names none."""
        return self.mention.method if isinstance(self.mention, ActorPhrase) else ""

    @property
    def called(self) -> tuple[str, ...]:
        """The lexicon entries of the words by which it names its actor; none where it names none."""
        return self.mention.entries if isinstance(self.mention, ActorPhrase) else ()

    @property
    def men(self) -> str:
        """Whether it counts an actor's men: sg, du, pl; empty where it names a force as a whole, or none."""
        return self.mention.number if isinstance(self.mention, ActorPhrase) else ""

    @property
    def is_free(self) -> bool:
        """Whether "of" says whose the force is that it names ("a patrol of [l-] A"), so that nothing before owns it."""
        return isinstance(self.mention, ActorPhrase) and self.mention.free

    @property
    def number_cls(self) -> str:
        """What its number counts or is: a measure, one of several; empty where it is no number."""
        return self.mention.cls if isinstance(self.mention, NumberMention) else ""

    @property
    def place_kind(self) -> str:
        """What kind of place it is called: a village, a base; empty where it is no place, or called none."""
        return self.mention.kind if isinstance(self.mention, PlacePhrase) else ""
