"""All that one form can be: what grammars ask of it is worked out once, not at every place where the form stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Final, TypeAlias

from waqai.lexicon.entry import Entry, Kind, Pos, Reading
from waqai.lexicon.need import Need, need_of

_IN_ROW: Final = frozenset(
    {Kind.TRIGGER, Kind.HARM, Kind.VICTIM, Kind.WEAPON, Kind.OBJECT, Kind.PARTICLE, Kind.FORCE, Kind.SOURCE}
)
_UNSEEN: Final = frozenset(
    (
        "supposed of_kind zero_negator zero_light zero_loss zero_news zero_anyone thing fronts after ever_since reply takes_up adds lasts"
        " alike flares"
    ).split()
)
"""Particles that only the grammar of tolls of nobody, or a word that needs them, reads; in the row they would stand between."""
_STEERING: Final = frozenset({Kind.TRIGGER, Kind.HARM, Kind.PARTICLE, Kind.SOURCE})

_TELLING: Final = frozenset({Kind.TRIGGER, Kind.HARM})
_COUNTING: Final = frozenset({"reaches", "none_of", "versus", "rises"})
"""Particles that tell a toll without a word of harm: arrests that "reached" …, "no injuries", "against six of theirs", a toll that "rose"."""
_WORDED: Final = frozenset(
    {Kind.TRIGGER, Kind.HARM, Kind.VICTIM, Kind.PARTICLE, Kind.TIME, Kind.FORCE, Kind.NUMBER, Kind.WEAPON, Kind.SOURCE}
)
LEADS: Final = ("seat", "lent", "between", "from", "outskirts", "near", "direction", "inside", "among")
"""Classes of place words that say how the act lies to the place; the first that a word has is its class."""
AIMED: Final = "trigger.fire_at"
"""An act by which arrests may be told, where they "reached" somebody it aimed at."""
COPULA: Final = "copula"
OPENERS: Final = frozenset({*LEADS, "site", "countryside", "country", COPULA})
"""Classes of place words that can begin the phrase of a place."""
_LINKS: Final = frozenset({"part_of", "direction"})
NO_PLACE: Final = "no_place"
THING: Final = "thing"
"""Objects that only some acts need: places bear such names too ("the Tree")."""
_ANYBODY: Final = frozenset({"victim.civilian", "victim.citizen", "victim.family"})
"""Words for those who live anywhere: "the quarters of the civilians" have no name."""


class Readings(tuple[Reading, ...]):  # noqa: SLOT001 - what is worked out is kept in its dict
    """The readings of a form, in the order of the lexicon."""

    @cached_property
    def needs(self) -> bool:
        """Whether one of them stands only with what it needs (``needs``)."""
        return any(reading.entry.needs for reading in self)

    @cached_property
    def needing(self) -> tuple[Need, ...]:
        """What those need that stand only with it."""
        return tuple(need_of(n, reading) for n, reading in enumerate(self) if reading.entry.needs)

    def where_met(self, met: tuple[int, ...]) -> Readings:
        """Those that stay where ``met`` of them, by number, have what they need: these, and what needs nothing and is of no kind of theirs."""
        known = self._where_met.get(met)
        if known is None:
            kinds = {self[n].entry.kind for n in met}
            rest = (r for r in self if r.entry.kind not in kinds and not r.entry.needs)
            known = self._where_met[met] = Readings((*(self[n] for n in met), *rest))
        return known

    @cached_property
    def _where_met(self) -> dict[tuple[int, ...], Readings]:
        return {}

    @cached_property
    def names(self) -> frozenset[str]:
        """Their entries and kinds, as what another word needs names them."""
        return frozenset(name for reading in self for name in (reading.entry.id, reading.entry.kind))

    @cached_property
    def thing(self) -> bool:
        """Whether one of them is what something is done to."""
        return any(reading.entry.cls == THING for reading in self)

    @cached_property
    def tell(self) -> bool:
        """Whether they are those of a verb that tells an act by itself."""
        told = [reading for reading in self if reading.entry.kind in _TELLING]
        return bool(told) and all(r.form.pos is Pos.VERB and not r.entry.needs for r in told)

    @cached_property
    def senses(self) -> dict[Kind, Reading]:
        """The first of each kind, in their order; do not change the table."""
        first: dict[Kind, Reading] = {}
        for reading in self:
            first.setdefault(reading.entry.kind, reading)
        return first

    @cached_property
    def methods(self) -> tuple[str, ...]:
        """The methods that their weapon, their act and their force stand for."""
        told = (self.senses.get(kind) for kind in (Kind.WEAPON, Kind.TRIGGER, Kind.FORCE))
        return tuple(reading.entry.method for reading in told if reading is not None and reading.entry.method)

    @cached_property
    def particles(self) -> tuple[str, ...]:
        """The classes of those that are particles."""
        return tuple(reading.entry.cls for reading in self if reading.entry.kind is Kind.PARTICLE)

    @cached_property
    def place_words(self) -> tuple[str, ...]:
        """The classes of those that are place words."""
        return tuple(reading.entry.cls for reading in self if reading.entry.kind is Kind.PLACE_WORD)

    @cached_property
    def cues(self) -> tuple[tuple[str, ...], bool]:
        """The classes of their place words, and whether one does more than to say what its word is: it opens, links, is no place or a land."""
        return self.place_words, self.opens or self.links or bool(self.lands) or NO_PLACE in self.place_words

    @cached_property
    def opens(self) -> bool:
        """Whether one of them can begin the phrase of a place."""
        return not OPENERS.isdisjoint(self.place_words)

    @cached_property
    def links(self) -> bool:
        """Whether one of them says where the place before it lies."""
        return not _LINKS.isdisjoint(self.place_words)

    @cached_property
    def lands(self) -> tuple[Entry, ...]:
        """The entries of place words that name a country or its people."""
        return tuple(r.entry for r in self if r.entry.kind is Kind.PLACE_WORD and r.entry.countries)

    @cached_property
    def in_row(self) -> Readings:
        """Those that stand in the row of chunks."""
        seen = [r for r in self if r.entry.kind in _IN_ROW and r.entry.cls not in _UNSEEN]
        return self if len(seen) == len(self) else Readings(seen)

    @cached_property
    def steers(self) -> bool:
        """Whether one of them steers how a clause is read."""
        return any(reading.entry.kind in _STEERING for reading in self)

    @cached_property
    def worded(self) -> int:
        """1 for an ordinary word, 2 for one that can be part of no place's name, as a verb, else 0."""
        words = [r for r in self if r.entry.kind in _WORDED]
        if any(r.form.pos is Pos.VERB or r.entry.id in _ANYBODY for r in words):
            return 2
        return int(any(r.entry.cls != THING for r in words))

    @cached_property
    def actors(self) -> tuple[Entry, ...]:
        """The entries of those that name actors."""
        return tuple(reading.entry for reading in self if reading.entry.kind is Kind.ACTOR)

    @cached_property
    def actor_classes(self) -> frozenset[str]:
        """How those that name actors name them."""
        return frozenset(entry.cls for entry in self.actors)

    @cached_property
    def voices(self) -> frozenset[str]:
        """The sides for which a text has to speak where it means one of them."""
        return frozenset(entry.voice for entry in self.actors if entry.voice)

    @cached_property
    def home(self) -> tuple[str, str] | None:
        """The actor whose full name they are, and the country where he is at home; none where several countries' actors bear it, or call theirs so."""
        named = [r.entry for r in self if r.entry.kind is Kind.ACTOR and r.entry.cls == "name" and not r.entry.voice]
        if not named or not named[0].countries or len({entry.countries[:1] for entry in named}) > 1:
            return None
        if any(e.cls == "generic" and e.countries and named[0].countries[0] not in e.countries for e in self.actors):
            return None
        return named[0].actor, named[0].countries[0]

    @cached_property
    def but_particles(self) -> Readings:
        """Those that are no particles."""
        return Readings(r for r in self if r.entry.kind is not Kind.PARTICLE)

    @cached_property
    def asked(self) -> Asked:
        """What each chunk of such a word is asked: the first reading of each kind, that of one kind, whether it is an entry, tells, its particle, and whether a toll may begin with it.

        The questions are those of the table and the names themselves, which answer without a function of ours.
        """
        tells = Kind.TRIGGER in self.senses or Kind.HARM in self.senses
        hurts = Kind.HARM in self.senses or self.particle in _COUNTING or AIMED in self.names
        return self.senses, self.senses.get, self.names.__contains__, tells, self.particle, hurts

    @cached_property
    def particle(self) -> str:
        """The class of the particle that it is first read as; empty when it is none."""
        particle = self.senses.get(Kind.PARTICLE)
        return particle.entry.cls if particle is not None else ""


Asked: TypeAlias = tuple[
    dict[Kind, Reading], Callable[[Kind], Reading | None], Callable[[object], bool], bool, str, bool
]
NOTHING: Final = Readings()
"""The readings of what is no word of the lexicon."""
