"""Who: names of actors, and head nouns with what makes actors of them ("the Russian warplanes").

In: words with lexicon hits, and the setting (country and day) that decides among namesakes.
Out: actor phrases in text order, non-overlapping; a bare head noun ("the warplanes") without ids: the coder never guesses (ruling 14).
"""

from __future__ import annotations

import msgspec

from waqai.lexicon.entry import Entry, Kind
from waqai.tag.actor.allies import with_allies
from waqai.tag.actor.army import security_of
from waqai.tag.actor.beside import (
    DOUBTS,
    are_of_others,
    arm_of,
    is_army,
    is_hit,
    is_its_land,
    is_joined,
    is_linked,
    is_machine_of_others,
    is_named_after,
    is_of_elsewhere,
    is_of_unit,
    is_thing,
    names_the_land,
    only_says_how,
    opens_doubt,
)
from waqai.tag.actor.client import as_militia, client_at, locals_at, loyal_at
from waqai.tag.actor.former import was_theirs
from waqai.tag.actor.latter import latter_at, latters
from waqai.tag.actor.meant import Meant, side_meant
from waqai.tag.actor.namesake import is_family_name, is_short_for
from waqai.tag.actor.room import as_their_room
from waqai.tag.actor.whose import as_believed, as_former, as_owned, is_no_owner
from waqai.tag.actor_words import (
    ARMS,
    BEFORE_OWNERS,
    BELONGS,
    FORMER,
    IN_FAVOUR,
    IS_CALLED,
    LINKS,
    PUNCT,
    THAT_THEY,
    UNKNOWN_WORDS,
    WHAT,
    WITHIN,
    is_link,
)
from waqai.tag.setting import LAND, STAGES, STATE_POLICE, Setting, fitting
from waqai.tag.words import Words
from waqai.values.actor import ANY_STATE, UNKNOWN

_MEN = "force.members"
_REACH = 5
"""Tokens between a head noun and the actor that owns it ("a patrol of the forces of …")."""


class ActorPhrase(msgspec.Struct, frozen=True, gc=False):
    """Tokens ``[first, last)`` that name who; ``method`` is what such a force does (aircraft strike)."""

    first: int
    last: int
    ids: tuple[str, ...]
    cls: str
    method: str
    entries: tuple[str, ...]
    number: str = ""
    """sg, du or pl when the head noun counts men ("two fighters of"), else empty."""
    hedged: bool = False
    """Whether the text only believes it to be this actor ("aircraft thought to be of …")."""
    free: bool = False
    """Whether its head stands by itself and "of" says whose it is ("a patrol of [l-] …"), so that nothing before owns it."""


def find_actors(words: Words, setting: Setting) -> list[ActorPhrase]:
    """Find every actor phrase, longest first at each word."""
    return _Scan(words, setting).run()


_BELONG_TO = frozenset({"الي", "ل"})  # behind "suspected of belonging", before the group
_CLASSES = frozenset({"class", "generic", "rebels", "troops"})
_ORDINARY = frozenset({"generic", "class", "short", "rebels", "troops"})
_OWNABLE = LAND | {"generic"}
_OF_A_STATE = frozenset({"generic", "rebels", "troops"})
_SHORT = "short"  # class of words that name an actor only behind its full name: "the Base" is al-Qaida or a base
_POLICE, _POLICEMEN = "force.police", "force.policemen"


