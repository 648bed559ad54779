"""Whom a head noun without an owner means: "the gunmen", "its aircraft", "the organisation", as the text has named them before."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import msgspec

from waqai.lexicon.entry import Entry, Reading
from waqai.lexicon.index import Hit
from waqai.tag.actor.again import are_factions, named_again
from waqai.tag.actor.armed import is_armed_group, is_zealous
from waqai.tag.actor.army import are_troops, is_his_army, speaks_for_army
from waqai.tag.actor.beside import has_members
from waqai.tag.actor.camps import tables
from waqai.tag.actor.heading import heads_text
from waqai.tag.actor.namesake import takes_up
from waqai.tag.actor.ours import are_our_forces, who_speaks
from waqai.tag.actor_words import (
    CALLED,
    CELLS,
    FLIES,
    GUNMEN,
    JIHADISTS,
    ORGANISATION,
    TAKEN_UP,
    TAKEN_UP_WITH_THE,
    THE_FORCE,
    TROOPS,
    ZEALOTS,
    are_gunmen,
    head_noun,
)
from waqai.tag.words import Words
from waqai.values.actor import OTHER, SETTLERS, UNKNOWN

if TYPE_CHECKING:
    from waqai.tag.actor.find import ActorPhrase

_CLITIC: Final = ("ل", "ب")
"""Prepositions that are written at the head of a noun."""
_BETWEEN: Final = "بين"
_FAR: Final = 10
"""Tokens back to whom a pronoun of forces means."""
_QUOTED: Final = 25
"""Tokens back to who says "our fighters": further on it may be the men of somebody whose name is not known."""
_ENDS: Final = frozenset({".", "\n"})
_MEN: Final = "force.members"
_FORCES: Final = "force.forces"
_HERS: Final = "ها"
_OURS: Final = "نا"
_ONES: Final = frozenset({"ه", "ها"})
"""Endings by which something is an army's, a police's, and never that of several men."""
_ORGANISED: Final = frozenset({"IS", "SINAI_IS", "AQAP"})
_NO_ORGANISATION: Final = frozenset(
    {"SDF", "YPG", "ASAYISH", "FSA", "SNA", "ISLAMIST_REBELS", "DARAA_GROUPS", "HEZBOLLAH", "PMF", "PESHMERGA", "HOUTHI"}
)  # fmt: skip
_SILENT: Final = frozenset({"SY", "IQ"})
_BY_SILENCE: Final = ("IS",)
"""Whom texts of Syria and Iraq mean by "members of the organisation" where they name none."""
_SO_CALLED: Final = ("actor.is.so_called",)
"""Entry of what the press calls the Islamic State, and every other organisation that it calls terrorist."""
_NAMES: Final = frozenset({"name", "nationality", "country"})
_CIVILIAN: Final = (SETTLERS,)
"""Who stand beside an army and are never meant by its name: "the army |and the settlers| … the army"."""
_TAKEN: Final = frozenset({"force", "class", "generic", "rebels"})
_HEADS: Final = TAKEN_UP.keys() | TAKEN_UP_WITH_THE
_OF_OTHERS: Final = frozenset({"nickname", "client"})
"""Classes of names that hold the name of somebody else: "mercenaries of |the occupation|"."""


class Meant(msgspec.Struct):
    """Who has been named so far: by each head noun, last of all, last with aircraft, last as an armed group."""

    words: Words
    country: str = ""
    """The country the text is about."""
    day: date | None = None
    """The day of the text."""
    named: dict[str, ActorPhrase] = msgspec.field(default_factory=dict)
    last: ActorPhrase | None = None
    subject: ActorPhrase | None = None
    """Who was named first in the sentence that named somebody last."""
    alone: ActorPhrase | None = None
    """Who was named last of all, without whom "and" joins to him."""
    earlier: ActorPhrase | None = None
    """Who was named before the last."""
    aircraft: ActorPhrase | None = None
    group: ActorPhrase | None = None
    zealots: ActorPhrase | None = None
    """The group last named of those whom the press calls extremists."""
    army: ActorPhrase | None = None
    """The army last named by whose it is, where it may be who speaks."""
    organised: ActorPhrase | None = None
    """The group last named of those that the press calls "the organisation" and not "the party", "the front"."""
    factions: ActorPhrase | None = None
    """The factions named last."""
    said: set[str] = msgspec.field(default_factory=set)
    """Everybody named so far."""
    heard: list[ActorPhrase] = msgspec.field(default_factory=list)
    """All phrases so far."""
    speaker: ActorPhrase | None = None
    """The armed group that the text names first of all, whose "|our| fighters" are."""

    def note(self, phrase: ActorPhrase) -> None:
        """Remember an actor phrase of no land's name."""
        self.said.update(phrase.ids)
        self.heard.append(phrase)
        self.factions = phrase if are_factions(self.words.texts, phrase) else self.factions
        if self.last is None and phrase.ids:
            armed = all(map(is_armed_group, phrase.ids))
            self.speaker = phrase if armed and heads_text(self.words.texts, phrase) else None
        if phrase.ids == (UNKNOWN,):
            self.group = None  # whoever the next "gunmen" are, nobody knows them
        elif any(map(is_armed_group, phrase.ids)):
            self.group = phrase
            if _ORGANISED & set(phrase.ids):
                self.organised = phrase
            if any(map(is_zealous, phrase.ids)):
                self.zealots = phrase
        if phrase.ids:
            self._remember(phrase)
        if speaks_for_army(self.words, phrase):
            self.army = phrase

    def _remember(self, phrase: ActorPhrase) -> None:
        """Keep who was named last, with whom "and" joins to him: "the militia of X and Y … |its| men … |the militia|"."""
        before, self.last = self.last, phrase
        if before is None or not _ENDS.isdisjoint(self.words.texts[before.last : phrase.first]):
            self.subject = phrase
        self.alone, self.earlier = phrase, before
        text = self.words.tokens[phrase.first].text
        if before is None or before.last != phrase.first or not text.startswith("و") or phrase.ids == _CIVILIAN:
            return
        if before.first and self.words.texts[before.first - 1] == _BETWEEN:
            return  # "clashes |between| X and Y": the organisation told of next is one of them
        ids, entries = dict.fromkeys((*before.ids, *phrase.ids)), (*before.entries, *phrase.entries)
        self.last = msgspec.structs.replace(phrase, ids=tuple(ids), entries=entries)
        self.named.update((word, self.last) for word, named in self.named.items() if named is before)

    def fly(self, phrase: ActorPhrase) -> None:
        """Remember whose aircraft the text has named."""
        if phrase.method in FLIES and phrase.ids and phrase.ids != (UNKNOWN,):
            self.aircraft = phrase

    def taken_up(self, phrase: ActorPhrase) -> ActorPhrase:
        """Give a bare head noun the actor it was last said of, and keep what this phrase says of its own."""
        phrase = named_again(self.words.texts, phrase, self.factions, self.said)
        if are_our_forces(self.words, phrase):
            we = self.speaker or who_speaks(self.words, self.heard)
            if we is not None:
                return as_known(phrase, we)
        if self.army is not None and is_his_army(self.words, phrase, self.army):
            return msgspec.structs.replace(as_known(phrase, self.army), cls="name")
        text = self.words.texts[phrase.first]
        head = head_noun(text)
        bare = head in TAKEN_UP or (head in TAKEN_UP_WITH_THE and "ل" in text[: -len(head)])
        bare = bare or (text == THE_FORCE and are_troops(self.words, phrase, self.country))
        if phrase.last == phrase.first + 1 and bare and phrase.cls in _TAKEN:
            known = self.named.get(TAKEN_UP.get(head, head))
            if known is None and head in CALLED and head != text and self._has_men(phrase.first):
                known = self._called(head)
            if known is None and head == ORGANISATION and head != text:
                known = self.organised or self._called_organisation()
                if known is None and self.country in _SILENT and self._has_men(phrase.first):
                    return msgspec.structs.replace(phrase, ids=_BY_SILENCE)
            if known is None:
                return phrase
            return msgspec.structs.replace(phrase, ids=known.ids, cls="name", entries=(*phrase.entries, *known.entries))
        if phrase.entries[:1] == _SO_CALLED and head == ORGANISATION and head != text:
            known = self.named.get(ORGANISATION)  # "|the terrorist organisation|" is whichever was named so before
            if known is None and _BY_SILENCE[0] not in self.said and self.zealots is self.group:
                known = self._called_organisation()
            if known is not None:
                return msgspec.structs.replace(phrase, ids=known.ids, entries=known.entries)
        if phrase.ids:
            if head in TROOPS:
                self.named[head_noun(THE_FORCE)] = phrase
            if head[:1] in _CLITIC and head[1:] in _HEADS:
                head = head[1:]  # "an attack [l-] |of the movement| X"
            others = self.words.texts[phrase.first + 1 : phrase.last] if phrase.cls not in _OF_OTHERS else ()
            for word in (head, *map(head_noun, others)):
                if word in _HEADS:
                    self.named[TAKEN_UP.get(word, word)] = phrase
        return phrase

    def _has_men(self, first: int) -> bool:
        """Tell whether somebody of it, or cells of it, stand before "the organisation"."""
        texts = self.words.texts
        at = first - 1 - (first > 1 and texts[first - 1] == '"')
        return has_members(self.words, first) or (at >= 0 and head_noun(texts[at]) in CELLS)

    def _called_organisation(self) -> ActorPhrase | None:
        """Give the armed group last named, unless the press calls it by other words: forces, units, factions, the party."""
        group = self.group
        return None if group is None or _NO_ORGANISATION & set(group.ids) else group

    def _called(self, head: str) -> ActorPhrase | None:
        """Give the armed group last named that the press calls "the group", "the movement", though the text did not call it so before."""
        group = self.group
        called = group is not None and all(i.startswith(OTHER) or i in CALLED[head] for i in group.ids)
        return group if called else None

    def of_bare(self, bare: ActorPhrase, hit: Hit, reading: Reading) -> ActorPhrase:
        """Read "the aircraft", "the gunmen" as those last named, nobody's when none were."""
        entry = reading.entry
        his = reading.form.suffix and not (
            entry.id == _MEN and reading.form.number == "sg"
        )  # "armed (f.)" is spelt like "his gunman"
        if reading.form.suffix == _OURS:
            we = self.speaker or who_speaks(self.words, self.heard, hit.first - _QUOTED)
            if we is not None:
                return as_known(bare, we)
        if his and (owner := self._owner_meant(hit.first, reading.form.suffix)) is not None:
            return as_known(bare, owner)
        if entry.id == _MEN and reading.form.number == "pl" and self._is_gunmen(hit):
            if not reading.form.definite:
                if (only := self._only_zealots(hit)) is not None:
                    return as_known(bare, only)
                self.group = None
            elif (group := self._gunmen_meant(hit)) is not None:
                return as_known(bare, group)
        of_whom = self.subject if entry.id == _FORCES and reading.form.definite else None
        if of_whom is not None and of_whom.ids != (UNKNOWN,) and takes_up(self.words, hit.first, of_whom.last):
            return as_known(bare, of_whom)
        if entry.method not in FLIES or not reading.form.definite or hit.proclitic not in ("", "و"):
            return bare
        known = self.aircraft
        if known is None:
            return msgspec.structs.replace(bare, ids=self._air_force(hit))
        return as_known(bare, known)

    def _air_force(self, hit: Hit) -> tuple[str, ...]:
        """Give whose "|the warplanes|, the helicopters" are where no aircraft were named, and on that day one side alone has them."""
        said = self.words.texts[hit.first : hit.last]
        return tuple(
            sky["actor"]
            for sky in tables()["sky"]
            if sky["country"] == self.country
            and self.day is not None
            and self.day < sky["until"]
            and sky["aircraft"] in said
        )

    def _gunmen_meant(self, hit: Hit) -> ActorPhrase | None:
        """Give the armed group last named; where the gunmen are called zealots, the last that is called so."""
        zealots = head_noun(self.words.tokens[hit.first].text).startswith(ZEALOTS)
        return (
            self.zealots
            if zealots and self.group is not None and not any(map(is_zealous, self.group.ids))
            else self.group
        )

    def _only_zealots(self, hit: Hit) -> ActorPhrase | None:
        """Give the Islamic State, whose "jihadists", "extremists" are where the text has named it and no other group that is called so."""
        if self.zealots is None or not head_noun(self.words.tokens[hit.first].text).startswith(JIHADISTS):
            return None
        others = any(map(is_zealous, self.said - set(_BY_SILENCE)))
        return self.zealots if self.zealots.ids == _BY_SILENCE and not others else None

    def _is_gunmen(self, hit: Hit) -> bool:
        return hit.last - hit.first == 1 and head_noun(self.words.tokens[hit.first].text).startswith(GUNMEN)

    def _owner_meant(self, at: int, suffix: str) -> ActorPhrase | None:
        """Find whose "its aircraft", "his men" are: of who was named last in the sentence, not far ahead."""
        if self.last is None or not 0 < at - self.last.last <= _FAR:
            return None  # right beside him it is another's: "the targeting by X of |their patrol|"
        owner = self.last
        if suffix == _HERS and self.earlier is not None and self._is_organisation(owner):
            owner = (
                self.earlier
            )  # "the Command announced the killing of a leader of the organisation (m.) by |its (f.)| forces"
        if suffix in _ONES and self.earlier is not None and are_gunmen(head_noun(self.words.tokens[owner.first].text)):
            owner = self.earlier  # "the army said that gunmen killed two of |its| soldiers": theirs would be "their"
        between = (self.words.tokens[i].text for i in range(owner.last, at))
        return None if any(text in _ENDS for text in between) else owner

    def _is_organisation(self, phrase: ActorPhrase) -> bool:
        """Tell whether an actor is named as an organisation, a masculine word."""
        return head_noun(self.words.tokens[phrase.first].text) == ORGANISATION


def side_meant(words: Words, entries: list[Entry]) -> Entry:
    """Choose among those whom one side's word can mean: whom the text names elsewhere, else the newest such use."""
    classes = [e for e in entries if e.cls == "class" and e.countries]
    if len(classes) < 2:
        return entries[0]
    named = {r.entry.actor for hit in words.hits for r in hit.readings if r.entry.cls in _NAMES}
    return next((e for e in classes if e.actor in named), max(classes, key=lambda e: e.since or date.min))


def as_known(bare: ActorPhrase, known: ActorPhrase) -> ActorPhrase:
    """Give a bare phrase the actor whom it takes up."""
    return msgspec.structs.replace(bare, ids=known.ids, entries=(*bare.entries, *known.entries))