class _Scan:
    """One text being read; ``meant`` keeps whom it has named, ``full`` who was named by a full name; ``has_arms`` tells whether it has a word for the arm of a group."""

    __slots__ = ("full", "has_arms", "meant", "setting", "words")

    def __init__(self, words: Words, setting: Setting) -> None:
        self.words = words
        self.setting = setting
        self.meant = Meant(words, setting.country, setting.day)
        self.full: set[str] = set()
        self.has_arms = not ARMS.isdisjoint(words.vocabulary)

    def run(self) -> list[ActorPhrase]:
        """Read the text from its first word to its last."""
        found: list[ActorPhrase] = []
        free_from = 0
        starts = {hit.first for kind in (Kind.ACTOR, Kind.FORCE) for hit in self.words.of_kind[kind]}
        latter = latters(self.words)
        for first in sorted(starts | latter):
            if first < free_from:
                continue
            before = found[-1] if found else None
            if first in latter:
                phrase = latter_at(self.words, first, self.meant.alone, found)
            else:
                phrase = self._client_at(first, before) or self._phrase_at(first)
            if phrase is None:
                continue
            phrase = as_former(self.words, as_believed(self.words, self.meant.taken_up(phrase), self._owner))
            if (militia := as_militia(self.words, phrase, self.setting.country, before)) is not None:
                phrase = msgspec.structs.replace(phrase, ids=(militia,))
            if are_of_others(self.words, phrase, found) or was_theirs(self.words, first, phrase.last):
                continue
            if self.has_arms and (arm := arm_of(self.words, found, phrase)) is not None:
                found[arm:] = [msgspec.structs.replace(found[arm], last=phrase.last)]
                free_from = phrase.last
                continue
            if is_army(self.words, phrase):
                phrase = msgspec.structs.replace(phrase, cls="name")
            if phrase.cls not in LAND:
                self.meant.note(phrase)
            found.append(phrase)
            free_from = phrase.last
        return with_allies(self.words, as_their_room(self.words, found))

    def _client_at(self, first: int, before: ActorPhrase | None) -> ActorPhrase | None:
        """Read a militia named by whom it fights for: "the armed factions loyal to it"; a state right ``before`` counts too."""
        state = before is not None and before.cls in LAND and before.last == first
        named = client_at(self.words, first, self.setting.country, before if state else self.meant.last)
        own = self._named_at(first) if named is not None else None
        if named is None or (own is not None and own.last >= named[0]):
            return None
        head = self.words.reading(first, (Kind.ACTOR, Kind.FORCE))
        return ActorPhrase(first, named[0], (named[1],), "client", "", (head[1].entry.id,) if head else ())

    def _phrase_at(self, first: int) -> ActorPhrase | None:
        force = self.words.reading(first, (Kind.FORCE,))
        named = self._named_at(first)
        if named is not None and (force is None or named.last >= force[0].last) and named.cls not in LAND:
            named = as_owned(self.words, named, self._owner)
            method = named.method or (force[1].entry.method if force is not None else "")
            number = "sg" if is_family_name(self.words, first, named.last) else named.number
            if method != named.method or number != named.number:
                named = msgspec.structs.replace(named, method=method, number=number)
            self.meant.fly(named)
            return named
        former = force is not None and force[1].entry.id == _MEN and self._text(force[0].last) in FORMER
        if force is None or former or only_says_how(self.words, first, force[1]):
            return named
        hit, reading = force
        method = reading.entry.method
        theirs = reading.entry.id == _MEN and reading.form.number == "pl" and reading.form.suffix
        owner = None if theirs else self._owner(hit.last, machine=bool(method))  # "|our fighters| hit a tank of X"
        owner = None if owner is not None and is_no_owner(self.words, force, owner) else owner
        owner = as_owned(self.words, owner, self._owner) if owner is not None and owner.cls in _OWNABLE else owner
        if owner is None:
            entry = reading.entry
            if (actor := locals_at(self.words, force, self.setting)) is not None:
                return ActorPhrase(hit.first, hit.last, (actor,), "force", "", (entry.id,))
            if (loyal := loyal_at(self.words, force, self.setting.country)) is not None:
                number = reading.form.number if entry.id == _MEN else ""
                return ActorPhrase(hit.first, loyal[0], (loyal[1],), "force", "", (entry.id,), number)
            bare = ActorPhrase(hit.first, hit.last, (), "force", entry.method, (entry.id,))
            return self.meant.of_bare(bare, hit, reading)
        number = reading.form.number if reading.entry.id in (_MEN, _POLICEMEN) else ""
        ids = owner.ids
        if reading.entry.id in (_POLICE, _POLICEMEN) and owner.cls in LAND:
            ids = tuple(STATE_POLICE.get(i, i) for i in ids)
        entries = (reading.entry.id, *owner.entries)
        free = any(self._text(i) in LINKS for i in range(hit.last, owner.last)) or any(
            h.proclitic == "ل" for i in range(hit.last, owner.last) for h in self.words.by_first.get(i, ())
        )
        phrase = ActorPhrase(
            first, owner.last, ids, "force", method or owner.method, entries, number, owner.hedged, free
        )
        self.meant.fly(phrase)
        return phrase

    def _owner(self, at: int, *, machine: bool = False) -> ActorPhrase | None:
        """Find whose force it is: through adjectives, links and doubt, never across other words.

        ``machine``: what is owned is an aircraft or a gun, which can have a unit for its victim.
        """
        tokens = self.words.tokens
        hedged = False
        i = at
        while i < min(at + _REACH, len(tokens)) and not is_joined(self.words, i):
            text = tokens[i].text
            if text == "," and i == at and opens_doubt(self.words, i + 1):
                i = at = i + 1
                continue
            if text in UNKNOWN_WORDS:
                return ActorPhrase(i, i + 1, (UNKNOWN,), "unknown", "", ())
            nested = self.words.reading(i, (Kind.FORCE,))
            if nested is not None and i == at and is_hit(self.words, nested, machine=machine):
                return None
            named = self._named_at(i)
            if named is not None:
                named = self.meant.taken_up(named) if named.cls in _CLASSES else named
                return msgspec.structs.replace(named, hedged=True) if hedged else named
            if (machine and is_thing(self.words, i)) or is_machine_of_others(self.words, i):
                return None
            if not machine and (state := security_of(self.words, i, self.setting.country, self.setting.day)):
                return ActorPhrase(i, i + 1, (state,), "generic", "", ())
            if nested is not None and not nested[1].entry.method:  # "members of |the organisation|"
                bare = ActorPhrase(nested[0].first, nested[0].last, (), "force", "", (nested[1].entry.id,))
                meant = self.meant.taken_up(bare)
                if meant.ids:
                    return msgspec.structs.replace(meant, hedged=hedged)
            if is_of_unit(self.words, i):
                i = at = i + 1
                continue
            if text == WHAT and self._text(i + 1) in IS_CALLED:  # "mercenaries of |what is called| X"
                i = at = i + 2 + (self._text(i + 2) == "ب")
                continue
            doubt = self.words.reading(i, (Kind.PARTICLE,))
            if doubt is not None and doubt[1].entry.cls in DOUBTS:
                hedged = hedged or not doubt[1].entry.id.endswith(".plainly")
                i = at = doubt[0].last + (self._text(doubt[0].last) in THAT_THEY)
                i = at = i + (self._text(i) in _BELONG_TO)
                continue
            if doubt is not None and doubt[1].entry.cls == "membership":
                i = at = doubt[0].last
                continue
            if (
                nested is None
                and text not in BEFORE_OWNERS
                and not is_link(text)
                and not (text == WITHIN and self._names_service(i + 1))
                and self._text(i + 1) not in BELONGS  # "the forces of |so-and-so| that belong to X"
            ):
                return None
            i += 1
        return None

    def _names_service(self, at: int) -> bool:
        """Tell whether whose service it is is named here, by name, quotation marks aside: "the police in |the SDF|"."""
        named = self._named_at(at + (self._text(at) in PUNCT))
        return named is not None and named.cls == "name"

    def _text(self, at: int) -> str:
        return self.words.tokens[at].text if at < len(self.words.tokens) else ""

    def _named_at(self, first: int) -> ActorPhrase | None:
        for hit in self.words.by_first.get(first, ()):
            entries = fitting(hit.readings.actors, self.setting)
            if entries:
                best = entries[0]
                if best.cls in _ORDINARY and is_named_after(self.words, first):
                    return None
                if is_of_elsewhere(best, hit, self.setting.country) or names_the_land(best, self.words, hit.last - 1):
                    continue
                if best.cls == _SHORT and not is_short_for(self.words, best.actor, first, self.full):
                    continue
                if best.cls == "name":
                    self.full.add(best.actor)
                if self.words.texts[first] == IN_FAVOUR and not is_linked(self.words, first):
                    return None
                if best.cls in _CLASSES:
                    return self._generic(first, hit.last, side_meant(self.words, entries))
                return ActorPhrase(first, hit.last, (best.actor,), best.cls, best.method, (best.id,))
            if Kind.OBJECT in hit.readings.senses and hit.last - hit.first > 1:
                return None
        return None

    def _generic(self, first: int, last: int, entry: Entry) -> ActorPhrase:
        """Read "the security forces", "the occupation" as the country's own, unless an adjective of another land follows.

        In a country whose forces the lexicon knows by other names nobody is meant, nor where the country is open; elsewhere it is
        that state's own.
        """
        tokens = self.words.tokens
        at = last + (last < len(tokens) and tokens[last].text == "#")
        for hit in self.words.by_first.get(at, ()):
            for reading in hit.readings:
                land = reading.entry
                if is_its_land(tokens, hit, land, last, self.setting.day):
                    force = self.words.reading(first, (Kind.FORCE,))
                    police = force is not None and force[1].entry.id == _POLICE
                    whose = STATE_POLICE.get(land.actor, land.actor) if police else land.actor
                    return ActorPhrase(first, hit.last, (whose,), "name", entry.method, (entry.id, land.id))
        ids: tuple[str, ...] = (entry.actor,)
        if entry.countries and self.setting.country and self.setting.country not in entry.countries:
            ids = (ANY_STATE,) if entry.cls == "generic" and self.setting.country not in STAGES else ()
        elif not self.setting.country and entry.cls in _OF_A_STATE and entry.actor not in self.full:
            ids = ()
        return ActorPhrase(first, last, ids, entry.cls, entry.method, (entry.id,))
